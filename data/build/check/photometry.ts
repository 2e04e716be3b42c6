import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { MOST_ANGLES, MOST_FLUX_LM, MOST_PLANES } from '../../formats/photometry/measured-luminaire.ts';
import type { ProblemList } from '../../formats/problem-list.ts';

/** A spot of a thousandth of a degree throws less of 1,000 lm to one place. */
const MOST_CD_PER_KLM = 1e12;

/** Photometric data have whole planes from 0 to 360 degrees, angles within 0 to 180, both rising, and an intensity for each: what looks up light relies on it. */
export function checkPhotometry({ photometries, photometryPlanes, photometryAngles, intensities }: ReadingTwin, problems: ProblemList): void {
  for (let row = 0; row < photometries.count; row++) {
    const where = `photometries: row ${row} "${photometries.name[row]}"`, planes = photometries.planeCount[row]!, angles = photometries.angleCount[row]!;
    const bad = (part: string): void => problems.error('twin-photometry', where, { part });
    if (planes < 2 || planes > MOST_PLANES || !rises(photometryPlanes.planeDeg, photometries.firstPlane[row]!, planes, 0, 360)) bad('planeDeg');
    else if (photometryPlanes.planeDeg[photometries.firstPlane[row]!] !== 0 || photometryPlanes.planeDeg[photometries.firstPlane[row]! + planes - 1] !== 360) bad('planeDeg');
    if (angles < 2 || angles > MOST_ANGLES || !rises(photometryAngles.angleDeg, photometries.firstAngle[row]!, angles, 0, 180)) bad('angleDeg');
    if (!(photometries.sourceFluxLm[row]! > 0 && photometries.sourceFluxLm[row]! <= MOST_FLUX_LM)) bad('sourceFluxLm');
    const first = photometries.firstIntensity[row]!, count = planes * angles;
    if (first + count > intensities.count || !areIntensities(intensities.intensityCdPerKlm, first, count)) bad('intensityCdPerKlm');
  }
}

function rises(values: ArrayLike<number>, first: number, count: number, least: number, most: number): boolean {
  for (let at = first; at < first + count; at++) {
    if (!(values[at]! >= least && values[at]! <= most) || (at > first && !(values[at]! > values[at - 1]!))) return false;
  }
  return true;
}

function areIntensities(values: ArrayLike<number>, first: number, count: number): boolean {
  for (let at = first; at < first + count; at++) if (!(values[at]! >= 0 && values[at]! <= MOST_CD_PER_KLM)) return false;
  return true;
}
