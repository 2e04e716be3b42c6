// Goal: in cities drawn by chance, with every kind of junction, no two bodies touch or meet, nobody drives where they may not or past a red light, nobody is lost, and every city empties; what a run leaves unprepared because nobody departs on it changes no bit.
// Cities by seed: 40, in proof 1000; 300 vehicles each.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { checkTwin } from '../../data/build/check-twin.ts';
import { checkpointFromBytes, checkpointToBytes } from '../../engine/checkpoint/checkpoint.ts';
import { copyTable, rowAt, tableFrom } from '../../engine/foundation/table.ts';
import { makeResultLog } from '../../engine/results/result-log.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import { run } from '../../engine/run.ts';
import { prepareState, stateHash } from '../../engine/state/city-state.ts';
import { step } from '../../engine/step.ts';
import { skipDepartures } from '../../engine/traffic/entry-queues.ts';
import { prepareTraffic } from '../../engine/traffic/prepare-traffic.ts';
import { makeRouteGuide } from '../../engine/traffic/route-guide.ts';
import { departureColumns, routeColumns } from '../../engine/twin/demand.ts';
import { aspect } from '../../engine/twin/signals.ts';
import { conflictKind, junctionControl } from '../../engine/twin/streets.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { readChanges } from '../../scenarios/changes/read-changes.ts';
import { busTown } from '../verification/bus-town.ts';
import { randomCity } from './random-city.ts';
import { watchStreets, type Violation } from './street-watch.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const VEHICLES = 300, UNTIL_S = 5400;
const seeds = Array.from({ length: proof ? 1000 : 40 }, (_, at) => at + 1);
console.log(`random cities: ${seeds.length} of ${VEHICLES} vehicles${proof ? '' : ' (1000 in proof)'}`);

interface Watched { seed: number; twin: Twin; violations: Violation[]; arrived: number; rescued: number; collisions: number; pairs: number }

function watched(seed: number): Watched {
  const twin = randomCity(seed, VEHICLES), settings: RunSettings = { seed, fromS: 0, untilS: UNTIL_S, stepS: [1, 0.5, 1, 0.2][seed % 4]!, untilAllArrived: false, busPriority: true, replay: false };
  const state = prepareState(twin, 0), traffic = prepareTraffic(twin, state, settings), log = makeResultLog(twin, 0), watch = watchStreets(twin, traffic.roads, settings.stepS);
  while (state.timeS < UNTIL_S && state.counts.arrived < twin.departures.count) {
    step(traffic, state, log, settings);
    watch.see(state);
  }
  const { arrived, rescued, collisions } = state.counts;
  return { seed, twin, violations: watch.violations, arrived, rescued, collisions, pairs: watch.pairs() };
}

test.each(seeds.slice(0, 6))('city %i: what is prepared for two minutes alone drives in them as what is prepared for the whole day', (seed) => {
  const twin = randomCity(seed, VEHICLES), fromS = 120, untilS = 240, settings: RunSettings = { seed, fromS, untilS, stepS: 1, untilAllArrived: false, busPriority: true, replay: false };
  const state = prepareState(twin, fromS), traffic = prepareTraffic(twin, state, settings), log = makeResultLog(twin, fromS);
  skipDepartures(traffic, state, fromS);
  while (state.timeS < untilS) step(traffic, state, log, settings);
  let alone = '';
  run(twin, settings, { haltAtS: untilS, onHalt: (halted) => { alone = stateHash(halted.state); } });
  expect(state.counts.inserted).toBeGreaterThan(5);
  expect(alone).toBe(stateHash(state));
  const guide = makeRouteGuide(twin, undefined, { fromS, untilS }), filled = (row: number): boolean => guide.reachM[guide.firstEntry[row]!] !== 0;
  expect(new Set(Array.from(guide.firstRow, filled)), 'rows of others are left out').toEqual(new Set([true, false]));
});

