import type { CityState } from '../state/city-state.ts';
import { longestLengthS, plannedLengthS } from '../state/longest-stage.ts';
import { makesWaitTooLong } from '../state/longest-wait.ts';
import { actuationOf } from '../twin/actuation-of.ts';
import { mostBehindS } from '../twin/plan-recovery.ts';
import { priorityMeans, type PriorityRule } from '../twin/priority.ts';
import { priorityReason } from '../twin/priority-words.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/**
 * Why the running interval may not go on until a time; `priorityReason.none` if it may. A bus too far away to make it
 * changes nothing: that green would only keep the others waiting.
 */
export function whyNotHold(twin: ReadingTwin, state: CityState, controller: number, untilS: number, rule: PriorityRule, servedLast: boolean): number {
  const { controllers } = state.signals, interval = controllers.interval[controller]!, endsS = controllers.endsS[controller]!, startedS = controllers.startedS[controller]!;
  if ((rule.means & priorityMeans.extension) === 0 || twin.intervals.stage[interval] === 0) return priorityReason.noSuchMeans;
  if (!servedLast && controllers.extendedS[controller] === 0 && endsS < controllers.lockedUntilS[controller]!) return priorityReason.lockout;
  const lengthS = wholeLengthS(startedS, untilS);
  if (lengthS > longestLengthS(twin, state.signals, controller)) return priorityReason.beyondLongest;
  if (makesWaitTooLong(twin, state, controller, startedS + lengthS)) return priorityReason.othersWaitTooLong;
  // Where traffic decides there is no plan to regain.
  if (actuationOf(twin, interval) >= 0) return priorityReason.none;
  const lateS = controllers.behindS[controller]! + lengthS - plannedLengthS(twin, state.signals, controller);
  return rule.recoveryCycleCount > 0 && lateS > mostBehindS(twin, interval, rule.recoveryCycleCount) ? priorityReason.planTooFarOff : priorityReason.none;
}

/** Controllers count whole seconds: plan and steps keep meeting. */
export const wholeLengthS = (startedS: number, untilS: number): number => Math.ceil(untilS - startedS);
