import type { SignalState } from '../state/signal-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { mostBehindS } from './give-back.ts';

/** After an extension none follows for this many cycles, so that the others get their green and the plan is regained. */
const LOCKOUT_CYCLES = 1;

/**
 * Whether the interval that is about to end goes on because a bus or tram needs its green: if it can still pass within
 * the longest length that the interval may have, and the plan can be regained soon after. A bus too far away to make it
 * changes nothing: that green would only keep the others waiting.
 */
export function prolongForPriority(twin: ReadingTwin, { controllers }: SignalState, controller: number): boolean {
  const endsS = controllers.endsS[controller]!, neededUntilS = controllers.neededUntilS[controller]!;
  const isLocked = controllers.extendedS[controller] === 0 && endsS < controllers.lockedUntilS[controller]!;
  if (neededUntilS <= endsS || isLocked) return false;
  const startedS = controllers.startedS[controller]!;
  // Whole seconds, as controllers count them: plan and steps keep meeting.
  const lengthS = Math.ceil(neededUntilS - startedS);
  if (lengthS > twin.intervals.longestS[controllers.interval[controller]!]!) return false;
  const untilS = startedS + lengthS;
  const lateS = controllers.behindS[controller]! + lengthS - twin.intervals.durationS[controllers.interval[controller]!]!;
  if (lateS > mostBehindS(twin, controller)) return false;
  controllers.extendedS[controller] = controllers.extendedS[controller]! + untilS - endsS;
  controllers.endsS[controller] = untilS;
  controllers.lockedUntilS[controller] = untilS + LOCKOUT_CYCLES * twin.controllers.cycleS[controller]!;
  return true;
}
