import type { ReadingTwin } from '../twin/twin.ts';

/** Shortest green. Usual in France; 5 s in Germany (RiLSA). */
export const MINIMUM_GREEN_S = 6;
/** The most of a stage that is given back at once, so that one stage alone does not pay: the plan is regained in 1 to 3 cycles. */
const MOST_GIVEN_BACK_SHARE = 0.3;

/**
 * How much shorter an interval becomes because the plan runs late after an extension. Only stages give back, in whole
 * seconds, and none falls below the minimum green; clearing intervals keep their length, for safety hangs on them.
 */
export function giveBackS({ intervals }: ReadingTwin, interval: number, behindS: number): number {
  if (intervals.stage[interval] === 0 || behindS <= 0) return 0;
  const durationS = intervals.durationS[interval]!;
  const mostS = Math.max(0, Math.min(durationS - MINIMUM_GREEN_S, Math.floor(durationS * MOST_GIVEN_BACK_SHARE)));
  return Math.min(behindS, mostS);
}
