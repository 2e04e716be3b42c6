import type { ReadingTwin } from './twin.ts';

/** The intervals of a plan, and its cycle. */
export interface PlanRange { first: number; count: number; cycleS: number }

/** Every plan of a controller, the one that it has without a schedule first. */
export function planRanges({ controllers, signalPlans }: ReadingTwin, controller: number): PlanRange[] {
  const own = { first: controllers.firstInterval[controller]!, count: controllers.intervalCount[controller]!, cycleS: controllers.cycleS[controller]! }, ranges = [own];
  for (let plan = 0; plan < signalPlans.count; plan++) {
    if (signalPlans.controller[plan] !== controller || signalPlans.firstInterval[plan] === own.first) continue;
    ranges.push({ first: signalPlans.firstInterval[plan]!, count: signalPlans.intervalCount[plan]!, cycleS: signalPlans.cycleS[plan]! });
  }
  return ranges;
}
