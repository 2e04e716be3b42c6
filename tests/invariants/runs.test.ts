// Goal: a stored result is whole or absent, is found again by what decides it and by nothing else, and says what the run said.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunSettings } from '../../engine/run-settings.ts';
import { run } from '../../engine/run.ts';
import { replayFromBytes } from '../../engine/results/replay-bytes.ts';
import { resultTables, type ReplaySegment, type RunResults } from '../../engine/results/tables.ts';
import { twinFromBytes, twinHash, twinToBytes } from '../../engine/twin/bytes.ts';
import { measureAll, measureCity } from '../../scenarios/measure/indicators.ts';
import { questionNamed } from '../../scenarios/questions/library.ts';
import { shareTwin, type PlannedRun, type SharedTwin } from '../../scenarios/runs/planned-run.ts';
import { runAll } from '../../scenarios/runs/pool.ts';
import { readManifest, readResultTables } from '../../scenarios/runs/result-files.ts';
import { resultKey } from '../../scenarios/runs/result-key.ts';
import { openStore, type Store, type StoredResult } from '../../scenarios/runs/store.ts';
import { smallCity } from '../browser/small-city.ts';

const settings: RunSettings = { seed: 5, fromS: 22 * 3600, untilS: 24 * 3600, stepS: 1, untilAllArrived: false, busPriority: true, replay: true };
const changes = questionNamed('bus-priority-off')!.changes;
const copy = () => twinFromBytes(twinToBytes(smallCity()))!;

let folder: string, store: Store, twin: SharedTwin;
const planned = (own: Partial<RunSettings> = {}): PlannedRun => ({ twin, scenario: 'small', changes: [], settings: { ...settings, ...own } });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jumeau-store-'));
  store = await openStore(folder);
  twin = shareTwin(twinToBytes(smallCity()), { hash: twinHash(smallCity()), city: 'Petiteville', synthetic: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what a worker thread writes is what the engine said', () => {
  let direct: RunResults, result: StoredResult;
  const segments: ReplaySegment[] = [];

  beforeAll(async () => {
    direct = run(copy(), settings, { onReplaySegment: (segment) => void segments.push(segment) });
    [result] = (await runAll([planned()], { store, useStored: false })).map((outcome) => outcome.result!) as [StoredResult];
  });

  test('the same figures and hash as a run in this very thread', () => {
    expect(result.manifest.figures).toEqual(direct.figures);
  });

  test('every indicator that needs a run; those of the city alone are not in it', () => {
    const all = measureAll({ twin: copy(), ...direct }), ofCity = Object.keys(measureCity({ twin: copy() }));
    expect(result.manifest.indicators).toEqual(Object.fromEntries(Object.entries(all).filter(([name]) => !ofCity.includes(name))));
    expect(Object.values(result.manifest.indicators).filter((value) => value !== null).length).toBeGreaterThan(5);
  });

  test('every table, read back', async () => {
    expect(await readResultTables(result.folder)).toEqual(direct.tables);
  });

  test('every table, read by a tool that shares no code with ours', async () => {
    const connection = await (await DuckDBInstance.create()).connect();
    for (const [name, columns] of Object.entries(resultTables)) {
      const table = direct.tables[name as keyof typeof resultTables] as unknown as Record<string, ArrayLike<number>> & { count: number };
      const path = join(result.folder, `${name}.parquet`);
      expect({ name, isThere: existsSync(path) }).toEqual({ name, isThere: table.count > 0 });
      if (table.count === 0) continue;
      const rows = await connection.runAndReadAll(`select ${Object.keys(columns).map((column) => `"${column}"::double`).join(', ')} from read_parquet('${path}')`);
      const expected = Array.from({ length: table.count }, (_, row) => Object.keys(columns).map((column) => table[column]![row]));
      expect({ name, rows: rows.getRows() }).toEqual({ name, rows: expected });
    }
    connection.closeSync();
  });

  test('every replay segment', () => {
    const stored = readdirSync(join(result.folder, 'replay')).sort((a, b) => parseInt(a, 10) - parseInt(b, 10));
    expect(stored).toEqual(segments.map(({ fromS }) => `${fromS}.bin.gz`));
    expect(segments.length).toBeGreaterThan(0);
    expect(stored.map((file) => replayFromBytes(new Uint8Array(gunzipSync(readFileSync(join(result.folder, 'replay', file))))))).toEqual(segments);
  });
});

describe('finding results', () => {
  test('a finished result is taken from the store, without a worker', async () => {
    const [first] = await runAll([planned({ seed: 11 })], { store, useStored: true });
    const [second] = await runAll([planned({ seed: 11 })], { store, useStored: true });
    expect(first).toMatchObject({ stored: false });
    expect(second).toMatchObject({ stored: true, result: { folder: first!.result!.folder } });
    expect(second!.result!.manifest.costs).toEqual(first!.result!.manifest.costs);
  });

  test('everything that decides a result is in its key, and nothing else', () => {
    const identity = { twinHash: 'a', changes, settings, engine: '1' };
    const key = resultKey(identity);
    const others = [
      { ...identity, twinHash: 'b' }, { ...identity, engine: '2' }, { ...identity, changes: [] },
      ...Object.entries(settings).map(([name, value]) => ({ ...identity, settings: { ...settings, [name]: typeof value === 'boolean' ? !value : value + 1 } })),
    ].map(resultKey);
    expect(new Set([key, ...others]).size).toBe(others.length + 1);
    const reversed = Object.fromEntries(Object.entries(settings).reverse()) as unknown as RunSettings;
    expect(resultKey({ ...identity, settings: reversed })).toBe(key);
  });

  test('a result without its manifest, or with a broken one, does not exist', async () => {
    const result = (await runAll([planned({ seed: 12 })], { store, useStored: true }))[0]!.result!;
    const manifest = join(result.folder, 'manifest.json'), whole = readFileSync(manifest, 'utf8');
    for (const broken of ['', whole.slice(0, 200), '{}', whole.replace(/"format": \d+/, '"format": 0')]) {
      writeFileSync(manifest, broken);
      expect(await store.find(result.manifest.key)).toBeUndefined();
    }
    const [again] = await runAll([planned({ seed: 12 })], { store, useStored: true });
    expect(again).toMatchObject({ stored: false });
    expect(await readManifest(result.folder)).toMatchObject({ key: result.manifest.key });
  });
});

