// Question: how much sooner is one run over when two threads, or more, take its steps together?
// Load: a grid of signalised streets with 20,000 vehicles on the way all the time, drawn here; 240 steps after 60 to fill up and warm up.
// Budget: two threads at least 1.6 times as fast as one; the hash of the state is the same for all.
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { compiledParts } from '../engine/compiled/compiled-parts.ts';
import { makeRunMemory } from '../engine/compiled/run-memory.ts';
import { makeTeam } from '../engine/parallel/team.ts';
import { phasesBy } from '../engine/phases.ts';
import { makeResultLog } from '../engine/results/result-log.ts';
import { prepareState, stateHash } from '../engine/state/city-state.ts';
import { step } from '../engine/step.ts';
import { prepareTraffic } from '../engine/traffic/prepare-traffic.ts';
import { drawnCity } from './load/drawn-city.ts';
import { builtPhases } from './processes/built-phases.ts';
import { writeHistory } from './processes/write-history.ts';
import { compiledPhases } from '../scenarios/runs/threads/compiled-phases.ts';
import { startHelper } from '../scenarios/runs/threads/start-helper.ts';

const VEHICLES = 20_000, FILL_TICKS = 60, TICKS = 240, REPEATS = 3, LEAST_RATIO = 1.6;
const dist = join(fileURLToPath(new URL('../', import.meta.url)), 'dist'), helper = join(dist, 'help-worker.js'), module = compiledPhases(builtPhases())!;

const twin = drawnCity(36, VEHICLES), settings = { seed: 42, fromS: 0, untilS: Infinity, stepS: 1, untilAllArrived: false, busPriority: true, replay: false };

/** Nanoseconds a vehicle and step, of the clock. */
function measure(threads: number): { updateNs: number; running: number; hash: string } {
  const state = prepareState(twin, 0), traffic = prepareTraffic(twin, state, settings), log = makeResultLog(twin, 0);
  const memory = makeRunMemory()!, parts = compiledParts(module, memory, traffic, state, log);
  const team = threads > 1 ? makeTeam(traffic, state, log, { threads, startHelper: () => startHelper(helper), parts, compiled: { module, memory } }) : undefined, phases = team ?? phasesBy(parts);
  for (let tick = 0; tick < FILL_TICKS; tick++) step(traffic, state, log, settings, phases);
  const startMs = performance.now(), before = state.counts.vehicleUpdates;
  for (let tick = 0; tick < TICKS; tick++) step(traffic, state, log, settings, phases);
  const updateNs = ((performance.now() - startMs) * 1e6) / (state.counts.vehicleUpdates - before);
  team?.end();
  return { updateNs, running: state.counts.running, hash: stateHash(state) };
}

const median = (values: readonly number[]): number => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]!;
const counts = [1, 2, 4, 8].filter((threads) => threads <= availableParallelism());
const updatesNs = counts.map((): number[] => []), hashes = new Set<string>();
console.log(`${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}`);
for (let repeat = 0; repeat < REPEATS; repeat++) {
  counts.forEach((threads, at) => {
    const { updateNs, running, hash } = measure(threads);
    updatesNs[at]!.push(updateNs);
    hashes.add(hash);
    console.log(`  ${threads} thread${threads > 1 ? 's' : ''}: ${updateNs.toFixed(0)} ns of the clock a vehicle and step, ${running} vehicles on the way`);
  });
}
counts.forEach((threads, at) => { if (threads > 1) console.log(`${threads} threads: ${(median(updatesNs[0]!) / median(updatesNs[at]!)).toFixed(2)} x one thread (medians of ${REPEATS})`); });
const mediansNs = updatesNs.map(median), ratio = mediansNs[1] === undefined ? null : mediansNs[0]! / mediansNs[1];
writeHistory('threads', { vehicles: VEHICLES, ticks: TICKS, repeats: REPEATS, threads: counts, medianUpdateNs: mediansNs, hashes: [...hashes], leastRatioOfTwo: LEAST_RATIO, kept: ratio !== null && ratio >= LEAST_RATIO });
console.log(hashes.size === 1 ? 'one hash for all' : `${hashes.size} HASHES: the bits differ`);
process.exit(hashes.size === 1 ? 0 : 1);
