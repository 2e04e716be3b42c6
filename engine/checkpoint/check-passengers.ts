import type { PassengerState } from '../state/passenger-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/**
 * The first column of the passengers that does not hold together; undefined when all can be stepped. Every chain of people ends, holds as many as it says and
 * ends with whom it says, calls lie in their trip, as many are aboard as are to get off, and nobody is to come from before the day.
 */
export function faultOfPassengers(twin: ReadingTwin, { lineStops, trips, calls, waiting, firstFree }: PassengerState): string | undefined {
  const isRow = (row: number): boolean => row >= -1 && row < waiting.count;
  if (!waiting.next.every(isRow) || !isRow(firstFree) || !lineStops.first.every(isRow) || !lineStops.last.every(isRow)) return 'waiting.next';
  const seen = new Uint8Array(waiting.count);
  /** How many stand in a chain, and its last; -1 when one stands in two chains. */
  const follow = (first: number): { count: number; last: number } => {
    let count = 0, last = -1;
    for (let row = first; row >= 0; row = waiting.next[row]!, count++) {
      if (seen[row]!++ > 0) return { count: -1, last };
      last = row;
    }
    return { count, last };
  };
  if (follow(firstFree).count < 0) return 'firstFree';
  for (let row = 0; row < lineStops.count; row++) {
    const { count, last } = follow(lineStops.first[row]!);
    if (count !== lineStops.waiting[row] || last !== lineStops.last[row]) return 'lineStops.waiting';
    if (lineStops.nextPosted[row]! > twin.postedTimes.count) return 'lineStops.nextPosted';
    // All who would have come since are drawn one by one.
    if (!(lineStops.wantS[row]! >= Math.min(0, twin.lineStops.fromS[row]!))) return 'lineStops.wantS';
  }
  for (let trip = 0; trip < trips.count; trip++) {
    const first = twin.trips.firstCall[trip]!, end = first + twin.trips.callCount[trip]!;
    if (trips.nextCall[trip]! < first || trips.nextCall[trip]! > end) return 'trips.nextCall';
    let bound = 0;
    for (let call = first; call < end; call++) bound += calls.alighting[call]!;
    if (bound !== trips.aboard[trip]) return 'trips.aboard';
  }
  return undefined;
}
