// Goal: whatever happens to a process, a disk or a file, a stored result is whole or absent, the first of its key stays, and what is broken is named.
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { randomShare } from '../../engine/foundation/random.ts';
import { keepFolder } from '../../scenarios/runs/keep-folder.ts';
import { openStore, type Store, type StoredResult } from '../../scenarios/runs/store.ts';
import type { ListedResult } from '../../scenarios/runs/stored-results.ts';
import { madeUpResult } from './made-up-result.ts';

let home: string, store: Store;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'jumeau-store-'));
  store = await openStore(home);
});
const homes: string[] = [];
beforeEach(() => void homes.push(home));
afterAll(() => homes.forEach((one) => rmSync(one, { recursive: true, force: true })));

async function brought(seed: number, own: Parameters<typeof madeUpResult>[2] = {}, into = store): Promise<StoredResult> {
  const folder = await into.openAside(), { manifest } = await madeUpResult(folder, seed, own);
  return into.keep(folder, manifest);
}
const codes = async (key: string) => (await store.verify(key)).map(({ code, where }) => `${code} ${where.split('/').at(-1)}`).sort();

describe('a result is written once', () => {
  test('an equal second one is accepted and leaves nothing', async () => {
    const first = await brought(1), second = await brought(1);
    expect(second).toEqual(first);
    expect([readdirSync(join(home, 'aside')), existsSync(join(home, 'quarantine'))]).toEqual([[], false]);
    expect(await store.verify(first.manifest.key)).toEqual([]);
  });

  test('a different one goes into quarantine, with a note of why; the first is what everyone gets', async () => {
    const first = await brought(1), { key } = first.manifest;
    for (const hash of ['another', 'a third']) expect((await brought(1, { hash })).manifest.figures.hash).toBe('hash-of-1');
    expect((await store.find(key))?.manifest.figures.hash).toBe('hash-of-1');
    expect(readdirSync(join(home, 'quarantine')).sort()).toEqual([`${key}-1`, `${key}-2`]);
    const note = JSON.parse(readFileSync(join(home, 'quarantine', `${key}-2`, 'why.json'), 'utf8')) as Record<string, object>;
    expect(note).toMatchObject({ kept: { key, hash: 'hash-of-1' }, second: { key, hash: 'a third' } });
    expect(existsSync(join(home, 'quarantine', `${key}-1`, 'trips.parquet'))).toBe(true);
    expect(readdirSync(join(home, 'aside'))).toEqual([]);
  });

  test('of several that bring it at once, in several stores below one home, one is kept', async () => {
    const stores = await Promise.all([1, 2, 3, 4].map(() => openStore(home)));
    const kept = await Promise.all(stores.flatMap((one) => [brought(7, {}, one), brought(7, {}, one)]));
    expect(new Set(kept.map(({ manifest }) => manifest.key)).size).toBe(1);
    expect(await store.verify(kept[0]!.manifest.key)).toEqual([]);
    expect([readdirSync(join(home, 'aside')), readdirSync(join(home, 'results'))]).toEqual([[], [kept[0]!.manifest.key]]);
  });

  test('what is no whole result gives way', async () => {
    const { folder, manifest } = await brought(1);
    rmSync(join(folder, 'trips.parquet'));
    expect(await store.find(manifest.key)).toBeUndefined();
    await brought(1);
    expect(await store.verify(manifest.key)).toEqual([]);
    expect(readdirSync(join(home, 'aside'))).toEqual([]);
  });
});

describe('damage', () => {
  const damages: [what: string, isFound: boolean, damage: (folder: string) => void, codes: string[]][] = [
    ['a table that is gone', false, (at) => rmSync(join(at, 'links.parquet')), ['store-file-missing links.parquet']],
    ['a table that is cut', false, (at) => truncateSync(join(at, 'trips.parquet'), 100), ['store-file-size trips.parquet']],
    ['a table that only points elsewhere', false, (at) => { renameSync(join(at, 'trips.parquet'), join(at, '../elsewhere')); symlinkSync('../elsewhere', join(at, 'trips.parquet')); }, ['store-file-missing trips.parquet']],
    // To read all files of every result that is looked for would take longer than many a run: sizes are compared then, contents when asked to verify.
    ['a byte of a table', true, (at) => { const path = join(at, 'trips.parquet'), bytes = readFileSync(path); bytes[60]! ^= 1; writeFileSync(path, bytes); }, ['store-file-altered trips.parquet']],
    ['a figure of the manifest', true, (at) => replaceIn(join(at, 'manifest.json'), '"vehiclesArrived": 30', '"vehiclesArrived": 31'), ['store-file-altered manifest.json']],
    ['a setting', true, (at) => replaceIn(join(at, 'manifest.json'), '"seed": 1', '"seed": 2'), ['store-file-altered manifest.json', 'store-wrong-key manifest.json']],
    ['a table that the run did not write', true, (at) => writeFileSync(join(at, 'rescues.parquet'), 'x'), ['store-file-extra rescues.parquet']],
    ['the sums', true, (at) => rmSync(join(at, 'contents.sha256')), ['store-no-sums contents.sha256']],
    ['sums of another form', true, (at) => appendFileSync(join(at, 'contents.sha256'), 'x\n'), ['store-no-sums contents.sha256']],
    ['the manifest', false, (at) => rmSync(join(at, 'manifest.json')), ['store-manifest-unreadable manifest.json']],
  ];
  test.each(damages)('%s', async (_, isFound, damage, expected) => {
    const { folder, manifest } = await brought(1);
    damage(folder);
    expect((await store.find(manifest.key)) !== undefined).toBe(isFound);
    expect(await codes(manifest.key)).toEqual(expected);
  });

  test('the sums are those that any other tool finds', async () => {
    const { folder } = await brought(1);
    expect(spawnSync('sha256sum', ['-c', '--strict', '--quiet', 'contents.sha256'], { cwd: folder, encoding: 'utf8' })).toMatchObject({ status: 0, stdout: '' });
    expect(readFileSync(join(folder, 'contents.sha256'), 'utf8').trim().split('\n').map((line) => line.split('  ')[1]).sort()).toEqual(readdirSync(folder).filter((name) => name !== 'contents.sha256').sort());
  });
});

