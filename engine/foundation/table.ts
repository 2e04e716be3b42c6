/**
 * Typed tables: named columns of numbers, one row a thing.
 *
 * A table is declared once. The declaration is the type, the memory, the file format and the documentation:
 *
 *     export const lampColumns = {
 *       cabinet:     rowOf('cabinets', 'the cabinet that feeds this lamp'),
 *       ratedPowerW: f64('at full output, driver losses included'),
 *     };
 *     export type Lamps = Table<typeof lampColumns>;   // { count, cabinet: Int32Array, ratedPowerW: Float64Array }
 */

export type ColumnKind = 'f64' | 'f32' | 'i32' | 'u32' | 'u16' | 'u8' | 'text';

interface ColumnValues {
  f64: Float64Array;
  f32: Float32Array;
  i32: Int32Array;
  u32: Uint32Array;
  u16: Uint16Array;
  u8: Uint8Array;
  text: string[];
}

/** One column: how it is stored and what it means. Units stand at the end of the column's name. */
export interface Column<Kind extends ColumnKind = ColumnKind> {
  readonly kind: Kind;
  /** What one value means, in words. */
  readonly about: string;
  /** For a column of rows: the table that the rows are of. -1 means none. */
  readonly table?: string;
  /** For a column of codes: what each code stands for. */
  readonly codes?: Readonly<Record<string, number>>;
}

export type Columns = Readonly<Record<string, Column>>;

/** The memory of a table: its row count and one array a column. */
export type Table<C extends Columns> = { count: number } & { -readonly [Name in keyof C]: ColumnValues[C[Name]['kind']] };

/** One row as an object: for building and for reading by people, never inside a step. */
export type RowValues<C extends Columns> = {
  [Name in keyof C]: C[Name]['kind'] extends 'text' ? string : number;
};

/** A table that may be read only: writing a column through it is a compile-time error. */
export type Reading<T> = {
  readonly [Name in keyof T]: T[Name] extends ArrayLike<infer Value> ? Readonly<ArrayLike<Value>> : T[Name];
};

const column = <Kind extends ColumnKind>(kind: Kind, about: string): Column<Kind> => ({ kind, about });

export const f64 = (about: string): Column<'f64'> => column('f64', about);
export const f32 = (about: string): Column<'f32'> => column('f32', about);
export const i32 = (about: string): Column<'i32'> => column('i32', about);
export const u32 = (about: string): Column<'u32'> => column('u32', about);
export const u16 = (about: string): Column<'u16'> => column('u16', about);
export const u8 = (about: string): Column<'u8'> => column('u8', about);
export const text = (about: string): Column<'text'> => column('text', about);
/** 1 for yes, 0 for no. */
export const yesNo = (about: string): Column<'u8'> => ({ kind: 'u8', about, codes: { no: 0, yes: 1 } });
/** A row of another table, -1 for none. */
export const rowOf = (table: string, about: string): Column<'i32'> => ({ kind: 'i32', about, table });
/** A small set of named values, stored as a byte. */
export const codeOf = (codes: Readonly<Record<string, number>>, about: string): Column<'u8'> => ({ kind: 'u8', about, codes });

/** A column of numbers. */
export type NumberColumn = Float64Array | Float32Array | Int32Array | Uint32Array | Uint16Array | Uint8Array | Int8Array;

/** Where columns lie: as a rule anywhere, or in memory of somebody's choice. */
export interface ColumnMemory {
  /** A column of zeros. */
  make<C>(Kind: { new (length: number): C; readonly BYTES_PER_ELEMENT: number }, length: number): C;
  /** The same numbers in a longer column, zeros after them. The column given is not used again. */
  lengthen<C extends NumberColumn>(column: C, length: number): C;
}
export const anywhere: ColumnMemory = {
  make: (Kind, length) => new Kind(length),
  lengthen(column, length) {
    const longer = new (column.constructor as new (length: number) => typeof column)(length);
    longer.set(column);
    return longer;
  },
};

