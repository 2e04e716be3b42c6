// Goal: a run that was stopped at any tick, written down, read back and gone on with gives the bits of the run that never stopped; and a
// file that is broken or made up to harm gets no further than a list of problems. Random towns by seed: 4, in proof 40.
import { describe, expect, test } from 'vitest';
import { aboutCheckpoint, checkpointFromBytes, checkpointToBytes, type Checkpoint } from '../../engine/checkpoint/checkpoint.ts';
import type { Problem } from '../../engine/foundation/problem.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { run } from '../../engine/run.ts';
import type { RunFigures } from '../../engine/results/tables.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { problemWords } from '../../scenarios/language/problems.ts';
import { busTown } from '../verification/bus-town.ts';
import { judge } from './checkpoint-judge.ts';
import { eventfulCity } from './random-city.ts';
import { randomTown } from './random-town.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const settings: RunSettings = { seed: 3, fromS: 0, untilS: 600, stepS: 1, untilAllArrived: true, busPriority: true, replay: false };

/** What a run that stops at `haltAtS` writes down. */
function writtenAt(twin: Twin, of: RunSettings, haltAtS: number, about: unknown = {}): Uint8Array {
  let bytes: Uint8Array | undefined;
  run(twin, of, { haltAtS, onHalt: (checkpoint) => { bytes = checkpointToBytes(twin, checkpoint, about); } });
  return bytes!;
}

function readBack(twin: Twin, of: RunSettings, bytes: Uint8Array): Checkpoint {
  const { value, problems } = checkpointFromBytes(twin, bytes, of);
  expect(problems).toEqual([]);
  return value!;
}

const goneOn = (twin: Twin, of: RunSettings, haltAtS: number): RunFigures => run(twin, of, {}, readBack(twin, of, writtenAt(twin, of, haltAtS))).figures;

describe('a town with signals, bus priority and lamps, 06:20 to 07:20', () => {
  const twin = busTown(), morning: RunSettings = { ...settings, fromS: 6 * 3600 + 1200, untilS: 7 * 3600 + 1200, untilAllArrived: false };
  const whole = run(twin, morning);

  test('buses did prolong greens, and cars were on the streets: there is something to lose', () => {
    expect(whole.tables.signalChanges.extendedForPriority.some((extended) => extended === 1)).toBe(true);
    expect(Math.max(...whole.tables.minutes.running)).toBeGreaterThan(4);
  });

  const prolongedS = whole.tables.signalChanges.timeS[whole.tables.signalChanges.extendedForPriority.indexOf(1)]!;
  const moments: [string, number][] = [
    ['before the first step', morning.fromS], ['after the first step', morning.fromS + 1], ['in the middle', morning.fromS + 1801],
    ['while a bus holds its green', Math.floor(prolongedS) - 1], ['a second before a quarter of an hour', 6 * 3600 + 1799], ['at a quarter of an hour', 6 * 3600 + 1800],
    ['a second after it', 6 * 3600 + 1801], ['before the last step', morning.untilS - 1], ['after the last step', morning.untilS],
  ];
  test.each(moments)('stopped %s', (_, haltAtS) => {
    expect(goneOn(twin, morning, haltAtS)).toEqual(whole.figures);
  });

  test('stopped again and again, once a minute', () => {
    let bytes = writtenAt(twin, morning, morning.fromS + 60);
    for (let haltAtS = morning.fromS + 120; haltAtS < morning.untilS; haltAtS += 60) {
      run(twin, morning, { haltAtS, onHalt: (checkpoint) => { bytes = checkpointToBytes(twin, checkpoint, {}); } }, readBack(twin, morning, bytes));
    }
    expect(run(twin, morning, {}, readBack(twin, morning, bytes)).figures).toEqual(whole.figures);
  });

  test('gone on with to a later end than first asked for', () => {
    const longer = { ...morning, untilS: morning.untilS + 600 };
    expect(run(twin, longer, {}, readBack(twin, longer, writtenAt(twin, morning, morning.untilS))).figures).toEqual(run(twin, longer).figures);
  });

  test('the replay goes on from the checkpoint, and changes nothing', () => {
    const haltAtS = morning.fromS + 1801, watched = { ...morning, replay: true };
    const segments: { fromS: number; vehicles: number }[] = [];
    const onReplaySegment = ({ fromS, knots }: { fromS: number; knots: { departure: ArrayLike<number> } }) => { segments.push({ fromS, vehicles: new Set(Array.from(knots.departure)).size }); };
    expect(run(twin, watched, { onReplaySegment }, readBack(twin, watched, writtenAt(twin, watched, haltAtS))).figures).toEqual(whole.figures);
    expect(segments[0]!.fromS).toBe(Math.floor(haltAtS / 300) * 300);
    expect(segments[0]!.vehicles).toBeGreaterThan(3);
  });

  test('a what-if may begin on filled streets: only what comes after the stop differs', () => {
    const haltAtS = morning.fromS + 1800, bytes = writtenAt(twin, morning, haltAtS), off = { ...morning, busPriority: false };
    const whatIf = run(twin, off, {}, readBack(twin, off, bytes)).tables;
    expect(run(twin, off, {}, readBack(twin, off, bytes)).figures.hash).not.toBe(whole.figures.hash);
    const early = (tables: typeof whatIf) => Array.from(tables.minutes.running.subarray(0, 30));
    expect(early(whatIf)).toEqual(early(whole.tables));
  });
});

