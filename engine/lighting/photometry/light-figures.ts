import type { IntensityTable } from '../../twin/photometric-flux.ts';
import { tableFlux } from '../../twin/photometric-flux.ts';
import { intensityCdPerKlm } from './intensity.ts';
import { cieFluxCodesPct, strongest, upwardShare } from './flux-shares.ts';

/** What a luminaire does with its light, level: the figures of a data sheet. */
export interface LuminaireFigures {
  /** Of the luminaire, from its intensities. */
  lumens: number;
  maxCandela: number;
  maxAtCDeg: number;
  maxAtGammaDeg: number;
  /** Flux above the horizontal over that of the luminaire. */
  ulrPct: number;
  /** N1 to N5 of CIE 52. */
  cieFluxCodes: readonly [n1: number, n2: number, n3: number, n4: number, n5: number];
  /** Whether both sides of C90 to C270 get far more of the light that reaches out than C0 and C180: the file may be turned by 90 degrees against a road along C0. */
  isThrownAcross: boolean;
}

/** Towards which roads are lit between columns, and by how much more than along C0 light must go to both sides of it to look turned. */
const REACHING_DEG = 65, TURNED_RATIO = 1.5;

export function lightFigures(photometry: IntensityTable & { readonly sourceFluxLm: number }): LuminaireFigures {
  const kilolumens = photometry.sourceFluxLm / 1000, { cdPerKlm, cDeg, gammaDeg } = strongest(photometry);
  return {
    lumens: tableFlux(photometry) * kilolumens, maxCandela: cdPerKlm * kilolumens, maxAtCDeg: cDeg, maxAtGammaDeg: gammaDeg,
    ulrPct: 100 * upwardShare(photometry), cieFluxCodes: cieFluxCodesPct(photometry), isThrownAcross: isThrownAcross(photometry),
  };
}

function isThrownAcross(photometry: IntensityTable): boolean {
  const [c0, c90, c180, c270] = [0, 90, 180, 270].map((cDeg) => intensityCdPerKlm(photometry, cDeg, REACHING_DEG)) as [number, number, number, number];
  return Math.min(c90, c270) > TURNED_RATIO * Math.max(c0, c180);
}
