import { copyTable, makeTable, pickRows, rowsWhere, type Columns, type Reading, type Table } from '../../engine/foundation/table.ts';
import { preemptionRuleColumns } from '../../engine/twin/preemption.ts';
import { priorityRuleColumns } from '../../engine/twin/priority.ts';
import { actuationColumns, aspectColumns, controllerColumns, coordinationColumns, intergreenColumns, intervalColumns, planSwitchColumns, signalGroupColumns, signalPlanColumns, stageControlColumns } from '../../engine/twin/signals.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';

type Signals = Pick<Twin, 'controllers' | 'intervals' | 'aspects' | 'signalPlans' | 'planSwitches' | 'actuations' | 'coordinations' | 'stageControls' | 'intergreens' | 'signalGroups' | 'priorityRules' | 'preemptionRules'>;

/**
 * The same signals, but that controllers which `isHeard` does not name have no groups, and one interval that never ends: nothing of them
 * changes or is recorded. Controllers keep their rows; those of intervals and plans are renumbered.
 */
export function silentControllers(twin: ReadingTwin, isHeard: (controller: number) => boolean): Signals {
  const { intervals: before, aspects: shownBefore, signalPlans: plansBefore, actuations: actuationsBefore, controllers: all } = twin;
  const controllers = copyTable(controllerColumns, all);
  const keptIntervals = rowsWhere(before.count, (row) => isHeard(before.controller[row]!) || row === all.firstInterval[before.controller[row]!]);
  const intervals = pickRows(intervalColumns, before, keptIntervals), interval = newRows(keptIntervals, before.count);
  for (let controller = 0; controller < controllers.count; controller++) {
    controllers.firstInterval[controller] = interval[all.firstInterval[controller]!]!;
    if (isHeard(controller) || all.intervalCount[controller] === 0) continue;
    const only = controllers.firstInterval[controller]!;
    controllers.groupCount[controller] = controllers.busPriority[controller] = 0;
    controllers.intervalCount[controller] = 1;
    intervals.durationS[only] = intervals.longestS[only] = controllers.cycleS[controller]!;
  }
  const aspects = makeTable(aspectColumns, intervals.controller.reduce((sum, controller) => sum + controllers.groupCount[controller]!, 0));
  let at = 0;
  for (let row = 0; row < intervals.count; row++) {
    const first = intervals.firstAspect[row]!, count = controllers.groupCount[intervals.controller[row]!]!;
    intervals.firstAspect[row] = at;
    for (let group = 0; group < count; group++) aspects.shown[at++] = shownBefore.shown[first + group]!;
  }
  const keptPlans = rowsWhere(plansBefore.count, (row) => isHeard(plansBefore.controller[row]!)), signalPlans = pickRows(signalPlanColumns, plansBefore, keptPlans), plan = newRows(keptPlans, plansBefore.count);
  rename(signalPlans.firstInterval, interval);
  const actuations = pickRows(actuationColumns, actuationsBefore, rowsWhere(actuationsBefore.count, (row) => isHeard(before.controller[actuationsBefore.interval[row]!]!)));
  rename(actuations.interval, interval);
  const heard = <C extends Columns>(columns: C, table: Reading<Table<C>> & { readonly count: number; readonly controller: Readonly<ArrayLike<number>> }): Table<C> =>
    pickRows(columns, table, rowsWhere(table.count, (row) => isHeard(table.controller[row]!)));
  const planSwitches = heard(planSwitchColumns, twin.planSwitches), coordinations = heard(coordinationColumns, twin.coordinations);
  rename(planSwitches.plan, plan);
  rename(coordinations.stage, interval);
  return {
    controllers, intervals, aspects, signalPlans, planSwitches, actuations, coordinations,
    stageControls: heard(stageControlColumns, twin.stageControls), intergreens: heard(intergreenColumns, twin.intergreens), signalGroups: heard(signalGroupColumns, twin.signalGroups),
    priorityRules: heard(priorityRuleColumns, twin.priorityRules), preemptionRules: heard(preemptionRuleColumns, twin.preemptionRules),
  };
}

/** By old row, where it stands among those that are kept. */
function newRows(kept: readonly number[], count: number): Int32Array {
  const rows = new Int32Array(count).fill(-1);
  kept.forEach((row, at) => { rows[row] = at; });
  return rows;
}

function rename(column: Int32Array | Uint32Array, rows: Int32Array): void {
  for (let at = 0; at < column.length; at++) column[at] = rows[column[at]!]!;
}
