// Goal: those who share a street with slower ones and with those of other rights use its lanes as people expect: buses at stops, bus lanes, turn pockets, bicycles.
import { describe, expect, test } from 'vitest';
import { category } from '../../engine/twin/streets.ts';
import type { CityState } from '../../engine/state/city-state.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { watch } from './crossing-town.ts';
import { arrivalS, buildTown, simulate, timeLossS, type Town, type TownVehicle } from './traffic-town.ts';

const cars = (count: number, everyS: number, route: string[], fromS = 0): TownVehicle[] => Array.from({ length: count }, (_, row) => ({ departS: fromS + row * everyS, route }));
const BUS = { category: category.bus, lengthM: 12, maxSpeedMps: 25, accelerationMps2: 1.2 };
const BICYCLE = { category: category.bicycle, lengthM: 1.8, widthM: 0.65, maxSpeedMps: 5, accelerationMps2: 1.2, decelerationMps2: 3, minGapM: 0.5 };
/** Every category but those for which the lane is closed. */
const only = (twin: Twin, lane: number, permitted: number): Twin => { twin.lanes.permitted[lane] = permitted; return twin; };

/** By departure row: every lane on which its front was seen. */
function lanesSeen(twin: Twin, seconds: number): Map<number, Set<number>> {
  const seen = new Map<number, Set<number>>();
  watch(twin, seconds, ({ vehicles }: CityState) => {
    for (let slot = 0; slot < vehicles.count; slot++) {
      const departure = vehicles.departure[slot]!;
      if (departure < 0 || vehicles.place[slot]! >= twin.lanes.count) continue;
      if (!seen.has(departure)) seen.set(departure, new Set());
      seen.get(departure)!.add(vehicles.place[slot]!);
    }
  });
  return seen;
}

describe('a bus halts on the street for a minute', () => {
  const street = (lanes: number, followers: number): Town => ({
    links: [{ name: 'road', from: 'a', to: 'b', lengthM: 600, lanes }], movements: [], types: { car: {}, bus: BUS },
    vehicles: [{ departS: 0, route: ['road'], type: 'bus', lane: 0, halts: [{ link: 'road', lane: 0, positionM: 300, dwellS: 60 }] }, ...cars(followers, 4, ['road'], 8).map((car) => ({ ...car, lane: 0 }))],
  });

  test('on two lanes drivers behind it change lane before they come to a stand', () => {
    const { tables: { trips }, figures } = simulate(buildTown(street(2, 10)));
    for (let row = 0; row < trips.count; row++) if (trips.departure[row]! > 0) expect(trips.waitingS[row]).toBe(0);
    for (let car = 1; car <= 10; car++) expect(timeLossS({ tables: { trips }, figures } as ReturnType<typeof simulate>, car)).toBeLessThan(8);
    expect(figures.collisions).toBe(0);
  });

  test('on one lane they wait until it drives on: nobody overtakes on the lane of oncoming traffic', () => {
    const results = simulate(buildTown(street(1, 5)));
    for (let car = 1; car <= 5; car++) expect(arrivalS(results, car)).toBeGreaterThan(arrivalS(results, 0));
  });
});

describe('a bus lane on the right', () => {
  // Cars queue before a red of a minute; a bus comes last.
  const town = (): Twin => only(buildTown({
    links: [{ name: 'road', from: 'a', to: 'J', lengthM: 400, lanes: 2 }, { name: 'on', from: 'J', to: 'b', lengthM: 300, lanes: 2 }],
    movements: [{ from: 'road.0', to: 'on.0', group: 0 }, { from: 'road.1', to: 'on.1', group: 0 }], types: { car: {}, bus: BUS },
    signals: { J: [{ durationS: 60, shown: 'r' }, { durationS: 60, shown: 'G' }] },
    vehicles: [...cars(20, 2, ['road', 'on']), { departS: 42, route: ['road', 'on'], type: 'bus' }],
  }), 0, category.bus | category.taxi | category.bicycle | category.emergency);

  test('cars are never on it, the bus drives past their queue on it', () => {
    const twin = town(), seen = lanesSeen(twin, 200), results = simulate(twin);
    for (let car = 0; car < 20; car++) expect([...seen.get(car)!]).not.toContain(0);
    expect([...seen.get(20)!]).toContain(0);
    // It came last and leaves among the first.
    const before = Array.from({ length: 20 }, (_, car) => car).filter((car) => arrivalS(results, car) < arrivalS(results, 20)).length;
    expect(before).toBeLessThan(8);
  });
});

