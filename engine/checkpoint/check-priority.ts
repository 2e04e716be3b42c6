import type { Columns } from '../foundation/table.ts';
import type { FillingTable } from '../state/filling-table.ts';
import { learnedColumns, messageColumns, priorityControllerColumns, requestColumns, unitColumns, type PriorityState } from '../state/priority-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import type { Part } from './leaves.ts';

/** The tables of priority whose rows speak of other tables, with the rows that are used. */
export function priorityTables(priority: PriorityState | undefined): [name: string, table: Part, columns: Columns, used: number][] {
  if (!priority) return [];
  const filling = <C extends Columns>(name: string, table: FillingTable<C>, columns: C): [string, Part, Columns, number] => [`priority.${name}.rows`, table.rows as Part, columns, table.used];
  return [
    filling('units', priority.units, unitColumns), filling('messages', priority.messages, messageColumns), filling('requests', priority.requests, requestColumns),
    ['priority.learned', priority.learned, learnedColumns, priority.learned.count],
    ['priority.controllers', priority.controllers, priorityControllerColumns, priority.controllers.count],
  ];
}

/** Ways of columns that hold what no run writes: rows in use beyond their table, groups that a controller has not, units that do not know their vehicle. */
export function priorityFaults({ controllers }: ReadingTwin, priority: PriorityState | undefined): string[] {
  if (!priority) return [];
  const { units, messages, requests, unitOf } = priority, faults: string[] = [];
  for (const [name, table] of [['units', units], ['messages', messages], ['requests', requests]] as const) {
    if (!Number.isInteger(table.used) || table.used < 0 || table.used > table.rows.count) { faults.push(`state.priority.${name}.used`); continue; }
    for (let row = 0; row < table.used; row++) {
      const controller = table.rows.controller[row]!, isFree = name === 'units' && controller === -1;
      if (!isFree && !(table.rows.signalGroup[row]! < (controllers.groupCount[controller] ?? 0))) faults.push(`state.priority.${name}.rows.signalGroup`);
      if (!(table.rows.departure[row]! >= 0)) faults.push(`state.priority.${name}.rows.departure`);
    }
  }
  for (let row = 0; row < Math.min(units.used, units.rows.count); row++) if (unitOf[units.rows.departure[row]!] !== row) faults.push('state.priority.unitOf');
  if (unitOf.some((row) => row < -1 || row >= units.used)) faults.push('state.priority.unitOf');
  return faults;
}
