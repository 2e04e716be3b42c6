import { atan2, cos, sin } from '../../foundation/exact-math.ts';
import { planeFluxPerRad, tableFlux, type IntensityTable } from '../../twin/photometric-flux.ts';
import { LEVEL, mountedAxes, type Mounting } from './intensity.ts';

const RAD_PER_DEG = Math.PI / 180;
/** Angles gamma of the cones of CIE 52 with solid angles of pi/2, pi and 3 pi/2: their cosines are 3/4, 1/2 and 1/4. */
const CONES_DEG = [3 / 4, 1 / 2, 1 / 4].map((cosine) => atan2(Math.sqrt(1 - cosine * cosine), cosine) / RAD_PER_DEG);
/** So fine is the turn about the vertical where the horizon cuts through a tilted luminaire's planes. */
const HORIZON_STEP_DEG = 0.5;

/** CIE flux codes N1 to N5 (CIE 52): flux in the three cones over that below, that below over all of the luminaire, and the luminaire's over its source's; per cent. */
export function cieFluxCodesPct(table: IntensityTable): [n1: number, n2: number, n3: number, n4: number, n5: number] {
  const whole = tableFlux(table), below = tableFlux(table, 0, 90);
  const [n1, n2, n3] = CONES_DEG.map((cone) => (below > 0 ? (100 * tableFlux(table, 0, cone)) / below : 0)) as [number, number, number];
  return [n1, n2, n3, whole > 0 ? (100 * below) / whole : 0, whole / 10];
}

/**
 * Upward light ratio as mounted: flux above the horizontal over that of the luminaire (ULR of the French order of 27 December 2018 and of CIE 126).
 * In every half-plane C the horizon lies at one angle gamma, beyond which the integral is exact; between planes intensities
 * follow straight lines.
 */
export function upwardShare(table: IntensityTable, mounting: Mounting = LEVEL): number {
  const whole = tableFlux(table);
  if (!(whole > 0)) return 0;
  const { c0, c90, up } = mountedAxes(mounting);
  if (up[2] === 1) return tableFlux(table, 90, 180) / whole;
  const { planesDeg } = table;
  let above = 0;
  for (let plane = 0; plane + 1 < planesDeg.length; plane++) {
    const fromDeg = planesDeg[plane]!, wideDeg = planesDeg[plane + 1]! - fromDeg, steps = Math.ceil(wideDeg / HORIZON_STEP_DEG);
    for (let step = 0; step < steps; step++) {
      const share = (step + 0.5) / steps, cRad = (fromDeg + share * wideDeg) * RAD_PER_DEG;
      // A direction (C, gamma) rises by sin(gamma) * slope - cos(gamma) * up: above 0 for the half-turn from the angle where tan(gamma) = up / slope.
      const horizonDeg = atan2(up[2], cos(cRad) * c0[2] + sin(cRad) * c90[2]) / RAD_PER_DEG;
      const here = planeFluxPerRad(table, plane, horizonDeg, horizonDeg + 180), next = planeFluxPerRad(table, plane + 1, horizonDeg, horizonDeg + 180);
      above += (here + (next - here) * share) * (wideDeg / steps) * RAD_PER_DEG;
    }
  }
  return above / whole;
}

/** The strongest direction: candela for each 1,000 lm, and where. */
export function strongest({ planesDeg, anglesDeg, intensitiesCdPerKlm }: IntensityTable): { cdPerKlm: number; cDeg: number; gammaDeg: number } {
  let best = 0;
  for (let at = 1; at < intensitiesCdPerKlm.length; at++) if (intensitiesCdPerKlm[at]! > intensitiesCdPerKlm[best]!) best = at;
  const angles = anglesDeg.length;
  return { cdPerKlm: intensitiesCdPerKlm[best]!, cDeg: planesDeg[Math.floor(best / angles)]!, gammaDeg: anglesDeg[best % angles]! };
}
