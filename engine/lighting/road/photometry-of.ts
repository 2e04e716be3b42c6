import type { Photometry } from '../../twin/photometry.ts';
import type { ReadingTwin } from '../../twin/twin.ts';

/** The light of a row of `photometries`, out of the tables of the twin. */
export function photometryOf({ photometries, photometryPlanes, photometryAngles, intensities }: ReadingTwin, row: number): Photometry {
  const from = <V extends ArrayLike<number>>(column: V, first: number, count: number): Float64Array => Float64Array.from({ length: count }, (_, at) => column[first + at]!);
  const planes = photometries.planeCount[row]!, angles = photometries.angleCount[row]!;
  return {
    planesDeg: from(photometryPlanes.planeDeg, photometries.firstPlane[row]!, planes),
    anglesDeg: from(photometryAngles.angleDeg, photometries.firstAngle[row]!, angles),
    intensitiesCdPerKlm: from(intensities.intensityCdPerKlm, photometries.firstIntensity[row]!, planes * angles),
    sourceFluxLm: photometries.sourceFluxLm[row]!,
  };
}
