// Goal: many runs at a time take no more room than those under way, lose nothing when one of them fails, and stop when told to.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunThreads } from '../../scenarios/runs/carry-out.ts';
import { shareTwin, type PlannedRun } from '../../scenarios/runs/planned-run.ts';
import { runAll } from '../../scenarios/runs/pool.ts';
import { openStore, type Store } from '../../scenarios/runs/store.ts';

const isProof = process.env['JUMEAU_PROOF'] === '1', manyRuns = isProof ? 10_000 : 500;
const twin = shareTwin(new Uint8Array(8), { hash: 'none', city: 'Nowhere', synthetic: true });
const planned = (seed: number): PlannedRun => ({ twin, scenario: 'quick', changes: [], settings: { seed, fromS: 0, untilS: 60, stepS: 1, untilAllArrived: false, busPriority: true, replay: false } });

let folder: string, store: Store, threads: RunThreads;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jumeau-pool-'));
  store = await openStore(folder);
  threads = new Piscina({ filename: fileURLToPath(new URL('./quick-worker.mjs', import.meta.url)), minThreads: 2, maxThreads: 2, concurrentTasksPerWorker: 1 });
});
afterEach(async () => {
  await threads.destroy();
  rmSync(folder, { recursive: true, force: true });
});

/** Seeds whose last digit makes the stand-in fail are left out. */
const soundSeeds = (count: number): number[] => Array.from({ length: count }, (_, at) => Math.floor(at / 7) * 10 + (at % 7));

test(`${manyRuns} runs that wait hold no folder and little memory, and all come to their place`, async () => {
  const seeds = soundSeeds(manyRuns), before = process.memoryUsage().heapUsed, done: number[] = [];
  let mostFolders = 0, mostHeap = 0;
  const outcomes = await runAll(seeds.map(planned), {
    store, threads, useStored: true,
    onFinished(run) {
      done.push(run);
      if (done.length % 50 !== 0) return;
      mostFolders = Math.max(mostFolders, readdirSync(join(folder, 'aside')).length);
      mostHeap = Math.max(mostHeap, process.memoryUsage().heapUsed);
    },
  });
  expect(outcomes.map(({ result }) => result!.manifest.figures.hash)).toEqual(seeds.map((seed) => `hash of ${seed}`));
  expect(outcomes[9]!.result!.manifest.indicators).toEqual({ rescues: seeds[9] });
  expect([...done].sort((one, other) => one - other)).toEqual(seeds.map((_, at) => at));
  expect(mostFolders).toBeLessThanOrEqual(4);
  // Every outcome holds its manifest, two kilobytes of text; the rest is what a garbage collector leaves lying.
  expect(mostHeap - before).toBeLessThan(64e6 + manyRuns * 10_000);
  expect(readdirSync(join(folder, 'aside'))).toEqual([]);
  expect(readdirSync(join(folder, 'results')).length).toBe(manyRuns);
}, 120_000);

test('a run that throws and one that takes its thread with it are told at their places; all others are in the store', async () => {
  const failed: string[] = [], seeds = [1, 7, 2, 8, 3, 17, 4, 5];
  const outcomes = await runAll(seeds.map(planned), { store, threads, useStored: true, onFailed: (run, fault) => failed.push(`${seeds[run]}: ${fault}`) });
  expect(outcomes.map(({ result }, at) => result?.manifest.figures.hash ?? `fault of ${seeds[at]}`)).toEqual(seeds.map((seed) => (seed % 10 < 7 ? `hash of ${seed}` : `fault of ${seed}`)));
  expect(failed.sort()[0]).toBe('17: seed 17 does not like it here');
  expect(failed.length).toBe(3);
  expect(readdirSync(join(folder, 'aside'))).toEqual([]);
  // What is there is not computed again; what failed is tried again.
  const again: [number, boolean][] = [];
  await runAll(seeds.map(planned), { store, threads, useStored: true, onFinished: (run, _, stored) => again.push([seeds[run]!, stored]) });
  expect(again.sort(([one], [other]) => one - other)).toEqual([1, 2, 3, 4, 5].map((seed) => [seed, true]));
});

test('nothing new begins once it is told to stop, and nothing unfinished is left', async () => {
  const stop = new AbortController(), done: number[] = [];
  const runs = runAll(soundSeeds(400).map(planned), { store, threads, useStored: false, signal: stop.signal, onFinished(run) { done.push(run); if (done.length === 20) stop.abort(); } });
  await expect(runs).rejects.toThrow();
  expect(done.length).toBeLessThanOrEqual(24);
  expect(readdirSync(join(folder, 'results')).length).toBeLessThanOrEqual(24);
  expect(readdirSync(join(folder, 'aside'))).toEqual([]);
});

test('a store that takes nothing more ends all runs: the next one would fare no better', async () => {
  const full: Store = { ...store, keep: () => Promise.reject(Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', syscall: 'rename' })) };
  const failed: number[] = [];
  await expect(runAll([1, 2, 3, 4, 5, 6].map(planned), { store: full, threads, useStored: false, onFailed: (run) => failed.push(run) })).rejects.toThrow('ENOSPC');
  expect(failed).toEqual([]);
  expect(readdirSync(join(folder, 'aside'))).toEqual([]);
});
