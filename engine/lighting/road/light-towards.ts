import { cos, sin } from '../../foundation/exact-math.ts';
import type { Photometry } from '../../twin/photometry.ts';
import { atan2Deg } from './angle-deg.ts';
import { binsOf } from './r-table.ts';

/** The light of a luminaire as it hangs, ready to be asked a million times. */
export interface HungLight {
  photometry: Photometry;
  /** Whether both directions of the road get the same light: the planes C and 180 - C are alike. */
  isMirrored: boolean;
  /** Last C plane at or before every whole degree, and last gamma at or before. */
  planeBins: Uint16Array;
  angleBins: Uint16Array;
  /** 0 to 360. */
  turnDeg: number;
  tiltSin: number;
  tiltCos: number;
}

/** `turnDeg`: first turned about its own vertical, counter-clockwise from above, so that the light of C0 goes that far off the direction of the road. */
export const hangLight = (photometry: Photometry, tiltDeg: number, turnDeg = 0): HungLight => {
  const tiltRad = (tiltDeg * Math.PI) / 180;
  const turnedDeg = turnDeg - 360 * Math.floor(turnDeg / 360);
  return {
    photometry, turnDeg: turnedDeg, isMirrored: turnedDeg % 180 === 0 && isMirrored(photometry),
    planeBins: binsOf(photometry.planesDeg, 1), angleBins: binsOf(photometry.anglesDeg, 1), tiltSin: sin(tiltRad), tiltCos: cos(tiltRad),
  };
};

/** Whether every plane C has one at 180 - C with the very same intensities. */
function isMirrored({ planesDeg, anglesDeg, intensitiesCdPerKlm }: Photometry): boolean {
  const angles = anglesDeg.length;
  for (let plane = 0; plane < planesDeg.length; plane++) {
    const mirroredDeg = planesDeg[plane]! <= 180 ? 180 - planesDeg[plane]! : 540 - planesDeg[plane]!, other = planesDeg.indexOf(mirroredDeg);
    if (other < 0) return false;
    for (let angle = 0; angle < angles; angle++) if (intensitiesCdPerKlm[plane * angles + angle] !== intensitiesCdPerKlm[other * angles + angle]) return false;
  }
  return true;
}

/**
 * Luminous intensity towards a place, in cd for each 1,000 lm: the place lies `alongM` along the road, `acrossM` across it (C0 and C90 of a luminaire
 * that is not turned), `belowM` under the luminaire. Tilt lifts the far side, about the axis along the road (EN 13201-3:2015).
 * Linear between planes and between angles; 0 where the file has no angles.
 */
export function candelaPerKlm({ photometry, planeBins, angleBins, turnDeg, tiltSin, tiltCos }: HungLight, alongM: number, acrossM: number, belowM: number): number {
  const tiltedM = acrossM * tiltCos - belowM * tiltSin, downM = acrossM * tiltSin + belowM * tiltCos;
  const { planesDeg, anglesDeg, intensitiesCdPerKlm } = photometry, angles = anglesDeg.length;
  const gammaDeg = atan2Deg(Math.sqrt(alongM * alongM + tiltedM * tiltedM), downM);
  if (gammaDeg < anglesDeg[0]! || gammaDeg > anglesDeg[angles - 1]!) return 0;
  let cDeg = atan2Deg(tiltedM, alongM) - turnDeg;
  while (cDeg < 0) cDeg += 360;
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
