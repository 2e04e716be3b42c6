import { makeTable, type Columns, type Table } from '../../engine/foundation/table.ts';
import { aspectChangeColumns, signalChangeColumns, type ResultTables } from '../../engine/results/tables.ts';

/** What signals showed over a stretch of time. */
export type ShownSignals = Pick<ResultTables, 'signalChanges' | 'aspectChanges'>;

/** The changes from `fromS` to `untilS`, and for each controller what it showed before: what the viewer needs to stand alone. */
export function signalSlice({ signalChanges, aspectChanges }: ShownSignals, fromS: number, untilS: number): ShownSignals {
  const chosen: number[] = [];
  const before = new Map<number, number>();
  for (let row = 0; row < signalChanges.count; row++) {
    const timeS = signalChanges.timeS[row]!;
    if (timeS > untilS) continue;
    if (timeS > fromS) chosen.push(row);
    else {
      const last = before.get(signalChanges.controller[row]!);
      if (last === undefined || signalChanges.timeS[last]! <= timeS) before.set(signalChanges.controller[row]!, row);
    }
  }
  chosen.push(...before.values());
  // On the way from an interval that was left before `fromS`, all that has changed since counts.
  const sinceS = (controller: number): number => (before.has(controller) ? signalChanges.timeS[before.get(controller)!]! : -Infinity);
  const altered = Array.from({ length: aspectChanges.count }, (_, row) => row)
    .filter((row) => aspectChanges.timeS[row]! <= untilS && aspectChanges.timeS[row]! >= sinceS(aspectChanges.controller[row]!));
  return { signalChanges: rowsOf(signalChangeColumns, signalChanges, chosen), aspectChanges: rowsOf(aspectChangeColumns, aspectChanges, altered) };
}

/** These rows of a table of numbers, in this order. */
function rowsOf<C extends Columns>(columns: C, table: Table<C>, rows: readonly number[]): Table<C> {
  const slice = makeTable(columns, rows.length) as Table<C> & Record<string, number[]>, from = table as Table<C> & Record<string, number[]>;
  for (const name of Object.keys(columns)) rows.forEach((row, at) => { slice[name]![at] = from[name]![row]!; });
  return slice;
}
