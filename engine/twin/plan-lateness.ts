import { cycleOfS, firstIntervalOf, offsetOfS } from './plan-of.ts';
import { mostAheadS } from './plan-recovery.ts';
import { stageAfter } from './plan-stages.ts';
import { ruleOf } from './priority.ts';
import type { ReadingTwin } from './twin.ts';

/** Against which plan a controller is late. */
export interface ShiftedPlan {
  /** How much later than by offset and cycle its plan had come to run before it was left. */
  planShiftS: number;
  /** The stage of this round that has had its turn before, -1 for none. */
  leaveOutStage: number;
}

/** When a stage begins in a cycle of its plan, from the start of that cycle. */
export function startInCycleS(twin: ReadingTwin, stage: number): number {
  let startS = 0;
  for (let before = firstIntervalOf(twin, stage); before < stage; before++) startS += twin.intervals.durationS[before]!;
  return startS;
}

/**
 * How much later an interval begins than its plan says, half a cycle at most; negative: earlier. What a plan that keeps its
 * offset cannot make up for by longer stages is the rest of a cycle to be given back.
 */
export function lateAgainstPlanS(twin: ReadingTwin, controller: number, interval: number, startS: number, { planShiftS, leaveOutStage }: ShiftedPlan): number {
  const cycleS = cycleOfS(twin, interval), { recoveryCycleCount, keepsOffset } = ruleOf(twin, controller);
  const plannedS = offsetOfS(twin, interval) + startInCycleS(twin, interval) + planShiftS;
  // Those that come before the stage that was brought forward come later by its length, and are on time.
  const apartS = startS - plannedS - (leaveOutStage < 0 ? 0 : lengthInPlanS(twin, leaveOutStage));
  const lateS = apartS - Math.floor(apartS / cycleS + 0.5) * cycleS;
  return keepsOffset === 1 && lateS < -mostAheadS(twin, interval, Math.max(1, recoveryCycleCount)) ? lateS + cycleS : lateS;
}

/** From the start of a stage to that of the next. */
function lengthInPlanS(twin: ReadingTwin, stage: number): number {
  const lengthS = startInCycleS(twin, stageAfter(twin, stage)) - startInCycleS(twin, stage);
  return lengthS > 0 ? lengthS : lengthS + cycleOfS(twin, stage);
}
