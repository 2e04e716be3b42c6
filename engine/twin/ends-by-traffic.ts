import { actuationOf } from './actuation-of.ts';
import { coordinationOf } from './coordination-of.ts';
import { firstIntervalOf, intervalCountOf } from './plan-of.ts';
import type { ReadingTwin } from './twin.ts';

/** Whether traffic has a say in when an interval ends, so that nobody knows how long it lasts: it is actuated, or its controller coordinated. */
export const endsByTraffic = (twin: ReadingTwin, interval: number): boolean =>
  actuationOf(twin, interval) >= 0 || coordinationOf(twin, twin.intervals.controller[interval]!, interval) >= 0;

/** Whether traffic has a say in any interval of the plan that one belongs to: such a plan has no time that it could be late against. */
export function planEndsByTraffic(twin: ReadingTwin, interval: number): boolean {
  const first = firstIntervalOf(twin, interval), end = first + intervalCountOf(twin, interval);
  for (let one = first; one < end; one++) if (endsByTraffic(twin, one)) return true;
  return false;
}
