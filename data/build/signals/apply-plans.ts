import { hasErrors, type Checked } from '../../../engine/foundation/problem.ts';
import { copyTable, tableFrom, type RowValues } from '../../../engine/foundation/table.ts';
import { actuationColumns, coordinationColumns, groupKind, intergreenColumns, signalGroupColumns } from '../../../engine/twin/signals.ts';
import type { ReadingTwin, Twin } from '../../../engine/twin/twin.ts';
import { makeProblemList, type ProblemList } from '../../formats/problem-list.ts';
import type { PlannedController } from '../../formats/signal-plans/plan-records.ts';
import { checkTwin } from '../check-twin.ts';
import { choosePlans, type ChosenPlans } from './chosen-plans.ts';
import { plansIn, writePlanTables, type ControllerPlans, type PlanRows } from './plan-tables.ts';

/**
 * The city with these plans in place of its own, or all the reasons why not: with their schedules, or with `atS`, seconds
 * since midnight, only the plans that run then. Controllers that the file does not name keep theirs. The twin given stays as it is.
 */
export function applyPlans(twin: ReadingTwin, planned: readonly PlannedController[], file: string, atS: number | undefined): Checked<Twin> {
  const problems = makeProblemList(), chosen = choosePlans(twin, planned, file, atS, problems);
  if (problems.hasErrors()) return { problems: problems.all() };
  const copy = { ...twin } as Twin;
  replaceIntervals(twin, copy, chosen, file, problems);
  replaceMatrices(twin, copy, chosen);
  replaceLimits(twin, copy, chosen);
  const all = [...problems.all(), ...checkTwin(copy)];
  return hasErrors(all) ? { problems: all } : { value: copy, problems: all };
}

/** Intervals with what they show, one controller after the other; who speaks of an interval follows it where a plan shows the same as before. */
function replaceIntervals(twin: ReadingTwin, copy: Twin, chosen: ReadonlyMap<number, ChosenPlans>, file: string, problems: ProblemList): void {
  const newRow = new Int32Array(twin.intervals.count).fill(-1);
  const before = Array.from({ length: twin.controllers.count }, (_, controller) => plansIn(twin, controller));
  const after = before.map((own, controller) => sameWhereSame(own, chosen.get(controller)?.plans ?? own)), moved = writePlanTables(copy, after);
  for (const { plans } of after) for (const { first, steps } of plans) if (first >= 0) steps.forEach((_, at) => { newRow[first + at] = moved.get(first)! + at; });
  followIntervals(twin, copy, newRow, file, problems);
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

/** What traffic decided in a plan that is no more is decided by the clock now. */
function followIntervals({ actuations, coordinations, intervals, controllers }: ReadingTwin, copy: Twin, newRow: Int32Array, file: string, problems: ProblemList): void {
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
  for (const name of fixed) problems.warning('plans-fixed-now', `${file}: "${name}"`);
}

/** Pairs of groups stay in the order in which the city has them, so that a matrix that says the same leaves the same city; new ones follow. */
function replaceMatrices({ intergreens }: ReadingTwin, copy: Twin, chosen: ReadonlyMap<number, ChosenPlans>): void {
  const rows: RowValues<typeof intergreenColumns>[] = [], known = new Map<number, Set<string>>();
  for (let row = 0; row < intergreens.count; row++) {
    const controller = intergreens.controller[row]!, endingGroup = intergreens.endingGroup[row]!, startingGroup = intergreens.startingGroup[row]!;
    const matrix = chosen.get(controller)?.planned.intergreenTenths, leastTenths = matrix?.[endingGroup]?.[startingGroup];
    if (matrix) known.set(controller, (known.get(controller) ?? new Set()).add(`${endingGroup} ${startingGroup}`));
    if (leastTenths === null) continue;
    rows.push({ controller, endingGroup, startingGroup, leastS: leastTenths === undefined ? intergreens.leastS[row]! : leastTenths / 10 });
  }
  for (const [controller, { planned }] of chosen) {
    planned.intergreenTenths?.forEach((starting, endingGroup) => starting.forEach((leastTenths, startingGroup) => {
      if (leastTenths !== null && !known.get(controller)?.has(`${endingGroup} ${startingGroup}`)) rows.push({ controller, endingGroup, startingGroup, leastS: leastTenths / 10 });
    }));
  }
  rows.sort((one, other) => one.controller - other.controller);
  copy.intergreens = tableFrom(intergreenColumns, rows);
}

/** Limits of groups, where the city declares any. */
function replaceLimits({ controllers, signalGroups }: ReadingTwin, copy: Twin, chosen: ReadonlyMap<number, ChosenPlans>): void {
  if (signalGroups.count === 0) return;
  copy.signalGroups = copyTable(signalGroupColumns, signalGroups);
  let firstGroup = 0;
  for (let controller = 0; controller < controllers.count; controller++) {
    chosen.get(controller)?.planned.groups.forEach(({ kind, minimumGreenTenths, amberTenths, longestWaitTenths }, group) => {
      const row = firstGroup + group;
      if (kind !== undefined) copy.signalGroups.kind[row] = groupKind[kind];
      if (minimumGreenTenths !== undefined) copy.signalGroups.minimumGreenS[row] = minimumGreenTenths / 10;
      if (amberTenths !== undefined) copy.signalGroups.amberS[row] = amberTenths / 10;
      if (longestWaitTenths !== undefined) copy.signalGroups.longestWaitS[row] = longestWaitTenths / 10;
    });
    firstGroup += controllers.groupCount[controller]!;
  }
}
