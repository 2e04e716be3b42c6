// Goal: people on foot and drivers meet as the Code de la route has it: small scenes, one crossing each, in round numbers.
import { describe, expect, test } from 'vitest';
import { aspect } from '../../engine/twin/signals.ts';
import { turn } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { buildTownWithCrossings, countDanger, watch, type TownCrossing } from './crossing-town.ts';
import { arrivalS, simulate, timeLossS, type Town, type TownVehicle } from './traffic-town.ts';

const cars = (count: number, everyS: number, route: string[], fromS = 0): TownVehicle[] => Array.from({ length: count }, (_, row) => ({ departS: fromS + row * everyS, route }));

/** A street of one lane each way, 400 m, with a crossing of 7 m in its middle. */
const street = (control: TownCrossing['control'], peopleAnHour: number, vehicles: TownVehicle[], signals: Pick<Town, 'signals'> = {}): Town & { crossings: TownCrossing[] } => ({
  links: [{ name: 'east', from: 'w', to: 'e', lengthM: 400 }, { name: 'west', from: 'e', to: 'w', lengthM: 400 }],
  movements: [],
  vehicles,
  ...signals,
  crossings: [{ control, peopleAnHour, lengthM: 7, on: [{ way: 'east.0', fromM: 198, nearM: 0, farM: 3.5 }, { way: 'west.0', fromM: 199, nearM: 3.5, farM: 7 }], ...(signals.signals ? { signal: { junction: 'w', group: 1, vehicles: 0 } } : {}) }],
});

/** Over a run: moments of danger, people seen walking, and the longest wait. */
function crossFor(twin: Twin, seconds: number, settings: { seed?: number; stepS?: number } = {}): { dangers: number; walked: number; longestWaitS: number; waitedS: number } {
  const seen = { dangers: 0, walked: 0, longestWaitS: 0, waitedS: 0 };
  let startedBefore = 0;
  watch(twin, seconds, (state) => {
    seen.dangers += countDanger(twin, state);
    const { started, longestWaitS, waitedS } = state.pedestrians!.crossings;
    seen.walked += started[0]! - startedBefore;
    startedBefore = started[0]!;
    seen.longestWaitS = Math.max(seen.longestWaitS, longestWaitS[0]!);
    seen.waitedS = waitedS[0]!;
  }, settings);
  return seen;
}

describe('a zebra', () => {
  test('nobody waits where nobody drives: people step on as they come', () => {
    const { walked, longestWaitS } = crossFor(buildTownWithCrossings(street('zebra', 600, [])), 3000);
    expect(walked).toBeGreaterThan(400);
    expect(longestWaitS).toBe(0);
  });

  test('a lone car loses no time where nobody crosses', () => {
    expect(timeLossS(simulate(buildTownWithCrossings(street('zebra', 0, cars(1, 1, ['east'])))), 0)).toBeCloseTo(0, 6);
  });

  test('drivers stop before the crossing, and nobody drives through people', () => {
    const { dangers, walked, longestWaitS } = crossFor(buildTownWithCrossings(street('zebra', 400, [...cars(300, 8, ['east']), ...cars(300, 8, ['west'], 3)])), 2400);
    expect(walked).toBeGreaterThan(200);
    expect(dangers).toBe(0);
    // A car at 50 km/h that can no longer stop needs 1.5 s to the crossing and 0.6 s over it; a second may follow, and one come the other way.
    expect(longestWaitS).toBeLessThan(8);
  });

  test('so it is with every step and with drivers of the other car-following model', () => {
    for (const stepS of [0.2, 0.5, 1]) {
      const idm = { carFollowing: 1, accelerationMps2: 1.5, decelerationMps2: 2, headwayS: 1.2, minGapM: 2 };
      const town = { ...street('zebra', 400, [...cars(150, 8, ['east']), ...cars(150, 8, ['west'], 3)]), types: { idm } };
      expect({ stepS, dangers: crossFor(buildTownWithCrossings(town), 1200, { stepS, seed: 3 }).dangers }).toEqual({ stepS, dangers: 0 });
    }
  });

  test('people walk around a car that stands on the crossing, and it waits for those before it', () => {
    // The bus stops 3 m behind the crossing, so that a car stands on it for a minute.
    const town = street('zebra', 900, [{ departS: 0, route: ['east'], halts: [{ link: 'east', lane: 0, positionM: 216, dwellS: 60 }], type: 'bus' }, ...cars(1, 1, ['east'], 3)]);
    const twin = buildTownWithCrossings({ ...town, types: { car: {}, bus: { lengthM: 12 } } });
    const { dangers, longestWaitS } = crossFor(twin, 300);
    expect(dangers).toBe(0);
    expect(longestWaitS).toBeLessThan(15);
    expect(arrivalS(simulate(twin), 1)).toBeGreaterThan(0);
  });
});

