import { amberOfS, firstRowOf } from './group-limits.ts';
import { minimumGreenInS } from './minimum-green.ts';
import { isGreen } from './plan-green.ts';
import { cycleOfS, firstIntervalOf, intervalCountOf } from './plan-of.ts';
import { mostShortenedS } from './shortest-interval.ts';
import type { ReadingTwin } from './twin.ts';

/** Shortest green. Usual in France; 5 s in Germany (RiLSA). */
const MINIMUM_GREEN_S = 6;
/** The most of a stage that is given back at once, so that one stage alone does not pay. */
const MOST_GIVEN_BACK_SHARE = 0.3;

const keptS = (durationS: number): number => durationS - Math.max(0, Math.min(durationS - MINIMUM_GREEN_S, Math.floor(durationS * MOST_GIVEN_BACK_SHARE)));

/** What an interval can give back, in whole seconds, when its plan runs late: none of the minimum green of its groups. */
export const mostGivenBackS = (twin: ReadingTwin, controller: number, interval: number): number =>
  Math.max(0, Math.min(mostShortenedS(twin, controller, interval, keptS), Math.floor(twin.intervals.durationS[interval]! - minimumGreenInS(twin, interval))));

/** How late a plan may become so that so many cycles can give it back: more, and coordination with the neighbours would be lost. `interval`: any of the plan. */
export const mostBehindS = (twin: ReadingTwin, interval: number, cycles: number): number =>
  cycles * sumOverPlan(twin, interval, (one) => mostGivenBackS(twin, twin.intervals.controller[one]!, one));

/** How early a plan may become so that stages which may last longer can make up for it in so many cycles, and nobody waits longer than anyone may. `interval`: any of the plan. */
export const mostAheadS = (twin: ReadingTwin, interval: number, cycles: number): number => cycles * Math.min(
  sumOverPlan(twin, interval, (one) => (twin.intervals.stage[one] ? twin.intervals.longestS[one]! - twin.intervals.durationS[one]! : 0)),
  mostWaitedS(twin, interval),
);

/** How much longer a cycle of a plan may become until the first of the groups would be red for longer than anyone may wait. `interval`: any of the plan. */
export function mostWaitedS(twin: ReadingTwin, interval: number): number {
  const { signalGroups, controllers, intervals } = twin, controller = intervals.controller[interval]!, first = firstRowOf(signalGroups, controller);
  let leftS = Infinity;
  for (let group = 0; group < controllers.groupCount[controller]! && first + group < signalGroups.count; group++) {
    const longestS = signalGroups.longestWaitS[first + group]!, redS = redInPlanS(twin, interval, group);
    if (longestS > 0 && redS < cycleOfS(twin, interval)) leftS = Math.min(leftS, Math.max(0, longestS - (redS - amberOfS(twin, first + group))));
  }
  return leftS;
}

/** How long a group is not green in a cycle of the plan that an interval belongs to. */
export const redInPlanS = (twin: ReadingTwin, interval: number, group: number): number => sumOverPlan(twin, interval, (one) => (isGreen(twin, one, group) ? 0 : twin.intervals.durationS[one]!));

/** Sum over the intervals of the plan that one belongs to. */
export function sumOverPlan(twin: ReadingTwin, interval: number, of: (one: number) => number): number {
  const first = firstIntervalOf(twin, interval), end = first + intervalCountOf(twin, interval);
  let sum = 0;
  for (let one = first; one < end; one++) sum += of(one);
  return sum;
}