describe('a stored result that lost something is computed again', () => {
  const damages: [what: string, (folder: string) => void][] = [
    ['a table', (at) => rmSync(join(at, 'signalChanges.parquet'))],
    ['the end of a table', (at) => truncateSync(join(at, 'minutes.parquet'), 100)],
    ['a stretch of the replay', (at) => rmSync(join(at, 'replay', readdirSync(join(at, 'replay'))[0]!))],
  ];
  test.each(damages)('%s', async (_, damage) => {
    const whole = (await runAll([planned({ seed: 13 })], { store, useStored: true }))[0]!.result!;
    damage(whole.folder);
    expect(await store.find(whole.manifest.key)).toBeUndefined();
    const [again] = await runAll([planned({ seed: 13 })], { store, useStored: true });
    expect(again).toMatchObject({ stored: false, result: { folder: whole.folder, manifest: { filesBytes: whole.manifest.filesBytes } } });
    expect(await store.find(whole.manifest.key)).toBeDefined();
  });
});

describe('many runs', () => {
  const sixRuns = () => [1, 2, 3].flatMap((seed) => [planned({ seed, untilS: settings.fromS + 900 }), { ...planned({ seed, untilS: settings.fromS + 900 }), changes }]);
  const hashesWith = async (workers: number) => {
    const own = await openStore(join(folder, `workers-${workers}`));
    return (await runAll(sixRuns(), { store: own, workers, useStored: false })).map(({ result }) => result!.manifest.figures.hash);
  };

  test('one worker and two give the same hashes in the same order', async () => {
    expect(await hashesWith(2)).toEqual(await hashesWith(1));
  });

  test('changes that do not fit are problems of that run, and the others finish', async () => {
    const wrong: PlannedRun = { ...planned(), changes: [{ change: 'bus-priority', enabled: false, controllers: ['no such controller'], why: 'to see what is said' }] };
    const [bad, good] = await runAll([wrong, planned({ seed: 21 })], { store, useStored: true });
    expect(bad!.result).toBeUndefined();
    expect(bad!.problems.map(({ code }) => code)).toEqual(['change-unknown-controller']);
    expect(good!.result).toBeDefined();
    expect(readdirSync(join(folder, 'aside'))).toEqual([]);
  });

  test('aborting stops the threads and leaves nothing', async () => {
    const stop = new AbortController();
    const week = [1, 2].map((seed) => planned({ seed, untilS: settings.fromS + 7 * 86_400, replay: false }));
    const results = readdirSync(join(folder, 'results')).length;
    await expect(runAll(week, { store, useStored: false, signal: stop.signal, onProgress: () => stop.abort() })).rejects.toThrow();
    expect(readdirSync(join(folder, 'aside'))).toEqual([]);
    expect(readdirSync(join(folder, 'results')).length).toBe(results);
  });
});

test('runs that end leave alone what the same process still writes elsewhere', async () => {
  const elsewhere = await store.openAside();
  await runAll([planned({ seed: 31 })], { store, useStored: false });
  expect(existsSync(elsewhere)).toBe(true);
  await store.drop(elsewhere);
  expect(readdirSync(join(folder, 'aside'))).toEqual([]);
});

test('opening the store removes what dead processes of this machine left, and keeps what living ones and other machines write', async () => {
  const asides = join(folder, 'aside'), own = await store.openAside(), here = own.slice(own.lastIndexOf('@')), aDayAgoS = Date.now() / 1000 - 25 * 3600;
  await store.drop(own);
  const dead = [`${spawnedAndEnded()}-1700000000000-1${here}`, `${process.pid}-1-1${here}`, `${spawnedAndEnded()}-1700000000000-1@long-gone`, 'of-an-earlier-version'];
  const living = [`${process.ppid}-1700000000000-1${here}`, `${spawnedAndEnded()}-1700000000000-1@elsewhere`, `${spawnedAndEnded()}-1700000000000-2@elsewhere`, 'nonsense'].sort();
  for (const owner of [...dead, ...living]) mkdirSync(join(asides, owner));
  for (const owner of [dead[2]!, dead[3]!, living.find((name) => name.endsWith('2@elsewhere'))!]) utimesSync(join(asides, owner), aDayAgoS, aDayAgoS);
  // A replay that has just come into an old folder: somebody is at work there.
  const atWork = join(asides, living.find((name) => name.endsWith('2@elsewhere'))!);
  mkdirSync(join(atWork, 'replay'));
  utimesSync(atWork, aDayAgoS, aDayAgoS);
  await openStore(folder);
  expect(readdirSync(asides).sort()).toEqual(living);
  for (const owner of living) rmSync(join(asides, owner), { recursive: true });
});

/** The number of a process that has ended: none that runs has the largest number that Linux and macOS give. */
function spawnedAndEnded(): number {
  let pid = 99_998;
  while (existsSync(`/proc/${pid}`)) pid--;
  return pid;
}