describe.each(Array.from({ length: proof ? 40 : 4 }, (_, at) => at + 1))('random town %i', (seed) => {
  const twin = randomTown(seed, 250), own = { ...settings, seed, stepS: [1, 0.5, 0.2, 1][seed % 4]! };
  test('stopped anywhere, it goes on as if it had not', () => {
    const whole = run(twin, own).figures;
    for (let draw = 0; draw < 5; draw++) expect(goneOn(twin, own, Math.floor(whole.simulatedS * randomShare(seed, 950, draw, 0)))).toEqual(whole);
  });
});

describe('a city with people at zebras, a closure, an incident, another limit and drivers with guidance', () => {
  const twin = eventfulCity(3, 600), own: RunSettings = { ...settings, untilS: 700, untilAllArrived: false, rerouteShare: 0.5 };
  const whole = run(twin, own).figures;
  // Before, while and after events hold; and past the time by which drivers have looked for other ways.
  test.each([1, 99, 150, 233, 300, 351, 402, 699])('stopped at %i s', (haltAtS) => {
    expect(goneOn(twin, own, haltAtS)).toEqual(whole);
  });
});

/** The first seed whose town has signals. */
const WITH_SIGNALS = [1, 2, 3, 4, 5, 6, 7, 8].find((seed) => randomTown(seed, 1).controllers.count > 0)!;

