import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { tablesToBytes } from '../../engine/foundation/table-bytes.ts';
import type { Columns, Table } from '../../engine/foundation/table.ts';
import { REPLAY_SEGMENT_S, resultTables, type ResultTables } from '../../engine/results/tables.ts';
import { readResultTable } from '../../scenarios/runs/result-files.ts';
import { makeJunctionFiles, type JunctionParts, type ReadTable } from './junction-files.ts';
import { keepRuns, onceEach } from './once-each.ts';
import { signalSlice } from './signal-slice.ts';

/** A city that the viewer may look at, with its results. Names are what the address bar shows. */
export interface ServedCity {
  name: string;
  /** File with the twin's bytes. */
  twinPath: string;
  /** Of the twin: comparisons are kept by it. */
  twinHash?: string;
  /** `folder` holds manifest.json, one Parquet file a table, and replay/. */
  results: readonly { name: string; folder: string }[];
}

/** `unzippedBytes`: where it is known, for the bar that shows how much has arrived. `isJson`: text that a page reads as such. */
export interface Zipped { gzip: Uint8Array; etag: string; unzippedBytes?: number; isJson?: true }

/** What the viewer lists before it loads anything. `manifest`: what the store wrote about the run. */
export interface CityList { cities: { name: string; results: { name: string; manifest: unknown }[] }[] }

/** The tables that the viewer may ask for whole. */
const sentTables = ['minutes', 'lampSwitches', 'groupSwitches', 'groupedLamps'] as const satisfies (keyof ResultTables)[];
export const TABLE_MAGIC = 'JUMTAB-1';

const zip = promisify(gzip);
async function zipped(bytes: Uint8Array): Promise<Zipped> {
  return { gzip: await zip(bytes, { level: 2 }), etag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 20)}"`, unzippedBytes: bytes.byteLength };
}

export interface CityFiles {
  list(): Promise<CityList>;
  has(city: string, result: string): boolean;
  twin(city: string): Promise<Zipped | undefined>;
  table(city: string, result: string, table: string): Promise<Zipped | undefined>;
  replay(city: string, result: string, fromS: number): Promise<Zipped | undefined>;
  signals(city: string, result: string, fromS: number): Promise<Zipped | undefined>;
  /** One junction of a run; `fromS`: start of spans and corridors. */
  junction(city: string, result: string, controller: number, part: keyof JunctionParts, fromS: number): Promise<Zipped | undefined>;
}

/** Only names that were given at the start are ever turned into paths, so no request can reach another file. */
export function makeCityFiles(cities: readonly ServedCity[]): CityFiles {
  const once = onceEach(), ofRun = keepRuns();
  const find = (city: string) => cities.find(({ name }) => name === city);
  const folderOf = (city: string, result: string) => find(city)?.results.find(({ name }) => name === result)?.folder;
  const read: ReadTable = <Name extends keyof ResultTables>(folder: string, name: Name) =>
    ofRun(folder)(name, () => readResultTable(folder, name, resultTables[name] as Columns)) as Promise<ResultTables[Name]>;
  const junctionFiles = makeJunctionFiles(read, once, ofRun);
  const tableBytes = (tables: Partial<ResultTables>, about: unknown): Uint8Array => {
    const columns = Object.fromEntries(Object.keys(tables).map((name) => [name, resultTables[name as keyof ResultTables] as Columns]));
    return tablesToBytes(TABLE_MAGIC, columns, tables as unknown as Record<string, Table<Columns>>, about);
  };

  return {
    async list() {
      const described = cities.map(async ({ name, results }) => ({
        name,
        results: await Promise.all(results.map(async (result) => ({
          name: result.name, manifest: JSON.parse(await readFile(join(result.folder, 'manifest.json'), 'utf8')) as unknown,
        }))),
      }));
      return { cities: await Promise.all(described) };
    },
    has: (city, result) => folderOf(city, result) !== undefined,
    async twin(city) {
      const found = find(city);
      return found && once(`twin ${found.twinPath}`, async () => zipped(await readFile(found.twinPath)));
    },
    async table(city, result, table) {
      const folder = folderOf(city, result);
      const name = sentTables.find((sent) => sent === table);
      return folder && name ? ofRun(folder)(`sent ${name}`, async () => zipped(tableBytes({ [name]: await read(folder, name) }, {}))) : undefined;
    },
    async replay(city, result, fromS) {
      const folder = folderOf(city, result);
      if (!folder) return undefined;
      try {
        const gzip = await readFile(join(folder, 'replay', `${fromS}.bin.gz`));
        return { gzip, etag: `"${createHash('sha256').update(gzip).digest('hex').slice(0, 20)}"` };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined; // No such segment in this run.
        throw error;
      }
    },
    async signals(city, result, fromS) {
      const folder = folderOf(city, result);
      if (!folder) return undefined;
      const untilS = fromS + REPLAY_SEGMENT_S, whole = { signalChanges: await read(folder, 'signalChanges'), aspectChanges: await read(folder, 'aspectChanges') };
      // Whoever plays a run soon opens a junction. What fails here fails there again, and is told then.
      void junctionFiles.prepare({ twinPath: find(city)!.twinPath, folder }).catch(() => undefined);
      return zipped(tableBytes(signalSlice(whole, fromS, untilS), { fromS, untilS }));
    },
    async junction(city, result, controller, part, fromS) {
      const folder = folderOf(city, result), twinPath = find(city)?.twinPath;
      if (!folder || twinPath === undefined) return undefined;
      const found = await junctionFiles.parts[part]({ twinPath, folder }, controller, fromS);
      return found && { ...(await zipped(Buffer.from(JSON.stringify(found)))), isJson: true };
    },
  };
}