describe('a pocket for the left turn', () => {
  // The last 60 m have a second lane on the left, from which alone the left turn leads; it is red all the time.
  const town = (left: number): Town => ({
    links: [
      { name: 'road', from: 'a', to: 'P', lengthM: 300 }, { name: 'wide', from: 'P', to: 'J', lengthM: 60, lanes: 2 },
      { name: 'on', from: 'J', to: 'b', lengthM: 200 }, { name: 'off', from: 'J', to: 'c', lengthM: 200 },
    ],
    movements: [{ from: 'road.0', to: 'wide.0', lengthM: 1 }, { from: 'road.0', to: 'wide.1', lengthM: 1 }, { from: 'wide.0', to: 'on.0', group: 0 }, { from: 'wide.1', to: 'off.0', group: 1 }],
    signals: { J: [{ durationS: 300, shown: 'Gr' }, { durationS: 60, shown: 'GG' }] },
    vehicles: [...cars(left, 3, ['road', 'wide', 'off']), ...cars(20, 3, ['road', 'wide', 'on'], 3 * left)],
  });

  test('those who turn wait in it, and those who go on drive past them', () => {
    const twin = buildTown(town(4)), seen = lanesSeen(twin, 300), results = simulate(twin);
    for (let car = 0; car < 4; car++) expect([...seen.get(car)!]).toContain(2);
    for (let car = 4; car < 24; car++) {
      expect([...seen.get(car)!]).not.toContain(2);
      expect(timeLossS(results, car)).toBeLessThan(10);
    }
  });

  test('once it is full, its queue holds up those who go on: eight do not fit into 60 m', () => {
    const results = simulate(buildTown(town(12)));
    expect(timeLossS(results, 30)).toBeGreaterThan(100);
  });
});

describe('bicycles', () => {
  const street = (lanes: number): Town => ({
    links: [{ name: 'road', from: 'a', to: 'b', lengthM: 600, lanes }], movements: [], types: { car: {}, bicycle: BICYCLE },
    vehicles: [{ departS: 0, route: ['road'], type: 'bicycle', lane: 0 }, ...cars(5, 5, ['road'], 10)],
  });

  test('cars overtake them by the next lane', () => {
    const results = simulate(buildTown(street(2)));
    for (let car = 1; car <= 5; car++) expect(timeLossS(results, car)).toBeLessThan(8);
  });

  test('on a single lane cars stay behind: nobody drives past within a lane', () => {
    const results = simulate(buildTown(street(1)));
    expect(arrivalS(results, 1)).toBeGreaterThan(arrivalS(results, 0));
  });

  test('a lane for bicycles alone is theirs alone, and each is faster or as fast for it', () => {
    const shared = simulate(buildTown(street(1))), twin = only(only(buildTown(street(2)), 0, category.bicycle), 1, category.car);
    const apart = simulate(twin), seen = lanesSeen(twin, 200);
    expect([...seen.get(0)!]).toEqual([0]);
    for (let car = 1; car <= 5; car++) {
      expect([...seen.get(car)!]).toEqual([1]);
      expect(timeLossS(apart, car)).toBeCloseTo(0, 6);
      expect(timeLossS(shared, car)).toBeGreaterThan(30);
    }
  });
});
