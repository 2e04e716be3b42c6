import type { PassengerState } from '../state/passenger-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import type { AtStop } from './board-and-alight.ts';

/**
 * Until when a vehicle is held so that it does not run into the one before it: a share of the timetabled headway must have passed
 * since that left this stop (a threshold, as in Fu and Yang 2002). -1 where nobody is held, or the timetable has this one first.
 */
export function heldUntilS({ lineStops, calls }: ReadingTwin, { lineStops: { leftS, leftTimetabledS } }: PassengerState, { lineStop, call, standingSinceS }: AtStop): number {
  if (lineStop < 0) return -1;
  const share = lineStops.leastHeadwayShare[lineStop]!, headwayS = calls.departS[call]! - leftTimetabledS[lineStop]!;
  if (share === 0 || leftS[lineStop]! < 0 || headwayS <= 0) return -1;
  return Math.min(leftS[lineStop]! + share * headwayS, standingSinceS + lineStops.longestStandS[lineStop]!);
}
