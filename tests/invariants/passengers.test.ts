// Goal: passengers change no bit by the means of a run: stopped at any moment and gone on with, by two threads, and whatever the order in which vehicles are listed;
// a checkpoint whose queues do not hold together is refused; and a city without stops of lines has no trace of them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkpointFromBytes, checkpointToBytes, type Checkpoint } from '../../engine/checkpoint/checkpoint.ts';
import { faultOfPassengers } from '../../engine/checkpoint/check-passengers.ts';
import { run } from '../../engine/run.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import { copyState, prepareState } from '../../engine/state/city-state.ts';
import { startHelper } from '../../scenarios/runs/threads/start-helper.ts';
import { root } from '../house/sources.ts';
import { busTown } from '../verification/bus-town.ts';
import { every, lineTown } from '../verification/line-town.ts';

/** Full buses that follow each other closely, held at stops, among people who do and do not know the timetable. */
const twin = lineTown({ stops: 7, leavesS: every(150, 14), perHour: [500, 400, 300, 300, 200, 100, 0], interior: { capacityCount: 40, crowdedFromShare: 0.6, crowdedFactor: 2 }, lineStop: { leastHeadwayShare: 0.7 }, posted: true });
const settings: RunSettings = { seed: 5, fromS: 0, untilS: 3000, stepS: 1, untilAllArrived: false, busPriority: false, replay: false };
const whole = run(twin, settings);

function haltedAt(haltAtS: number): Checkpoint {
  let bytes: Uint8Array | undefined;
  run(twin, settings, { haltAtS, onHalt: (checkpoint) => { bytes = checkpointToBytes(twin, checkpoint, {}); } });
  const { value, problems } = checkpointFromBytes(twin, bytes!, settings);
  expect(problems).toEqual([]);
  return value!;
}

test('there is something to lose: people wait, ride, are left behind and alight', () => {
  const { boardings } = whole.tables;
  expect(Math.max(...boardings.leftBehindCount)).toBeGreaterThan(0);
  expect(Math.max(...boardings.aboardCount)).toBe(40);
});

test.each([1, 149, 150, 431, 777, 1200, 1999, 2400, 2999])('stopped at %i s it goes on as if it had not', (haltAtS) => {
  expect(run(twin, settings, {}, haltedAt(haltAtS)).figures).toEqual(whole.figures);
});

describe('two threads', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jumeau-passengers-')), helper = join(folder, 'help-worker.mjs');
  beforeAll(async () => {
    await build({ entryPoints: [join(root, 'scenarios/runs/threads/help-worker.ts')], outfile: helper, bundle: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'silent' });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('give the bits of one', () => {
    expect(run(twin, settings, {}, undefined, { together: { threads: 2, worthwhileVehicles: 0, startHelper: () => startHelper(helper) } }).figures.hash).toBe(whole.figures.hash);
  });
});

describe('a checkpoint from elsewhere', () => {
  const { state } = haltedAt(1200);
  const faultWhen = (spoil: (passengers: NonNullable<typeof state.passengers>) => void): string | undefined => {
    const copy = copyState(state).passengers!;
    spoil(copy);
    return faultOfPassengers(twin, copy);
  };
  const waitsAt = state.passengers!.lineStops.waiting.findIndex((waiting) => waiting > 1);

  test('is refused where a queue runs in a circle, leads nowhere or is longer than it says, and where more ride than get off', () => {
    expect(faultWhen(() => undefined)).toBeUndefined();
    expect(waitsAt).toBeGreaterThanOrEqual(0);
    expect(faultWhen(({ waiting, lineStops }) => { waiting.next[lineStops.last[waitsAt]!] = lineStops.first[waitsAt]!; })).toBeDefined();
    expect(faultWhen(({ waiting }) => { waiting.next[0] = 1e6; })).toBeDefined();
    expect(faultWhen(({ lineStops }) => { lineStops.waiting[waitsAt]!++; })).toBe('lineStops.waiting');
    expect(faultWhen((passengers) => { passengers.firstFree = passengers.lineStops.first[waitsAt]!; })).toBeDefined();
    expect(faultWhen(({ trips }) => { trips.aboard[3]!++; })).toBe('trips.aboard');
    expect(faultWhen(({ trips }) => { trips.nextCall[3] = 0; })).toBe('trips.nextCall');
    expect(faultWhen(({ lineStops }) => { lineStops.nextPosted[0] = 1e6; })).toBe('lineStops.nextPosted');
  });
});

test('a city that knows nothing of the stops of its lines has no passengers and no rows of them', () => {
  const town = busTown();
  expect(prepareState(town, 0).passengers).toBeUndefined();
  const { boardings, peopleAtStops, signalPassages } = run(town, { ...settings, fromS: 6 * 3600, untilS: 6.5 * 3600 }).tables;
  expect([boardings.count, peopleAtStops.count, signalPassages.count]).toEqual([0, 0, 0]);
});
