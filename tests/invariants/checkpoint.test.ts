// Goal: a run that was stopped at any tick, written down, read back and gone on with gives the bits of the run that never stopped; and a
// file that is broken or made up to harm gets no further than a list of problems. Random towns by seed: 4, in proof 40.
import { describe, expect, test } from 'vitest';
import { aboutCheckpoint, checkpointFromBytes, checkpointToBytes, type Checkpoint } from '../../engine/checkpoint/checkpoint.ts';
import { leavesOf, type Part } from '../../engine/checkpoint/leaves.ts';
import type { Problem } from '../../engine/foundation/problem.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { run } from '../../engine/run.ts';
import type { RunFigures } from '../../engine/results/tables.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import { SignalFault } from '../../engine/signal-monitor/signal-fault.ts';
import { priorityMeans, priorityRuleColumns, usualRule } from '../../engine/twin/priority.ts';
import { detectorColumns, detectorKind } from '../../engine/twin/signals.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { problemWords } from '../../scenarios/language/problems.ts';
import { busTown } from '../verification/bus-town.ts';
import { every, lineTown } from '../verification/line-town.ts';
import { corridor, withWave } from '../verification/wave-corridor.ts';
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
    // One that gives green back owes none yet, and goes on.
    const fair = compensating(busTown()), { givenBackS } = run(fair, morning, {}, readBack(fair, morning, bytes)).tables.priorityDecisions;
    expect(givenBackS.some((seconds) => seconds > 0)).toBe(true);
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

const codes = (problems: readonly Problem[]) => [...new Set(problems.map(({ code }) => code))];
const firstOf = (first: Int32Array): number => first.find((slot) => slot >= 0)!;

/** Stages get back there what buses take from them, within two turns. */
function compensating(twin: Twin): Twin {
  const means = priorityMeans.extension | priorityMeans.earlyGreen;
  twin.priorityRules = tableFrom(priorityRuleColumns, Array.from({ length: twin.controllers.count }, (_, controller) => ({ ...usualRule, controller, means, compensationCycleCount: 2 })));
  return twin;
}

/** Every part of the state is at work in one of them where it stops. */
const towns: Record<string, () => { twin: Twin; own: RunSettings; haltAtS: number }> = {
  signals: () => ({ twin: randomTown(WITH_SIGNALS, 250), own: settings, haltAtS: 200 }),
  'people, events, guidance and detectors': () => {
    const twin = eventfulCity(3, 600);
    twin.detectors = tableFrom(detectorColumns, Array.from(twin.lanes.lengthM, (lengthM, lane) => (
      { name: `D${lane}`, kind: lane % 2 === 0 ? detectorKind.loop : detectorKind.laneArea, lane, movement: -1, positionM: lengthM / 2, lengthM: lane % 2 === 0 ? 0 : lengthM / 4, intervalS: 60 })));
    return { twin, own: { ...settings, rerouteShare: 0.5 }, haltAtS: 333 };
  },
  'bus priority and compensation': () => ({ twin: compensating(busTown()), own: { ...settings, fromS: 6 * 3600 + 2400, untilS: 7 * 3600 }, haltAtS: 6 * 3600 + 2475 }),
  'emergency vehicles': () => ({
    twin: withWave(corridor(600, [{ departS: 5, type: 'emergency', way: 'main' }, { departS: 20, type: 'emergency', way: 'back' }, ...Array.from({ length: 80 }, (_, at) => ({ departS: 3 * at, type: 'car' as const, way: at % 5 }))])),
    own: settings, haltAtS: 45,
  }),
  passengers: () => ({ twin: lineTown({ stops: 8, leavesS: every(120, 8), perHour: [200, 200, 200, 150, 100, 60, 30, 0] }), own: settings, haltAtS: 500 }),
};

