import { makeTable, type Columns, type Table } from '../foundation/table.ts';

/** A table of which the first `used` rows hold something, in the order in which they came; the others are room. */
export interface FillingTable<C extends Columns> { used: number; rows: Table<C> }

export const makeFillingTable = <C extends Columns>(columns: C, roomRows: number): FillingTable<C> => ({ used: 0, rows: makeTable(columns, roomRows) });

/** Takes one more row, which may hold anything: the caller writes every column. */
export function takeRow<C extends Columns>(columns: C, table: FillingTable<C>): number {
  if (table.used === table.rows.count) {
    const wider = makeTable(columns, table.rows.count * 2) as Table<C> & Record<string, Float64Array>;
    for (const name of Object.keys(columns)) wider[name]!.set((table.rows as typeof wider)[name]!);
    table.rows = wider;
  }
  return table.used++;
}

/** Takes a row out; those behind it move up. */
export function dropRow<C extends Columns>(columns: C, table: FillingTable<C>, row: number): void {
  for (const name of Object.keys(columns)) (table.rows as Table<C> & Record<string, Float64Array>)[name]!.copyWithin(row, row + 1, table.used);
  table.used--;
}
