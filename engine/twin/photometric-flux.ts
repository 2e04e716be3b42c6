import { cos, sin } from '../foundation/exact-math.ts';
import type { Photometry } from './photometry.ts';

/** A table of intensities: those of `Photometry`, whatever 1 of them stands for. */
export type IntensityTable = Readonly<Pick<Photometry, 'planesDeg' | 'anglesDeg' | 'intensitiesCdPerKlm'>>;

const RAD_PER_DEG = Math.PI / 180;

/**
 * Flux of one C plane between two angles gamma, for each radian of C: the integral of I sin(gamma), exact for intensities that are straight
 * lines between the angles of the table (with I = a + b gamma: a (cos g1 - cos g2) + b ((sin g2 - g2 cos g2) - (sin g1 - g1 cos g1))).
 */
export function planeFluxPerRad({ anglesDeg, intensitiesCdPerKlm }: IntensityTable, plane: number, fromDeg = 0, untilDeg = 180): number {
  const angles = anglesDeg.length;
  let flux = 0;
  for (let angle = 0; angle + 1 < angles; angle++) {
    const lowDeg = anglesDeg[angle]!, highDeg = anglesDeg[angle + 1]!, startDeg = Math.max(fromDeg, lowDeg), endDeg = Math.min(untilDeg, highDeg);
    if (!(endDeg > startDeg)) continue;
    const at = plane * angles + angle, low = intensitiesCdPerKlm[at]!;
    const slopePerRad = (intensitiesCdPerKlm[at + 1]! - low) / ((highDeg - lowDeg) * RAD_PER_DEG), atZero = low - slopePerRad * lowDeg * RAD_PER_DEG;
    const start = startDeg * RAD_PER_DEG, end = endDeg * RAD_PER_DEG, cosStart = cos(start), cosEnd = cos(end);
    flux += atZero * (cosStart - cosEnd) + slopePerRad * (sin(end) - end * cosEnd - (sin(start) - start * cosStart));
  }
  return flux;
}

/**
 * Flux between two angles gamma, all round: planes change evenly from one to the next. In lm for each 1,000 lm of the
 * source where intensities are in cd for each 1,000 lm; in lm where they are in cd.
 */
export function tableFlux(table: IntensityTable, fromDeg = 0, untilDeg = 180): number {
  const { planesDeg } = table;
  let flux = 0, before = planeFluxPerRad(table, 0, fromDeg, untilDeg);
  for (let plane = 1; plane < planesDeg.length; plane++) {
    const here = planeFluxPerRad(table, plane, fromDeg, untilDeg);
    flux += ((before + here) / 2) * (planesDeg[plane]! - planesDeg[plane - 1]!) * RAD_PER_DEG;
    before = here;
  }
  return flux;
}
