import { existsSync, lstatSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetRead } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { makeTable, type ColumnKind, type Columns, type Table } from '../../engine/foundation/table.ts';
import { resultTables, type ResultTables } from '../../engine/results/tables.ts';
import { SMALL_BYTES, sumOfBytes, sumsText, SUMS_FILE, writeSummed, type WrittenFiles } from './content-sums.ts';
import { manifestSchema, type RunManifest } from './manifest.ts';

/**
 * A result as files: manifest.json, one Parquet file for each table that has rows, replay/<fromS>.bin.gz for each segment,
 * and the sums of them all in contents.sha256.
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

/**
 * Writes every table that has rows into `folder`, which must exist, and tells what it wrote. Half of them have none in most runs, and a file costs more
 * than what it holds. The thread that writes has nothing else to do: to wait for each file would take twice as long.
 */
export function writeResultTables(folder: string, tables: ResultTables): WrittenFiles {
  const written: WrittenFiles = {};
  for (const [name, columns] of Object.entries(resultTables)) {
    const table = tables[name as keyof ResultTables];
    if (table.count > 0) written[`${name}.parquet`] = writeSummed(join(folder, `${name}.parquet`), tableBytes(columns as Columns, table));
  }
  return written;
}

/** A table of so few rows fits into a few blocks of a disk as it is: what it takes to make it smaller, and to tell where in it to look, takes longer than to read it whole. */
const FEW_ROWS = 256;
/** One group where hyparquet-writer would begin with a small one: nobody looks at the first rows only, and each group is described anew. */
const ROWS_A_GROUP = 100_000;

/** A table as a Parquet file. What it holds decides its bytes, on every machine and version of Node. */
export function tableBytes(columns: Columns, table: { count: number }): Uint8Array {
  const isSmall = table.count <= FEW_ROWS;
  const columnData = Object.entries(columns).map(([column, { kind }]) => ({
    name: column, data: storable((table as unknown as Record<string, unknown>)[column], kind), type: parquetTypes[kind], nullable: false, ...(isSmall ? { encoding: 'PLAIN' as const } : {}),
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: 'jumeau', rowGroupSize: ROWS_A_GROUP, ...(isSmall ? { codec: 'UNCOMPRESSED', statistics: false, pageSize: 0 } : {}) }));
}

/** Reads one table of a stored result into typed columns; one without a file has no rows. Throws when the file is cut or lacks a column, or when the manifest tells of one that is gone. */
export async function readResultTable<C extends Columns>(folder: string, name: string, columns: C): Promise<Table<C>> {
  const path = join(folder, `${name}.parquet`);
  if (!existsSync(path)) {
    if ((await readManifest(folder))?.filesBytes[`${name}.parquet`] !== undefined) throw new Error(`${path} is missing, though the manifest tells of it`);
    return makeTable(columns, 0);
  }
  const file = await asyncBufferFromFile(path);
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

/** More than the longest list of changes takes. */
const MOST_MANIFEST_BYTES = 32 * 1024 * 1024;

/** Undefined when the folder holds no manifest of this version. */
export async function readManifest(folder: string): Promise<RunManifest | undefined> {
  const path = join(folder, 'manifest.json');
  try {
    const { size } = statSync(path);
    if (size > MOST_MANIFEST_BYTES) return undefined;
    return manifestSchema.safeParse(JSON.parse(size <= SMALL_BYTES ? readFileSync(path, 'utf8') : await readFile(path, 'utf8'))).data;
  } catch {
    return undefined; // Missing, or not JSON: not a result.
  }
}

/**
 * Bytes of every file in a folder and below, by its path with slashes; what only points to a file elsewhere is none.
 * Looked up on the way: a result has a dozen files, and to wait for each takes ten times as long on a busy machine.
 */
export async function filesBytesIn(folder: string): Promise<Record<string, number>> {
  const names = (readdirSync(folder, { recursive: true }) as string[]).sort();
  const files = names.map((name) => ({ name: name.split(sep).join('/'), about: lstatSync(join(folder, name), { throwIfNoEntry: false }) }));
  return Object.fromEntries(files.flatMap(({ name, about }) => (about?.isFile() ? [[name, about.size]] : [])));
}

/** Whether every file that the manifest tells of is there and has its size; not where the folder has gone meanwhile. */
export async function isWhole(folder: string, { filesBytes }: RunManifest): Promise<boolean> {
  const there = await filesBytesIn(folder).catch((error: NodeJS.ErrnoException) => { if (error.code === 'ENOENT') return undefined; throw error; });
  return there !== undefined && Object.entries(filesBytes).every(([name, bytes]) => there[name] === bytes);
}

/** Written last, after the sums of all: a folder with a manifest is whole. Gives the manifest, which now tells of the files. */
export function writeManifest(folder: string, about: Omit<RunManifest, 'filesBytes'>, written: WrittenFiles): RunManifest {
  const files = Object.entries(written).sort(([one], [other]) => (one < other ? -1 : 1));
  const manifest = { ...about, filesBytes: Object.fromEntries(files.map(([name, { bytes }]) => [name, bytes])) }, text = `${JSON.stringify(manifest, undefined, 2)}\n`;
  writeFileSync(join(folder, SUMS_FILE), sumsText([...files.map(([name, { sum }]) => ({ name, sum })), { name: 'manifest.json', sum: sumOfBytes(text) }]));
  writeFileSync(join(folder, 'manifest.json'), text);
  return manifest;
}
