// Goal: SQL says of results what their files hold, as a second reader of them finds it; and it can neither write nor see anything else.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DuckDBInstance } from '@duckdb/node-api';
import { f64, i32, makeTable, text, u8, type Columns } from '../../engine/foundation/table.ts';
import { resultTables } from '../../engine/results/tables.ts';
import { twinHash, twinToBytes } from '../../engine/twin/bytes.ts';
import { NEVER_S } from '../../engine/twin/demand.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import type { Change } from '../../scenarios/changes/change.ts';
import { runAll } from '../../scenarios/runs/pool.ts';
import { keepComparison } from '../../scenarios/report/comparison-folder.ts';
import { shareTwin } from '../../scenarios/runs/planned-run.ts';
import { readResultTable, tableBytes } from '../../scenarios/runs/result-files.ts';
import { openStore, type Store, type StoredResult } from '../../scenarios/runs/store.ts';
import { askSql, WrongSql, type SqlValue } from '../../scenarios/sql/ask-sql.ts';
import { citiesOf } from '../../scenarios/sql/city-tables.ts';
import { sqlTables } from '../../scenarios/sql/sql-tables.ts';
import { smallCity } from '../browser/small-city.ts';
import { smallComparison } from '../browser/small-comparison.ts';
import { madeUpResult } from '../invariants/made-up-result.ts';
import { busTown } from './bus-town.ts';

