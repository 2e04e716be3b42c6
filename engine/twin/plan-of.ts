import { firstAtLeast } from '../foundation/first-at-least.ts';
import type { ReadingTwin } from './twin.ts';

/** The row in `signalPlans` that an interval belongs to, -1 where its controller has one plan only. Rows are sorted by their first interval. */
export function signalPlanOf({ signalPlans }: ReadingTwin, interval: number): number {
  if (signalPlans.count === 0) return -1;
  const row = firstAtLeast(signalPlans.firstInterval, signalPlans.count, interval + 1) - 1;
  return row >= 0 && interval < signalPlans.firstInterval[row]! + signalPlans.intervalCount[row]! ? row : -1;
}

/** A column of the plan that an interval belongs to: that of its controller where it has one plan only. */
const ofPlan = (column: 'firstInterval' | 'intervalCount' | 'cycleS' | 'offsetS') => (twin: ReadingTwin, interval: number): number => {
  const plan = signalPlanOf(twin, interval);
  return plan < 0 ? twin.controllers[column][twin.intervals.controller[interval]!]! : twin.signalPlans[column][plan]!;
};

/** The first interval of the plan that an interval belongs to. */
export const firstIntervalOf = ofPlan('firstInterval');
/** How many intervals the plan has that an interval belongs to. */
export const intervalCountOf = ofPlan('intervalCount');
/** The cycle of the plan that an interval belongs to. */
export const cycleOfS = ofPlan('cycleS');
/** How long after midnight, modulo its cycle, the plan starts that an interval belongs to. */
export const offsetOfS = ofPlan('offsetS');
