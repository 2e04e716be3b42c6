// Goal: people find, read, check and clear away what is stored, by the start of a key; every mistake is told, and nothing goes without a yes.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { versions } from '../../scenarios/runs/engine-version.ts';
import { openStore, type StoredResult } from '../../scenarios/runs/store.ts';
import { removeUnused, unusedIn } from '../../scenarios/runs/unused.ts';
import { madeUpResult } from '../invariants/made-up-result.ts';
import { jumeau, jumeauJson, makeWorkplace, startJumeau, type Workplace } from './command.ts';

/** A second on a machine that does nothing else; tests have others beside them. */
const MOST_MS = process.env['JUMEAU_PROOF'] === '1' ? 1000 : 5000;

let place: Workplace, results: StoredResult[];
const brought = async (seed: number, own: Parameters<typeof madeUpResult>[2] = {}): Promise<StoredResult> => {
  const store = await openStore(place.home), folder = await store.openAside(), { manifest } = await madeUpResult(folder, seed, own);
  return store.keep(folder, manifest);
};
beforeAll(async () => {
  place = makeWorkplace();
  results = [await brought(1), await brought(2), await brought(3, { scenario: 'dim-after-midnight', changes: [{ change: 'dim-lamps', why: 'to see how it reads', zone: 'centre', from: '00:00', until: '05:00', outputShare: 0.5 }] })];
});
afterAll(() => place.remove());
const start = (at: number): string => results[at]!.manifest.key.slice(0, 8);

