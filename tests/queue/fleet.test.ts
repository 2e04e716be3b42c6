// Goal: runs that go through a broker to workers come back as the pool of this machine gives them, in order, whatever the broker forgets.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBroker } from '../../scenarios/runs/queue/broker.ts';
import { openQueue } from '../../scenarios/runs/queue/open-queue.ts';
import { serveQueue } from '../../scenarios/runs/queue/serve-queue.ts';
import type { SharedTwin } from '../../scenarios/runs/planned-run.ts';
import { runAll } from '../../scenarios/runs/pool.ts';
import { openStore } from '../../scenarios/runs/store.ts';
import { brokerKinds, startBroker, type BrokerServer } from './broker-servers.ts';
import { sharedTown, shortRuns } from './fleet-town.ts';

const folders: string[] = [];
const newStore = () => {
  folders.push(mkdtempSync(join(tmpdir(), 'jumeau-fleet-')));
  return openStore(folders.at(-1)!);
};
let town: SharedTwin;
beforeAll(() => { town = sharedTown(); });
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describe.each(brokerKinds)('$kind', ({ kind, missing }) => {
  let server: BrokerServer;
  beforeAll(async () => { if (!missing) server = await startBroker(kind); });
  afterAll(() => server?.stop());

  test.skipIf(missing)(`two workers give what the pool gives${missing ? ' (not installed)' : ''}`, async () => {
    const planned = shortRuns(town, 8), store = await newStore(), local = await runAll(planned, { store: await newStore(), useStored: true });
    const stop = new AbortController();
    const workers = [1, 2].map(async () => {
      const broker = await openBroker(server.url);
      await serveQueue(broker, { store, slots: 1, signal: stop.signal });
      await broker.close();
    });
    const queue = await openQueue(server.url);
    const finished: number[] = [];
    const outcomes = await queue.runAll(planned, { store, useStored: true, onFinished: (at) => void finished.push(at) });
    stop.abort();
    await Promise.all(workers);
    await queue.close();
    expect(outcomes.map(({ result }) => result?.manifest.figures.hash)).toEqual(local.map(({ result }) => result!.manifest.figures.hash));
    expect(finished.sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});