describe('a file from elsewhere', () => {
  const twin = randomTown(WITH_SIGNALS, 250), bytes = writtenAt(twin, settings, 200, { note: 'for people' });
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
    ['a stage on its way that is to last until a million years ago', ({ state }) => { const { controllers } = state.signals.changeovers; controllers.toStage[0] = state.signals.controllers.interval[0]!; controllers.stageS[0] = -3e13; }, 'checkpoint-wrong-clock'],
    ['a green that is to begin in a million years', ({ state }) => { state.signals.changeovers.groups.greenSinceS[0] = 3e13; }, 'checkpoint-wrong-clock'],
    ['lamps that have never switched', ({ state }) => { state.lighting.nextEventS = -Infinity; }, 'checkpoint-wrong-clock'],
    ['another time than its tick', ({ state }) => { state.tick += 7; }, 'checkpoint-wrong-clock'],
    ['a stage that no departure has', ({ state }) => { state.departures.stage[3] = 99; }, 'checkpoint-no-such-row'],
  ];
  test.each(harms)('with %s is refused', (_, harm, code) => {
    const checkpoint = readBack(twin, settings, bytes);
    harm(checkpoint);
    const { value, problems } = read(checkpointToBytes(twin, checkpoint, {}));
    expect(value === undefined).toBe(true);
    expect(codes(problems)).toContain(code);
    judge({ problems });
  });

});

describe('a file from elsewhere of a city with people at zebras, events, guidance and detectors', () => {
  const { twin, own, haltAtS } = towns['people, events, guidance and detectors']!(), bytes = writtenAt(twin, own, haltAtS);
  const sound = readBack(twin, own, bytes).state;
  test('which has all of them at work', () => {
    expect(sound.guidance!.routeCount).toBeGreaterThan(3);
    expect(sound.pedestrians!.peopleCount).toBeGreaterThan(3);
    expect(sound.pedestrians!.blockedCount).toBeGreaterThan(0);
    expect(sound.detectors.rows.overSlot.some((slot) => slot >= 0)).toBe(true);
    expect(sound.events!.nextS).toBe(350);
  });

  const harms: [string, (checkpoint: Checkpoint) => void, string][] = [
    ['more new routes than there are', ({ state }) => { state.guidance!.routeCount = 1e9; }, 'checkpoint-no-such-row'],
    ['more links of new routes than there are', ({ state }) => { state.guidance!.routeLinkTotal = 2 ** 31 - 1; }, 'checkpoint-no-such-row'],
    ['a new route without end', ({ state }) => { state.guidance!.routeLinkCount[0] = 2 ** 31 - 1; }, 'checkpoint-chain-broken'],
    ['a new route over a link that does not exist', ({ state }) => { state.guidance!.routeLinks[1] = 1e6; }, 'checkpoint-no-such-row'],
    ['a new route for pedestrians and lorries at once', ({ state }) => { state.guidance!.routeCategory[0] = 516; }, 'checkpoint-no-such-row'],
    ['a driver on a new route that nobody made', ({ state }) => { state.guidance!.routeOf[5] = 1e6; }, 'checkpoint-no-such-row'],
    ['links that are driven in less than no time', ({ state }) => { state.guidance!.linkTimeS[2] = -1e9; }, 'checkpoint-no-number'],
    ['a column of new routes that is longer than its fellows', ({ state }) => { state.guidance!.routeCategory = new Uint16Array(2 * state.guidance!.routeCategory.length); }, 'checkpoint-other-length'],
    ['a billion people', ({ state }) => { state.pedestrians!.peopleCount = 1e9; }, 'checkpoint-no-such-row'],
    ['someone at a crossing that does not exist', ({ state }) => { state.pedestrians!.people.crossing[0] = 1e6; }, 'checkpoint-no-such-row'],
    ['someone who walks at no pace', ({ state }) => { state.pedestrians!.people.walkingMps[0] = 0; }, 'checkpoint-off-the-road'],
    ['people who should have come days ago', ({ state }) => { state.pedestrians!.crossings.nextArrivalS[0] = 1e-300; }, 'checkpoint-wrong-clock'],
    ['people waiting who are not there', ({ state }) => { state.pedestrians!.crossings.waiting[0]! += 7; }, 'checkpoint-chain-broken'],
    ['a blocked window that does not exist', ({ state }) => { state.pedestrians!.blockedWindows[0] = 1e6; }, 'checkpoint-no-such-row'],
    ['more blocked windows than there are', ({ state }) => { state.pedestrians!.blockedCount = 1e9; }, 'checkpoint-no-such-row'],
    ['a vehicle over a loop in a slot that does not exist', ({ state }) => { state.detectors.rows.overSlot[0] = 1 << 30; }, 'checkpoint-no-such-row'],
    ['nobody over a loop, in some slot', ({ state }) => { state.detectors.rows.overSlot[0] = 0; state.detectors.rows.overDeparture[0] = -1; }, 'checkpoint-no-such-row'],
    ['an event that should have begun days ago', ({ state }) => { state.events!.nextS = -1e300; }, 'checkpoint-wrong-clock'],
    ['a vehicle on another row of the route guide', ({ state: { vehicles, places } }) => { vehicles.guideRow[firstOf(places.first)]! += 1000; vehicles.guideEndRow[firstOf(places.first)]! += 1000; }, 'checkpoint-no-such-row'],
    ['a vehicle that leaves its lane by a movement of another', ({ state: { vehicles, places } }) => { const slot = firstOf(places.first); vehicles.nextMovement[slot] = vehicles.nextMovement[slot] === 0 ? 1 : 0; }, 'checkpoint-no-such-row'],
  ];
  test.each(harms)('with %s is refused', (_, harm, code) => {
    const checkpoint = readBack(twin, own, bytes);
    harm(checkpoint);
    const { value, problems } = checkpointFromBytes(twin, checkpointToBytes(twin, checkpoint, {}), own);
    expect(value === undefined).toBe(true);
    expect(codes(problems)).toContain(code);
    judge({ problems });
  });
});

