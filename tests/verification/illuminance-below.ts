import { intensityTowards, type MountedAxes } from '../../engine/lighting/photometry/intensity.ts';
import type { IntensityTable } from '../../engine/twin/photometric-flux.ts';

/** Illuminance in lx, for each 1,000 lm, of a level surface at a place `belowM` under the luminaire: I cos(angle of incidence) / distance². */
export function illuminanceLxPerKlm(table: IntensityTable, axes: MountedAxes, xM: number, yM: number, belowM: number): number {
  const squareM2 = xM * xM + yM * yM + belowM * belowM;
  return (intensityTowards(table, axes, xM, yM, -belowM) * belowM) / (squareM2 * Math.sqrt(squareM2));
}
