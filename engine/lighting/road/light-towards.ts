import { cos, sin } from '../../foundation/exact-math.ts';
import type { Photometry } from '../../twin/photometry.ts';
import { atan2Deg } from './angle-deg.ts';
import { binsOf } from './r-table.ts';

/** The light of a luminaire as it hangs, ready to be asked a million times. */
export interface HungLight {
  photometry: Photometry;
  /** Last C plane at or before every whole degree, and last gamma at or before. */
  planeBins: Uint16Array;
  angleBins: Uint16Array;
  tiltSin: number;
  tiltCos: number;
}

export const hangLight = (photometry: Photometry, tiltDeg: number): HungLight => {
  const tiltRad = (tiltDeg * Math.PI) / 180;
  return { photometry, planeBins: binsOf(photometry.planesDeg, 1), angleBins: binsOf(photometry.anglesDeg, 1), tiltSin: sin(tiltRad), tiltCos: cos(tiltRad) };
};

/**
 * Luminous intensity towards a place, in cd for each 1,000 lm: the place lies `alongM` in the direction of C0, `acrossM` in that of C90, `belowM`
 * under the luminaire. Tilt lifts the C90 side: it turns the luminaire about its C0 to C180 axis (EN 13201-3:2015).
 * Linear between planes and between angles; 0 where the file has no angles.
 */
export function candelaPerKlm({ photometry, planeBins, angleBins, tiltSin, tiltCos }: HungLight, alongM: number, acrossM: number, belowM: number): number {
  const tiltedM = acrossM * tiltCos - belowM * tiltSin, downM = acrossM * tiltSin + belowM * tiltCos;
  const { planesDeg, anglesDeg, intensitiesCdPerKlm } = photometry, angles = anglesDeg.length;
  const gammaDeg = atan2Deg(Math.sqrt(alongM * alongM + tiltedM * tiltedM), downM);
  if (gammaDeg < anglesDeg[0]! || gammaDeg > anglesDeg[angles - 1]!) return 0;
  const turnDeg = atan2Deg(tiltedM, alongM), cDeg = turnDeg < 0 ? turnDeg + 360 : turnDeg;
  let plane = planeBins[Math.floor(cDeg)]!, angle = angleBins[Math.floor(gammaDeg)]!;
  while (plane < planesDeg.length - 2 && planesDeg[plane + 1]! <= cDeg) plane++;
  while (angle < angles - 2 && anglesDeg[angle + 1]! <= gammaDeg) angle++;
  const turn = (cDeg - planesDeg[plane]!) / (planesDeg[plane + 1]! - planesDeg[plane]!);
  const rise = (gammaDeg - anglesDeg[angle]!) / (anglesDeg[angle + 1]! - anglesDeg[angle]!);
  const at = plane * angles + angle;
  const here = intensitiesCdPerKlm[at]! + (intensitiesCdPerKlm[at + 1]! - intensitiesCdPerKlm[at]!) * rise;
  const next = intensitiesCdPerKlm[at + angles]! + (intensitiesCdPerKlm[at + angles + 1]! - intensitiesCdPerKlm[at + angles]!) * rise;
  return here + (next - here) * turn;
}