describe('signals for a crossing alone', () => {
  const plan = { signals: { w: [{ durationS: 40, shown: 'Gr' }, { durationS: 3, shown: 'yr' }, { durationS: 2, shown: 'rr' }, { durationS: 8, shown: 'rG' }, { durationS: 7, shown: 'rr' }] } };

  test('people step on only while theirs is green, cars pass only while theirs is', () => {
    const twin = buildTownWithCrossings(street('signals', 300, cars(200, 6, ['east']), plan));
    let offGreen = 0, walked = 0, before = 0;
    watch(twin, 1200, (state) => {
      const { started } = state.pedestrians!.crossings, steppedOn = started[0]! - before;
      before = started[0]!;
      walked += steppedOn;
      if (state.signals.shown[1] !== aspect.green) offGreen += steppedOn;
    });
    expect(walked).toBeGreaterThan(60);
    expect(offGreen).toBe(0);
    expect(crossFor(twin, 1200).dangers).toBe(0);
  });

  test('in a cycle without people cars wait for their red all the same', () => {
    const results = simulate(buildTownWithCrossings(street('signals', 0, cars(30, 6, ['east']), plan)));
    const stopped = Array.from(results.tables.trips.waitingS).filter((waitingS) => waitingS > 0).length;
    expect(stopped).toBeGreaterThan(5);
    expect(results.figures.vehiclesArrived).toBe(30);
  });
});

describe('a crossing of the arm into which vehicles turn', () => {
  // From the south right into the east arm, which people cross on the same green; they cross 8 m of two lanes.
  const junction = (peopleAnHour: number): Town & { crossings: TownCrossing[] } => ({
    links: [
      { name: 'south', from: 's', to: 'J', lengthM: 200 }, { name: 'east', from: 'J', to: 'e', lengthM: 200 },
      { name: 'back', from: 'e', to: 'J', lengthM: 200 }, { name: 'west', from: 'J', to: 'w', lengthM: 200 },
    ],
    movements: [{ from: 'south.0', to: 'east.0', lengthM: 12, speedMps: 6, turn: turn.right, group: 0 }, { from: 'back.0', to: 'west.0', lengthM: 20, group: 1 }],
    signals: { J: [{ durationS: 20, shown: 'grG' }, { durationS: 8, shown: 'grr' }, { durationS: 3, shown: 'yrr' }, { durationS: 2, shown: 'rrr' }, { durationS: 22, shown: 'rGr' }, { durationS: 3, shown: 'ryr' }, { durationS: 2, shown: 'rrr' }] },
    vehicles: [...cars(60, 10, ['south', 'east']), ...cars(60, 10, ['back', 'west'])],
    crossings: [{
      control: 'signals', peopleAnHour, lengthM: 8, signal: { junction: 'J', group: 2 },
      on: [{ way: 'back.0>west.0', fromM: 0.5, nearM: 0.5, farM: 4 }, { way: 'south.0>east.0', fromM: 8.5, nearM: 4, farM: 7.5 }],
    }],
  });

  test('who turns on a permissive green waits inside the junction for people, who wait for nobody', () => {
    const quiet = simulate(buildTownWithCrossings(junction(0))), busy = buildTownWithCrossings(junction(500));
    const { dangers, walked, longestWaitS } = crossFor(busy, 600);
    expect(dangers).toBe(0);
    expect(walked).toBeGreaterThan(50);
    // Red lasts 40 s; who comes on green waits for a turning car that cannot stop any more, at most.
    expect(longestWaitS).toBeLessThanOrEqual(43);
    const lossOf = (results: ReturnType<typeof simulate>): number => Array.from(results.tables.trips.departure).filter((row) => row % 2 === 0).reduce((sum, row) => sum + timeLossS(results, row), 0) / 60;
    expect(lossOf(simulate(busy))).toBeGreaterThan(lossOf(quiet) + 1);
  });

  test('who leaves the arm starts when the last one has walked past', () => {
    const results = simulate(buildTownWithCrossings(junction(500)));
    expect(results.figures.vehiclesArrived).toBe(120);
    expect(results.figures.collisions).toBe(0);
  });
});

test('the same people come whatever the step, and two runs are the same bit for bit', () => {
  const twin = buildTownWithCrossings(street('zebra', 200, cars(50, 10, ['east'])));
  const people = (stepS: number): number => crossFor(twin, 1800, { stepS, seed: 5 }).walked;
  expect(Math.abs(people(0.5) - people(1))).toBeLessThanOrEqual(1);
  expect(simulate(twin).figures.hash).toBe(simulate(twin).figures.hash);
  expect(simulate(twin, { seed: 2 }).figures.hash).not.toBe(simulate(twin).figures.hash);
});
