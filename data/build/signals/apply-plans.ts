import { hasErrors, type Checked } from '../../../engine/foundation/problem.ts';
import { copyTable, tableFrom, type RowValues } from '../../../engine/foundation/table.ts';
import { replacePlans } from '../../../engine/twin/replace-plans.ts';
import { groupKind, intergreenColumns, signalGroupColumns } from '../../../engine/twin/signals.ts';
import type { ReadingTwin, Twin } from '../../../engine/twin/twin.ts';
import { makeProblemList } from '../../formats/problem-list.ts';
import type { PlannedController } from '../../formats/signal-plans/plan-records.ts';
import { checkTwin } from '../check-twin.ts';
import { choosePlans, type ChosenPlans } from './chosen-plans.ts';

/**
 * The city with these plans in place of its own, or all the reasons why not: with their schedules, or with `atS`, seconds
 * since midnight, only the plans that run then. Controllers that the file does not name keep theirs. The twin given stays as it is.
 */
export function applyPlans(twin: ReadingTwin, planned: readonly PlannedController[], file: string, atS: number | undefined): Checked<Twin> {
  const problems = makeProblemList(), chosen = choosePlans(twin, planned, file, atS, problems);
  if (problems.hasErrors()) return { problems: problems.all() };
  const copy = { ...twin } as Twin;
  const fixed = replacePlans(twin, copy, new Map([...chosen].map(([controller, { plans }]) => [controller, plans])));
  for (const name of fixed) problems.warning('plans-fixed-now', `${file}: "${name}"`);
  replaceMatrices(twin, copy, chosen);
  replaceLimits(twin, copy, chosen);
  const all = [...problems.all(), ...checkTwin(copy)];
  return hasErrors(all) ? { problems: all } : { value: copy, problems: all };
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
