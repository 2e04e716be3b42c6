// Goal: cameras count each vehicle within their reach once, by however many ways it could come, and look at no lane more often than once.
import { expect, test } from 'vitest';
import { isAskedFor } from '../../engine/priority/who-waits.ts';
import { laneDemand } from '../../engine/signals/lane-demand.ts';
import { prepareState, type CityState } from '../../engine/state/city-state.ts';
import { CAMERA_REACH_M, waysBefore, type WayBefore } from '../../engine/twin/ways-before.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { buildTown, type Town } from '../situations/traffic-town.ts';

const LANE_M = 10, TURN_M = 1;
/** As many rhombs as lie within reach: 2 to the power of them are the ways through. */
const RHOMBS = Math.ceil((CAMERA_REACH_M / (LANE_M + TURN_M)) / 2);

/** Streets of 10 m that part and meet again, one rhomb after the other, before a signal; and a street across, with a signal of its own. */
function rhombs(): Twin {
  const town: Town = {
    links: [{ name: 'stop', from: 'r0', to: 'J', lengthM: LANE_M }, { name: 'off', from: 'J', to: 'E', lengthM: 100 }, { name: 'across', from: 'A', to: 'J', lengthM: 100 }, { name: 'away', from: 'J', to: 'B', lengthM: 100 }],
    movements: [{ from: 'stop.0', to: 'off.0', group: 0 }, { from: 'across.0', to: 'away.0', group: 1 }],
    signals: { J: [{ durationS: 30, shown: 'Gr' }, { durationS: 5, shown: 'yr' }, { durationS: 30, shown: 'rG' }, { durationS: 5, shown: 'ry' }] },
    types: { car: {} }, vehicles: [],
  };
  let onto = ['stop'];
  for (let rhomb = 0; rhomb < RHOMBS; rhomb++) {
    const sides = ['left', 'right'].map((side) => `${side}${rhomb}`), joint = `joint${rhomb}`;
    sides.forEach((name) => town.links.push({ name, from: `q${rhomb}`, to: `r${rhomb}`, lengthM: LANE_M }));
    town.links.push({ name: joint, from: `r${rhomb + 1}`, to: `q${rhomb}`, lengthM: LANE_M });
    for (const to of onto) for (const from of sides) town.movements.push({ from: `${from}.0`, to: `${to}.0`, lengthM: TURN_M });
    for (const from of sides) town.movements.push({ from: `${joint}.0`, to: `${from}.0`, lengthM: TURN_M });
    onto = [joint];
  }
  const twin = buildTown(town);
  // Who listens to buses hears who asks for a stage.
  twin.controllers.busPriority.fill(1);
  return twin;
}

const laneOf = ({ links }: Twin, name: string): number => links.firstLane[Array.from(links.name).indexOf(name)]!;

/** A vehicle at the end of a lane, for the first of its movements. */
function stand({ lanes }: Twin, { places, vehicles }: CityState, slot: number, lane: number): void {
  places.first[lane] = slot;
  vehicles.behind[slot] = -1;
  vehicles.positionM[slot] = lanes.lengthM[lane]!;
  vehicles.nextMovement[slot] = lanes.firstMovement[lane]!;
}

const inAll = (ways: readonly WayBefore[]): WayBefore[] => ways.flatMap((way) => [way, ...inAll(way.before)]);

test(`through ${RHOMBS} rhombs each movement stands in the ways once, though 2 to the power of ${RHOMBS} ways lead through`, () => {
  const twin = rhombs(), all = inAll(waysBefore(twin, laneOf(twin, 'stop'))), movements = all.map(({ movement }) => movement);
  expect(new Set(movements).size).toBe(movements.length);
  expect(movements.length).toBeLessThanOrEqual(twin.movements.count);
  expect(all.some(({ lane }) => lane === laneOf(twin, `joint${RHOMBS - 2}`))).toBe(true);
});

test('each vehicle within reach counts once, none beyond', () => {
  const twin = rhombs(), state = prepareState(twin, 0), stop = laneOf(twin, 'stop'), count = (): number => laneDemand(twin, state, stop, 0, CAMERA_REACH_M, () => 1);
  expect(count()).toBe(0);
  // The end of the n-th joint lies 10 m of the last lane, n sides and joints before it and 2 (n + 1) turns off the stop line.
  const distanceM = (rhomb: number): number => LANE_M + (2 * rhomb + 1) * LANE_M + 2 * (rhomb + 1) * TURN_M;
  let within = 0;
  for (let rhomb = 0; rhomb < RHOMBS; rhomb++) {
    stand(twin, state, rhomb, laneOf(twin, `joint${rhomb}`));
    if (distanceM(rhomb) <= CAMERA_REACH_M) within++;
    expect(count()).toBe(within);
  }
  expect(within).toBeGreaterThan(5);
  expect(within).toBeLessThan(RHOMBS + 1);
});

test('a stage is asked for by one vehicle, wherever it stands within reach, and by none beyond', () => {
  const twin = rhombs(), asked = (rhomb: number): boolean => {
    const state = prepareState(twin, 0);
    stand(twin, state, 0, laneOf(twin, `joint${rhomb}`));
    return isAskedFor(twin, state, 0, 0, 2);
  };
  expect([0, 5].map(asked)).toEqual([true, true]);
  expect(isAskedFor(twin, prepareState(twin, 0), 0, 0, 2)).toBe(false);
  expect(asked(RHOMBS - 1)).toBe(LANE_M + (2 * RHOMBS - 1) * LANE_M + 2 * RHOMBS * TURN_M <= CAMERA_REACH_M);
});

test('round a roundabout before a signal each vehicle counts once', () => {
  const ring = ['a', 'b', 'c', 'd'], next = (at: number): string => ring[(at + 1) % 4]!;
  const twin = buildTown({
    links: [{ name: 'stop', from: 'na', to: 'J', lengthM: 20 }, { name: 'off', from: 'J', to: 'E', lengthM: 100 }, ...ring.map((name, at) => ({ name, from: `n${name}`, to: `n${next(at)}`, lengthM: 10 }))],
    movements: [{ from: 'stop.0', to: 'off.0', group: 0 }, { from: 'd.0', to: 'stop.0', lengthM: 1 }, ...ring.map((name, at) => ({ from: `${name}.0`, to: `${next(at)}.0`, lengthM: 1 }))],
    signals: { J: [{ durationS: 30, shown: 'G' }, { durationS: 30, shown: 'r' }] }, types: { car: {} }, vehicles: [],
  }), state = prepareState(twin, 0);
  ring.forEach((name, slot) => stand(twin, state, slot, laneOf(twin, name)));
  // Three drive on to the next lane of the ring; the last one's first way is either back into the ring or out to the signal.
  expect(laneDemand(twin, state, laneOf(twin, 'stop'), 0, CAMERA_REACH_M, () => 1)).toBe(4);
});
