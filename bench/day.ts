// Question: what does a whole day of the reference city cost?
// Load: 00:00 to 24:00 of the reference city as `jumeau run baseline` takes it, with guidance, crossings and energy, seed 42; compiled phases, one thread, in a process of its own.
// Budget: 90 s of processor time for the run itself; trips stand beside it, for a jam is cheap to simulate.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateDijon } from '../data/dijon/generate.ts';
import { twinHash, twinToBytes } from '../engine/twin/bytes.ts';
import { timed } from './peer/timed-process.ts';
import { builtPhases } from './processes/built-phases.ts';
import { writeHistory } from './processes/write-history.ts';

const BUDGET_CPU_S = 90, SEED = 42;
const oneRun = join(fileURLToPath(new URL('../', import.meta.url)), 'dist/bench/processes/one-run.js'), folder = mkdtempSync(join(tmpdir(), 'jumeau-day-'));

interface DayRun { loadCpuS: number; loopCpuS: number; residentMb: number; vehicleUpdates: number; meanTripS: number; running: number; arrived: number; rescued: number; collisions: number; hash: string }

try {
  const twin = generateDijon(), file = join(folder, 'day.twin');
  writeFileSync(file, twinToBytes(twin));
  const { output, cpuS } = timed(process.execPath, [oneRun, file, String(SEED), '86400', builtPhases()], folder), day = JSON.parse(output) as DayRun;
  const updateNs = (day.loopCpuS * 1e9) / day.vehicleUpdates, kept = day.loopCpuS <= BUDGET_CPU_S;
  console.log(`${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}`);
  console.log(`${twin.departures.count} trips planned, ${day.arrived} arrived, ${day.running} running at the end, mean trip ${day.meanTripS.toFixed(1)} s, rescued ${day.rescued}, collisions ${day.collisions}`);
  console.log(`${(day.vehicleUpdates / 1e6).toFixed(1)} M updates in ${day.loopCpuS.toFixed(1)} s of processor time (${updateNs.toFixed(0)} ns each; budget ${BUDGET_CPU_S} s: ${kept ? 'kept' : 'MISSED'}); load ${day.loadCpuS.toFixed(2)} s, whole process ${cpuS.toFixed(1)} s, ${day.residentMb.toFixed(0)} MB`);
  writeHistory('day', { seed: SEED, twinHash: twinHash(twin), planned: twin.departures.count, ...day, cpuS, updateNs, budgetCpuS: BUDGET_CPU_S, kept });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