let home: string, outside: string, store: Store, results: StoredResult[];
const made: StoredResult[] = [];

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "jumeau's store-"));
  outside = mkdtempSync(join(tmpdir(), 'jumeau-outside-'));
  store = await openStore(home);
  const twin = busTown(), bytes = twinToBytes(twin), shared = shareTwin(bytes, { hash: twinHash(twin), city: 'Bourg-l’Évêque', synthetic: true });
  const span = { fromS: 7 * 3600, untilS: 7.25 * 3600, stepS: 1, untilAllArrived: false, busPriority: true, replay: false, recordJunctions: true };
  await store.keepTwin(shared.hash, bytes);
  results = (await runAll([1, 2].map((seed) => ({ twin: shared, scenario: 'morning', changes: [], settings: { seed, ...span } })), { store, useStored: false })).map(({ result }) => result!);
  for (const seed of [3, 4]) {
    const folder = await store.openAside(), { manifest } = await madeUpResult(folder, seed);
    made.push(await store.keep(folder, manifest));
  }
});
afterAll(() => [home, outside].forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const ask = (sql: string, means = {}): Promise<SqlValue[][]> => askSql(store, sql, async ({ rows }) => {
  const all: SqlValue[][] = [];
  for await (const lot of rows) all.push(...(lot as SqlValue[][]));
  return all;
}, means);
const wrong = async (sql: string) => {
  const error: unknown = await ask(sql).then(() => undefined, (thrown: unknown) => thrown);
  if (!(error instanceof WrongSql)) throw error ?? new Error(`answered: ${sql}`);
  return { code: error.problem.code, where: error.problem.where, ...error.problem.parameters };
};

describe('every table holds what the files hold', () => {
  test.each(Object.entries(resultTables))('%s', async (table, declared) => {
    const columns = Object.entries(declared as Columns), expected: SqlValue[][] = [];
    for (const { folder, manifest } of [...results, ...made]) {
      const path = join(folder, `${table}.parquet`), rows = existsSync(path) ? await parquetReadObjects({ file: await asyncBufferFromFile(path) }) : [];
      for (const row of rows) {
        expected.push([manifest.key, ...columns.map(([name, { codes }]) => {
          const value = row[name] as number;
          if (!codes) return value;
          return Object.hasOwn(codes, 'yes') && Object.hasOwn(codes, 'no') ? value === 1 : Object.keys(codes).find((code) => codes[code] === value)!;
        })]);
      }
    }
    const inOrder = (rows: SqlValue[][]) => rows.map((row) => JSON.stringify(row)).sort();
    expect(inOrder(await ask(`select * from ${table}`))).toEqual(inOrder(expected));
  });

  test('the tables that this test compares are not all empty', async () => {
    const filled = await Promise.all(Object.keys(resultTables).map(async (table) => Number((await ask(`select count(*) from ${table}`))[0]![0]) > 0));
    expect(filled.filter(Boolean).length).toBeGreaterThan(8);
  });
});

describe('a table of few rows, and one of many, hold what was put in', () => {
  const columns = { row: i32('position'), code: u8('one of three'), share: f64('of a third'), never: f64('no number'), name: text('with letters of every width') } satisfies Columns;
  test.each([1, 256, 257, 2500])('%i rows', async (count) => {
    const table = makeTable(columns, count), path = join(outside, `${count}.parquet`);
    for (let row = 0; row < count; row++) Object.entries({ row: row - 3, code: row % 3, share: row / 3, never: NaN, name: `né ${row % 7} 😀` }).forEach(([name, value]) => { (table as unknown as Record<string, { [row: number]: unknown }>)[name]![row] = value; });
    writeFileSync(path, tableBytes(columns, table));
    const read = await readResultTable(outside, `${count}`, columns), instance = await DuckDBInstance.create(), connection = await instance.connect();
    expect(read).toEqual(table);
    expect((await connection.runAndReadAll(`select row, code, share, isnan(never), name from '${path.replaceAll("'", "''")}' order by row`)).getRowsJS()).toEqual(Array.from({ length: count }, (_, row) => [row - 3, row % 3, row / 3, true, `né ${row % 7} 😀`]));
    connection.closeSync();
    instance.closeSync();
    rmSync(path);
  });
});

describe('runs and indicators', () => {
  test('a row for each result, with what its manifest says', async () => {
    const rows = await ask('select run, question, city, seed, fromS, untilS, hash, vehiclesArrived, lightingEnergyKwh, busMeanTimeLossS from runs');
    const expected = [...results, ...made].map(({ manifest: { key, scenario, city, settings, figures } }) =>
      [key, scenario, city, settings.seed, settings.fromS, settings.untilS, figures.hash, figures.vehiclesArrived, figures.lightingEnergyKwh, figures.busMeanTimeLossS]);
    expect(rows.sort()).toEqual(expected.sort());
  });

  test('every indicator that a run measured', async () => {
    const rows = await ask('select run, indicator, value from indicators');
    const expected = [...results, ...made].flatMap(({ manifest: { key, indicators } }) => Object.entries(indicators).map(([name, value]) => [key, name, value]));
    expect(rows.map(String).sort()).toEqual(expected.map(String).sort());
    expect(rows.length).toBeGreaterThan(20);
  });

  test('tables meet by their run', async () => {
    // Made up by seed: time lost is seed + departure / 4, over departures 0 to 39.
    expect(await ask("select seed, sum(timeLossS), count(*) from runs join trips using (run) where question = 'made-up' group by seed order by seed")).toEqual([[3, 40 * 3 + 195, '40'], [4, 40 * 4 + 195, '40']]);
    expect(await ask(`select count(*) from Trips where run = '${made[0]!.manifest.key}' and "end" = 'running'`)).toEqual([['10']]);
  });

  test('rows of the city have their names, and departures their lines', async () => {
    const { links, departures, trips, lines } = busTown(), hash = results[0]!.manifest.twinHash;
    expect(await ask("select row, name from names where kind = 'links' order by row")).toEqual(Array.from({ length: links.count }, (_, row) => [row, links.name[row]]));
    const line = (row: number) => (departures.trip[row]! < 0 ? null : lines.name[trips.line[departures.trip[row]!]!]!);
    const { folder, manifest } = results[0]!;
    expect(hash).toBe(results[1]!.manifest.twinHash);
    for (const { manifest: { key } } of results) expect(await ask(`select departure, line from departures where run = '${key}' order by departure`)).toEqual(Array.from({ length: departures.count }, (_, row) => [row, line(row)]));
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(join(folder, 'trips.parquet')) });
    const onLines = rows.filter(({ departure }) => line(departure as number) !== null);
    expect(onLines.length).toBeGreaterThan(0);
    expect(Number((await ask(`select count(*) from trips join runs using (run) join departures using (run, departure) where line is not null and run = '${manifest.key}'`))[0]![0])).toBe(onLines.length);
  });

  test('a city of which this machine has no copy comes from where the store has it', async () => {
    const hash = 'ab'.repeat(32), asked: string[] = [], bucket = { ...store, twinPath: () => join(home, 'none'), readTwin: (one: string) => { asked.push(one); return Promise.resolve(twinToBytes(busTown())); } };
    const cities: string[] = [];
    for await (const city of citiesOf(bucket, new Set([hash, '../twins']))) cities.push(city.hash);
    expect([cities, asked]).toEqual([[hash], [hash]]);
  });

  test('trips that a change put in have their line too, those that it dropped are gone, each run its own', async () => {
    const twin = busTown(), shared = shareTwin(twinToBytes(twin), { hash: twinHash(twin), city: 'Bourg', synthetic: true }), folder = mkdtempSync(join(tmpdir(), 'jumeau-added-')), own = await openStore(folder);
    await own.keepTwin(shared.hash, twinToBytes(twin));
    const settings = { seed: 1, fromS: 7 * 3600, untilS: 8 * 3600, stepS: 1, untilAllArrived: false, busPriority: true, replay: false }, why = 'to see what is left', from = '07:00', until = '08:00';
    const headway = (everyMin: number) => ({ change: 'headway' as const, why, lines: [twin.lines.name[0]!], everyMin, direction: 'both' as const, from, until });
    const fewerCars = { change: 'demand-growth' as const, why, growth: -0.3, from, until };
    const changed: Change[][] = [[], [headway(4)], [headway(6)], [headway(60)], [fewerCars, headway(30)]];
    const ran = (await runAll(changed.map((changes, at) => ({ twin: shared, scenario: `case ${at}`, changes, settings })), { store: own, useStored: false })).map(({ result }) => result!.manifest.key);
    const told = async (sql: string): Promise<SqlValue[][]> => askSql(own, sql, async ({ rows }) => {
      const all: SqlValue[][] = [];
      for await (const lot of rows) all.push(...(lot as SqlValue[][]));
      return all;
    });
    const rows = await told('select run, departure, line, name from departures order by departure'), added: number[] = [], gone: number[] = [];
    for (const [at, changes] of changed.entries()) {
      const { departures, trips, lines } = applyChanges(twin, changes).value!, there = Array.from({ length: departures.count }, (_, row) => row).filter((row) => departures.departS[row]! > NEVER_S);
      const lineOf = (row: number) => (departures.trip[row]! < 0 ? null : lines.name[trips.line[departures.trip[row]!]!]!);
      expect([at, rows.filter(([run]) => run === ran[at]).map(([, ...row]) => row)]).toEqual([at, there.map((row) => [row, lineOf(row), departures.name[row]])]);
      added.push(departures.count - twin.departures.count);
      gone.push(departures.count - there.length);
      const trip = await parquetReadObjects({ file: await asyncBufferFromFile(join(own.folder, 'results', ran[at]!, 'trips.parquet')) }), onLine = trip.filter(({ departure }) => lineOf(departure as number) !== null);
      expect([at, await told(`select count(*) from trips join departures using (run, departure) where line is not null and run = '${ran[at]}'`)]).toEqual([at, [[String(onLine.length)]]]);
    }
    // The cases are of each kind: none, trips put in, trips dropped of a line, cars dropped too.
    expect([added[0], gone[0], added[1]! > 3, gone[3]! > 3, gone[4]! > 3 * gone[3]!]).toEqual([0, 0, true, true, true]);
    rmSync(folder, { recursive: true });
  });

  test('a saved comparison and a saved sweep lead to their runs; what is broken there is left out', async () => {
    await keepComparison(store, smallComparison(smallCity()));
    const sides = [['baseline', 'baseline', false], ['scenario', 'tram-priority', true]] as const;
    expect(await ask('select comparison, side, question, seed, run from comparisons order by side, seed'))
      .toEqual(sides.flatMap(([side, question, isScenario]) => [1, 2, 3, 4].map((seed) => ['00000000000000a1', side, question, seed, `key-${seed}-${isScenario}`])));
    const write = (id: string, content: string) => { mkdirSync(join(home, 'sweeps', id), { recursive: true }); writeFileSync(join(home, 'sweeps', id, 'sweep.json'), content); };
    write('one', JSON.stringify({ id: 'one', seeds: [1, 2], baseline: { keys: ['a', 'b'] }, points: [{ values: { headwayS: 300 }, keys: ['c', 'd'] }] }));
    write('two', '{"id": "two"');
    write('three', JSON.stringify({ id: 'one', seeds: [], baseline: { keys: ['x'] }, points: [] }));
    expect(await ask("select sweep, point, seed, run, (parameters->>'headwayS')::integer from sweeps order by point, seed")).toEqual([['one', 0, 1, 'a', null], ['one', 0, 2, 'b', null], ['one', 1, 1, 'c', 300], ['one', 1, 2, 'd', 300]]);
  });

  test('columns are those that are told', async () => {
    for (const [table, columns] of Object.entries(sqlTables)) {
      expect(await askSql(store, `select * from ${table} limit 0`, async (answer) => answer.columns.map(({ name }) => name))).toEqual(Object.keys(columns));
    }
  });
});

