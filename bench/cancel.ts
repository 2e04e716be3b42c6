// Question: how long does a command go on after Ctrl-C while it simulates?
// Load: `jumeau compare` with six runs of the reference city at half past seven, one in each thread; and `jumeau run` with one run on all threads: both told to stop in mid-step.
// Budget: 1 s from the signal to the end of the process, the worst of five each; nothing unfinished is left in the store.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { writeHistory } from './processes/write-history.ts';

const REPEATS = 5, BUDGET_MS = 1000, STARTS_MS = 6000;
const command = join(fileURLToPath(new URL('../', import.meta.url)), 'dist/jumeau.js'), home = mkdtempSync(join(tmpdir(), 'jumeau-cancel-'));
const span = ['--from', '07:30', '--hours', '1', '--step', '1'];
const loads = {
  'compare, one run a thread': ['compare', 'baseline', 'bus-priority-off', '--seeds', '3', ...span],
  'run, all threads on one run': ['run', 'baseline', '--workers', String(availableParallelism()), ...span],
};

/** Milliseconds from the signal to the end. */
function stopped(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [command, ...args], { env: { ...process.env, JUMEAU_HOME: home }, stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    let toldMs = 0;
    const timer = setTimeout(() => { toldMs = performance.now(); child.kill('SIGINT'); }, STARTS_MS);
    child.on('exit', (code) => {
      clearTimeout(timer);
      if (toldMs === 0 || code !== 130) reject(new Error(`ended with ${code} before or in spite of the signal`));
      else resolve(performance.now() - toldMs);
    });
  });
}

const left = (): number => readdirSync(join(home, 'aside')).length;
const measured: Record<string, number[]> = {};
await stopped(['run', 'baseline', ...span]).catch(() => undefined); // The reference city is made the first time.
for (const [name, args] of Object.entries(loads)) {
  const times: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) times.push(await stopped(args));
  measured[name] = times;
  console.log(`${name}: ${times.map((ms) => ms.toFixed(0)).join(', ')} ms after the signal (${BUDGET_MS} asked), ${left()} unfinished folders left (${cpus()[0]?.model.trim() ?? 'unknown'})`);
}
const worstMs = Math.max(...Object.values(measured).flat());
writeHistory('cancel', { measured, worstMs, budgetMs: BUDGET_MS, unfinished: left(), kept: worstMs <= BUDGET_MS && left() === 0 });
rmSync(home, { recursive: true, force: true });