const replaceIn = (path: string, from: string, to: string) => writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));

describe('manifests of strangers', () => {
  const write = (key: string, text: string) => {
    mkdirSync(join(home, 'results', key), { recursive: true });
    writeFileSync(join(home, 'results', key, 'manifest.json'), text);
  };
  const hostile: [what: string, text: (manifest: Record<string, unknown>) => string][] = [
    ['of other types', (manifest) => JSON.stringify({ ...manifest, settings: [] })],
    ['a list', () => '[]'],
    ['deep', () => '['.repeat(200_000)],
    ['of another key', (manifest) => JSON.stringify({ ...manifest, key: '../../etc' })],
    ['that tells of files elsewhere', (manifest) => JSON.stringify({ ...manifest, filesBytes: { '../../../../../../etc/passwd': readFileSync('/etc/passwd').length } })],
    ['with a name of every object', (manifest) => JSON.stringify({ ...manifest, filesBytes: {} }).replace('"filesBytes":{}', '"filesBytes":{"__proto__":1,"constructor":2}')],
    ['huge', () => `{"format": ${' '.repeat(33 * 1024 * 1024)}7}`],
  ];
  test.each(hostile)('%s: nothing is found, and verifying says so', async (_, text) => {
    const { folder, manifest } = await brought(1);
    write(manifest.key, text(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>));
    expect(await store.find(manifest.key)).toBeUndefined();
    expect((await store.verify(manifest.key)).length).toBeGreaterThan(0);
    for await (const listed of store.list()) expect(listed.key).toBe(manifest.key);
  });

  test.each(['../twins', 'a/b', '', '.', 'A'.repeat(32), 'a'.repeat(31), '__proto__'])('"%s" is no key: nothing is found, removed or kept', async (key) => {
    writeFileSync(join(home, 'twins', 'manifest.json'), '{}');
    expect([await store.find(key), await store.remove(key)]).toEqual([undefined, undefined]);
    const folder = await store.openAside(), { manifest } = await madeUpResult(folder, 1);
    await expect(store.keep(folder, { ...manifest, key })).rejects.toThrow('no key');
    expect(readdirSync(join(home, 'twins'))).toEqual(['manifest.json']);
    await store.drop(folder);
  });
});

describe('listing and removing', () => {
  test('every result once, by key, with what it takes; broken ones too', async () => {
    const kept = await Promise.all([1, 2, 3].map((seed) => brought(seed))), keys = kept.map(({ manifest }) => manifest.key);
    rmSync(join(kept[1]!.folder, 'manifest.json'));
    mkdirSync(join(home, 'results', 'not-a-key'));
    const listed: ListedResult[] = [];
    for await (const one of store.list()) listed.push(one);
    expect(listed.map(({ key }) => key)).toEqual([...keys].sort());
    const whole = listed.find(({ key }) => key === keys[0])!, broken = listed.find(({ key }) => key === keys[1])!;
    expect(broken.manifest).toBeUndefined();
    for (const { bytes, folder } of [whole, broken]) {
      expect(bytes).toBe(readdirSync(folder).reduce((sum, name) => sum + readFileSync(join(folder, name)).length, 0));
    }
  });

  test('what is removed is gone whole, and its room is told', async () => {
    const { folder, manifest } = await brought(1), bytes = readdirSync(folder).reduce((sum, name) => sum + readFileSync(join(folder, name)).length, 0);
    expect(await store.remove(manifest.key)).toBe(bytes);
    expect(await store.remove(manifest.key)).toBeUndefined();
    expect([readdirSync(join(home, 'results')), readdirSync(join(home, 'aside'))]).toEqual([[], []]);
  });
});

