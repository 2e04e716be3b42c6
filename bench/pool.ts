// Question: do N independent runs on N cores take as long as one alone, all that belongs to a run included?
// Load: the reference city from 07:00 to 08:00, as planners run it; two runs a core, each with a seed of its own.
// Budget: 95 % of N cores, when nothing else runs on the machine; the share of the processor that the process got stands beside it, and
// what a run cost of it alone and together: where both are the same, nothing but the machine stands in the way.
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { generateDijon } from '../data/dijon/generate.ts';
import { twinHash, twinToBytes } from '../engine/twin/bytes.ts';
import { shareTwin, type PlannedRun } from '../scenarios/runs/planned-run.ts';
import { runAll } from '../scenarios/runs/pool.ts';
import { openStore } from '../scenarios/runs/store.ts';
import { writeHistory } from './processes/write-history.ts';

const cores = availableParallelism(), repeats = 3, runsPerCore = 2, LEAST_SHARE = 0.95;
const title = 'reference city, 07:00 to 08:00', twin = generateDijon(), span = { fromS: 7 * 3600, untilS: 8 * 3600, untilAllArrived: false };
const shared = shareTwin(twinToBytes(twin), { hash: twinHash(twin), city: twin.facts.name, synthetic: twin.facts.synthetic });
const folder = await mkdtemp(join(tmpdir(), 'jumeau-pool-')), store = await openStore(folder);

/** Runs with these many threads, two to a thread: seconds, and the processor seconds of the process in them. */
async function measure(threads: number): Promise<{ wallS: number; cpuS: number }> {
  const planned = Array.from({ length: runsPerCore * threads }, (_, at): PlannedRun =>
    ({ twin: shared, scenario: title, changes: [], settings: { seed: 1 + (at % runsPerCore), stepS: 1, busPriority: true, replay: false, ...span } }));
  const startMs = performance.now(), before = process.cpuUsage();
  await runAll(planned, { store, workers: threads, useStored: false });
  const { user, system } = process.cpuUsage(before);
  return { wallS: (performance.now() - startMs) / 1000, cpuS: (user + system) / 1e6 };
}

const median = (values: number[]): number => values.sort((one, other) => one - other)[Math.floor(values.length / 2)]!;
const shares: number[] = [], measured: Record<'alone' | 'together', { wallS: number; cpuS: number }>[] = [];
console.log(`${title}: ${runsPerCore} runs a core on ${cores} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}`);
for (let repeat = 0; repeat < repeats; repeat++) {
  // One after the other within a repeat, so that a machine that slows down slows both.
  const alone = await measure(1), together = await measure(cores);
  shares.push(alone.wallS / together.wallS);
  measured.push({ alone, together });
  const got = (of: { wallS: number; cpuS: number }, threads: number): string => `${Math.round((100 * of.cpuS) / (of.wallS * threads))} %`;
  console.log(`  one thread ${alone.wallS.toFixed(2)} s (${got(alone, 1)} of its core), ${cores} threads ${together.wallS.toFixed(2)} s (${got(together, cores)} of theirs): ${(100 * shares.at(-1)!).toFixed(1)} % of ${cores} cores; processor a run ${(alone.cpuS / runsPerCore).toFixed(2)} s alone, ${(together.cpuS / runsPerCore / cores).toFixed(2)} s together`);
}
const share = median(shares);
console.log(`median: ${(100 * share).toFixed(1)} % of ${cores} cores`);
writeHistory('pool', { title, cores, runsPerCore, measured, medianShare: share, leastShare: LEAST_SHARE, kept: share >= LEAST_SHARE });
await rm(folder, { recursive: true, force: true });
