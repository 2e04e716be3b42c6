// Question: what does a run cost beyond its simulation: its job, the changed city, its files, its place in the store?
// Load: 300 runs of ten minutes of a drawn town of 200 vehicles on one thread that is warm, each with one change and a seed of its own.
// Budget: 5 ms a run, mean, beyond the time in which the engine steps.
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { twinHash, twinToBytes } from '../engine/twin/bytes.ts';
import { shareTwin, type PlannedRun } from '../scenarios/runs/planned-run.ts';
import { runAll, startThreads } from '../scenarios/runs/pool.ts';
import { openStore } from '../scenarios/runs/store.ts';
import { drawnCity } from './load/drawn-city.ts';
import { writeHistory } from './processes/write-history.ts';

const RUNS = 300, WARM_UP_RUNS = 100, BUDGET_MS = 5;
const twin = drawnCity(4, 200), shared = shareTwin(twinToBytes(twin), { hash: twinHash(twin), city: twin.facts.name, synthetic: true });
const planned = (seed: number): PlannedRun => ({
  twin: shared, scenario: 'drawn', changes: [{ change: 'bus-priority', enabled: false, controllers: 'all', why: 'a change as good as any other' }],
  settings: { seed, fromS: 0, untilS: 600, stepS: 1, untilAllArrived: false, busPriority: true, replay: false },
});
const seeds = (first: number, count: number): PlannedRun[] => Array.from({ length: count }, (_, at) => planned(first + at));

const folder = await mkdtemp(join(tmpdir(), 'jumeau-overhead-')), store = await openStore(folder), threads = startThreads(1);
await runAll(seeds(1, WARM_UP_RUNS), { store, threads, useStored: true });
const startMs = performance.now();
const outcomes = await runAll(seeds(1001, RUNS), { store, threads, useStored: true });
const wholeMs = (performance.now() - startMs) / RUNS;
const mean = (read: (costs: { wallS: number; loadS: number; loopS: number }) => number): number => (1000 * outcomes.reduce((sum, { result }) => sum + read(result!.manifest.costs), 0)) / RUNS;
const stepsMs = mean(({ loopS }) => loopS), changeMs = mean(({ loadS }) => loadS), filesMs = mean(({ wallS, loadS, loopS }) => wallS - loadS - loopS), overheadMs = wholeMs - stepsMs;
console.log(`${RUNS} runs on one thread (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}: ${wholeMs.toFixed(2)} ms a run, of which ${stepsMs.toFixed(2)} ms steps`);
console.log(`beyond them ${overheadMs.toFixed(2)} ms (${BUDGET_MS} asked): changing the city ${changeMs.toFixed(2)}, measuring and writing tables ${filesMs.toFixed(2)}, between the threads and the store ${(overheadMs - changeMs - filesMs).toFixed(2)}`);
writeHistory('run-overhead', { runs: RUNS, wholeMs, stepsMs, overheadMs, changeMs, filesMs, budgetMs: BUDGET_MS, kept: overheadMs <= BUDGET_MS });
await threads.destroy();
await rm(folder, { recursive: true, force: true });