test('every part that a state can have is at work in one of the towns whose files are broken at random', () => {
  const states = Object.values(towns).map((town) => { const { twin, own, haltAtS } = town(); return readBack(twin, own, writtenAt(twin, own, haltAtS)).state; });
  expect(Object.keys(states[0]!).filter((part) => states.every((state) => state[part as keyof typeof state] === undefined))).toEqual([]);
  expect(states.some(({ preemption }) => (preemption?.calls.used ?? 0) > 0 && preemption!.services.stage.some((stage) => stage >= 0))).toBe(true);
  expect(states.some(({ priority }) => (priority?.units.used ?? 0) > 0 && priority!.requests.used > 0)).toBe(true);
  expect(states.some(({ compensation }) => compensation?.stages.accountS.some((accountS) => accountS !== 0))).toBe(true);
  expect(states.some(({ passengers }) => passengers?.trips.aboard.some((aboard) => aboard > 0))).toBe(true);
});

describe.each(Object.entries(towns))('a file from elsewhere of a town with %s', (_, town) => {
  const { twin, own, haltAtS } = town(), draws = proof ? 600 : 20;
  test(`broken at random in ${draws} ways, it is refused, or can be gone on with to the end`, () => {
    const bytes = writtenAt(twin, own, haltAtS), untilS = haltAtS + 120;
    let refused = 0;
    for (let seed = 1; seed <= draws; seed++) {
      const checkpoint = readBack(twin, own, bytes), harm = spoil(checkpoint, seed);
      const answer = checkpointFromBytes(twin, checkpointToBytes(twin, checkpoint, {}), own);
      judge(answer);
      if (!answer.value) { refused++; continue; }
      try {
        expect(run(twin, { ...own, untilS, untilAllArrived: false }, {}, answer.value).figures.simulatedS).toBe(untilS - own.fromS);
      } catch (fault) {
        // Signals that break their limits from there are stopped by the monitor, with a problem.
        if (!(fault instanceof SignalFault)) throw new Error(`seed ${seed}, ${harm}: ${String((fault as Error).stack)}`);
      }
    }
    expect(refused).toBeGreaterThan(draws / 10);
  });
});

/** Writes a nasty value into one to three numbers of state and results, each part of them as likely as the others; says where. */
function spoil({ state, log }: Checkpoint, seed: number): string {
  let tick = 0;
  const below = (count: number): number => Math.floor(count * randomShare(seed, 951, 0, tick++)), harm: string[] = [];
  const nasty = [-1, 0, 1, 255, 65_535, 2 ** 31 - 1, -(2 ** 31), NaN, Infinity, -Infinity, 1e300, -1e300, 1e-300, 0.5];
  const leaves = leavesOf({ state, log } as unknown as Part), parts = [...new Set(leaves.map(({ part }) => part))];
  for (let times = 1 + below(3); times > 0; times--) {
    const part = parts[below(parts.length)]!, own = leaves.filter((leaf) => leaf.part === part), { path, name, value } = own[below(own.length)]!, bad = nasty[below(nasty.length)]!;
    if (typeof value === 'number') part[name] = bad;
    else if (value.length > 0) value[below(value.length)] = bad;
    harm.push(`${path} = ${bad}`);
  }
  return harm.join(', ');
}
