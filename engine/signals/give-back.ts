import type { ReadingTwin } from '../twin/twin.ts';
import { mostGivenBackS } from '../twin/plan-recovery.ts';

/**
 * How much shorter an interval becomes because the plan runs late after an extension; negative: how much longer, because
 * it runs early after a stage was cut short.
 */
export function giveBackS(twin: ReadingTwin, controller: number, interval: number, behindS: number): number {
  if (behindS > 0) return Math.min(behindS, mostGivenBackS(twin, controller, interval));
  if (behindS === 0 || twin.intervals.stage[interval] === 0) return 0;
  return Math.max(behindS, twin.intervals.durationS[interval]! - twin.intervals.longestS[interval]!);
}
