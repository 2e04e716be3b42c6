// Goal: a run whose signals break a limit ends there: nothing is kept of it, and a person is told where, when and what.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tableFrom } from '../../engine/foundation/table.ts';
import { aspect, groupKind, signalGroupColumns } from '../../engine/twin/signals.ts';
import { twinHash, twinToBytes } from '../../engine/twin/bytes.ts';
import { inWords } from '../../scenarios/language/problems.ts';
import { shareTwin, type RunOutcome } from '../../scenarios/runs/planned-run.ts';
import { runAll } from '../../scenarios/runs/pool.ts';
import { openStore, type Store } from '../../scenarios/runs/store.ts';
import { laneWithSignal } from '../verification/signal-lane.ts';

let folder: string, store: Store;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jumeau-stopped-'));
  store = await openStore(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A cycle of 90 s with 47 s of red, and somebody who may not be kept waiting for so long. */
function outcomes(longestWaitS: number): Promise<RunOutcome[]> {
  const twin = laneWithSignal({
    plan: [{ durationS: 40, stage: true, shown: [aspect.green] }, { durationS: 3, shown: [aspect.amber] }, { durationS: 47, shown: [aspect.red] }],
    limitMps: 13.89, driving: {}, departS: [0, 10, 20],
  });
  twin.signalGroups = tableFrom(signalGroupColumns, [{ controller: 0, kind: groupKind.vehicle, minimumGreenS: 6, amberS: 3, longestWaitS }]);
  const shared = shareTwin(twinToBytes(twin), { hash: twinHash(twin), city: 'J', synthetic: true });
  const settings = { seed: 1, fromS: 0, untilS: 600, stepS: 1, untilAllArrived: false, busPriority: false, replay: true };
  return runAll([{ twin: shared, scenario: 'one signal', changes: [], settings }], { store, useStored: false });
}

test('a red of 47 s where 47 s are allowed is a result', async () => {
  const [outcome] = await outcomes(47);
  expect(outcome!.problems).toEqual([]);
  expect(outcome!.result!.manifest.figures.vehiclesArrived).toBe(3);
});

test('a red of 47 s where 46 s are allowed is none', async () => {
  const before = readdirSync(folder, { recursive: true }).length;
  const [outcome] = await outcomes(46);
  expect(outcome!.result).toBeUndefined();
  expect(outcome!.problems).toEqual([{ severity: 'error', code: 'signal-wait-long', where: 'controller "J"', parameters: { at: '00:01:29', group: 0, limitS: 46, shownS: 47 } }]);
  expect(inWords(outcome!.problems[0]!, 'en')).toContain('at 00:01:29 signal group 0 was red for 47 s; nobody may wait longer than 46 s there.');
  expect(inWords(outcome!.problems[0]!, 'fr').replace(/\s/g, ' ')).toContain('à 00:01:29, la ligne de feux 0 était rouge depuis 47 s ; l’attente y est limitée à 46 s.');
  expect(existsSync(folder)).toBe(true);
  expect(readdirSync(folder, { recursive: true }).length).toBe(before);
});
