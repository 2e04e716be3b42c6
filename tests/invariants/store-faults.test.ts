// Goal: a store that takes nothing more ends the runs that need it, and nobody removes what another machine is writing.
import { mkdirSync, mkdtempSync, existsSync, readlinkSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runAll } from '../../scenarios/runs/pool.ts';
import { openStore } from '../../scenarios/runs/store.ts';
import { sharedTown, shortRuns } from '../queue/fleet-town.ts';

const folders: string[] = [], newFolder = (): string => folders[folders.push(mkdtempSync(join(tmpdir(), 'jumeau-faults-'))) - 1]!;
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

test('a disk that refuses what a thread writes ends all runs with what the system said, before the next one is simulated for nothing', async () => {
  const store = await openStore(newFolder());
  let opened = 0;
  const blocked = {
    ...store,
    async openAside() {
      const folder = await store.openAside();
      opened++;
      mkdirSync(join(folder, 'trips.parquet')); // Where a table is to go, no file can be made.
      return folder;
    },
  };
  await expect(runAll(shortRuns(sharedTown(), 12), { store: blocked, useStored: true, workers: 1 })).rejects.toMatchObject({ code: 'EISDIR', syscall: 'open' });
  expect(opened).toBeLessThanOrEqual(4);
});

test.skipIf(process.platform !== 'linux')('a folder of another machine of this name is left alone, though no process of its number is here', async () => {
  const home = newFolder();
  await openStore(home);
  const noProcess = 2 ** 22 + 1, space = readlinkSync('/proc/self/ns/pid').replace(/\D/g, '');
  const elsewhere = (start: string): string => join(home, 'aside', `${noProcess}-1-1@${`${hostname()}.${space}${start}`.replace(/[^A-Za-z0-9.]/g, '_')}`);
  const others = [elsewhere('.0123456789abcdef0123456789abcdef'), elsewhere('')];
  others.forEach((path) => mkdirSync(path));
  await openStore(home);
  expect(others.map((path) => existsSync(path))).toEqual([true, true]);
});