test('a result that is cut, or of another version, is left out and ends no query', async () => {
  const folder = await store.openAside(), { manifest } = await madeUpResult(folder, 9), { folder: at } = await store.keep(folder, manifest), path = join(at, 'trips.parquet');
  truncateSync(path, 50);
  expect(await ask('select distinct seed from trips join runs using (run) order by seed')).toEqual([[1], [2], [3], [4]]);
  writeFileSync(join(at, 'manifest.json'), '{}');
  expect(await ask('select count(*) from runs')).toEqual([['4']]);
  await store.remove(manifest.key);
});

describe('nothing is written, and nothing else is read', () => {
  const inside = () => readdirSync(home, { recursive: true }).map(String).sort();
  const writes = [
    "copy runs to '{results}x.csv'", "copy runs to '{outside}x.csv'", "attach '{results}x.db'", "export database '{results}x'", 'create table x (a int)', "insert into runs (run) values ('x')", 'delete from runs', 'drop view trips',
    'set enable_external_access = true', 'reset lock_configuration', 'install httpfs', 'load httpfs', 'checkpoint', 'call pragma_version()', "explain analyze copy runs to '{results}x.csv'", "prepare x as select 1", "pragma database_list; copy runs to '{results}x.csv'",
  ];
  test.each(writes)('%s', async (sql) => {
    const before = inside();
    expect((await wrong(sql.replace('{results}', join(home.replaceAll("'", "''"), 'results/')).replace('{outside}', `${outside}/`))).code).toMatch(/^sql-(only-select|forbidden|one-question|refused)$/);
    expect(inside()).toEqual(before);
    expect(readdirSync(outside)).toEqual([]);
  });

  const reads = ["read_csv('/etc/passwd')", "read_text('/etc/passwd')", "read_blob('/etc/passwd')", "read_parquet('/etc/passwd')", "read_json('/etc/passwd')", "glob('/etc/*')", "read_text('{results}../../../etc/passwd')", "read_text('{results}../twins/secret')", "read_csv('http://127.0.0.1:9/x')", "read_csv('s3://bucket/x')", "sniff_csv('/etc/passwd')"];
  test.each(reads)('select * from %s', async (source) => {
    const { code } = await wrong(`select * from ${source.replace('{results}', join(home.replaceAll("'", "''"), 'results/'))}`);
    expect(code).toBe('sql-forbidden');
  });

  test("from '/etc/passwd' is no table", async () => expect((await wrong("select * from '/etc/passwd'")).code).toBe('sql-unknown-table'));
  test('the environment cannot be read', async () => expect((await wrong("select getenv('HOME')")).code).toBe('sql-unknown-function'));
});

