import { DAY_S } from '../foundation/clock.ts';
import type { Problem } from '../foundation/problem.ts';
import { actuationOf } from './actuation-of.ts';
import { isGreenAspect } from './plan-green.ts';
import { planLimits, type TimedStep } from './plan-limits.ts';
import { planRanges, type PlanRange } from './plan-ranges.ts';
import type { ReadingTwin } from './twin.ts';

/** Takes what is wrong with a plan: the code of a problem, and what its words need. */
export type TellFault = (code: PlanFault, parameters: Problem['parameters']) => void;

export type PlanFault =
  | 'twin-interval-without-duration' | 'twin-interval-longest' | 'twin-interval-too-long' | 'twin-range-elsewhere' | 'twin-controller-without-plan' | 'twin-cycle-differs'
  | 'twin-green-below-limit' | 'twin-amber-below-limit' | 'twin-wait-above-limit' | 'twin-plan-breaks-intergreen';

const ROUNDING_S = 1e-6;
/** Plans count in tenths of a second; thousands of shorter intervals would end in every step. */
const SHORTEST_S = 0.1;
/** No stage is prolonged to more than a day, which is what a plan without a longest green comes with. */
const LONGEST_S = DAY_S;

/** Whether the plans of a controller are whole: every interval lasts, and all of a plan together as long as its cycle. */
export function checkPlansWhole(twin: ReadingTwin, controller: number, tell: TellFault): void {
  for (const plan of planRanges(twin, controller)) checkPlan(twin, controller, plan, tell);
}

function checkPlan({ controllers, intervals, aspects }: ReadingTwin, controller: number, { first, count, cycleS }: PlanRange, tell: TellFault): void {
  let sumS = 0;
  for (let interval = first; interval < first + count; interval++) {
    const durationS = intervals.durationS[interval]!;
    sumS += durationS;
    if (!(durationS >= SHORTEST_S - ROUNDING_S)) tell('twin-interval-without-duration', { interval });
    if (intervals.longestS[interval]! < durationS) tell('twin-interval-longest', { interval });
    if (intervals.longestS[interval]! > Math.max(durationS, LONGEST_S)) tell('twin-interval-too-long', { interval, longestS: intervals.longestS[interval]!, mostS: LONGEST_S });
    if (intervals.firstAspect[interval]! + controllers.groupCount[controller]! > aspects.count) tell('twin-range-elsewhere', { table: 'aspects', interval });
  }
  if (count === 0) tell('twin-controller-without-plan', {});
  if (Math.abs(sumS - cycleS) > ROUNDING_S) tell('twin-cycle-differs', { cycleS, sumS });
}

/**
 * Whether the plans of a controller, as they run undisturbed, keep the limits of its groups, whose first row is given: the
 * safety monitor would stop the run.
 */
export function checkPlanLimits(twin: ReadingTwin, controller: number, firstGroup: number, tell: TellFault): void {
  for (const plan of planRanges(twin, controller)) checkLimitsOf(twin, controller, firstGroup, stepsOf(twin, controller, plan), tell);
}

function stepsOf(twin: ReadingTwin, controller: number, { first, count }: PlanRange): TimedStep[] {
  const { controllers, intervals, aspects, actuations } = twin;
  return Array.from({ length: count }, (_, at): TimedStep => {
    const durationS = intervals.durationS[first + at]!, from = intervals.firstAspect[first + at]!, actuation = actuationOf(twin, first + at);
    return { leastS: actuation < 0 ? durationS : actuations.shortestS[actuation]!, mostS: durationS, shown: Array.from({ length: controllers.groupCount[controller]! }, (_group, group) => aspects.shown[from + group]!) };
  });
}

function checkLimitsOf({ controllers, signalGroups }: ReadingTwin, controller: number, firstGroup: number, steps: readonly TimedStep[], tell: TellFault): void {
  const { minimumGreenS, amberS, longestWaitS } = signalGroups;
  for (let group = 0; group < controllers.groupCount[controller]!; group++) {
    const row = firstGroup + group, shown = planLimits(steps, group);
    if (shown.leastGreenS < minimumGreenS[row]! - ROUNDING_S) tell('twin-green-below-limit', { group, planS: shown.leastGreenS, limitS: minimumGreenS[row]! });
    if (shown.leastAmberS < amberS[row]! - ROUNDING_S) tell('twin-amber-below-limit', { group, planS: shown.leastAmberS, limitS: amberS[row]! });
    if (longestWaitS[row]! > 0 && shown.longestRedS > longestWaitS[row]! + ROUNDING_S) tell('twin-wait-above-limit', { group, planS: Math.min(shown.longestRedS, DAY_S), limitS: longestWaitS[row]! });
  }
}

/** Whether all plans of its controller leave the time that a row of the intergreen matrix asks for. */
export function checkIntergreen(twin: ReadingTwin, row: number, tell: TellFault): void {
  const { controller, endingGroup, startingGroup, leastS } = twin.intergreens, ending = endingGroup[row]!, starting = startingGroup[row]!;
  const planS = planClearanceS(twin, controller[row]!, ending, starting);
  if (planS < leastS[row]! - ROUNDING_S) tell('twin-plan-breaks-intergreen', { endingGroup: ending, startingGroup: starting, leastS: leastS[row]!, planS });
}

/** The least time between the end of one group's green and the start of another's in any plan of a controller, -1 if both are ever green together. */
export const planClearanceS = (twin: ReadingTwin, controller: number, endingGroup: number, startingGroup: number): number =>
  Math.min(...planRanges(twin, controller).map((plan) => clearanceInS(twin, plan, endingGroup, startingGroup)));

function clearanceInS({ intervals, aspects }: ReadingTwin, { first, count }: PlanRange, endingGroup: number, startingGroup: number): number {
  const green = (at: number, group: number): boolean => isGreenAspect(aspects.shown[intervals.firstAspect[first + (at % count)]! + group]!);
  let leastS = Infinity;
  for (let at = 0; at < count; at++) {
    if (green(at, endingGroup) && green(at, startingGroup)) return -1;
    if (!green(at, endingGroup) || green(at + 1, endingGroup)) continue;
    let waitS = 0, next = at + 1;
    while (next < at + count && !green(next, startingGroup)) waitS += intervals.durationS[first + (next++ % count)]!;
    if (next < at + count) leastS = Math.min(leastS, waitS);
  }
  return leastS;
}
