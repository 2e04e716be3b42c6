import type { ResultTables } from '../../engine/results/tables.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { vehicleClasses, vehicleClassOf, type VehicleClass } from './vehicle-class.ts';

/** Delays at signals in steps of ten seconds; the last bin holds all from two minutes on. */
export const DELAY_BIN_S = 10;
const BINS = 13;

/** How many passages lost how much, by class. */
export type DelayBins = Record<VehicleClass, { counts: number[]; sumS: number }>;

export function delayBins({ twin, tables: { junctionPassages } }: { twin: ReadingTwin; tables: Pick<ResultTables, 'junctionPassages'> }): DelayBins {
  const bins = Object.fromEntries(vehicleClasses.map((one) => [one, { counts: new Array<number>(BINS).fill(0), sumS: 0 }])) as DelayBins;
  for (let row = 0; row < junctionPassages.count; row++) {
    const mine = bins[vehicleClassOf(twin, junctionPassages.departure[row]!)], delayS = junctionPassages.delayS[row]!;
    mine.counts[Math.min(BINS - 1, Math.max(0, Math.floor(delayS / DELAY_BIN_S)))]!++;
    mine.sumS += delayS;
  }
  return bins;
}
