// Question: how many runs a second does a fleet of 1 to 4 worker processes finish, through PostgreSQL and through Redis, and what does the queue cost a run?
// Load: 200 runs of ten minutes of a small town (some 50 ms each), and 12 runs of 3 to 5 s; each worker process takes one run at a time. The same runs in the pool of this process, one thread, for comparison.
// How long it takes: six to eight minutes on two cores that do nothing else.
// Run it on a machine that does nothing else, with more cores than worker processes: broker and sender take their part.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { PlannedRun } from '../scenarios/runs/planned-run.ts';
import { runAll } from '../scenarios/runs/pool.ts';
import { openQueue } from '../scenarios/runs/queue/open-queue.ts';
import { openStore } from '../scenarios/runs/store.ts';
import { brokerKinds, startBroker } from '../tests/queue/broker-servers.ts';
import { sharedTown, shortRuns } from '../tests/queue/fleet-town.ts';
import { writeHistory } from './processes/write-history.ts';

const PROCESSES = [1, 2, 3, 4], SHORT_RUNS = 200, LONG_RUNS = 12, LONG_DAYS = 4;
const command = fileURLToPath(new URL('../dist/jumeau.js', import.meta.url)), town = sharedTown();
const loads: Record<string, PlannedRun[]> = { short: shortRuns(town, SHORT_RUNS), long: shortRuns(town, LONG_RUNS, { fromS: 0, untilS: LONG_DAYS * 86_400 }) };

async function inFolder<T>(work: (home: string) => Promise<T>): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'jumeau-throughput-'));
  return work(home).finally(() => rm(home, { recursive: true, force: true }));
}

async function startWorker(url: string, home: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [command, 'worker', '--queue', url, '--store', home, '--workers', '1', '--json'], { env: { ...process.env, JUMEAU_HOME: join(home, 'own') }, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => createInterface({ input: child.stdout! }).once('line', resolve));
  child.stdout!.resume();
  return child;
}

/** Runs a second, from the first that is sent to the last that is back. */
async function rateOf(url: string, processes: number, planned: readonly PlannedRun[]): Promise<number> {
  return inFolder(async (home) => {
    const store = await openStore(home), workers = await Promise.all(Array.from({ length: processes }, () => startWorker(url, home))), queue = await openQueue(url, store);
    const startMs = performance.now();
    await queue.runAll(planned, { store, useStored: true });
    const rate = planned.length / ((performance.now() - startMs) / 1000);
    await queue.close();
    await Promise.all(workers.map((worker) => new Promise((resolve) => { worker.once('close', resolve); worker.kill('SIGTERM'); })));
    return rate;
  });
}

/** One row a load, a broker and a number of processes. */
const measured: Record<string, string | number>[] = [];
console.log(`${cpus()[0]?.model.trim() ?? 'unknown'}, ${availableParallelism()} cores, Node ${process.versions.node}`);
for (const [load, planned] of Object.entries(loads)) {
  const poolRate = await inFolder(async (home) => {
    const startMs = performance.now();
    await runAll(planned, { store: await openStore(home), workers: 1, useStored: true });
    return planned.length / ((performance.now() - startMs) / 1000);
  });
  console.log(`${load}: pool of one thread ${poolRate.toFixed(2)} runs/s`);
  for (const { kind, missing } of brokerKinds) {
    if (missing) continue;
    const server = await startBroker(kind);
    for (const processes of PROCESSES) {
      const rate = await rateOf(server.url, processes, planned);
      console.log(`${load}: ${kind}, ${processes} worker processes ${rate.toFixed(2)} runs/s, ${((100 * rate) / (processes * poolRate)).toFixed(0)} % of as many threads alone`);
      measured.push({ load, kind, processes, runs: planned.length, runsPerS: rate, poolRunsPerS: poolRate });
    }
    await server.stop();
  }
}
writeHistory('queue-throughput', { measured });
