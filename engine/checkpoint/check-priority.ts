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

/** What those who ask signals for something have in common. */
type Asking = FillingTable<Pick<typeof requestColumns, 'departure' | 'controller' | 'signalGroup'>>;

/** Ways of columns of a table of those who ask that hold what no run writes. `mayBeIdle`: a row may ask nobody just now. */
export function askingFaults(controllers: ReadingTwin['controllers'], way: string, { used, rows }: Asking, mayBeIdle = false): string[] {
  if (!Number.isInteger(used) || used < 0 || used > rows.count) return [`${way}.used`];
  const faults: string[] = [];
  for (let row = 0; row < used; row++) {
    const controller = rows.controller[row]!;
    if (!(mayBeIdle && controller === -1) && !(rows.signalGroup[row]! < (controllers.groupCount[controller] ?? 0))) faults.push(`${way}.rows.signalGroup`);
    if (!(rows.departure[row]! >= 0)) faults.push(`${way}.rows.departure`);
  }
  return faults;
}

/** Ways of columns that hold what no run writes: rows in use beyond their table, groups that a controller has not, units that do not know their vehicle. */
export function priorityFaults({ controllers }: ReadingTwin, priority: PriorityState | undefined): string[] {
  if (!priority) return [];
  const { units, messages, requests, unitOf } = priority;
  const faults = [
    ...askingFaults(controllers, 'state.priority.units', units, true), ...askingFaults(controllers, 'state.priority.messages', messages),
    ...askingFaults(controllers, 'state.priority.requests', requests),
  ];
  for (let row = 0; row < Math.min(units.used, units.rows.count); row++) if (unitOf[units.rows.departure[row]!] !== row) faults.push('state.priority.unitOf');
  if (unitOf.some((row) => row < -1 || row >= units.used)) faults.push('state.priority.unitOf');
  return faults;
}
