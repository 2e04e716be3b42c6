import { firstRowOf } from './group-limits.ts';
import { minimumGreenInS } from './minimum-green.ts';
import { isGreen } from './plan-green.ts';
import { firstIntervalOf } from './plan-of.ts';
import { mostShortenedS } from './shortest-interval.ts';
import type { ReadingTwin } from './twin.ts';

/** The row in `coordinations` by which an interval of a controller's plan runs; -1 where the plan alone says, or another of its plans is coordinated. */
export function coordinationOf(twin: ReadingTwin, controller: number, interval: number): number {
  const { coordinations } = twin;
  if (coordinations.count === 0) return -1;
  const row = firstRowOf(coordinations, controller);
  if (row === coordinations.count || coordinations.controller[row] !== controller) return -1;
  return firstIntervalOf(twin, coordinations.stage[row]!) === firstIntervalOf(twin, interval) ? row : -1;
}

/**
 * How short a stage may become at a coordinated controller: its own length for the coordinated stage, for stages that follow it
 * without a clearing and for clearings.
 */
export function shortestCoordinatedS(twin: ReadingTwin, row: number, interval: number): number {
  const { coordinations, intervals } = twin, durationS = intervals.durationS[interval]!, coordinated = coordinations.stage[row]!;
  if (intervals.stage[interval] === 0 || interval === coordinated || followsWithoutClearing(twin, interval, coordinated)) return durationS;
  const controller = coordinations.controller[row]!, leastS = Math.max(coordinations.leastStageS[row]!, minimumGreenInS(twin, interval));
  return durationS - mostShortenedS(twin, controller, interval, () => leastS);
}

function followsWithoutClearing(twin: ReadingTwin, interval: number, coordinated: number): boolean {
  const { intervals } = twin, first = firstIntervalOf(twin, interval);
  let before = interval;
  while (before > first && before !== coordinated && intervals.stage[before - 1] === 1) before--;
  return before === coordinated;
}

/** A coordinated controller to be: what a row of `coordinations` would say. */
interface Coordination { controller: number; stage: number; leastStageS: number }

/**
 * Whether no group is red for longer than anyone may wait, however early the other stages end: at worst a green ends as early
 * as it can, and the next begins as late as planned. The end of the coordinated stage is the fixed point of the cycle.
 */
export function nobodyWaitsTooLong(twin: ReadingTwin, { controller, stage, leastStageS }: Coordination): boolean {
  const { signalGroups, controllers, intervals } = twin, first = controllers.firstInterval[controller]!, count = controllers.intervalCount[controller]!, cycleS = controllers.cycleS[controller]!;
  const order = Array.from({ length: count }, (_, at) => first + ((stage - first + 1 + at) % count)), one = { coordinations: { count: 1, controller: [controller], stage: [stage], leastStageS: [leastStageS] } };
  const plannedS = order.map((interval) => intervals.durationS[interval]!), shortestS = order.map((interval) => shortestCoordinatedS({ ...twin, ...one } as ReadingTwin, 0, interval));
  const sumS = (lengths: readonly number[], until: number): number => lengths.slice(0, until).reduce((sum, lengthS) => sum + lengthS, 0);
  const firstGroup = firstRowOf(signalGroups, controller);
  for (let group = 0; group < controllers.groupCount[controller]! && firstGroup + group < signalGroups.count; group++) {
    const longestS = signalGroups.longestWaitS[firstGroup + group]!, green = order.map((interval) => isGreen(twin, interval, group));
    if (longestS <= 0 || !green.includes(true)) continue;
    for (let end = 0; end < count; end++) {
      if (!green[end] || green[(end + 1) % count]) continue;
      const next = green.findIndex((isNow, at) => isNow && at > end), isInCycle = next > end, start = isInCycle ? next : green.indexOf(true);
      const redS = isInCycle ? sumS(plannedS, start) - sumS(plannedS, end + 1) : cycleS + sumS(plannedS, start) - (end === count - 1 ? cycleS : sumS(shortestS, end + 1));
      if (redS - signalGroups.amberS[firstGroup + group]! > longestS) return false;
    }
  }
  return true;
}
