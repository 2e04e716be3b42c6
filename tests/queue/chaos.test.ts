// Goal: workers that are killed in the middle of runs, again and again, lose nothing and count nothing twice: every result is there, equal to that of an undisturbed run, hash for hash.
// The killing is drawn from a seed; each worker is `jumeau worker` in a process of its own.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { randomShare } from '../../engine/foundation/random.ts';
import { keyOf } from '../../scenarios/runs/planned-run.ts';
import { runAll } from '../../scenarios/runs/pool.ts';
import { openBroker } from '../../scenarios/runs/queue/broker.ts';
import { deadLetters } from '../../scenarios/runs/queue/dead-letters.ts';
import { openQueue } from '../../scenarios/runs/queue/open-queue.ts';
import { openStore, type Store } from '../../scenarios/runs/store.ts';
import { brokerKinds, startBroker, type BrokerServer } from './broker-servers.ts';
import { sharedTown, shortRuns } from './fleet-town.ts';

const full = process.env['JUMEAU_PROOF'] === '1';
const RUNS = full ? 1000 : 12, WORKERS = full ? 3 : 2, RESULTS_BETWEEN_KILLS = full ? [8, 40] as const : [3, 6] as const;
/** About as long as a run takes, so that kills come at every moment of one. */
const LATEST_KILL_MS = 150;
const SEED = 20260115, PURPOSE = 1;

const command = fileURLToPath(new URL('../../dist/jumeau.js', import.meta.url));
const folders: string[] = [];
const newStore = (): Promise<Store> => {
  folders.push(mkdtempSync(join(tmpdir(), 'jumeau-chaos-')));
  return openStore(folders.at(-1)!);
};

interface WorkerProcess { child: ChildProcess; listening: Promise<void>; ended: Promise<number | null>; lines: { event: string }[] }

function startWorker(url: string, store: Store): WorkerProcess {
  const child = spawn(process.execPath, [command, 'worker', '--queue', url, '--store', store.home, '--workers', '1', '--json'], { env: { ...process.env, JUMEAU_HOME: join(store.home, 'own') }, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: { event: string }[] = [];
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const listening = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout! }).on('line', (line) => { lines.push(JSON.parse(line) as { event: string }); resolve(); });
    void ended.then((code) => reject(new Error(`the worker ended with ${code} before it listened`)));
  });
  listening.catch(() => undefined); // Killed as it starts.
  return { child, listening, ended, lines };
}

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describe.each(brokerKinds.map(({ kind, missing }) => ({ kind, missing, title: missing ? `${kind} (not installed here)` : kind })))('$title', ({ kind, missing }) => {
  let server: BrokerServer;
  beforeAll(async () => { if (!missing) server = await startBroker(kind); });
  afterAll(() => server?.stop());

  test.skipIf(missing)(`${RUNS} runs by workers that are killed all the time`, async () => {
    const planned = shortRuns(sharedTown(), RUNS), store = await newStore(), calm = await newStore();
    const undisturbed = await runAll(planned, { store: calm, useStored: true });
    const workers = Array.from({ length: WORKERS }, () => startWorker(server.url, store)), endings: Promise<unknown>[] = [];
    let kills = 0, results = 0, nextKillAt = 2;
    const pending: NodeJS.Timeout[] = [];
    const draw = (what: number): number => randomShare(SEED, PURPOSE, kills, what);
    const killOne = (): void => {
      const at = Math.floor(draw(1) * WORKERS), { child, ended } = workers[at]!, [least, most] = RESULTS_BETWEEN_KILLS;
      nextKillAt = results + least + Math.floor(draw(2) * (most - least + 1));
      const laterMs = draw(3) * LATEST_KILL_MS;
      kills++;
      pending.push(setTimeout(() => {
        child.kill('SIGKILL');
        endings.push(ended);
        workers[at] = startWorker(server.url, store);
      }, laterMs));
    };
    const queue = await openQueue(server.url, store), finished: number[] = [], failed: string[] = [];
    const outcomes = await queue.runAll(planned, {
      store, useStored: true, onFailed: (_, fault) => failed.push(fault),
      onFinished(at) {
        finished.push(at);
        results++;
        if (results >= nextKillAt) killOne();
      },
    });
    pending.forEach((timer) => clearTimeout(timer));
    await queue.close();
    for (const { child, ended } of workers) {
      child.kill('SIGTERM');
      endings.push(ended);
    }
    await Promise.all(endings);
    const broker = await openBroker(server.url, store), dead = await deadLetters(broker);
    await broker.close();
    expect(kills).toBeGreaterThan(RUNS / (RESULTS_BETWEEN_KILLS[1] + 2));
    expect(failed).toEqual([]);
    for (const { lines } of workers) for (const [at, line] of lines.filter(({ event }) => event === 'done').entries()) expect(line).toMatchObject({ question: 'town', seed: expect.any(Number), seconds: expect.any(Number), done: at + 1, failed: 0 });
    expect(outcomes.map(({ result }) => result?.manifest.figures.hash)).toEqual(undisturbed.map(({ result }) => result!.manifest.figures.hash));
    expect(finished.sort((a, b) => a - b)).toEqual(planned.map((_, at) => at));
    expect(readdirSync(join(store.home, 'results')).sort()).toEqual(planned.map(keyOf).sort());
    expect(existsSync(join(store.home, 'quarantine'))).toBe(false);
    expect(dead).toEqual({ count: 0, letters: [] });
  }, full ? 3_600_000 : 240_000);

  test.skipIf(missing)('a worker that is told to end gives its run back within seconds, and that counts as no attempt', async () => {
    const store = await newStore(), worker = startWorker(server.url, store), stop = new AbortController(), queue = await openQueue(server.url, store), broker = await openBroker(server.url, store);
    const sent = queue.runAll(shortRuns(sharedTown(), 1, { fromS: 0, untilS: 86_400 * 5 }), { store, useStored: true, signal: stop.signal }).catch(() => undefined);
    await expect.poll(() => broker.queue.getActiveCount(), { timeout: 60_000 }).toBe(1);
    const { stdout } = await promisify(execFile)(process.execPath, [command, 'worker', '--status', '--queue', server.url, '--store', store.home, '--lang', 'en'], { env: { ...process.env, JUMEAU_HOME: join(store.home, 'own') } });
    expect(stdout).toMatch(/Runs: 0 waiting, 1 under way, 0 to be tried again after a failure, 0 given up\nListening: 1 worker, 1 run at a time\n {2}\w{12} {2}town, seed 1: for \d+ s/);
    const startMs = performance.now();
    worker.child.kill('SIGTERM');
    expect(await worker.ended).toBe(0);
    expect(performance.now() - startMs).toBeLessThan(5000);
    const [job] = await broker.queue.getWaiting();
    expect(job).toMatchObject({ attemptsMade: 0 });
    expect(worker.lines.at(-1)).toEqual({ event: 'ended', done: 0, failed: 0 });
    expect(readdirSync(join(store.home, 'aside'))).toEqual([]);
    stop.abort();
    await sent;
    await queue.close();
    await broker.close();
  });
});
