// Goal: in cities drawn by chance, with every kind of junction, bodies never touch, nobody drives where they may not or past a red light, and nobody is lost.
// Cities by seed: 6, in proof 120; 300 vehicles each.
import { describe, expect, test, vi } from 'vitest';
import { checkTwin } from '../../data/build/check-twin.ts';
import { makeResultLog } from '../../engine/results/result-log.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import { prepareState } from '../../engine/state/city-state.ts';
import { step } from '../../engine/step.ts';
import { prepareTraffic } from '../../engine/traffic/prepare-traffic.ts';
import { junctionControl } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { randomCity } from './random-city.ts';
import { watchStreets, type Violation } from './street-watch.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
if (proof) vi.setConfig({ testTimeout: 600_000 });
const VEHICLES = 300, UNTIL_S = 5400;
const seeds = Array.from({ length: proof ? 120 : 6 }, (_, at) => at + 1);
console.log(`random cities: ${seeds.length} of ${VEHICLES} vehicles${proof ? '' : ' (120 in proof)'}`);

function watched(twin: Twin, seed: number): { violations: Violation[]; arrived: number; rescued: number; collisions: number; pairs: number } {
  const settings: RunSettings = { seed, fromS: 0, untilS: UNTIL_S, stepS: [1, 0.5, 1, 0.2][seed % 4]!, untilAllArrived: false, busPriority: true, replay: false };
  const state = prepareState(twin, 0), traffic = prepareTraffic(twin, state, settings), log = makeResultLog(twin, 0), watch = watchStreets(twin, traffic.roads, settings.stepS);
  while (state.timeS < UNTIL_S && state.counts.arrived < twin.departures.count) {
    step(traffic, state, log, settings);
    watch.see(state);
  }
  const { arrived, rescued, collisions } = state.counts;
  return { violations: watch.violations, arrived, rescued, collisions, pairs: watch.pairs() };
}

describe.each(seeds)('city %i', (seed) => {
  const twin = randomCity(seed, VEHICLES);

  test('is whole, and nothing happens in it that must never be', () => {
    expect(checkTwin(twin).filter(({ severity }) => severity === 'error')).toEqual([]);
    const { violations, arrived, rescued, collisions, pairs } = watched(twin, seed);
    expect(violations).toEqual([]);
    expect({ arrived, rescued, collisions }).toEqual({ arrived: twin.departures.count, rescued: 0, collisions: 0 });
    expect(pairs).toBeGreaterThan(1000);
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
  const faults: [Violation['kind'], (state: ReturnType<typeof prepareState>, twin: Twin) => void][] = [
    ['bodies touch', ({ vehicles, places }) => { const slot = places.first.find((one) => one >= 0 && vehicles.behind[one]! >= 0)!; vehicles.positionM[vehicles.behind[slot]!] = vehicles.positionM[slot]! - 1; }],
    ['forbidden lane', ({ vehicles, places }, twin) => { twin.lanes.permitted[vehicles.place[places.first.find((one) => one >= 0 && vehicles.place[one]! < twin.lanes.count)!]!] = 0; }],
    ['conservation', (state) => { state.counts.arrived--; }],
    ['jumped', ({ vehicles }, twin) => { const slot = vehicles.departure.findIndex((one, at) => one >= 0 && vehicles.place[at]! < twin.lanes.count); vehicles.place[slot] = (vehicles.place[slot]! + Math.floor(twin.lanes.count / 2)) % twin.lanes.count; }],
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
