// Goal: runs that go through a broker to workers come back as the pool of this machine gives them, in order, whatever the broker forgets; and what fails, fails at its place with a reason.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { keyOf, type SharedTwin } from '../../scenarios/runs/planned-run.ts';
import { runAll } from '../../scenarios/runs/pool.ts';
import { openBroker, type Broker } from '../../scenarios/runs/queue/broker.ts';
import { deadLetters, retryDeadLetters } from '../../scenarios/runs/queue/dead-letters.ts';
import { queueStatus } from '../../scenarios/runs/queue/queue-status.ts';
import { openQueue } from '../../scenarios/runs/queue/open-queue.ts';
import { MOST_JOB_BYTES } from '../../scenarios/runs/queue/queued-run.ts';
import { serveQueue } from '../../scenarios/runs/queue/serve-queue.ts';
import type { FleetState } from '../../scenarios/runs/queue/send-runs.ts';
import { openStore, type Store } from '../../scenarios/runs/store.ts';
import { brokerKinds, startBroker, type BrokerServer } from './broker-servers.ts';
import { quick, sharedTown, shortRuns } from './fleet-town.ts';

const folders: string[] = [];
const newStore = (): Promise<Store> => {
  folders.push(mkdtempSync(join(tmpdir(), 'jumeau-fleet-')));
  return openStore(folders.at(-1)!);
};
const hashesOf = (outcomes: readonly { result?: { manifest: { figures: { hash: string } } } | undefined }[]) => outcomes.map(({ result }) => result?.manifest.figures.hash);

