// Question: what does a vehicle cost more in a large city than in a small one?
// Load: grids of signalised streets drawn here, with 1,000, 5,000, 20,000, 50,000 and 100,000 vehicles on the way all the time, as dense in each;
// 200 steps after 60 to fill up and warm up, one thread, taken in turns.
// Budget: at most 1.5 times as much with 100,000 vehicles as with 1,000.
import { cpus } from 'node:os';
import { compiledParts } from '../engine/compiled/compiled-parts.ts';
import { columnsIn, makeRunMemory } from '../engine/compiled/run-memory.ts';
import { phasesBy } from '../engine/phases.ts';
import { makeResultLog } from '../engine/results/result-log.ts';
import { prepareState } from '../engine/state/city-state.ts';
import { step } from '../engine/step.ts';
import { prepareTraffic } from '../engine/traffic/prepare-traffic.ts';
import { compiledPhases } from '../scenarios/runs/threads/compiled-phases.ts';
import { drawnCity } from './load/drawn-city.ts';
import { builtPhases } from './processes/built-phases.ts';
import { writeHistory } from './processes/write-history.ts';

const FILL_TICKS = 60, TICKS = 200, REPEATS = 3, MOST_GROWTH = 1.5;
const settings = { seed: 42, fromS: 0, untilS: Infinity, stepS: 1, untilAllArrived: false, busPriority: true, replay: false };
const module = compiledPhases(builtPhases())!;
const sizes = [[8, 1000], [18, 5000], [36, 20_000], [57, 50_000], [81, 100_000]] as const;

/** Nanoseconds of processor time a vehicle and step. */
function measure(side: number, vehicles: number): { updateNs: number; running: number } {
  const twin = drawnCity(side, vehicles), state = prepareState(twin, 0), memory = makeRunMemory()!, traffic = prepareTraffic(twin, state, settings, columnsIn(memory));
  const log = makeResultLog(twin, 0), phases = phasesBy(compiledParts(module, memory, traffic, state, log));
  for (let tick = 0; tick < FILL_TICKS; tick++) step(traffic, state, log, settings, phases);
  const start = process.cpuUsage(), before = state.counts.vehicleUpdates;
  for (let tick = 0; tick < TICKS; tick++) step(traffic, state, log, settings, phases);
  const { user, system } = process.cpuUsage(start);
  return { updateNs: ((user + system) * 1000) / (state.counts.vehicleUpdates - before), running: state.counts.running };
}

console.log(`${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}`);
measure(...sizes[1]); // What the platform compiles while it runs belongs to no size.
const leastNs = sizes.map(() => Infinity);
for (let repeat = 0; repeat < REPEATS; repeat++) {
  sizes.forEach(([side, vehicles], at) => {
    const { updateNs, running } = measure(side, vehicles);
    leastNs[at] = Math.min(leastNs[at]!, updateNs);
    console.log(`  ${running} vehicles on the way: ${updateNs.toFixed(0)} ns a vehicle and step`);
  });
}
sizes.forEach(([, vehicles], at) => console.log(`${vehicles} vehicles: ${leastNs[at]!.toFixed(0)} ns, ${(leastNs[at]! / leastNs[0]!).toFixed(2)} x that of ${sizes[0][1]} (least of ${REPEATS})`));
const kept = leastNs.at(-1)! <= MOST_GROWTH * leastNs[0]!;
console.log(kept ? 'kept' : 'MISSED');
writeHistory('growth', { ticks: TICKS, repeats: REPEATS, vehicles: sizes.map(([, vehicles]) => vehicles), leastUpdateNs: leastNs, mostGrowth: MOST_GROWTH, kept });
