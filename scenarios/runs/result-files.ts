import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetRead } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { makeTable, type ColumnKind, type Columns, type Table } from '../../engine/foundation/table.ts';
import { resultTables, type ResultTables } from '../../engine/results/tables.ts';
import { manifestSchema, type RunManifest } from './manifest.ts';

/**
 * A result as files: manifest.json, one Parquet file a table, and replay/<fromS>.bin.gz for each segment.
 * Any tool that reads Parquet reads the tables; column names carry their units.
 */

type ParquetType = NonNullable<Parameters<typeof parquetWriteBuffer>[0]['columnData'][number]['type']>;

const parquetTypes: Record<ColumnKind, ParquetType> = {
  f64: 'DOUBLE', f32: 'FLOAT', i32: 'INT32', u32: 'INT32', u16: 'INT32', u8: 'INT32', text: 'STRING',
};

function storable(values: unknown, kind: ColumnKind): Float64Array | Float32Array | Int32Array | string[] {
  if (kind === 'u32' || kind === 'u16' || kind === 'u8') return Int32Array.from(values as ArrayLike<number>);
  return values as Float64Array | Float32Array | Int32Array | string[];
}

/** Writes every table into `folder`, which must exist. */
export async function writeResultTables(folder: string, tables: ResultTables): Promise<void> {
  for (const [name, columns] of Object.entries(resultTables)) await writeFile(join(folder, `${name}.parquet`), tableBytes(columns as Columns, tables[name as keyof ResultTables]));
}

/** A table as a Parquet file. */
export function tableBytes(columns: Columns, table: { count: number }): Uint8Array {
  const columnData = Object.entries(columns).map(([column, { kind }]) => ({
    name: column, data: storable((table as unknown as Record<string, unknown>)[column], kind), type: parquetTypes[kind], nullable: false,
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: 'jumeau' }));
}

/** Reads one table of a stored result into typed columns. Throws when the file is missing or lacks a column. */
export async function readResultTable<C extends Columns>(folder: string, name: string, columns: C): Promise<Table<C>> {
  const file = await asyncBufferFromFile(join(folder, `${name}.parquet`));
  const metadata = await parquetMetadataAsync(file);
  const table = makeTable(columns, Number(metadata.num_rows));
  if (table.count === 0) return table;
  await parquetRead({
    file, metadata, columns: Object.keys(columns),
    onChunk({ columnName, columnData, rowStart }) {
      const into = (table as unknown as Record<string, { [row: number]: unknown }>)[columnName]!;
      const text = columns[columnName]!.kind === 'text';
      for (let at = 0; at < columnData.length; at++) into[rowStart + at] = text ? columnData[at] : Number(columnData[at]);
    },
  });
  return table;
}

/** Every table of a stored result. */
export async function readResultTables(folder: string): Promise<ResultTables> {
  const read = Object.entries(resultTables).map(async ([name, columns]) => [name, await readResultTable(folder, name, columns as Columns)] as const);
  return Object.fromEntries(await Promise.all(read)) as unknown as ResultTables;
}

/** Undefined when the folder holds no manifest of this version. */
export async function readManifest(folder: string): Promise<RunManifest | undefined> {
  try {
    return manifestSchema.safeParse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))).data;
  } catch {
    return undefined; // Missing, or not JSON: not a result.
  }
}

/** Bytes of every file in a folder and below, by its path with slashes. */
export async function filesBytesIn(folder: string): Promise<Record<string, number>> {
  const names = (await readdir(folder, { recursive: true })).sort();
  const files = await Promise.all(names.map(async (name) => ({ name: name.split(sep).join('/'), about: await stat(join(folder, name)) })));
  return Object.fromEntries(files.filter(({ about }) => about.isFile()).map(({ name, about }) => [name, about.size]));
}

/** Whether every file that the manifest tells of is there and has its size. */
export async function isWhole(folder: string, { filesBytes }: RunManifest): Promise<boolean> {
  const there = await filesBytesIn(folder);
  return Object.entries(filesBytes).every(([name, bytes]) => there[name] === bytes);
}

/** Written last: a folder with a manifest is whole. */
export async function writeManifest(folder: string, manifest: RunManifest): Promise<void> {
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
}
