import { firstRowOf, minimumGreenOfS } from './group-limits.ts';
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
  const controller = coordinations.controller[row]!, leastS = Math.max(coordinations.leastStageS[row]!, minimumGreenS(twin, controller, interval));
  return durationS - mostShortenedS(twin, controller, interval, () => leastS);
}

function followsWithoutClearing({ intervals, controllers }: ReadingTwin, interval: number, coordinated: number): boolean {
  const first = controllers.firstInterval[intervals.controller[interval]!]!;
  let before = interval;
  while (before > first && before !== coordinated && intervals.stage[before - 1] === 1) before--;
  return before === coordinated;
}

/** The longest minimum of the greens of an interval. */
function minimumGreenS(twin: ReadingTwin, controller: number, interval: number): number {
  let firstGroup = 0, leastS = 0;
  for (let before = 0; before < controller; before++) firstGroup += twin.controllers.groupCount[before]!;
  for (let group = 0; group < twin.controllers.groupCount[controller]!; group++) if (isGreen(twin, interval, group)) leastS = Math.max(leastS, minimumGreenOfS(twin, firstGroup + group));
  return leastS;
}
