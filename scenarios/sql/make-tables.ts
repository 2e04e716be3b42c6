import { statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Store } from '../runs/store.ts';
import type { ListedResult } from '../runs/stored-results.ts';
import { citiesOf, departuresOf, namesOf } from './city-tables.ts';
import { comparisonRows } from './comparison-table.ts';
import { fillTable } from './fill-table.ts';
import { indicatorRows, runRow, type SqlRow } from './run-tables.ts';
import { filledTables, quoted, sqlTables, tableOf, viewOf } from './sql-tables.ts';
import { sweepRows } from './sweep-table.ts';

type FilledName = keyof typeof filledTables;

/** Tables of all runs, with rows in those that the query names; of the others only the columns. Then the doors are shut. */
export async function makeTables(connection: DuckDBConnection, store: Store, sql: string, signal: AbortSignal | undefined): Promise<void> {
  const asked = namesIn(sql), files = new Map(asked.filter((name) => !Object.hasOwn(filledTables, name)).map((name) => [name, [] as string[]]));
  const rows: Record<FilledName, SqlRow[]> = { runs: [], indicators: [], comparisons: [], sweeps: [], names: [], departures: [] }, isAsked = (name: FilledName) => asked.includes(name), twins = new Set<string>();
  for await (const listed of store.list()) {
    signal?.throwIfAborted();
    const row = runRow(listed);
    if (!row) continue;
    rows.runs.push(row);
    twins.add(listed.manifest!.twinHash);
    if (isAsked('indicators')) rows.indicators.push(...indicatorRows(listed));
    for (const [table, paths] of files) if (hasTable(listed, table)) paths.push(join(listed.folder, `${table}.parquet`));
  }
  if (isAsked('comparisons')) for await (const row of comparisonRows(store.folder)) rows.comparisons.push(row);
  if (isAsked('sweeps')) for await (const row of sweepRows(store.folder)) rows.sweeps.push(row);
  for await (const { hash, twin } of citiesOf(store, isAsked('names') || isAsked('departures') ? twins : new Set())) {
    signal?.throwIfAborted();
    if (isAsked('names')) for (const row of namesOf(hash, twin)) rows.names.push(row);
    if (isAsked('departures')) for (const row of departuresOf(hash, twin)) rows.departures.push(row);
  }
  for (const [table, columns] of Object.entries(sqlTables)) {
    if (!Object.hasOwn(filledTables, table)) await connection.run(viewOf(table, columns, files.get(table) ?? []));
    else {
      await connection.run(tableOf(table, columns));
      await fillTable(connection, table, columns, rows[table as FilledName]);
    }
  }
  await connection.run(`SET allowed_directories = [${quoted(join(store.folder, 'results') + sep)}]`);
  for (const shut of ['enable_external_access = false', 'lock_configuration = true']) await connection.run(`SET ${shut}`);
}

/** A file that was cut is none: it would end the query of all others. */
function hasTable({ folder, manifest }: ListedResult, table: string): boolean {
  const bytes = manifest!.filesBytes[`${table}.parquet`];
  return bytes !== undefined && statSync(join(folder, `${table}.parquet`), { throwIfNoEntry: false })?.size === bytes;
}

/** Names of tables in a query: every word that could be one, in our letters, for SQL does not tell `Trips` from `trips`. */
function namesIn(sql: string): string[] {
  const words = new Set(sql.toLowerCase().match(/\w+/g));
  return Object.keys(sqlTables).filter((name) => words.has(name.toLowerCase()));
}
