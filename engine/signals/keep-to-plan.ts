import type { CityState } from '../state/city-state.ts';
import { waitLeftS } from '../state/longest-wait.ts';
import { actuationOf } from '../twin/actuation-of.ts';
import { lateAgainstPlanS, startInCycleS } from '../twin/plan-lateness.ts';
import { cycleOfS, offsetOfS } from '../twin/plan-of.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { greensUntilS } from './change-over.ts';

/** In place of its length: a stage that is to end when cycle and offset of its plan say. */
export const UNTIL_PLANNED_S = -1;

/** Times of a run are sums of steps. */
const ROUNDING_CYCLES = 1e-9;
const SHORTEST_S = 1;

/** How long a stage lasts, by how much it then ends later than its plan says, and by how much it is longer than in its plan. */
export interface PlannedLength { lengthS: number; lateS: number; longerS: number }

/**
 * The length of a stage that begins at a time, from which on its plan is kept: until the next time at which the plan ends
 * it; where less is lost so, only as long as it has to be. Where traffic decides there is no plan to keep.
 */
export function untilPlannedS(twin: ReadingTwin, stage: number, startS: number, leastS: number): PlannedLength {
  const durationS = twin.intervals.durationS[stage]!, cycleS = cycleOfS(twin, stage), actuation = actuationOf(twin, stage);
  if (actuation >= 0) return { lengthS: Math.max(leastS, twin.actuations.shortestS[actuation]!), lateS: 0, longerS: 0 };
  const earliestS = startS + Math.max(SHORTEST_S, leastS), endS = nextPlannedEndS(twin, stage, earliestS);
  const lateS = earliestS - (endS - cycleS), longerS = endS - startS - durationS;
  return lateS < longerS ? { lengthS: earliestS - startS, lateS, longerS: 0 } : { lengthS: endS - startS, lateS: 0, longerS: Math.max(0, longerS) };
}

/** When a stage next ends by cycle and offset of its plan, at a time or after it. */
export function nextPlannedEndS(twin: ReadingTwin, stage: number, fromS: number): number {
  const cycleS = cycleOfS(twin, stage), plannedS = offsetOfS(twin, stage) + startInCycleS(twin, stage) + twin.intervals.durationS[stage]!;
  return plannedS + Math.ceil((fromS - plannedS) / cycleS - ROUNDING_CYCLES) * cycleS;
}

/**
 * The running stage, which has just come to show whole, ends when its plan says. What it is longer or shorter than planned so is not
 * to be given back; what it ends sooner for those who wait is.
 */
export function keepToPlan(twin: ReadingTwin, state: CityState, controller: number): void {
  const { timeS, signals } = state, { controllers } = signals, stage = controllers.interval[controller]!, isPlanned = actuationOf(twin, stage) < 0;
  const leastS = Math.max(SHORTEST_S, greensUntilS(twin, signals, controller) - timeS), planned = untilPlannedS(twin, stage, timeS, leastS), durationS = twin.intervals.durationS[stage]!;
  const lengthS = isPlanned ? soonEnoughS(twin, state, controller, leastS, planned.lengthS) : planned.lengthS, onPlan = { planShiftS: signals.changeovers.controllers.planShiftS[controller]!, leaveOutStage: -1 };
  const lateS = lengthS < planned.lengthS ? lateAgainstPlanS(twin, controller, stage, timeS + lengthS - durationS, onPlan) : planned.lateS;
  controllers.endsS[controller] = timeS + lengthS;
  controllers.shortenedS[controller] = 0;
  controllers.behindS[controller] = isPlanned ? lateS - (lengthS - durationS) : 0;
}

/** As long as a stage is to last, or by so much less that nobody waits longer than they may for it: where buses cut those before it short, its end by the plan may be too far away. */
function soonEnoughS(twin: ReadingTwin, state: CityState, controller: number, leastS: number, lengthS: number): number {
  const leftS = waitLeftS(twin, state, controller, state.timeS + lengthS);
  if (leftS >= 0) return lengthS;
  // Some wait for what comes after it, whenever it ends.
  const shorterS = Math.max(leastS, lengthS + Math.floor(leftS));
  return waitLeftS(twin, state, controller, state.timeS + shorterS) > leftS ? shorterS : lengthS;
}