const RUNS = process.env['JUMEAU_PROOF'] === '1' ? 8 : 5;
let town: SharedTwin, undisturbed: (string | undefined)[];
beforeAll(async () => {
  town = sharedTown();
  undisturbed = hashesOf(await runAll(shortRuns(town, RUNS), { store: await newStore(), useStored: true }));
  expect(new Set(undisturbed).size).toBe(RUNS);
});
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describe.each(brokerKinds.map(({ kind, missing }) => ({ kind, missing, title: missing ? `${kind} (not installed here)` : kind })))('$title', ({ kind, missing }) => {
  let server: BrokerServer, broker: Broker;
  const onEnd: (() => unknown)[] = [];
  beforeAll(async () => { if (!missing) server = await startBroker(kind); });
  afterAll(() => server?.stop());
  afterEach(async () => { for (const end of onEnd.splice(0).reverse()) await end(); });

  async function start(): Promise<{ store: Store; queue: Awaited<ReturnType<typeof openQueue>>; states: FleetState[] }> {
    const store = await newStore(), states: FleetState[] = [], queue = await openQueue(server.url, store, { onState: (state) => states.push(state), pace: quick });
    broker = await openBroker(server.url, store, quick);
    await broker.queue.obliterate({ force: true });
    onEnd.push(() => queue.close(), () => broker.close());
    return { store, queue, states };
  }

  /** A worker in this process: its simulations are in threads all the same. */
  function work(store: Store, slots = 1): { faults: string[]; stop(): Promise<void> } {
    const stop = new AbortController(), faults: string[] = [];
    const ended = openBroker(server.url, store, quick).then(async (own) => {
      await serveQueue(own, { store, slots, signal: stop.signal, onRun: ({ fault }) => { if (fault !== undefined) faults.push(fault); } });
      await own.close();
    });
    const end = async () => { stop.abort(); await ended; };
    onEnd.push(end);
    return { faults, stop: end };
  }

  test.skipIf(missing)('two workers give what the pool gives, in the order asked for; what is stored already, and a run asked for twice, are computed once', async () => {
    const planned = shortRuns(town, RUNS), { store, queue, states } = await start();
    await runAll(planned.slice(2, 4), { store, useStored: true });
    work(store);
    work(store);
    const finished: [number, boolean][] = [];
    const outcomes = await queue.runAll([...planned, planned[0]!], { store, useStored: true, onFinished: (at, _, stored) => void finished.push([at, stored]) });
    expect(hashesOf(outcomes)).toEqual([...undisturbed, undisturbed[0]]);
    expect(finished.sort(([a], [b]) => a - b)).toEqual([...planned, planned[0]!].map((_, at) => [at, at === 2 || at === 3]));
    expect(Math.max(...states.map(({ slots }) => slots))).toBeLessThanOrEqual(2);
    expect(await broker.queue.getCompletedCount()).toBe(RUNS - 2);
  });

  test.skipIf(missing)('a broker that is wiped in the middle costs time, and no run', async () => {
    const planned = shortRuns(town, RUNS), { store, queue } = await start();
    work(store);
    let wiped: Promise<void> | undefined;
    const outcomes = await queue.runAll(planned, { store, useStored: true, onFinished: () => { wiped ??= server.wipe(); } });
    await wiped;
    expect(hashesOf(outcomes)).toEqual(undisturbed);
    expect(wiped).toBeDefined();
  });

  test.skipIf(missing)('a run that always fails is tried three times, is told with its reason, and is put back when its cause is mended; the others go on', async () => {
    const planned = shortRuns(town, 2), { store, queue } = await start(), bad = { ...planned[0]!, twin: sharedTown('Autreville') };
    writeFileSync(store.twinPath(bad.twin.hash), 'no city at all');
    const { faults } = work(store), failed: number[] = [];
    const [broken, whole] = await queue.runAll([bad, planned[1]!], { store, useStored: true, onFailed: (at) => void failed.push(at) });
    expect(whole!.result!.manifest.figures.hash).toBe(undisturbed[1]);
    expect(broken).toMatchObject({ problems: [], fault: expect.stringContaining('another city than its name says') });
    expect({ faults: faults.length, failed }).toEqual({ faults: 3, failed: [0] });
    expect(await deadLetters(broker)).toMatchObject({ count: 1, letters: [{ key: keyOf(bad), seed: 1, attempts: 3, reason: expect.stringContaining('another city than its name says') }] });
    writeFileSync(store.twinPath(bad.twin.hash), new Uint8Array(bad.twin.bytes));
    expect(await retryDeadLetters(broker)).toBe(1);
    const [again] = await queue.runAll([bad], { store, useStored: true });
    expect(again!.result).toBeDefined();
    await expect.poll(() => deadLetters(broker), { timeout: 20_000 }).toEqual({ count: 0, letters: [] });
  });

  test.skipIf(missing)('jobs of another engine, of another layout, or that name another result than they ask for are refused with the reason, at the first attempt', async () => {
    const { store, queue } = await start(), planned = shortRuns(town, 1), { stop } = work(store);
    await queue.runAll(planned, { store, useStored: true });
    const { data } = (await broker.queue.getCompleted())[0]!;
    await stop();
    const opts = { attempts: 3, removeOnFail: false };
    await broker.queue.addBulk([{ ...data, engine: '0.0.0+older' }, { ...data, key: '../elsewhere' }, { ...data, seed: 2 }].map((one) => ({ name: 'run', data: one as never, opts })));
    work(store);
    await expect.poll(async () => (await deadLetters(broker)).letters.map(({ reason, attempts }) => `${attempts} ${reason}`).sort(), { timeout: 20_000 }).toEqual([
      expect.stringMatching(/^1 the job is for engine 0\.0\.0\+older, this worker has /), expect.stringMatching(/^1 the job is not laid out/), expect.stringMatching(/^1 the job names the result/),
    ]);
  });

  test.skipIf(missing)('with nobody at work the window bounds what the broker holds, jobs are small, and calling off takes them back at once', async () => {
    const { store, queue, states } = await start(), stop = new AbortController();
    const many = shortRuns(town, 300).map((run) => ({ ...run, scenario: 'a question with a long name '.repeat(40) }));
    const sent = queue.runAll(many, { store, useStored: true, signal: stop.signal }).catch((error: unknown) => error);
    await expect.poll(() => states.length, { timeout: 20_000 }).toBeGreaterThan(0);
    expect(states[0]).toEqual({ slots: 0, inFlight: 64 });
    const jobs = await broker.queue.getWaiting();
    expect(jobs.length).toBe(64);
    expect(await queueStatus(broker, store)).toEqual({ waiting: 64, again: 0, active: 0, deadLetters: 0, workers: 0, slots: 0, runs: [] });
    expect(Math.max(...jobs.map(({ data }) => JSON.stringify(data).length))).toBeLessThan(MOST_JOB_BYTES);
    const startMs = performance.now();
    stop.abort();
    expect(await sent).toMatchObject({ name: 'AbortError' });
    expect(performance.now() - startMs).toBeLessThan(1500);
    expect(await broker.queue.getWaitingCount()).toBe(0);
  });

  test.skipIf(missing)('two senders that ask for one run anew agree; a stored result that differs from what comes out is a fault, and stays', async () => {
    const { store, queue } = await start(), planned = shortRuns(town, 1);
    work(store, 2);
    const both = await Promise.all([1, 2].map(() => queue.runAll(planned, { store, useStored: false })));
    expect(both.map(([outcome]) => outcome!.result!.manifest.figures.hash)).toEqual([undisturbed[0], undisturbed[0]]);
    const manifest = join(both[0]![0]!.result!.folder, 'manifest.json'), altered = readFileSync(manifest, 'utf8').replace(undisturbed[0]!, 'f'.repeat(undisturbed[0]!.length));
    writeFileSync(manifest, altered);
    const [different] = await queue.runAll(planned, { store, useStored: false });
    expect(different).toMatchObject({ fault: expect.stringContaining(undisturbed[0]!) });
    expect(readFileSync(manifest, 'utf8')).toBe(altered);
    expect((await deadLetters(broker)).letters).toMatchObject([{ attempts: 1 }]);
  });
});
