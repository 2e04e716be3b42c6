import { firstRowOf, minimumGreenOfS } from './group-limits.ts';
import { isGreen } from './plan-green.ts';
import type { ReadingTwin } from './twin.ts';

/** The longest minimum green of the groups that an interval lets go; 0 where the twin declares no limits. */
export function minimumGreenInS(twin: ReadingTwin, interval: number): number {
  const controller = twin.intervals.controller[interval]!, first = firstRowOf(twin.signalGroups, controller);
  let leastS = 0;
  for (let group = 0; group < twin.controllers.groupCount[controller]!; group++) if (isGreen(twin, interval, group)) leastS = Math.max(leastS, minimumGreenOfS(twin, first + group));
  return leastS;
}
