// Goal: a broker that is away stops nobody from stopping, a worker that cannot keep results spoils no run, and a run that lies in the store is done whatever the broker says of it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runAll } from '../../scenarios/runs/pool.ts';
import { openBroker } from '../../scenarios/runs/queue/broker.ts';
import { deadLetters } from '../../scenarios/runs/queue/dead-letters.ts';
import { asReply } from '../../scenarios/runs/queue/listen.ts';
import { sendRuns, type FleetState } from '../../scenarios/runs/queue/send-runs.ts';
import { serveQueue, StoreRefused } from '../../scenarios/runs/queue/serve-queue.ts';
import { openStore, type Store } from '../../scenarios/runs/store.ts';
import { brokerKinds, startBroker, type BrokerServer } from './broker-servers.ts';
import { quick, sharedTown, shortRuns } from './fleet-town.ts';

const full = process.env['JUMEAU_PROOF'] === '1';
/** Longer than connecting, or a lock, may take: whoever waits for those must come back all the same. */
const OUTAGE_MS = full ? 15_000 : 3000, RUNS = full ? 60 : 6;

const folders: string[] = [];
const newStore = (): Promise<Store> => {
  folders.push(mkdtempSync(join(tmpdir(), 'jumeau-away-')));
  return openStore(folders.at(-1)!);
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
const town = sharedTown();

test('a reply that is none is a fault of its run, and no exception', () => {
  expect(asReply('{"stored":true,"problems":[]}')).toEqual({ reply: { stored: true, problems: [] } });
  for (const given of ['{', 'null', '{"stored":"yes","problems":[]}', '{"stored":true,"problems":[{"code":1}]}']) expect(asReply(given)).toEqual({ fault: expect.stringContaining('something else than a reply') });
});

describe.each(brokerKinds.map(({ kind, missing }) => ({ kind, missing, title: missing ? `${kind} (not installed here)` : kind })))('$title', ({ kind, missing }) => {
  let server: BrokerServer, store: Store;
  const onEnd: (() => unknown)[] = [];
  beforeAll(async () => { if (!missing) server = await startBroker(kind); });
  beforeEach(async () => { store = await newStore(); });
  afterEach(async () => { for (const end of onEnd.splice(0).reverse()) await end(); });
  afterAll(() => server?.stop());

  /** A worker in this process, with a store of its own choice. */
  async function work(own: Store): Promise<{ stop: AbortController; ended: Promise<unknown> }> {
    const stop = new AbortController(), broker = await openBroker(server.url, own, quick);
    const ended = serveQueue(broker, { store: own, slots: 1, signal: stop.signal }).then(() => undefined, (error: unknown) => error).finally(() => broker.close());
    onEnd.push(() => { stop.abort(); return ended; });
    return { stop, ended };
  }

  test.skipIf(missing)('a worker that sees another store spoils nothing', async () => {
    await work(await newStore());
    await work(store);
    const broker = await openBroker(server.url, store, quick);
    onEnd.push(() => broker.close());
    const outcomes = await sendRuns(broker, shortRuns(town, 6), { store, useStored: true });
    expect(outcomes.filter(({ result }) => result === undefined)).toEqual([]);
    expect((await deadLetters(broker)).count).toBe(0);
  });

  test.skipIf(missing)('a worker whose store takes nothing gives its runs back, ends with the reason after three in a row, and takes no attempt', async () => {
    const broker = await openBroker(server.url, store, quick), stop = new AbortController(), full = { ...store, openAside: () => Promise.reject(Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', syscall: 'mkdir' })) };
    onEnd.push(() => broker.close());
    const sent = sendRuns(broker, shortRuns(town, 1), { store, useStored: true, signal: stop.signal }).catch(() => undefined);
    const { ended } = await work(full);
    expect(await ended).toEqual(new StoreRefused('ENOSPC: no space left on device'));
    const [job] = await broker.queue.getWaiting();
    expect(job).toMatchObject({ attemptsMade: 0 });
    stop.abort();
    await sent;
  }, 30_000);

  test.skipIf(missing)('a run that is given up is done all the same when its result lies in the store', async () => {
    const planned = shortRuns(town, 1), broker = await openBroker(server.url, store, quick), elsewhere = await newStore();
    onEnd.push(() => broker.close());
    let finds = 0;
    // Not there when the sender looks first, there when the broker says that it was given up.
    const late: Store = { ...store, find: async (key) => (finds++ === 0 ? undefined : elsewhere.find(key)) };
    await runAll(planned, { store: elsewhere, useStored: true });
    rmSync(join(store.home, 'inputs'), { recursive: true });
    writeFileSync(join(store.home, 'inputs'), ''); // What the worker needs it never finds.
    const packed: Store = { ...late, keepInput: async () => 'ab'.repeat(32) };
    await work(store);
    const [outcome] = await sendRuns(broker, planned, { store: packed, useStored: true });
    expect(outcome!.result).toBeDefined();
    expect((await deadLetters(broker)).count).toBe(1);
  }, 60_000);

  test.skipIf(missing)(`a sweep in whose midst the broker is away for ${OUTAGE_MS / 1000} s ends with what an undisturbed one gives`, async () => {
    const planned = shortRuns(town, RUNS), undisturbed = await runAll(planned, { store: await newStore(), useStored: true });
    const broker = await openBroker(server.url, store, quick), states: FleetState[] = [];
    onEnd.push(() => broker.close());
    await work(store);
    let outage: Promise<void> | undefined;
    const away = async (): Promise<void> => {
      await server.kill();
      await pause(OUTAGE_MS);
      await server.again();
    };
    const outcomes = await sendRuns(broker, planned, { store, useStored: true, onFinished: () => { outage ??= away(); } }, (state) => states.push(state));
    await outage;
    expect(states.some(({ unreachable }) => unreachable !== undefined)).toBe(true);
    expect(outcomes.map(({ result }) => result?.manifest.figures.hash)).toEqual(undisturbed.map(({ result }) => result!.manifest.figures.hash));
    expect((await deadLetters(broker)).count).toBe(0);
  }, 120_000);

  test.skipIf(missing)('a sender says that the broker is away, and is called off within seconds; broker and worker are left in time', async () => {
    const broker = await openBroker(server.url, store, quick), stop = new AbortController(), states: FleetState[] = [];
    const called = sendRuns(broker, shortRuns(town, 3), { store, useStored: true, signal: stop.signal }, (state) => states.push(state)).catch((error: unknown) => error);
    await expect.poll(() => states.length, { timeout: 20_000 }).toBeGreaterThan(0);
    const worker = await work(await newStore());
    await server.kill();
    await expect.poll(() => states.at(-1)?.unreachable, { timeout: 20_000 }).toBeDefined();
    const startMs = performance.now();
    stop.abort();
    expect(await called).toMatchObject({ name: 'AbortError' });
    expect(performance.now() - startMs).toBeLessThan(4000);
    await broker.close();
    worker.stop.abort();
    await worker.ended;
    expect(performance.now() - startMs).toBeLessThan(20_000);
  }, 60_000);
});