describe('runs that prepare the ways of those alone who depart in them come to the bits of runs that prepare all', () => {
  const guide = '../../engine/traffic/route-guide.ts';
  /** While it is set, runs prepare the ways of the whole day, whoever departs when. */
  const guideOfAll = { isMade: false, parts: 0 };
  let runWatched: typeof run;

  // An engine of its own: other files share what is loaded.
  beforeAll(async () => {
    vi.resetModules();
    vi.doMock(guide, async (importOriginal) => {
      const own = await importOriginal<typeof import('../../engine/traffic/route-guide.ts')>();
      return { ...own, makeRouteGuide: (...[twin, memory, called]: Parameters<typeof own.makeRouteGuide>) => {
        if (called && !guideOfAll.isMade) guideOfAll.parts++;
        return own.makeRouteGuide(twin, memory, guideOfAll.isMade ? undefined : called);
      } };
    });
    ({ run: runWatched } = await import('../../engine/run.ts'));
  });
  afterAll(() => { vi.doUnmock(guide); vi.resetModules(); });

  const FROM_S = 7 * 3600, UNTIL_S = 7.4 * 3600, HALT_S = 7.2 * 3600, why = 'to see what happens', span = { from: '07:05', until: '07:20' };

  /** Halted, and gone on with from the bytes of a checkpoint, where `haltAtS` is given. */
  function hashOf(twin: ReadingTwin, settings: RunSettings, haltAtS: number | undefined): string {
    if (haltAtS === undefined) return runWatched(twin, settings).figures.hash;
    let bytes: Uint8Array | undefined;
    runWatched(twin, settings, { haltAtS, onHalt: (checkpoint) => { bytes = checkpointToBytes(twin, checkpoint, null); } });
    const { value, problems } = checkpointFromBytes(twin, bytes!, settings);
    expect(problems).toEqual([]);
    return runWatched(twin, settings, {}, value).figures.hash;
  }
  const bothHashes = (twin: ReadingTwin, settings: RunSettings, haltAtS?: number): string[] => [false, true].map((isMade) => {
    Object.assign(guideOfAll, { isMade, parts: 0 });
    const hash = hashOf(twin, settings, haltAtS);
    expect(guideOfAll.parts > 0).toBe(!isMade);
    guideOfAll.isMade = false;
    return hash;
  });

  /** Every bus of a direction is driven by the vehicle of the one before it, and waits for it where that is late. */
  function inBlocks(town: Twin): Twin {
    const departures = copyTable(departureColumns, town.departures), last = new Map<number, number>();
    for (let row = 0; row < departures.count; row++) {
      if (departures.trip[row]! < 0) continue;
      const direction = town.trips.direction[departures.trip[row]!]!;
      departures.after[row] = last.get(direction) ?? -1;
      last.set(direction, row);
    }
    return { ...town, departures };
  }

  /** Every departure has a way of its own, of the same links: where many drive one way, somebody is always called on it. */
  function onOwnWays(town: Twin): Twin {
    const departures = copyTable(departureColumns, town.departures), rows = Array.from({ length: departures.count }, (_, row) => rowAt(routeColumns, town.routes, departures.route[row]!));
    departures.route.set(rows.map((_, row) => row));
    return { ...town, departures, routes: tableFrom(routeColumns, rows) };
  }

  const town = onOwnWays(busTown()), link = town.links.name[town.routeLinks.link[2]!]!;
  const asked: [name: string, twin: Twin, changes: object[]][] = [
    ['as it is', town, []], ['with buses in blocks', inBlocks(town), []],
    ['with a street closed', town, [{ change: 'close-link', why, where: { links: [link] }, ...span }]],
    ['with more cars', town, [{ change: 'demand-growth', why, growth: 0.5, from: '07:00', until: '07:30' }]],
    ['with more buses', town, [{ change: 'headway', why, lines: ['L1'], everyMin: 4, direction: 'both', from: '07:00', until: '08:00' }]],
    ['with buses half an hour earlier, in blocks', inBlocks(town), [{ change: 'timetable-shift', why, lines: ['L1'], laterMin: -30, from: '07:00', until: '08:00' }]],
  ];
  const plain = { stepS: 0.5, rerouteShare: 0, untilAllArrived: false, haltAtS: undefined, untilS: UNTIL_S }, untilEmpty = { ...plain, stepS: 1, untilAllArrived: true };
  // Reduced: each way of running once. Full: guidance, halt and an end between two steps in every combination.
  const ways = proof ? [0, 1].flatMap((rerouteShare) => [undefined, HALT_S].flatMap((haltAtS) => [UNTIL_S, UNTIL_S + 0.3].map((untilS) => ({ ...plain, rerouteShare, haltAtS, untilS })))).concat(untilEmpty)
    : [{ ...plain, rerouteShare: 1, haltAtS: HALT_S, untilS: UNTIL_S + 0.3 }, untilEmpty];
  test.each(asked)('the bus town %s', (_, given, changes) => {
    const { value: twin, problems } = applyChanges(given, readChanges(changes).value!);
    if (!twin) throw new Error(JSON.stringify(problems));
    for (const { haltAtS, ...way } of ways) {
      const [some, all] = bothHashes(twin, { seed: 3, fromS: FROM_S, busPriority: true, replay: false, ...way }, haltAtS);
      expect([way, haltAtS, some]).toEqual([way, haltAtS, all]);
    }
  });

  test.each(seeds.slice(0, proof ? 40 : 3))('city %i', (seed) => {
    const [some, all] = bothHashes(randomCity(seed, 200), { seed, fromS: 60 + seed, untilS: 200 + 3 * seed + 0.5, stepS: 1, untilAllArrived: seed % 3 === 0, busPriority: true, replay: false, rerouteShare: seed % 2 });
    expect(some).toBe(all);
  });
});

