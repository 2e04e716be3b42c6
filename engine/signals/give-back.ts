import type { CityState } from '../state/city-state.ts';
import { waitLeftS } from '../state/longest-wait.ts';
import { mostGivenBackS } from '../twin/plan-recovery.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/**
 * How much shorter the interval that has just begun becomes because the plan runs `behindS` late after an extension; negative: how
 * much longer, because it runs early after a stage was cut short. Longer only as far as nobody waits longer than anyone may.
 */
export function giveBackS(twin: ReadingTwin, state: CityState, controller: number, behindS: number): number {
  const { interval: intervals, startedS } = state.signals.controllers, interval = intervals[controller]!;
  if (behindS > 0) return Math.min(behindS, mostGivenBackS(twin, controller, interval));
  if (behindS === 0 || twin.intervals.stage[interval] === 0) return 0;
  const plannedS = twin.intervals.durationS[interval]!, longerS = Math.min(-behindS, twin.intervals.longestS[interval]! - plannedS);
  return longerS > 0 ? -Math.min(longerS, Math.max(0, Math.floor(waitLeftS(twin, state, controller, startedS[controller]! + plannedS)))) : 0;
}
