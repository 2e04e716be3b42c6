import type { Columns } from '../foundation/table.ts';
import { preemptionServiceColumns, preemptionWishColumns, waveCallColumns, type PreemptionState } from '../state/preemption-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import type { Part } from './leaves.ts';

/** The tables of vehicles that go before the plan whose rows speak of other tables, with the rows that are used. */
export function preemptionTables(preemption: PreemptionState | undefined): [name: string, table: Part, columns: Columns, used: number][] {
  if (!preemption) return [];
  const { calls, wishes, services } = preemption;
  return [
    ['preemption.calls.rows', calls.rows as Part, waveCallColumns, calls.used],
    ['preemption.wishes', wishes, preemptionWishColumns, wishes.count], ['preemption.services', services, preemptionServiceColumns, services.count],
  ];
}

/** Ways of columns that hold what no run writes: calls beyond their table or to nobody, groups that a controller has not, a stage for nobody or of another controller. */
export function preemptionFaults({ controllers, intervals }: ReadingTwin, preemption: PreemptionState | undefined): string[] {
  if (!preemption) return [];
  const { calls: { used, rows }, wishes, services } = preemption, faults: string[] = [];
  if (!Number.isInteger(used) || used < 0 || used > rows.count) return ['state.preemption.calls.used'];
  for (let row = 0; row < used; row++) {
    if (!(rows.departure[row]! >= 0)) faults.push('state.preemption.calls.rows.departure');
    if (!(rows.signalGroup[row]! < (controllers.groupCount[rows.controller[row]!] ?? 0))) faults.push('state.preemption.calls.rows.signalGroup');
  }
  for (let controller = 0; controller < controllers.count; controller++) {
    if (wishes.departure[controller]! >= 0 && !(wishes.signalGroup[controller]! < controllers.groupCount[controller]!)) faults.push('state.preemption.wishes.signalGroup');
    const stage = services.stage[controller]!;
    if (stage >= 0 !== services.departure[controller]! >= 0 || (stage >= 0 && intervals.controller[stage] !== controller)) faults.push('state.preemption.services.stage');
  }
  return faults;
}
