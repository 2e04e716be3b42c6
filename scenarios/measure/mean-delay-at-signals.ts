import type { Measured } from './indicator.ts';
import { vehicleClassOf, type VehicleClass } from './vehicle-class.ts';

/** Mean over all passages of these classes; null for a run that kept no record of junctions, or in which none passed. */
export function meanDelayAtSignals({ twin, tables: { junctionPassages } }: Measured, wanted: (one: VehicleClass) => boolean): number | null {
  let passages = 0, lostS = 0;
  for (let row = 0; row < junctionPassages.count; row++) {
    if (!wanted(vehicleClassOf(twin, junctionPassages.departure[row]!))) continue;
    passages++;
    lostS += junctionPassages.delayS[row]!;
  }
  return passages > 0 ? lostS / passages : null;
}