describe('all cities', () => {
  const cities: Watched[] = [];
  beforeAll(() => { for (const seed of seeds) cities.push(watched(seed)); }, 3_600_000);

  test('are whole, and much happens in them', () => {
    for (const { twin, pairs } of cities) {
      expect(checkTwin(twin).filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(pairs).toBeGreaterThan(1000);
    }
  });

  const found = (...kinds: Violation['kind'][]): string[] =>
    cities.flatMap(({ seed, violations }) => violations.filter(({ kind }) => kinds.includes(kind)).map(({ kind, timeS, who, where }) => `city ${seed}, ${timeS} s: ${kind}, ${who}, ${where}`));

  test('nobody drives where it may not or past a red light, or is lost', () => {
    expect(found('forbidden lane', 'red light', 'conservation', 'jumped')).toEqual([]);
  });

  test('no two bodies touch on a lane or way, or are on ground that their ways share', () => {
    expect(found('bodies touch', 'crossing ways', 'merging ways')).toEqual([]);
    expect(cities.filter(({ collisions }) => collisions > 0).map(({ seed }) => seed)).toEqual([]);
  });

  test('every city empties, and nobody has been moved on', () => {
    expect(cities.filter(({ twin, arrived }) => arrived < twin.departures.count).map(({ seed }) => seed)).toEqual([]);
    expect(cities.filter(({ rescued }) => rescued > 0).map(({ seed }) => seed)).toEqual([]);
  });
});

test('between them, the cities have every kind of junction, lanes beside lanes, bus lanes and buses that halt', () => {
  const cities = Array.from({ length: 6 }, (_, at) => randomCity(at + 1, VEHICLES));
  const controls = new Set(cities.flatMap(({ junctions }) => Array.from(junctions.control)));
  for (const control of [junctionControl.priority, junctionControl.rightBeforeLeft, junctionControl.signals, junctionControl.roundabout]) expect(controls).toContain(control);
  expect(cities.some(({ links }) => links.laneCount.some((count) => count > 1))).toBe(true);
  expect(cities.some(({ halts }) => halts.count > 5)).toBe(true);
});

// A watch that sees nothing would prove nothing: each fault is put in by hand, and must be told.
describe('the watch tells', () => {
  /** Two who stand before a junction are put onto the ground that their ways share. */
  const meet = (kind: number) => ({ vehicles, places }: ReturnType<typeof prepareState>, { conflicts, lanes, movements }: Twin): void => {
    const before = (movement: number): number => places.first[movements.fromLane[movement]!]!;
    const row = conflicts.kind.findIndex((one, at) => one === kind && before(conflicts.movement[at]!) >= 0 && before(conflicts.foe[at]!) >= 0 && movements.fromLane[conflicts.movement[at]!] !== movements.fromLane[conflicts.foe[at]!]);
    const put = (movement: number, fromM: number, untilM: number): void => { const slot = before(movement); vehicles.place[slot] = lanes.count + movement; vehicles.positionM[slot] = (fromM + untilM) / 2; };
    const mirror = conflicts.movement.findIndex((one, at) => one === conflicts.foe[row] && conflicts.foe[at] === conflicts.movement[row] && conflicts.kind[at] === kind);
    for (const at of [row, mirror]) put(conflicts.movement[at]!, conflicts.fromM[at]!, conflicts.untilM[at]!);
  };
  const faults: [Violation['kind'], (state: ReturnType<typeof prepareState>, twin: Twin) => void][] = [
    ['bodies touch', ({ vehicles, places }) => { const slot = places.first.find((one) => one >= 0 && vehicles.behind[one]! >= 0)!; vehicles.positionM[vehicles.behind[slot]!] = vehicles.positionM[slot]! - 1; }],
    ['crossing ways', meet(conflictKind.cross)],
    ['merging ways', meet(conflictKind.merge)],
    ['forbidden lane', ({ vehicles, places }, twin) => { twin.lanes.permitted[vehicles.place[places.first.find((one) => one >= 0 && vehicles.place[one]! < twin.lanes.count)!]!] = 0; }],
    ['red light', ({ vehicles, places, signals }, twin) => {
      const shownTo = (movement: number): number => signals.shown[signals.controllers.firstGroup[twin.junctions.controller[twin.movements.junction[movement]!]!]! + twin.movements.signalGroup[movement]!]!;
      const slot = places.first.find((one) => one >= 0 && vehicles.place[one]! < twin.lanes.count && vehicles.nextMovement[one]! >= 0
        && twin.movements.signalGroup[vehicles.nextMovement[one]!]! >= 0 && shownTo(vehicles.nextMovement[one]!) === aspect.red)!;
      vehicles.place[slot] = twin.lanes.count + vehicles.nextMovement[slot]!;
    }],
    ['conservation', (state) => { state.counts.arrived--; }],
    ['jumped', ({ vehicles, places }, twin) => {
      const slot = places.first.find((one) => one >= 0 && vehicles.place[one]! < twin.lanes.count)!, { junctions, links } = twin, here = links.toJunction[vehicles.link[slot]!]!;
      const awayM = (link: number): number => Math.abs(junctions.xM[links.toJunction[link]!]! - junctions.xM[here]!) + Math.abs(junctions.yM[links.toJunction[link]!]! - junctions.yM[here]!);
      vehicles.place[slot] = links.firstLane[[...links.name.keys()].sort((one, other) => awayM(other) - awayM(one))[0]!]!;
    }],
  ];
  test.each(faults)('%s', (kind, harm) => {
    const twin = randomCity(1, VEHICLES), settings: RunSettings = { seed: 1, fromS: 0, untilS: UNTIL_S, stepS: 1, untilAllArrived: false, busPriority: true, replay: false };
    const state = prepareState(twin, 0), traffic = prepareTraffic(twin, state, settings), log = makeResultLog(twin, 0), watch = watchStreets(twin, traffic.roads, 1);
    while (state.timeS < 300) { step(traffic, state, log, settings); watch.see(state); }
    expect(watch.violations.filter((one) => one.kind === kind)).toEqual([]);
    harm(state, twin);
    watch.see(state);
    expect(watch.violations.map((one) => one.kind)).toContain(kind);
  });
});
