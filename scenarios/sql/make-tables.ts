import { statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Store } from '../runs/store.ts';
import type { ListedResult } from '../runs/stored-results.ts';
import { addRan, citiesOf, departureParts, DEPARTURES_VIEW, departuresAltered, departuresOf, namesOf, noCities } from './city-tables.ts';
import { comparisonRows } from './comparison-table.ts';
import { openTable } from './fill-table.ts';
import { indicatorRows, runRow, type SqlRow } from './run-tables.ts';
import { filledTables, quoted, sqlTables, tableOf, viewOf } from './sql-tables.ts';
import { sweepRows } from './sweep-table.ts';

/** `onProgress`: 0 to 1 of the cities and changes that are gone through; 0 while results are looked for. */
export interface MakingMeans { signal: AbortSignal; onProgress: (share: number) => void }

/**
 * Tables of all runs, with rows in those that the query names; of the others only the columns. Then the doors are shut.
 * Rows go into DuckDB as they are read, and count there: nothing is gathered before that grows with runs but keys and names of files.
 */
export async function makeTables(connection: DuckDBConnection, store: Store, sql: string, { signal, onProgress }: MakingMeans): Promise<void> {
  const asked = namesIn(sql), isAsked = (name: string): boolean => asked.includes(name), files = new Map(asked.filter((name) => !Object.hasOwn(filledTables, name)).map((name) => [name, [] as string[]]));
  for (const [table, columns] of [...Object.entries(filledTables).filter(([table]) => table !== 'departures'), ...Object.entries(departureParts)]) await connection.run(tableOf(table, columns));
  await connection.run(`CREATE VIEW departures AS ${DEPARTURES_VIEW}`);
  const runs = await openTable(connection, 'runs', filledTables.runs), indicators = await openTable(connection, 'indicators', filledTables.indicators), cities = noCities();
  for await (const listed of store.list()) {
    signal.throwIfAborted();
    onProgress(0);
    if (!listed.manifest) continue;
    if (isAsked('runs')) runs.add(runRow(listed)!);
    if (isAsked('indicators')) for (const row of indicatorRows(listed)) indicators.add(row);
    if (isAsked('names') || isAsked('departures')) addRan(cities, listed);
    for (const [table, paths] of files) if (hasTable(listed, table)) paths.push(join(listed.folder, `${table}.parquet`));
  }
  runs.close();
  indicators.close();
  if (isAsked('comparisons')) await fill(connection, 'comparisons', comparisonRows(store.folder), signal);
  if (isAsked('sweeps')) await fill(connection, 'sweeps', sweepRows(store.folder), signal);
  if (isAsked('departures')) await fill(connection, 'ran', cities.rows, signal);
  const all = cities.twins.size + cities.changed.size;
  let gone = 0;
  for await (const { hash, twin } of citiesOf(store, cities.twins)) {
    onProgress(gone++ / all);
    if (isAsked('names')) await fill(connection, 'names', namesOf(hash, twin), signal);
    if (!isAsked('departures')) continue;
    await fill(connection, 'departuresOfCity', departuresOf({ twin: hash }, twin), signal);
    for (const { putIn, dropped } of departuresAltered(hash, twin, cities.changed)) {
      onProgress(gone++ / all);
      await fill(connection, 'departuresPutIn', putIn, signal);
      await fill(connection, 'departuresDropped', dropped, signal);
    }
  }
  for (const [table, columns] of Object.entries(sqlTables)) if (!Object.hasOwn(filledTables, table)) await connection.run(viewOf(table, columns, files.get(table) ?? []));
  await connection.run(`SET allowed_directories = [${quoted(join(store.folder, 'results') + sep)}]`);
  for (const shut of ['enable_external_access = false', 'lock_configuration = true']) await connection.run(`SET ${shut}`);
}

type Filled = Exclude<keyof typeof filledTables, 'departures'> | keyof typeof departureParts;

/** Rows after which timers and signals have their turn. */
const ROWS_A_TURN = 4096;

/** Gives the rest of the process its turn before the first row, and now and then after it: rows that are worked out wait for nobody, and neither limit nor Ctrl-C would be heard. */
async function fill(connection: DuckDBConnection, name: Filled, rows: Iterable<SqlRow> | AsyncIterable<SqlRow>, signal: AbortSignal): Promise<void> {
  const table = await openTable(connection, name, { ...filledTables, ...departureParts }[name]), turn = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
  };
  let added = 0;
  await turn();
  for await (const row of rows) {
    table.add(row);
    if (++added % ROWS_A_TURN === 0) await turn();
  }
  table.close();
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