describe('what is wrong with a query', () => {
  const faults: [sql: string, told: object][] = [
    ['select * from rnus', { code: 'sql-unknown-table', name: 'rnus', near: 'runs', where: 'SQL: line 1, column 15' }],
    ['select * from points', { code: 'sql-unknown-table', name: 'points', near: '' }],
    ['select * from differences', { code: 'sql-unknown-table', name: 'differences', near: '' }],
    ['select\n  sed from runs', { code: 'sql-unknown-column', name: 'sed', where: 'SQL: line 2, column 3' }],
    ['select r.sed from runs r', { code: 'sql-unknown-column', name: 'sed' }],
    ['select avgg(seed) from runs', { code: 'sql-unknown-function', name: 'avgg', near: 'avg' }],
    ['selec 1', { code: 'sql-syntax', near: 'selec', where: 'SQL: line 1, column 1' }],
    ['select end from trips', { code: 'sql-syntax' }],
    ['select (1', { code: 'sql-syntax', near: '' }],
    ['  ', { code: 'sql-no-question' }],
    ['-- nothing', { code: 'sql-no-question' }],
    ['select 1; select 2', { code: 'sql-one-question', count: 2 }],
    ['select ?', { code: 'sql-refused' }],
    ["select cast(question as integer) from runs", { code: 'sql-refused' }],
  ];
  test.each(faults)('%s', async (sql, told) => expect(await wrong(sql)).toMatchObject(told));

  test('a query longer than anyone writes', async () => expect((await wrong(`select ${'1+'.repeat(60_000)}1`)).code).toBe('sql-too-many-characters'));

  test('the column that was meant is among those that are named', async () => expect((await wrong('select sed from runs') as unknown as { known: string }).known.split(', ')).toContain('seed'));
});