describe('jumeau results', () => {
  test('lists what is there, newest first, and what it takes', () => {
    const { status, stdout } = jumeau(place, 'results');
    expect(status).toBe(0);
    for (const at of [0, 1, 2]) expect(stdout).toContain(start(at));
    expect(stdout).toMatch(/3 results, 1\d\.\d kB/);
    expect(jumeau(place, 'results', '--lang', 'fr').stdout).toMatch(/3 résultats, 1\d,\d ko/);
  });

  test('keeps to a question or a city; with --json all of it', () => {
    const keys = (...args: string[]) => jumeauJson<{ results: { key: string }[] }>(place, 'results', ...args).results.map(({ key }) => key);
    expect(keys('--question', 'dim-after-midnight')).toEqual([results[2]!.manifest.key]);
    expect(keys('--city', 'Petiteville').length).toBe(3);
    expect(keys('--city', 'Grandeville')).toEqual([]);
    expect(keys('--by', 'question').slice(0, 1)).toEqual([results[2]!.manifest.key]);
  });

  test('results of one name that stand on different changes look different', async () => {
    const dim = (outputShare: number) => [{ change: 'dim-lamps' as const, why: 'edited', zone: 'centre', from: '00:00', until: '05:00', outputShare }];
    const edited = [await brought(7, { scenario: 'mine.yaml', changes: dim(0.5) }), await brought(8, { scenario: 'mine.yaml', changes: dim(0.5) }), await brought(9, { scenario: 'mine.yaml', changes: dim(0.4) })];
    const { stdout } = jumeau(place, 'results', '--question', 'mine.yaml'), shown = edited.map(({ manifest }) => / (mine\.yaml #[0-9a-f]{4}) /.exec(stdout.split('\n').find((line) => line.startsWith(manifest.key.slice(0, 8)))!)![1]);
    expect([shown[0] === shown[1], shown[0] === shown[2]]).toEqual([true, false]);
    // However the file is named now, and was named then.
    const keysOf = (question: string): string[] => jumeauJson<{ results: { key: string }[] }>(place, 'results', '--question', question).results.map(({ key }) => key).sort(), far = await brought(10, { scenario: '../far/yours.yaml', changes: dim(0.3) });
    expect([keysOf('mine.yaml'), keysOf('../elsewhere/mine.yaml'), keysOf('yours.yaml')]).toEqual([...new Array<string[]>(2).fill(edited.map(({ manifest }) => manifest.key).sort()), [far.manifest.key]]);
    expect(jumeau(place, 'results', '--question', 'nobody.yaml').stdout).toMatch(/^No results of this question or city[^\n]*\n(?!.*A first one)/);
    expect(jumeau(place, 'results', 'delete', far.manifest.key, '--yes').status).toBe(0);
    expect(jumeau(place, 'results').stdout).toMatch(/ dim-after-midnight {2,}Petiteville /);
    expect(jumeau(place, 'results', 'delete', '--question', 'mine.yaml', '--yes').status).toBe(0);
  });

  test('says what lies beside results', () => {
    mkdirSync(join(place.home, 'sweeps', 'one'), { recursive: true });
    writeFileSync(join(place.home, 'sweeps', 'one', 'sweep.json'), 'x'.repeat(1500));
    expect(jumeau(place, 'results').stdout).toContain('sweeps: 1, 1.5 kB');
  });

  test('shows one by the start of its key: settings, changes in words, figures, files', () => {
    const { stdout } = jumeau(place, 'results', 'show', start(2));
    for (const said of [results[2]!.manifest.key, 'centre', '00:00', 'trips.parquet', 'hash-of-3', results[2]!.folder]) expect(stdout).toContain(said);
    expect(jumeauJson(place, 'results', 'show', start(0))).toMatchObject({ key: results[0]!.manifest.key, figures: { vehiclesArrived: 30 } });
  });

  test.each([['zz'], ['../twins'], ['']])('"%s" is the start of no key', (key) => {
    const { status, stderr } = jumeau(place, 'results', 'show', key);
    expect([status, stderr]).toEqual([1, expect.stringContaining('no result begins like this')]);
  });

  test('a key with a wrong digit is told', () => {
    const { key } = results[0]!.manifest, wrong = `${key.slice(0, 11)}${key[11] === '0' ? '1' : '0'}`;
    expect(jumeau(place, 'results', 'show', wrong).stderr).toContain(`Did you mean "${key.slice(0, 12)}"?`);
  });
});

test('jumeau results export writes every table, as spreadsheets of the language read it', () => {
  expect(jumeau(place, 'results', 'export', start(0), '-o', 'tables', '--lang', 'fr').status).toBe(0);
  const lines = readFileSync(join(place.folder, 'tables', 'trips.csv'), 'utf8').trim().split('\n');
  expect(lines.slice(0, 3)).toEqual(['departure;end;plannedDepartS;departS;arriveS;timeLossS;waitingS;routeLengthM', '0;running;25200;25200;-1;1;1;500', '1;arrived;25201;25201;25301;1,25;1;500']);
  expect(lines.length).toBe(41);
  expect(readFileSync(join(place.folder, 'tables', 'rescues.csv'), 'utf8')).toBe('departure;timeS;lane\n');
  writeFileSync(join(place.folder, 'tables', 'mine.txt'), 'x');
  expect(jumeau(place, 'results', 'export', start(0), '-o', 'tables')).toMatchObject({ status: 1, stderr: expect.stringContaining('mine.txt') as string });
});

describe('jumeau sql', () => {
  test('answers as a table, as JSON and as CSV', () => {
    expect(jumeau(place, 'sql', 'select seed, meanTimeLossS from runs order by seed').stdout.split('\n').slice(0, 4)).toEqual(['seed  meanTimeLossS', '   1              6', '   2              7', '   3              8']);
    expect(jumeauJson(place, 'sql', 'select seed from runs order by seed')).toMatchObject({ rows: [{ seed: 1 }, { seed: 2 }, { seed: 3 }] });
    expect(jumeau(place, 'sql', '--csv', '--lang', 'fr', 'select seed, lightingEnergyKwh from runs order by seed limit 1').stdout).toBe('seed;lightingEnergyKwh\n1;0,5\n');
    expect(jumeau(place, 'sql', '-o', 'answer.csv', 'select seed from runs order by seed').status).toBe(0);
    expect(readFileSync(join(place.folder, 'answer.csv'), 'utf8')).toBe('seed\n1\n2\n3\n');
    expect(jumeau(place, 'sql', '-o', 'answer.csv', 'select 1').status).toBe(1);
  });

  test('what has no room is named, and --tables tells of every table', () => {
    const { stdout } = jumeau(place, 'sql', 'select * from runs');
    expect(Math.max(...stdout.split('\n').slice(0, 4).map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(stdout).toContain('lightingEnergyKwh');
    expect(jumeau(place, 'sql', '--tables').stdout).toMatch(/priorityDecisions[\s\S]*headwayShare/);
  });

  test('a wrong name gets the one that was meant, in the reader’s language', () => {
    expect(jumeau(place, 'sql', 'select * from rnus', '--lang', 'fr')).toMatchObject({ status: 1, stderr: expect.stringContaining('Vouliez-vous dire «\u00a0runs\u00a0»') as string });
  });

  test('Ctrl-C ends a query within a second, and nothing is left of its file', async () => {
    const child = startJumeau(place, 'sql', '-o', 'endless.csv', 'select count(*) from range(100000000) a, range(100000000) b where a.range * b.range = 7');
    // It says where it is after two seconds.
    await new Promise((resolve) => { child.stderr!.once('data', resolve); });
    const askedMs = performance.now();
    child.kill('SIGINT');
    expect(await child.ended).toBe(130);
    expect(performance.now() - askedMs).toBeLessThan(MOST_MS);
    expect(readdirSync(place.folder).filter((name) => name.startsWith('endless'))).toEqual([]);
  });
});

describe('jumeau results verify', () => {
  test('says that all are whole; after damage names every fault and ends with 1', async () => {
    expect(jumeau(place, 'results', 'verify')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^3 results \(.* kB\) verified, whole and unaltered\.\n$/) as string });
    const broken = await brought(8), table = join(broken.folder, 'trips.parquet'), bytes = readFileSync(table);
    bytes[70]! ^= 4;
    writeFileSync(table, bytes);
    rmSync(join(broken.folder, 'links.parquet'));
    const { status, stdout, stderr } = jumeau(place, 'results', 'verify');
    expect(status).toBe(1);
    expect(stdout).toContain(`${join(broken.folder, 'links.parquet')}: this file of`);
    expect(stdout).toContain(`${table}: this file no longer holds`);
    expect(stderr).toContain('2 faults found in 1 result.');
    expect(jumeau(place, 'results', 'verify', start(0)).status).toBe(0);
    expect(jumeau(place, 'results', 'delete', broken.manifest.key, '--yes').status).toBe(0);
  });
});

describe('jumeau results clean', () => {
  const days = (ago: number): Date => new Date(Date.now() - ago * 24 * 3600 * 1000), at = (...path: string[]): string => join(place.home, ...path);
  const laid = (path: string, daysAgo: number): string => {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, 'x'.repeat(1000));
    utimesSync(path, days(daysAgo), days(daysAgo));
    return path;
  };

  test('tells what nothing needs any more, deletes it with --yes, and leaves what is younger, named or not its own', async () => {
    const { twinHash } = results[0]!.manifest, store = await openStore(place.home), asked = await store.keepInput(new TextEncoder().encode('asked again'));
    const gone = [laid(at('twins', `${'b'.repeat(64)}.twin`), 8), laid(at('inputs', 'c'.repeat(64)), 8), laid(at('quarantine', `${'d'.repeat(32)}-1`, 'why.json'), 8)].map((path) => (path.endsWith('why.json') ? join(path, '..') : path));
    utimesSync(gone[2]!, days(8), days(8));
    const stay = [laid(at('twins', `${twinHash}.twin`), 8), laid(at('twins', `${'e'.repeat(64)}.twin`), 6), laid(at('inputs', asked), 8), laid(at('twins', 'mine.txt'), 8), laid(at('comparisons', 'f'.repeat(16), 'comparison.json'), 8), laid(at('twins', `${'9'.repeat(64)}.twin`), 8)];
    writeFileSync(at('comparisons', 'f'.repeat(16), 'comparison.json'), JSON.stringify({ city: { twinHash: '9'.repeat(64) } }));
    writeFileSync(at('inputs', asked), 'asked again');
    utimesSync(at('inputs', asked), days(8), days(8));
    await store.keepInput(new TextEncoder().encode('asked again'));
    const { unused, bytes } = jumeauJson<{ unused: { room: string; name: string }[]; bytes: number }>(place, 'results', 'clean');
    expect([unused.map(({ room }) => room), bytes, gone.every((path) => existsSync(path))]).toEqual([['twins', 'inputs', 'quarantine'], 3000, true]);
    expect(jumeau(place, 'results', 'clean').stdout).toContain('would free 3.0 kB: add --yes');
    expect(jumeau(place, 'results', 'clean', '--yes', '--lang', 'fr').stdout).toMatch(/3,0\sko libérés/);
    expect([...gone.map((path) => existsSync(path)), ...stay.map((path) => existsSync(path))]).toEqual([...gone.map(() => false), ...stay.map(() => true)]);
    expect(jumeau(place, 'results', 'clean').stdout).toContain('Nothing that nothing has needed for 7 days');
    expect(jumeau(place, 'results', 'clean', '--older-than', '0.5').status).toBe(1);
    expect(results.every(({ folder }) => existsSync(folder))).toBe(true);
    for (const path of stay) rmSync(path);
  });

  test('of buckets: copies go, what is kept beside them stays, and whoever has one open works on', async () => {
    const copies = await openStore(at('buckets', '0123456789ab')), { folder } = copies, city = '5'.repeat(64), inBucket = (...path: string[]): string => join(folder, ...path);
    const gone = [laid(inBucket('results', 'a'.repeat(32), 'manifest.json'), 8), laid(inBucket('twins', `${'b'.repeat(64)}.twin`), 8), laid(inBucket('inputs', 'c'.repeat(64)), 8)];
    const stay = [laid(inBucket('sweeps', 'f'.repeat(32), 'sweep.json'), 8), laid(inBucket('comparisons', 'f'.repeat(16), 'comparison.json'), 8), laid(inBucket('priority-reports', 'f'.repeat(16), 'report.json'), 8), laid(inBucket('results', '1'.repeat(32), 'manifest.json'), 6)];
    writeFileSync(inBucket(`reference-city-${versions().referenceCity}.json`), JSON.stringify({ hash: city }));
    stay.push(laid(inBucket('twins', `${city}.twin`), 8));
    for (const name of ['', ...(readdirSync(folder, { recursive: true }) as string[])].filter((one) => !stay.includes(inBucket(one)))) utimesSync(inBucket(name), days(8), days(8));
    expect(jumeau(place, 'results', 'clean', '--yes').stdout).toContain('copies of buckets: 3, 3.0 kB');
    expect([gone.map((path) => existsSync(path)), stay.map((path) => existsSync(path))]).toEqual([gone.map(() => false), stay.map(() => true)]);
    const aside = await copies.openAside(), { manifest } = await madeUpResult(aside, 77);
    expect((await copies.keep(aside, manifest)).folder.startsWith(folder)).toBe(true);
    rmSync(at('buckets'), { recursive: true });
  });

  test('a city that the end of a kept sweep of a hundred megabytes names stays, and both of a report', async () => {
    const cities = ['6', '7', '8'].map((digit) => digit.repeat(64)), paths = cities.map((city) => laid(at('twins', `${city}.twin`), 8)), sweep = at('sweeps', 'f'.repeat(32), 'sweep.json'), report = at('priority-reports', 'f'.repeat(16), 'report.json');
    laid(report, 0);
    writeFileSync(report, JSON.stringify({ twinHash: `${cities[1]} → ${cities[2]}` }));
    laid(sweep, 0);
    for (let megabytes = 0; megabytes < 100; megabytes++) writeFileSync(sweep, ' '.repeat(1_000_000), { flag: 'a' });
    writeFileSync(sweep, `"city":{"twinHash":"${cities[0]}"}`, { flag: 'a' });
    expect(jumeauJson<{ unused: object[] }>(place, 'results', 'clean').unused).toEqual([]);
    for (const path of [...paths, join(sweep, '..'), join(report, '..')]) rmSync(path, { recursive: true });
  });

  test('a search is told how far it is, and ends where that is answered so', async () => {
    const store = await openStore(place.home), shares: number[] = [], notedCity = (): Promise<undefined> => Promise.resolve(undefined);
    await unusedIn(store, 0, { notedCity, onLooked: (share) => shares.push(share) });
    expect([shares.length >= results.length, shares.at(-1)]).toEqual([true, 1]);
    await expect(unusedIn(store, 0, { notedCity, onLooked() { throw new Error('stopped'); } })).rejects.toThrow('stopped');
  });

  test('what is asked for between the look and the end stays', async () => {
    const store = await openStore(place.home), path = laid(at('inputs', 'c'.repeat(64)), 8), before = days(7).getTime(), [found] = await unusedIn(store, before, { notedCity: () => Promise.resolve(undefined), onLooked: () => undefined });
    utimesSync(path, new Date(), new Date());
    expect([found!.room, await removeUnused(store, found!, before), existsSync(path)]).toEqual(['inputs', false, true]);
    rmSync(path);
    expect(await removeUnused(store, found!, before)).toBe(false);
  });
});

describe('jumeau results delete', () => {
  test('says what is lacking, and deletes nothing without a yes', () => {
    for (const [args, said] of [[[], 'nothing says what to delete'], [[start(0), '--question', 'made-up'], 'Give either keys or conditions'], [[start(0)], 'Add --yes'], [['--older-than', 'x'], 'number'], [['zz', '--yes'], 'no result begins']] as const) {
      expect(jumeau(place, 'results', 'delete', ...args)).toMatchObject({ status: 1, stderr: expect.stringContaining(said) as string });
    }
    expect(results.every(({ folder }) => existsSync(folder))).toBe(true);
  });

  test('takes those that all conditions fit, and says how much room that made', () => {
    const old = new Date(Date.now() - 3 * 24 * 3600 * 1000);
    utimesSync(join(results[0]!.folder, 'manifest.json'), old, old);
    utimesSync(join(results[2]!.folder, 'manifest.json'), old, old);
    expect(jumeauJson<{ deleted: string[] }>(place, 'results', 'delete', '--question', 'made-up', '--older-than', '2', '--yes').deleted).toEqual([results[0]!.manifest.key]);
    const { stdout } = jumeau(place, 'results', 'delete', '--unused-engine', '--yes');
    expect(stdout).toMatch(/^2 results deleted, \d+\.\d kB freed\.\n$/);
    expect(readdirSync(join(place.home, 'results'))).toEqual([]);
    expect(jumeau(place, 'results').stdout).toContain('No results.');
  });
});
