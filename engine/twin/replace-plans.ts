import { tableFrom, type RowValues } from '../foundation/table.ts';
import { plansIn, writePlanTables, type ControllerPlans, type PlanRows } from './plan-tables.ts';
import { actuationColumns, coordinationColumns } from './signals.ts';
import type { ReadingTwin, Twin } from './twin.ts';

/**
 * Puts these plans, by controller, in place of those that a city has: intervals with what they show, one controller after the other.
 * Who speaks of an interval follows it where a plan shows the same as before. Gives the names of controllers whose greens
 * traffic decided in a plan that is no more: the clock decides them now.
 */
export function replacePlans(twin: ReadingTwin, copy: Twin, chosen: ReadonlyMap<number, ControllerPlans>): Set<string> {
  const newRow = new Int32Array(twin.intervals.count).fill(-1);
  const before = Array.from({ length: twin.controllers.count }, (_, controller) => plansIn(twin, controller));
  const after = before.map((own, controller) => sameWhereSame(own, chosen.get(controller) ?? own)), moved = writePlanTables(copy, after);
  for (const { plans } of after) for (const { first, steps } of plans) if (first >= 0) steps.forEach((_, at) => { newRow[first + at] = moved.get(first)! + at; });
  return followIntervals(twin, copy, newRow);
}

/** New plans that show the same as one that stood there take its place. */
function sameWhereSame(own: ControllerPlans, now: ControllerPlans): ControllerPlans {
  const shows = ({ steps }: PlanRows): string => JSON.stringify(steps.map(({ shown }) => shown)), taken = new Set(now.plans.map(({ first }) => first));
  const plans = now.plans.map((plan) => {
    const same = plan.first >= 0 ? undefined : own.plans.find((one) => !taken.has(one.first) && shows(one) === shows(plan));
    if (same) taken.add(same.first);
    return same ? { ...plan, first: same.first } : plan;
  });
  return { ...now, plans };
}

function followIntervals({ actuations, coordinations, intervals, controllers }: ReadingTwin, copy: Twin, newRow: Int32Array): Set<string> {
  const kept: RowValues<typeof actuationColumns>[] = [], fixed = new Set<string>();
  for (let row = 0; row < actuations.count; row++) {
    const interval = actuations.interval[row]!;
    if (newRow[interval]! < 0) { fixed.add(controllers.name[intervals.controller[interval]!]!); continue; }
    kept.push({ interval: newRow[interval]!, shortestS: actuations.shortestS[row]!, longestS: actuations.longestS[row]!, passingS: actuations.passingS[row]!, firstGap: actuations.firstGap[row]!, gapCount: actuations.gapCount[row]! });
  }
  copy.actuations = tableFrom(actuationColumns, kept.sort((one, other) => one.interval - other.interval));
  const coordinated: RowValues<typeof coordinationColumns>[] = [];
  for (let row = 0; row < coordinations.count; row++) {
    const controller = coordinations.controller[row]!, stage = newRow[coordinations.stage[row]!]!;
    if (stage < 0) fixed.add(controllers.name[controller]!);
    else coordinated.push({ controller, stage, leastStageS: coordinations.leastStageS[row]! });
  }
  copy.coordinations = tableFrom(coordinationColumns, coordinated);
  return fixed;
}
