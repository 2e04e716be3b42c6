import type { IntensityTable } from '../../twin/photometric-flux.ts';
import { tableFlux } from '../../twin/photometric-flux.ts';
import { cieFluxCodesPct, strongest, upwardShare } from './flux-shares.ts';

/** What a luminaire does with its light, level: the figures of a data sheet. */
export interface LightFigures {
  /** Of the luminaire, from its intensities. */
  lumens: number;
  maxCandela: number;
  maxAtCDeg: number;
  maxAtGammaDeg: number;
  /** Flux above the horizontal over that of the luminaire. */
  ulrPct: number;
  /** N1 to N5 of CIE 52. */
  cieFluxCodes: readonly [n1: number, n2: number, n3: number, n4: number, n5: number];
}

export function lightFigures(photometry: IntensityTable & { readonly sourceFluxLm: number }): LightFigures {
  const kilolumens = photometry.sourceFluxLm / 1000, { cdPerKlm, cDeg, gammaDeg } = strongest(photometry);
  return {
    lumens: tableFlux(photometry) * kilolumens, maxCandela: cdPerKlm * kilolumens, maxAtCDeg: cDeg, maxAtGammaDeg: gammaDeg,
    ulrPct: 100 * upwardShare(photometry), cieFluxCodes: cieFluxCodesPct(photometry),
  };
}
