// Question: how soon is the light of every street known, from nothing and after lamps are dimmed?
// Load: all lit streets of the reference city on a single thread: luminance for each driver, illuminance, edges and glare (EN 13201-3); then 100 states of
// dimming, each street with an output of its own.
// Budget: 2 s from nothing, 50 ms for a new state. A machine that is busy with something else may miss it: the share of the processor stands beside it.
import { availableParallelism, cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { generateDijon } from '../data/dijon/generate.ts';
import { randomShare } from '../engine/foundation/random.ts';
import { computeStreets, makeStreetsNow, streetsAt } from '../engine/lighting/road/street-light.ts';
import { writeHistory } from './processes/write-history.ts';

const repeats = 5, states = 100, MOST_ALL_S = 2, MOST_STATE_MS = 50, SEED = 34, PURPOSE = 8802;
const title = 'every lit street of the reference city', twin = generateDijon(), { count } = twin.litStreets;
const median = (values: number[]): number => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]!;

/** Milliseconds on the clock and of the processor. */
function timed(run: () => void): { wallMs: number; cpuMs: number } {
  const startMs = performance.now(), before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return { wallMs: performance.now() - startMs, cpuMs: (user + system) / 1000 };
}

let light = computeStreets(twin);
const known = light.isKnown.reduce((sum, one) => sum + one, 0), views = light.viewLavCdM2.length;
console.log(`${title}: ${count} streets, ${twin.lamps.count} lamps; light known of ${known} streets, seen by ${views} drivers (${cpus()[0]?.model.trim() ?? 'unknown'}, ${availableParallelism()} cores, Node ${process.versions.node})`);
if (known === 0) throw new Error('no street of the reference city has photometric data: there is nothing to measure');

const all = Array.from({ length: repeats }, () => timed(() => { light = computeStreets(twin); }));
const now = makeStreetsNow(count), shares = Array.from({ length: states }, (_, state) => Float64Array.from({ length: count }, (_unused, row) => randomShare(SEED, PURPOSE, row, state)));
let sink = 0;
const state = shares.map((share) => timed(() => { sink += streetsAt(light, share, now).fTiPct[0]!; }));

const allS = median(all.map(({ wallMs }) => wallMs)) / 1000, stateMs = median(state.map(({ wallMs }) => wallMs)), worstStateMs = Math.max(...state.map(({ wallMs }) => wallMs));
const processorShare = all.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / all.reduce((sum, { wallMs }) => sum + wallMs, 0);
console.log(`  from nothing: ${allS.toFixed(2)} s, median of ${repeats} (${all.map(({ wallMs }) => (wallMs / 1000).toFixed(2)).join(', ')}); ${((1e6 * allS) / known).toFixed(0)} microseconds a street; the process had ${Math.round(100 * processorShare)} % of a core`);
console.log(`  a new state: ${stateMs.toFixed(2)} ms, median of ${states}; the slowest, the first among them, ${worstStateMs.toFixed(2)} ms (${sink > 0 ? 'glare summed' : 'no glare'})`);
const kept = allS <= MOST_ALL_S && worstStateMs <= MOST_STATE_MS;
console.log(`budget of ${MOST_ALL_S} s and ${MOST_STATE_MS} ms: ${kept ? 'kept' : 'missed'}`);
writeHistory('lighting-streets', { title, streets: count, known, views, allS, stateMs, worstStateMs, processorShare, mostAllS: MOST_ALL_S, mostStateMs: MOST_STATE_MS, kept });
