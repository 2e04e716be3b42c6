import { actuationOf } from './actuation-of.ts';
import { coordinationOf } from './coordination-of.ts';
import type { ReadingTwin } from './twin.ts';

/** Whether traffic has a say in when an interval ends, so that nobody knows how long it lasts: it is actuated, or its controller coordinated. */
export const endsByTraffic = (twin: ReadingTwin, interval: number): boolean =>
  actuationOf(twin, interval) >= 0 || coordinationOf(twin, twin.intervals.controller[interval]!, interval) >= 0;
