import { parseClock } from '../../../engine/foundation/clock.ts';
import { hasErrors, type Checked } from '../../../engine/foundation/problem.ts';
import { copyTable, tableFrom, type RowValues } from '../../../engine/foundation/table.ts';
import { actuationColumns, aspectColumns, controllerColumns, groupKind, intergreenColumns, intervalColumns, signalGroupColumns } from '../../../engine/twin/signals.ts';
import type { ReadingTwin, Twin } from '../../../engine/twin/twin.ts';
import { makeProblemList, type ProblemList } from '../../formats/problem-list.ts';
import type { PlannedController, SignalPlan } from '../../formats/signal-plans/plan-records.ts';
import { aspectOfLetter } from '../../formats/signal-plans/shown-letters.ts';
import { checkTwin } from '../check-twin.ts';

interface ChosenPlan { planned: PlannedController; plan: SignalPlan }

/**
 * The city with these plans in place of its own, or all the reasons why not. A controller runs one plan: the one of its
 * schedule at `atS`, seconds since midnight. Controllers that the file does not name keep theirs. The twin given stays as it is.
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

function choosePlans({ controllers }: ReadingTwin, planned: readonly PlannedController[], file: string, atS: number | undefined, problems: ProblemList): Map<number, ChosenPlan> {
  const rowOf = new Map(Array.from(controllers.name).map((name, row) => [name, row])), chosen = new Map<number, ChosenPlan>();
  for (const one of planned) {
    const where = `${file}: "${one.name}"`, row = rowOf.get(one.name);
    if (row === undefined) { problems.error('plans-unknown-controller', where, { name: one.name, count: controllers.count }); continue; }
    if (one.groups.length !== controllers.groupCount[row]) { problems.error('plans-other-groups', where, { groups: one.groups.length, wanted: controllers.groupCount[row]! }); continue; }
    const schedule = one.schedule ?? [];
    if (atS === undefined && (schedule.length > 1 || (schedule.length === 0 && one.plans.length > 1))) { problems.error('plans-several', where, { plans: one.plans.length }); continue; }
    // Before the first entry of the day the last one of the day before still runs.
    const entry = atS === undefined ? schedule[0] : schedule.findLast(({ from }) => parseClock(from)! <= atS) ?? schedule.at(-1);
    const plan = entry === undefined ? one.plans[0] : one.plans.find(({ name }) => name === entry.plan);
    if (plan) chosen.set(row, { planned: one, plan });
  }
  return chosen;
}

/** Intervals with what they show, one controller after the other; who speaks of an interval follows it where its plan shows the same as before. */
function replaceIntervals(twin: ReadingTwin, copy: Twin, chosen: ReadonlyMap<number, ChosenPlan>, file: string, problems: ProblemList): void {
  const { controllers, intervals, aspects } = twin;
  const intervalRows: RowValues<typeof intervalColumns>[] = [], aspectRows: RowValues<typeof aspectColumns>[] = [], newRow = new Int32Array(intervals.count).fill(-1);
  copy.controllers = copyTable(controllerColumns, controllers);
  for (let controller = 0; controller < controllers.count; controller++) {
    const before = controllers.firstInterval[controller]!, count = controllers.intervalCount[controller]!, groups = controllers.groupCount[controller]!;
    const shownBefore = Array.from({ length: count }, (_, at) => Array.from({ length: groups }, (__, group) => aspects.shown[intervals.firstAspect[before + at]! + group]!));
    const plan = chosen.get(controller)?.plan, firstInterval = intervalRows.length;
    const now = plan
      ? plan.intervals.map(({ durationTenths, longestTenths, stage, shows }) => ({ durationS: durationTenths / 10, longestS: (longestTenths ?? durationTenths) / 10, stage: stage ? 1 : 0, shown: [...shows].map((letter) => aspectOfLetter[letter]!) }))
      : shownBefore.map((shown, at) => ({ durationS: intervals.durationS[before + at]!, longestS: intervals.longestS[before + at]!, stage: intervals.stage[before + at]!, shown }));
    if (JSON.stringify(now.map(({ shown }) => shown)) === JSON.stringify(shownBefore)) for (let at = 0; at < count; at++) newRow[before + at] = firstInterval + at;
    for (const { shown, ...row } of now) {
      intervalRows.push({ controller, ...row, firstAspect: aspectRows.length });
      for (const one of shown) aspectRows.push({ shown: one });
    }
    copy.controllers.firstInterval[controller] = firstInterval;
    copy.controllers.intervalCount[controller] = now.length;
    if (!plan) continue;
    copy.controllers.cycleS[controller] = plan.intervals.reduce((sum, { durationTenths }) => sum + durationTenths, 0) / 10;
    copy.controllers.offsetS[controller] = plan.offsetTenths / 10;
  }
  copy.intervals = tableFrom(intervalColumns, intervalRows);
  copy.aspects = tableFrom(aspectColumns, aspectRows);
  followIntervals(twin, copy, newRow, file, problems);
}

/** What traffic decided in a plan that is no more is decided by the clock now. */
function followIntervals({ actuations, intervals, controllers }: ReadingTwin, copy: Twin, newRow: Int32Array, file: string, problems: ProblemList): void {
  const kept: RowValues<typeof actuationColumns>[] = [], fixed = new Set<string>();
  for (let row = 0; row < actuations.count; row++) {
    const interval = actuations.interval[row]!;
    if (newRow[interval]! < 0) { fixed.add(controllers.name[intervals.controller[interval]!]!); continue; }
    kept.push({ interval: newRow[interval]!, shortestS: actuations.shortestS[row]!, longestS: actuations.longestS[row]!, passingS: actuations.passingS[row]!, firstGap: actuations.firstGap[row]!, gapCount: actuations.gapCount[row]! });
  }
  copy.actuations = tableFrom(actuationColumns, kept.sort((one, other) => one.interval - other.interval));
  for (const name of fixed) problems.warning('plans-fixed-now', `${file}: "${name}"`);
}

/** Pairs of groups stay in the order in which the city has them, so that a matrix that says the same leaves the same city; new ones follow. */
function replaceMatrices({ intergreens }: ReadingTwin, copy: Twin, chosen: ReadonlyMap<number, ChosenPlan>): void {
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
function replaceLimits({ controllers, signalGroups }: ReadingTwin, copy: Twin, chosen: ReadonlyMap<number, ChosenPlan>): void {
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
