import { mostAheadS } from '../twin/plan-recovery.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { stagePlanOf } from './stage-plan.ts';

/** A plan that runs early is lengthened within so many cycles, if its stages may last longer at all. */
const RECOVERY_CYCLES = 3;

/** What follows an interval in its plan among those that a controller may change over to: stages, and what serves groups that no stage does. */
export function nextStage(twin: ReadingTwin, interval: number): number {
  const stages = stagePlanOf(twin, twin.intervals.controller[interval]!).stages;
  return stages.find((stage) => stage > interval) ?? stages[0] ?? interval;
}

/**
 * How much later an interval begins than its plan says, half a cycle at most; negative: earlier. What cannot be made up for
 * by longer stages is the rest of a cycle to be given back.
 */
export function lateAgainstPlanS(twin: ReadingTwin, controller: number, interval: number, startS: number): number {
  const { controllers, intervals } = twin, cycleS = controllers.cycleS[controller]!;
  let plannedS = controllers.offsetS[controller]!;
  for (let before = controllers.firstInterval[controller]!; before < interval; before++) plannedS += intervals.durationS[before]!;
  const apartS = startS - plannedS, lateS = apartS - Math.floor(apartS / cycleS + 0.5) * cycleS;
  return lateS < -mostAheadS(twin, controller, RECOVERY_CYCLES) ? lateS + cycleS : lateS;
}