const makers = {
  f64: (count: number, { make }: ColumnMemory) => make(Float64Array, count),
  f32: (count: number, { make }: ColumnMemory) => make(Float32Array, count),
  i32: (count: number, { make }: ColumnMemory) => make(Int32Array, count),
  u32: (count: number, { make }: ColumnMemory) => make(Uint32Array, count),
  u16: (count: number, { make }: ColumnMemory) => make(Uint16Array, count),
  u8: (count: number, { make }: ColumnMemory) => make(Uint8Array, count),
  text: (count: number) => new Array<string>(count).fill(''),
};

/**
 * A table of `count` rows, every number 0 and every text empty.
 * Made in one go from its entries: an object that grows column by column ends up as a dictionary, ten times slower to read.
 */
export function makeTable<C extends Columns>(columns: C, count: number, memory = anywhere): Table<C> {
  return Object.fromEntries([['count', count], ...Object.entries(columns).map(([name, { kind }]) => [name, makers[kind](count, memory)])]) as Table<C>;
}

/** A table from rows given as objects. Every column of every row must be given. */
export function tableFrom<C extends Columns>(columns: C, rows: readonly RowValues<C>[]): Table<C> {
  const table = makeTable(columns, rows.length) as Record<string, { [row: number]: unknown }> & Table<C>;
  for (const name of Object.keys(columns)) {
    const values = table[name]!;
    for (let row = 0; row < rows.length; row++) {
      const value = rows[row]![name];
      if (value === undefined) throw new Error(`row ${row}: column "${name}" is not given`);
      values[row] = value;
    }
  }
  return table;
}

/** A copy that shares no memory with the original. */
export function copyTable<C extends Columns>(columns: C, table: Reading<Table<C>>): Table<C> {
  const source = table as unknown as Record<string, { slice(): unknown }>;
  return Object.fromEntries([['count', table.count], ...Object.keys(columns).map((name) => [name, source[name]!.slice()])]) as Table<C>;
}

/** A table of these rows of another, in this order. */
export function pickRows<C extends Columns>(columns: C, table: Reading<Table<C>>, rows: readonly number[]): Table<C> {
  const picked = makeTable(columns, rows.length), from = table as unknown as Record<string, ArrayLike<unknown>>, to = picked as unknown as Record<string, unknown[]>;
  for (const name of Object.keys(columns)) rows.forEach((row, at) => { to[name]![at] = from[name]![row]; });
  return picked;
}

/** A table of the rows of another and more behind them. Every column of every further row must be given. */
export function withRows<C extends Columns>(columns: C, table: Reading<Table<C>>, rows: readonly RowValues<C>[]): Table<C> {
  const more = tableFrom(columns, rows), count = table.count as number, longer = makeTable(columns, count + more.count);
  const before = table as unknown as Record<string, ArrayLike<number>>, behind = more as unknown as Record<string, ArrayLike<number>>, to = longer as unknown as Record<string, NumberColumn | string[]>;
  for (const name of Object.keys(columns)) {
    const column = to[name]!;
    if (Array.isArray(column)) to[name] = (before[name] as unknown as string[]).concat(behind[name] as unknown as string[]);
    else { column.set(before[name]!); column.set(behind[name]!, count); }
  }
  return longer;
}

/** One row as an object. */
export function rowAt<C extends Columns>(columns: C, table: Reading<Table<C>>, row: number): RowValues<C> {
  const values = table as unknown as Record<string, ArrayLike<unknown>>;
  return Object.fromEntries(Object.keys(columns).map((name) => [name, values[name]![row]])) as RowValues<C>;
}

/** Every row as an object: to put a table together anew with rows added or altered. */
export const allRows = <C extends Columns>(columns: C, table: Reading<Table<C>>): RowValues<C>[] =>
  Array.from({ length: table.count as number }, (_, row) => rowAt(columns, table, row));

/** The rows, of so many, for which something holds. */
export function rowsWhere(count: number, holds: (row: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < count; row++) if (holds(row)) rows.push(row);
  return rows;
}

/** The name of a code: `codeName(junctionControl, 1)` is 'signals'. */
export function codeName(codes: Readonly<Record<string, number>>, value: number): string {
  for (const [name, code] of Object.entries(codes)) if (code === value) return name;
  return `unknown (${value})`;
}
