import type { CityState } from '../state/city-state.ts';
import type { PriorityState } from '../state/priority-state.ts';
import { lineClass } from '../twin/transit.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** What counters and the radio do not know. */
const UNKNOWN = -1;
/** Who has nobody before it, and whoever is further behind, tells this. */
const WIDEST_SHARE = 10;

/** People aboard as the counters at the doors say; only where somebody rides in vehicles of this kind. */
export function aboardCount({ departures, interiors }: ReadingTwin, { passengers }: CityState, departure: number): number {
  const trip = departures.trip[departure]!, type = departures.vehicleType[departure]!;
  if (!passengers || trip < 0) return UNKNOWN;
  for (let row = 0; row < interiors.count; row++) if (interiors.vehicleType[row] === type) return passengers.trips.aboard[trip]!;
  return UNKNOWN;
}

/** The class of its line; without one it is ordinary. */
export function classOf({ departures, trips, lines }: ReadingTwin, departure: number): number {
  const trip = departures.trip[departure]!;
  return trip < 0 ? lineClass.ordinary : lines.lineClass[trips.line[trip]!]!;
}

/**
 * How far behind the one before of its line a vehicle leaves a stop, as a share of what the timetable has between the two:
 * the control post keeps when equipped vehicles leave stops of lines, and tells the next. Kept only where rules ask for it.
 */
export function noteHeadway({ calls }: ReadingTwin, { timeS }: CityState, { headways, units: { rows } }: PriorityState, row: number, call: number): void {
  const lineStop = headways && call >= 0 ? calls.lineStop[call]! : -1;
  if (!headways || lineStop < 0) return;
  const leftS = headways.leftS[lineStop]!, plannedS = calls.departS[call]! - headways.leftTimetabledS[lineStop]!;
  // Behind one that the timetable has after it there is nobody before.
  rows.headwayShare[row] = leftS < 0 || plannedS <= 0 ? WIDEST_SHARE : Math.min(WIDEST_SHARE, (timeS - leftS) / plannedS);
  headways.leftS[lineStop] = timeS;
  headways.leftTimetabledS[lineStop] = calls.departS[call]!;
}
