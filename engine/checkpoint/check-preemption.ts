import type { Columns } from '../foundation/table.ts';
import { preemptionServiceColumns, preemptionWishColumns, waveCallColumns, type PreemptionState } from '../state/preemption-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { askingFaults } from './check-priority.ts';
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
  const { calls, wishes, services } = preemption, faults = askingFaults(controllers, 'state.preemption.calls', calls);
  for (let controller = 0; controller < controllers.count; controller++) {
    if (wishes.departure[controller]! >= 0 && !(wishes.signalGroup[controller]! < controllers.groupCount[controller]!)) faults.push('state.preemption.wishes.signalGroup');
    const stage = services.stage[controller]!;
    if (stage >= 0 !== services.departure[controller]! >= 0 || (stage >= 0 && intervals.controller[stage] !== controller)) faults.push('state.preemption.services.stage');
  }
  return faults;
}