describe('a file from elsewhere', () => {
  const twin = randomTown(WITH_SIGNALS, 250), bytes = writtenAt(twin, settings, 200, { note: 'for people' });
  const codes = (problems: readonly Problem[]) => [...new Set(problems.map(({ code }) => code))];
  const read = (file: Uint8Array, by: Twin = twin) => checkpointFromBytes(by, file, settings);

  test('says what it is without being read wholly', () => {
    expect(aboutCheckpoint(bytes)).toEqual({ about: { note: 'for people' } });
    expect(aboutCheckpoint(new Uint8Array(100))).toBeUndefined();
  });

  test('of another city, cut short or altered, is refused and says why', () => {
    expect(codes(read(bytes, randomTown(WITH_SIGNALS + 1, 250)).problems)).toEqual(['checkpoint-other-rows']);
    for (const length of [0, 7, 11, 12, 100, bytes.length - 8]) expect(codes(read(bytes.slice(0, length)).problems)).toEqual(['checkpoint-not-whole']);
    const altered = bytes.slice();
    altered[altered.length - 4_000] = altered[altered.length - 4_000]! ^ 1;
    expect(codes(read(altered).problems)).toEqual(['checkpoint-altered']);
    expect(codes(checkpointFromBytes(twin, bytes, { fromS: 60, stepS: 1 }).problems)).toContain('checkpoint-wrong-clock');
    for (const code of ['checkpoint-other-rows', 'checkpoint-not-whole', 'checkpoint-altered', 'checkpoint-wrong-clock']) expect(problemWords[code]).toBeDefined();
  });

  // Each writes nonsense into a sound state; the digest is that of the nonsense, so nothing but the state itself tells.
  const harms: [string, (checkpoint: Checkpoint) => void, string][] = [
    ['a chain of vehicles that bites its tail', ({ state: { vehicles, places } }) => { const slot = firstOf(places.first); vehicles.behind[slot] = slot; }, 'checkpoint-chain-broken'],
    ['a vehicle on a place that does not exist', ({ state: { vehicles, places } }) => { vehicles.place[firstOf(places.first)] = 1e6; }, 'checkpoint-no-such-row'],
    ['a vehicle a million metres down its lane', ({ state: { vehicles, places } }) => { vehicles.positionM[firstOf(places.first)] = 1e6; }, 'checkpoint-off-the-road'],
    ['a speed that is no number', ({ state: { vehicles, places } }) => { vehicles.speedMps[firstOf(places.first)] = NaN; }, 'checkpoint-no-number'],
    ['a slot beyond the room', ({ state: { places } }) => { places.first[places.first.findIndex((slot) => slot >= 0)] = 1 << 30; }, 'checkpoint-no-such-row'],
    ['a queue that goes round', ({ state: { queues, departures } }) => { queues.first[0] = queues.last[0] = 249; departures.stage[249] = 2; departures.nextWaiting[249] = 249; }, 'checkpoint-chain-broken'],
    ['free slots that are taken', ({ state }) => { state.freeSlots[0] = firstOf(state.places.first); }, 'checkpoint-chain-broken'],
    ['more free slots than there are', ({ state }) => { state.freeCount = 1e9; }, 'checkpoint-no-such-row'],
    ['a signal that is a million years late', ({ state }) => { state.signals.controllers.endsS[0] = -3e13; }, 'checkpoint-wrong-clock'],
    ['lamps that have never switched', ({ state }) => { state.lighting.nextEventS = -Infinity; }, 'checkpoint-wrong-clock'],
    ['another time than its tick', ({ state }) => { state.tick += 7; }, 'checkpoint-wrong-clock'],
    ['a stage that no departure has', ({ state }) => { state.departures.stage[3] = 99; }, 'checkpoint-no-such-row'],
  ];
  const firstOf = (first: Int32Array): number => first.find((slot) => slot >= 0)!;
  test.each(harms)('with %s is refused', (_, harm, code) => {
    const checkpoint = readBack(twin, settings, bytes);
    harm(checkpoint);
    const { value, problems } = read(checkpointToBytes(twin, checkpoint, {}));
    expect(value === undefined).toBe(true);
    expect(codes(problems)).toContain(code);
    judge({ problems });
  });

  test(`broken at random in ${proof ? 3000 : 150} ways, it is refused, or can be gone on with to the end`, () => {
    for (let seed = 1; seed <= (proof ? 3000 : 150); seed++) {
      const checkpoint = readBack(twin, settings, bytes);
      spoil(checkpoint, seed);
      const answer = read(checkpointToBytes(twin, checkpoint, {}));
      judge(answer);
      if (answer.value) expect(run(twin, { ...settings, untilS: 400, untilAllArrived: false }, {}, answer.value).figures.simulatedS).toBe(400);
    }
  });
});

/** Writes a nasty value into one to three numbers of the state. */
function spoil({ state }: Checkpoint, seed: number): void {
  let tick = 0;
  const below = (count: number): number => Math.floor(count * randomShare(seed, 951, 0, tick++));
  const nasty = [-1, 0, 1, 255, 65_535, 2 ** 31 - 1, -(2 ** 31), NaN, Infinity, -Infinity, 1e300, -1e300, 1e-300, 0.5];
  const tables = [state.vehicles, state.places, state.departures, state.queues, state.signals.controllers, state.lighting.zones, state as unknown as Record<string, unknown>];
  for (let times = 1 + below(3); times > 0; times--) {
    const table = tables[below(tables.length)] as Record<string, unknown>;
    const columns = Object.keys(table).filter((name) => ArrayBuffer.isView(table[name])), name = columns[below(columns.length)]!;
    const column = table[name] as Float64Array;
    column[below(column.length)] = nasty[below(nasty.length)]!;
  }
}
