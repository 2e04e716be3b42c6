import { tripEnd } from '../../engine/results/tables.ts';
import type { Measured } from './indicator.ts';
import { isOtherTraffic } from './vehicle-kind.ts';

/** Mean over the arrived trips of other traffic; null without any. */
export function meanOverOtherTraffic({ twin, tables: { trips } }: Measured, secondsOf: (row: number) => number): number | null {
  let sumS = 0, arrived = 0;
  for (let row = 0; row < trips.count; row++) {
    if (trips.end[row] !== tripEnd.arrived || !isOtherTraffic(twin, trips.departure[row]!)) continue;
    sumS += secondsOf(row);
    arrived++;
  }
  return arrived > 0 ? sumS / arrived : null;
}
