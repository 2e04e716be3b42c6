// Question: what does a result cost beyond its simulation: writing its tables, their sums, bringing them to the disk, finding it again?
// Load: half an hour of the morning in a town of 30 junctions with a bus line: a run of some tenths of a second, as sweeps have by the thousand.
// Budget: 5 ms a run for all of it. The disk is the machine's own: what it takes to be sure of what it holds is part of the answer.
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { ResultTables, RunFigures } from '../engine/results/tables.ts';
import { run } from '../engine/run.ts';
import type { RunSettings } from '../engine/run-settings.ts';
import { RESULT_FORMAT, type RunManifest } from '../scenarios/runs/manifest.ts';
import { writeManifest, writeResultTables } from '../scenarios/runs/result-files.ts';
import { resultKey } from '../scenarios/runs/result-key.ts';
import { openStore, type Store } from '../scenarios/runs/store.ts';
import { busTown } from '../tests/verification/bus-town.ts';
import { writeHistory } from './processes/write-history.ts';

const repeats = 200, MOST_MS = 5, title = 'half an hour of a town with a bus line';
const settings: RunSettings = { seed: 1, fromS: 7 * 3600, untilS: 7.5 * 3600, stepS: 1, untilAllArrived: false, busPriority: true, replay: false };
const parts = ['tables', 'sums', 'disk', 'find'] as const;
const spentMs: Record<(typeof parts)[number], number[]> = { tables: [], sums: [], disk: [], find: [] };

/** What a run does with its results, part by part. */
async function keepOne(store: Store, seed: number, tables: ResultTables, figures: RunFigures): Promise<void> {
  const own = { ...settings, seed }, folder = await store.openAside(), marks = [performance.now()], mark = () => void marks.push(performance.now());
  const written = writeResultTables(folder, tables);
  mark();
  const manifest = writeManifest(folder, {
    format: RESULT_FORMAT, key: resultKey({ twinHash: 'bench', changes: [], settings: own, engine: 'bench' }), twinHash: 'bench', city: title, synthetic: true, scenario: 'bench', changes: [], settings: own, engine: 'bench', node: process.versions.node,
    figures, indicators: {} as RunManifest['indicators'], costs: { wallS: 0, loadS: 0, loopS: 0, cpuS: null, peakRssMb: 0 },
  }, written);
  mark();
  await store.keep(folder, manifest);
  mark();
  if (!(await store.find(manifest.key))) throw new Error('what was kept is not found');
  mark();
  parts.forEach((part, at) => spentMs[part].push(marks[at + 1]! - marks[at]!));
}

const median = (values: number[]): number => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]!;
const folder = await mkdtemp(join(tmpdir(), 'jumeau-store-write-')), store = await openStore(folder), { tables, figures } = run(busTown(), settings);
const before = process.cpuUsage();
for (let seed = 0; seed < repeats; seed++) await keepOne(store, seed, tables, figures);
const { user, system } = process.cpuUsage(before), cpuMs = (user + system) / 1000 / repeats;
const medianMs = Object.fromEntries(parts.map((part) => [part, median(spentMs[part])])) as Record<(typeof parts)[number], number>, allMs = parts.reduce((sum, part) => sum + medianMs[part], 0);
console.log(`${title}: ${repeats} results, medians (${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node})`);
for (const part of parts) console.log(`  ${part.padEnd(6)} ${medianMs[part].toFixed(2)} ms`);
console.log(`  all    ${allMs.toFixed(2)} ms; processor ${cpuMs.toFixed(2)} ms; budget of ${MOST_MS} ms: ${allMs <= MOST_MS ? 'kept' : 'missed'}`);
writeHistory('store-write', { title, repeats, medianMs, allMs, cpuMs, mostMs: MOST_MS, kept: allMs <= MOST_MS });
await rm(folder, { recursive: true, force: true });
