import { makeTable, type Columns, type RowValues, type Table } from '../foundation/table.ts';

/** A table whose rows are appended while a run goes on. Columns hold spare room; `finished` cuts it off. */
export interface GrowingTable<C extends Columns> {
  readonly columns: C;
  /** `rows.count` is the number of rows appended; its columns are longer. */
  rows: Table<C>;
  roomRows: number;
}

export function makeGrowingTable<C extends Columns>(columns: C, roomRows = 256): GrowingTable<C> {
  const rows = makeTable(columns, roomRows);
  rows.count = 0;
  return { columns, rows, roomRows };
}

/** Adds a row of zeros and returns its number; the caller fills `table.rows.<column>[row]`. */
export function addRow<C extends Columns>(table: GrowingTable<C>): number {
  if (table.rows.count === table.roomRows) {
    table.roomRows *= 2;
    const wider = makeTable(table.columns, table.roomRows) as Table<C> & Record<string, Float64Array>;
    const rows = table.rows as Table<C> & Record<string, Float64Array>;
    for (const name of Object.keys(table.columns)) wider[name]!.set(rows[name]!);
    wider.count = table.rows.count;
    table.rows = wider;
  }
  return table.rows.count++;
}

/** Adds a row given as an object: for events, not for every vehicle of every step. */
export function appendRow<C extends Columns>(table: GrowingTable<C>, values: RowValues<C>): void {
  const row = addRow(table);
  const rows = table.rows as Table<C> & Record<string, { [row: number]: unknown }>;
  for (const name of Object.keys(table.columns)) rows[name]![row] = values[name];
}

/** The rows appended so far, in columns of exactly that length that share no memory with the growing ones. */
export function finished<C extends Columns>(table: GrowingTable<C>): Table<C> {
  const rows = table.rows as Table<C> & Record<string, Float64Array>;
  const cut: Record<string, unknown> = { count: rows.count };
  for (const name of Object.keys(table.columns)) cut[name] = rows[name]!.slice(0, rows.count);
  return cut as Table<C>;
}
