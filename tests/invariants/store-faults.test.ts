// Goal: a store that takes nothing more ends the runs that need it, nobody removes what another machine is writing, and a list of what is kept reads it once.
import { mkdirSync, mkdtempSync, existsSync, readlinkSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { keptOfQuestion } from '../../cli/kept-of-question.ts';
import { keepSweep } from '../../cli/sweep-saved.ts';
import { readChanges } from '../../scenarios/changes/read-changes.ts';
import { questionNamed } from '../../scenarios/questions/library.ts';
import { questionOfFile } from '../../scenarios/questions/own-question.ts';
import { comparisonPath, keepComparison, listComparisons } from '../../scenarios/report/comparison-folder.ts';
import { findSweep } from '../../scenarios/report/sweep/sweep-folder.ts';
import { runAll } from '../../scenarios/runs/pool.ts';
import { openStore } from '../../scenarios/runs/store.ts';
import { smallCity } from '../browser/small-city.ts';
import { smallComparison } from '../browser/small-comparison.ts';
import { smallSweep } from '../browser/small-sweep.ts';
import { sharedTown, shortRuns } from '../queue/fleet-town.ts';

const folders: string[] = [], newFolder = (): string => folders[folders.push(mkdtempSync(join(tmpdir(), 'jumeau-faults-'))) - 1]!;
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

test('a disk that refuses what a thread writes ends all runs with what the system said, before the next one is simulated for nothing', async () => {
  const store = await openStore(newFolder());
  let opened = 0;
  const blocked = {
    ...store,
    async openAside() {
      const folder = await store.openAside();
      opened++;
      mkdirSync(join(folder, 'trips.parquet')); // Where a table is to go, no file can be made.
      return folder;
    },
  };
  await expect(runAll(shortRuns(sharedTown(), 12), { store: blocked, useStored: true, workers: 1 })).rejects.toMatchObject({ code: 'EISDIR', syscall: 'open' });
  expect(opened).toBeLessThanOrEqual(4);
});

test.skipIf(process.platform !== 'linux')('a folder of another machine of this name is left alone, though no process of its number is here', async () => {
  const home = newFolder();
  await openStore(home);
  const noProcess = 2 ** 22 + 1, space = readlinkSync('/proc/self/ns/pid').replace(/\D/g, '');
  const elsewhere = (start: string): string => join(home, 'aside', `${noProcess}-1-1@${`${hostname()}.${space}${start}`.replace(/[^A-Za-z0-9.]/g, '_')}`);
  const others = [elsewhere('.0123456789abcdef0123456789abcdef'), elsewhere('')];
  others.forEach((path) => mkdirSync(path));
  await openStore(home);
  expect(others.map((path) => existsSync(path))).toEqual([true, true]);
});

test('what takes days without a word is not taken for dead elsewhere: its owner says that it is at work', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  try {
    const store = await openStore(newFolder()), folder = await store.openAside(), old = new Date(Date.now() - 30 * 24 * 3600 * 1000);
    utimesSync(folder, old, old);
    vi.advanceTimersByTime(3600 * 1000);
    expect(Date.now() - statSync(folder).mtimeMs).toBeLessThan(60_000);
    await store.drop(folder);
    vi.advanceTimersByTime(3600 * 1000);
  } finally {
    vi.useRealTimers();
  }
});

test('of many comparisons of a question all are named, and a few are held', async () => {
  const store = await openStore(newFolder()), saved = smallComparison(smallCity()), ids = Array.from({ length: 8 }, (_, at) => `00000000000000b${at}`);
  for (const [at, id] of ids.entries()) {
    await keepComparison(store, { ...saved, id });
    utimesSync(comparisonPath(store.folder, id), new Date(1e12), new Date(1e12 - 1000 * at));
  }
  const { ids: found, shown } = await keptOfQuestion(questionOfFile('mine.yaml', readChanges(questionNamed('tram-priority')!.changes).value!), store.folder);
  expect([found, shown.map(({ id }) => id)]).toEqual([ids, ids.slice(0, 5)]);
});

test('of two tries of one sweep the one of which fewer runs have failed is kept, whichever came last', async () => {
  const store = await openStore(newFolder()), whole = smallSweep(smallCity()), [first, second] = whole.points, failure = (side: number) => ({ side, seed: 1, reason: 'the fleet was ill', isFault: true });
  const worse = { ...whole, points: [first!, { ...second!, runs: [] }], failed: [failure(2)] }, worst = { ...whole, points: [{ ...first!, runs: [] }, { ...second!, runs: [] }], failed: [failure(1), failure(2)] };
  const kept: number[] = [];
  for (const tried of [worst, worse, worst, whole, worse]) {
    expect(await keepSweep(store, tried)).toBe(join(store.folder, 'sweeps', whole.id));
    kept.push((await findSweep(store.folder, whole.id))!.failed.length);
  }
  expect(kept).toEqual([2, 1, 1, 0, 0]);
});

test('a list of kept comparisons reads each once, and again when it was written anew', async () => {
  const store = await openStore(newFolder()), saved = smallComparison(smallCity()), path = comparisonPath(store.folder, saved.id);
  await keepComparison(store, saved);
  const kept = new Date(1e12), { size } = statSync(path);
  utimesSync(path, kept, kept);
  expect((await listComparisons(store.folder)).map(({ id }) => id)).toEqual([saved.id]);
  writeFileSync(path, ' '.repeat(size));
  utimesSync(path, kept, kept);
  expect((await listComparisons(store.folder)).length).toBe(1);
  utimesSync(path, kept, new Date(1e12 + 1000));
  expect(await listComparisons(store.folder)).toEqual([]);
});
