import { copyTable, tableFrom, type RowValues } from '../foundation/table.ts';
import { aspectColumns, controllerColumns, intervalColumns, planSwitchColumns, signalPlanColumns } from './signals.ts';
import type { ReadingTwin, Twin } from './twin.ts';

/** An interval of a plan with what every group shows in it. */
export interface PlanStep { durationS: number; longestS: number; stage: number; shown: number[] }

/** A plan of a controller as rows; `first`: its first row in the twin that it stands in, -1 for one that is new. */
export interface PlanRows { name: string; cycleS: number; offsetS: number; steps: PlanStep[]; first: number }

/** The plans of a controller, and which of them (by its place in the list) it takes when. */
export interface ControllerPlans { plans: PlanRows[]; switches: { days: number; atS: number; plan: number }[] }

/** How the only plan of a controller is called. */
export const ONLY_PLAN = 'plan';

/** What stands in the tables of a twin about the plans of a controller. */
export function plansIn(twin: ReadingTwin, controller: number): ControllerPlans {
  const { controllers, signalPlans, planSwitches } = twin, plans: PlanRows[] = [], place = new Map<number, number>();
  for (let row = 0; row < signalPlans.count; row++) {
    if (signalPlans.controller[row] !== controller) continue;
    place.set(row, plans.length);
    plans.push({ name: signalPlans.name[row]!, cycleS: signalPlans.cycleS[row]!, offsetS: signalPlans.offsetS[row]!, ...stepsFrom(twin, controller, signalPlans.firstInterval[row]!, signalPlans.intervalCount[row]!) });
  }
  if (plans.length === 0) plans.push({ name: ONLY_PLAN, cycleS: controllers.cycleS[controller]!, offsetS: controllers.offsetS[controller]!, ...stepsFrom(twin, controller, controllers.firstInterval[controller]!, controllers.intervalCount[controller]!) });
  const switches = Array.from({ length: planSwitches.count }, (_, row) => row).filter((row) => planSwitches.controller[row] === controller)
    .map((row) => ({ days: planSwitches.days[row]!, atS: planSwitches.atS[row]!, plan: place.get(planSwitches.plan[row]!)! }));
  return { plans, switches };
}

function stepsFrom({ controllers, intervals, aspects }: ReadingTwin, controller: number, first: number, count: number): Pick<PlanRows, 'steps' | 'first'> {
  const steps = Array.from({ length: count }, (_, at): PlanStep => ({
    durationS: intervals.durationS[first + at]!, longestS: intervals.longestS[first + at]!, stage: intervals.stage[first + at]!,
    shown: Array.from({ length: controllers.groupCount[controller]! }, (__, group) => aspects.shown[intervals.firstAspect[first + at]! + group]!),
  }));
  return { steps, first };
}

/** Puts these plans, one entry a controller, in place of those of a twin. Gives the first rows that every plan which stood there before has now. */
export function writePlanTables(copy: Twin, all: readonly ControllerPlans[]): Map<number, number> {
  const intervals: RowValues<typeof intervalColumns>[] = [], aspects: RowValues<typeof aspectColumns>[] = [], moved = new Map<number, number>();
  const signalPlans: RowValues<typeof signalPlanColumns>[] = [], planSwitches: RowValues<typeof planSwitchColumns>[] = [], changed = copyTable(controllerColumns, copy.controllers);
  all.forEach(({ plans, switches }, controller) => {
    const firstPlan = signalPlans.length;
    plans.forEach(({ name, cycleS, offsetS, steps, first }, at) => {
      const firstInterval = intervals.length, row = { cycleS, offsetS, firstInterval, intervalCount: steps.length };
      if (first >= 0) moved.set(first, firstInterval);
      for (const { shown, ...step } of steps) {
        intervals.push({ controller, ...step, firstAspect: aspects.length });
        for (const one of shown) aspects.push({ shown: one });
      }
      if (plans.length > 1) signalPlans.push({ controller, name, ...row });
      if (at === 0) for (const column of ['cycleS', 'offsetS', 'firstInterval', 'intervalCount'] as const) changed[column][controller] = row[column];
    });
    for (const { plan, ...one } of switches) planSwitches.push({ controller, ...one, plan: firstPlan + plan });
  });
  copy.controllers = changed;
  copy.intervals = tableFrom(intervalColumns, intervals);
  copy.aspects = tableFrom(aspectColumns, aspects);
  copy.signalPlans = tableFrom(signalPlanColumns, signalPlans);
  copy.planSwitches = tableFrom(planSwitchColumns, planSwitches);
  return moved;
}
