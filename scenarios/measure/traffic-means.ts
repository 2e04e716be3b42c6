import { tripEnd } from '../../engine/results/tables.ts';
import type { Measured } from './indicator.ts';
import { isOtherTraffic } from './vehicle-kind.ts';

/** A trip as planned: when it wanted to depart, and up to when it has been simulated. A run that ends takes nobody out of the means. */
export interface PlannedTrip { row: number; plannedDepartS: number; departS: number; untilS: number }

/**
 * Mean over every departure of other traffic that was planned in the measured time: those that arrived, those under way when the
 * run ended and those that still waited to come in. A mean over arrivals alone leaves out the worst trips of whatever jams most.
 * Null without any.
 */
export function meanOverOtherTraffic({ twin, tables: { trips }, figures: { endS } }: Measured, secondsOf: (trip: PlannedTrip) => number): number | null {
  let sumS = 0, planned = 0;
  for (let row = 0; row < trips.count; row++) {
    if (!isOtherTraffic(twin, trips.departure[row]!)) continue;
    const hasArrived = trips.end[row] === tripEnd.arrived, departS = trips.departS[row]!;
    sumS += secondsOf({ row, plannedDepartS: trips.plannedDepartS[row]!, departS: departS < 0 ? endS : departS, untilS: hasArrived ? trips.arriveS[row]! : endS });
    planned++;
  }
  return planned > 0 ? sumS / planned : null;
}
