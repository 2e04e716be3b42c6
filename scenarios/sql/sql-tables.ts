import type { Column, Columns } from '../../engine/foundation/table.ts';
import { resultTables } from '../../engine/results/tables.ts';
import { departureColumns, nameColumns } from './city-tables.ts';
import { comparisonColumns } from './comparison-table.ts';
import { indicatorColumns, runColumns } from './run-tables.ts';
import { sweepColumns } from './sweep-table.ts';

/** A column as SQL shows it. Codes are shown as their names, 0 and 1 for no and yes as booleans. */
export type SqlType = 'VARCHAR' | 'DOUBLE' | 'REAL' | 'INTEGER' | 'BOOLEAN';

const types: Readonly<Record<Column['kind'], SqlType>> = { f64: 'DOUBLE', f32: 'REAL', i32: 'INTEGER', u32: 'INTEGER', u16: 'INTEGER', u8: 'INTEGER', text: 'VARCHAR' };

const isYesNo = ({ codes }: Column): boolean => codes?.['no'] === 0 && codes['yes'] === 1;
export const sqlType = (column: Column): SqlType => (isYesNo(column) ? 'BOOLEAN' : column.codes ? 'VARCHAR' : types[column.kind]);

/** Tables that are put together when they are asked; all others lie in files. */
export const filledTables = { runs: runColumns, indicators: indicatorColumns, comparisons: comparisonColumns, sweeps: sweepColumns, names: nameColumns, departures: departureColumns };

/** Every table that can be asked. */
export const sqlTables: Readonly<Record<string, Columns>> = {
  ...filledTables,
  ...Object.fromEntries(Object.entries(resultTables).map(([name, columns]) => [name, { run: runColumns.run, ...columns }])),
};

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
export const named = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** How a column is read from a Parquet file, where codes are numbers. */
function readAs(name: string, column: Column): string {
  if (isYesNo(column)) return `${named(name)} = 1 AS ${named(name)}`;
  if (!column.codes) return named(name);
  return `CASE ${named(name)} ${Object.entries(column.codes).map(([code, value]) => `WHEN ${value} THEN ${quoted(code)}`).join(' ')} END AS ${named(name)}`;
}

/** A view of one table of all runs, from these files: results/<key>/<table>.parquet. A table that nobody asks for needs no files, only its columns. */
export function viewOf(table: string, columns: Columns, files: readonly string[]): string {
  const own = Object.entries(columns).filter(([name]) => name !== 'run');
  if (files.length === 0) return `CREATE VIEW ${named(table)} AS SELECT ${Object.entries(columns).map(([name, column]) => `NULL::${sqlType(column)} AS ${named(name)}`).join(', ')} WHERE false`;
  return `CREATE VIEW ${named(table)} AS SELECT parse_path(filename)[-2] AS run, ${own.map(([name, column]) => readAs(name, column)).join(', ')} FROM read_parquet([${files.map(quoted).join(', ')}], filename = true)`;
}

export const tableOf = (table: string, columns: Columns): string => `CREATE TABLE ${named(table)} (${Object.entries(columns).map(([name, column]) => `${named(name)} ${sqlType(column)}`).join(', ')})`;
