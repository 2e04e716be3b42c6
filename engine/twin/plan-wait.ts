import { actuationOf } from './actuation-of.ts';
import { isGreen } from './plan-green.ts';
import { firstIntervalOf, intervalCountOf } from './plan-of.ts';
import type { ReadingTwin } from './twin.ts';

/** From the end of an interval to the green of a group as its plan goes on, at the latest; where the plan has none, 0. */
export function untilGreenS(twin: ReadingTwin, running: number, group: number): number {
  const { intervals, actuations } = twin, first = firstIntervalOf(twin, running), count = intervalCountOf(twin, running);
  let waitS = 0;
  for (let on = 1; on < count; on++) {
    const next = first + ((running - first + on) % count), actuation = actuationOf(twin, next);
    if (isGreen(twin, next, group)) return waitS;
    waitS += actuation < 0 ? intervals.durationS[next]! : actuations.longestS[actuation]!;
  }
  return 0;
}
