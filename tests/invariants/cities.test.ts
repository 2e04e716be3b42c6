// Goal: in cities drawn by chance, with every kind of junction, no two bodies touch or meet, nobody drives where they may not or past a red light, nobody is lost, and every city empties.
// Cities by seed: 40, in proof 1000; 300 vehicles each.
import { beforeAll, describe, expect, test } from 'vitest';
import { checkTwin } from '../../data/build/check-twin.ts';
import { makeResultLog } from '../../engine/results/result-log.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import { run } from '../../engine/run.ts';
import { prepareState, stateHash } from '../../engine/state/city-state.ts';
import { step } from '../../engine/step.ts';
import { skipDepartures } from '../../engine/traffic/entry-queues.ts';
import { prepareTraffic } from '../../engine/traffic/prepare-traffic.ts';
import { makeRouteGuide } from '../../engine/traffic/route-guide.ts';
import { aspect } from '../../engine/twin/signals.ts';
import { conflictKind, junctionControl } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
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