describe('what is kept of results', () => {
  const id = 'ab'.repeat(8), place = (): string => join(home, 'comparisons', id), said = (): string => readFileSync(join(place(), 'comparison.json'), 'utf8');

  test('of several that keep it at once each has done so, and one lies there, whole', async () => {
    const writers = Array.from({ length: 8 }, (_, at) => String(at));
    await Promise.all(writers.map((writer) => keepFolder(store, place(), [['comparison.json', writer], ['figures.csv', writer]])));
    expect([writers.includes(said()), readFileSync(join(place(), 'figures.csv'), 'utf8')]).toEqual([true, said()]);
    expect([readdirSync(join(home, 'comparisons')), readdirSync(join(home, 'aside'))]).toEqual([[id], []]);
  });

  test('an earlier one outlives a process that ends between its own two steps', async () => {
    await keepFolder(store, place(), [['comparison.json', 'earlier']]);
    // Its new one has gone before it can take the place that the earlier one has left.
    const ended = { openAside: store.openAside, drop: async () => store.dropAside() };
    await expect(keepFolder(ended, place(), [['comparison.json', 'new']])).rejects.toMatchObject({ code: 'ENOENT' });
    expect(existsSync(place())).toBe(false);
    await openStore(home);
    expect([said(), readdirSync(join(home, 'comparisons'))]).toEqual(['earlier', [id]]);
  });
});

describe('inputs', () => {
  const bytes = new TextEncoder().encode('a city'), hash = '5d3a3b8b';
  test('bytes come back by their hash, or not at all', async () => {
    const kept = await store.keepInput(bytes);
    expect(kept).toBe(spawnSync('sha256sum', { input: bytes, encoding: 'utf8' }).stdout.slice(0, 64));
    expect(await store.keepInput(bytes)).toBe(kept);
    expect(new Uint8Array((await store.readInput(kept))!)).toEqual(bytes);
    writeFileSync(join(home, 'inputs', kept), 'another city');
    expect(await store.readInput(kept)).toBeUndefined();
    await store.keepInput(bytes);
    expect(new Uint8Array((await store.readInput(kept))!)).toEqual(bytes);
    expect(await Promise.all([hash, '../twins', kept.toUpperCase()].map(store.readInput))).toEqual([undefined, undefined, undefined]);
  });

  test('what is asked for while another clears it away is there afterwards, or was found in use', async () => {
    const old = new Date(Date.now() - 9 * 24 * 3600 * 1000), before = old.getTime() + 1, away = join(home, 'away'), name = await store.keepInput(bytes), path = join(home, 'inputs', name);
    const asked = [() => store.keepInput(bytes), () => store.keepTwin('cd'.repeat(32), bytes)], paths = [path, await store.keepTwin('cd'.repeat(32), bytes)];
    const lost: string[] = [];
    for (let at = 0; at < 400; at++) {
      const one = at % 2, file = paths[one]!;
      utimesSync(file, old, old);
      const kept = asked[one]!();
      // At any moment of the asking: the other's rename, and its look at how old it is.
      for (let turns = Math.floor(at / 2) % 40; turns > 0; turns--) await new Promise((resolve) => { setImmediate(resolve); });
      renameSync(file, away);
      await kept;
      if (!existsSync(file) && statSync(away).mtimeMs < before) lost.push(file);
      if (existsSync(file)) rmSync(away);
      else renameSync(away, file);
    }
    expect(lost).toEqual([]);
  });
});

describe('a process that is killed while it keeps results', () => {
  const KILLS = process.env['JUMEAU_PROOF'] === '1' ? 200 : 12, LONGEST_MS = 60, PURPOSE = 9101;
  let program: string;
  beforeAll(async () => {
    program = join(mkdtempSync(join(tmpdir(), 'jumeau-writer-')), 'writer.mjs');
    const root = fileURLToPath(new URL('../../', import.meta.url));
    await build({ absWorkingDir: root, entryPoints: ['tests/invariants/result-writer.ts'], outfile: program, bundle: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'error' });
  });
  afterAll(() => rmSync(join(program, '..'), { recursive: true, force: true }));

  test('has left whole results, all that it told of among them, and no half one', async () => {
    const told: string[] = [];
    let halfWay = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const child = spawn(process.execPath, [program, home, String(1000 * kill)], { stdio: ['ignore', 'pipe', 'inherit'] });
      let said = '';
      await new Promise<void>((resolve) => {
        child.stdout.on('data', (piece: Buffer) => {
          // From its first result on at any moment, the same in every run of this test.
          if (said === '') setTimeout(() => child.kill('SIGKILL'), LONGEST_MS * randomShare(1, PURPOSE, kill, 0));
          said += piece.toString();
        });
        child.on('close', () => resolve());
      });
      told.push(...said.split('\n').filter((key) => key.length === 32));
      // What one leaves half-way the next one clears away as it opens the store.
      if (readdirSync(join(home, 'aside')).length > 0) halfWay++;
    }
    const keys = readdirSync(join(home, 'results'));
    expect(told.length).toBeGreaterThanOrEqual(KILLS);
    expect(told.filter((key) => !keys.includes(key))).toEqual([]);
    for (const key of keys) expect(await store.verify(key)).toEqual([]);
    expect(halfWay, 'some are killed between two results, not all').toBeGreaterThan(0);
    await openStore(home);
    expect(readdirSync(join(home, 'aside'))).toEqual([]);
  });
});