describe('a query that does not end', () => {
  const endless = 'select count(*) from range(100000000) a, range(100000000) b where a.range * b.range = 7';
  test('is stopped within a second of being asked to', async () => {
    const stop = new AbortController();
    let askedMs = 0;
    setTimeout(() => { askedMs = performance.now(); stop.abort(); }, 400);
    await expect(ask(endless, { signal: stop.signal })).rejects.toThrow('aborted');
    expect(performance.now() - askedMs).toBeLessThan(process.env['JUMEAU_PROOF'] === '1' ? 1000 : 5000);
  });

  test('is stopped while the changes of many runs are gone through, which tells how far it is', async () => {
    const twin = busTown(), hash = twinHash(twin), folder = mkdtempSync(join(tmpdir(), 'jumeau-many-')), own = await openStore(folder), sets = 12, lines = [twin.lines.name[0]!];
    await own.keepTwin(hash, twinToBytes(twin));
    for (let set = 0; set < sets; set++) {
      const at = await own.openAside();
      await own.keep(at, (await madeUpResult(at, 1, { twinHash: hash, changes: [{ change: 'headway', why: `number ${set}`, lines, everyMin: 4, direction: 'both', from: '06:00', until: '22:00' }] })).manifest);
    }
    const shares = async (onShare: (share: number) => void, signal?: AbortSignal) => {
      const all: number[] = [], answer = askSql(own, 'select count(distinct run)::integer from departures', async ({ rows }) => (await rows[Symbol.asyncIterator]().next()).value as SqlValue[][], { signal, onProgress: (share, stage) => { if (stage === 'tables') { all.push(share); onShare(share); } } });
      return { all, answer: await answer.catch((error: unknown) => String(error)) };
    };
    const whole = await shares(() => undefined), stop = new AbortController();
    expect([whole.answer, whole.all.filter((share) => share > 0)]).toEqual([[[sets]], Array.from({ length: sets }, (_, set) => (set + 1) / (sets + 1))]);
    // As a key or a clock would: not from within, but at the next turn of the process.
    const cut = await shares((share) => { if (share > 0) setImmediate(() => stop.abort()); }, stop.signal);
    expect([cut.answer, cut.all.filter((share) => share > 0).length]).toEqual([expect.stringContaining('aborted'), 1]);
    rmSync(folder, { recursive: true });
  });

  // Once while the tables are made, once while it is answered.
  test.each([1, 500])('ends by itself when its time is over: %i ms', async (mostMs) => {
    const error = await ask(endless, { mostMs }).catch((thrown: unknown) => thrown);
    expect((error as WrongSql).problem.code).toBe('sql-too-long');
  });
});

test('no other command waits for DuckDB: nothing but the question itself loads it', () => {
  const importing = readFileSync(new URL('../../scenarios/sql/ask-sql.ts', import.meta.url), 'utf8').match(/^import (?!type).*duckdb.*$/gm);
  expect(importing).toBeNull();
});
