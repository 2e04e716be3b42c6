// Goal: drivers answer to what happens on the street as people expect: small scenes, one kind of event each, in round numbers.
import { describe, expect, test } from 'vitest';
import { makeResultLog } from '../../engine/results/result-log.ts';
import { prepareState, type CityState } from '../../engine/state/city-state.ts';
import { step } from '../../engine/step.ts';
import { prepareTraffic } from '../../engine/traffic/prepare-traffic.ts';
import type { Traffic } from '../../engine/traffic/traffic.ts';
import { eventKind } from '../../engine/twin/events.ts';
import { category } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { withEvents, type TownEvent } from './event-scenes.ts';
import { arrivalS, buildTown, simulate, timeLossS, type Town, type TownVehicle } from './traffic-town.ts';

const cars = (count: number, everyS: number, route: string[], fromS = 0): TownVehicle[] => Array.from({ length: count }, (_, row) => ({ departS: fromS + row * everyS, route }));

/** Steps a town and looks at it after every step. */
function watch(twin: Twin, untilS: number, look: (state: CityState, traffic: Traffic) => void): CityState {
  const settings = { seed: 1, fromS: 0, untilS, stepS: 1, untilAllArrived: false, busPriority: false, replay: false };
  const state = prepareState(twin, 0), traffic = prepareTraffic(twin, state, settings), log = makeResultLog(twin, 0);
  while (state.timeS < untilS) { step(traffic, state, log, settings); look(state, traffic); }
  return state;
}

const fronts = ({ places, vehicles }: CityState, lane: number): number[] => {
  const found: number[] = [];
  for (let slot = places.first[lane]!; slot >= 0; slot = vehicles.behind[slot]!) found.push(vehicles.positionM[slot]!);
  return found;
};

describe('a limit by time', () => {
  const road: Town = { links: [{ name: 'road', from: 'a', to: 'b', lengthM: 3000, speedMps: 20 }], movements: [], vehicles: cars(1, 1, ['road']) };

  test('holds while it holds: 1,000 m at 20 m/s, then at 10', () => {
    // Enters at 5.1 m with 20 m/s; from 50 s on 10 m/s: the 1,995 m that are left take 200 s and little more for braking less.
    const results = simulate(withEvents(buildTown(road), [{ kind: eventKind.speedLimit, link: 'road', fromS: 50, untilS: 86400, speedLimitMps: 10 }]));
    expect(arrivalS(results, 0)).toBeGreaterThanOrEqual(248);
    expect(arrivalS(results, 0)).toBeLessThanOrEqual(250);
  });

  test('nobody brakes harder for it than at ease, and afterwards the posted limit holds again', () => {
    let least = 0, before = 20;
    const twin = withEvents(buildTown(road), [{ kind: eventKind.speedLimit, link: 'road', fromS: 30, untilS: 60, speedLimitMps: 5 }]);
    const speeds: number[] = [];
    watch(twin, 90, ({ vehicles }) => { speeds.push(vehicles.speedMps[vehicles.departure.indexOf(0)]!); });
    for (const mps of speeds) { least = Math.min(least, mps - before); before = mps; }
    expect(least).toBeGreaterThanOrEqual(-4.5);
    expect(speeds[50]).toBeCloseTo(5, 6);
    expect(speeds[80]).toBeCloseTo(20, 6);
  });
});

describe('a lane closes', () => {
  const street = (vehicles: TownVehicle[]): Town => ({
    links: [{ name: 'in', from: 'a', to: 'b', lengthM: 500, lanes: 2 }, { name: 'works', from: 'b', to: 'c', lengthM: 400, lanes: 2 }, { name: 'out', from: 'c', to: 'd', lengthM: 300, lanes: 2 }],
    movements: [0, 1].flatMap((lane) => [{ from: `in.${lane}`, to: `works.${lane}` }, { from: `works.${lane}`, to: `out.${lane}` }]),
    vehicles,
  });
  const closed = (fromS: number, untilS: number): TownEvent => ({ kind: eventKind.closure, link: 'works', lane: 0, fromS, untilS });
  const both = cars(60, 4, ['in', 'works', 'out']).map((vehicle, row) => ({ ...vehicle, lane: row % 2 }));

  test('who comes leaves it before, who is on it leaves it, and everyone arrives', () => {
    const twin = withEvents(buildTown(street(both)), [closed(60, 3600)]), lane = twin.links.firstLane[1]!;
    let clearedS = -1;
    const late: number[] = [];
    const state = watch(twin, 600, (now) => {
      const there = fronts(now, lane).length;
      if (now.timeS > 60 && there === 0 && clearedS < 0) clearedS = now.timeS;
      if (clearedS >= 0 && there > 0) late.push(now.timeS);
    });
    expect(clearedS).toBeGreaterThan(60);
    expect(clearedS).toBeLessThan(60 + 45);
    expect(late).toEqual([]);
    expect(state.counts.arrived).toBe(60);
    expect(state.counts.collisions).toBe(0);
  });

  test('it is used again once it is open', () => {
    const twin = withEvents(buildTown(street(both)), [closed(0, 120)]), lane = twin.links.firstLane[1]!;
    let before = 0, after = 0;
    watch(twin, 400, (now) => { if (now.timeS <= 120) before += fronts(now, lane).length; else after += fronts(now, lane).length; });
    expect(before).toBe(0);
    expect(after).toBeGreaterThan(50);
  });

  test('buses go on where it is closed to cars only', () => {
    const town = { ...street([...cars(20, 5, ['in', 'works', 'out']), { departS: 30, route: ['in', 'works', 'out'], type: 'bus', lane: 0 }]), types: { car: {}, bus: { category: category.bus, lengthM: 12 } } };
    const twin = withEvents(buildTown(town), [{ ...closed(0, 3600), permitted: category.bus }]), lane = twin.links.firstLane[1]!;
    const seen = new Set<number>();
    watch(twin, 200, ({ places, vehicles }) => { for (let slot = places.first[lane]!; slot >= 0; slot = vehicles.behind[slot]!) seen.add(vehicles.vehicleType[slot]!); });
    expect([...seen]).toEqual([1]);
  });

  test('one lane of two carries what one lane can: nobody is lost', () => {
    const { figures } = simulate(withEvents(buildTown(street(cars(200, 1, ['in', 'works', 'out']))), [closed(0, 3600)]));
    expect(figures.vehiclesArrived).toBe(200);
    expect(figures.collisions).toBe(0);
  });
});

describe('an incident blocks a stretch of a lane', () => {
  const street = (lanes: number, vehicles: TownVehicle[]): Town => ({ links: [{ name: 'road', from: 'a', to: 'b', lengthM: 800, lanes }], movements: [], vehicles });
  const incident = (lane: number, fromS: number, untilS: number): TownEvent => ({ kind: eventKind.incident, link: 'road', lane, fromS, untilS, fromM: 400, untilM: 420 });

  test('on one lane all stand before it until it is over, then go on', () => {
    const twin = withEvents(buildTown(street(1, cars(10, 5, ['road']))), [incident(0, 10, 300)]);
    let furthestM = 0;
    const state = watch(twin, 299, (now) => { for (const frontM of fronts(now, 0)) furthestM = Math.max(furthestM, frontM); });
    expect(furthestM).toBeLessThanOrEqual(398.01);
    expect(furthestM).toBeGreaterThan(396);
    expect(state.counts.running).toBe(10);
    const { figures } = simulate(twin);
    expect(figures.vehiclesArrived).toBe(10);
    expect(figures.simulatedS).toBeLessThan(300 + 80);
  });

  test('who is past it drives on', () => {
    const results = simulate(withEvents(buildTown(street(1, cars(2, 20, ['road']))), [incident(0, 40, 200)]));
    expect(timeLossS(results, 0)).toBeLessThan(0.1);
    expect(timeLossS(results, 1)).toBeGreaterThan(130);
  });

  test('on two lanes they pass beside it, and nobody is ever inside the blocked stretch', () => {
    const twin = withEvents(buildTown(street(2, cars(60, 4, ['road']).map((vehicle, row) => ({ ...vehicle, lane: row % 2 })))), [incident(0, 0, 3600)]);
    const inside: number[] = [];
    const state = watch(twin, 700, (now) => { inside.push(...fronts(now, 0).filter((frontM) => frontM > 400 && frontM - 5 < 420)); });
    expect(inside).toEqual([]);
    expect(state.counts.arrived).toBe(60);
    expect(state.counts.collisions).toBe(0);
  });

  test('with two of three lanes blocked they all find the third', () => {
    const twin = withEvents(buildTown(street(3, cars(60, 3, ['road']).map((vehicle, row) => ({ ...vehicle, lane: row % 3 })))), [incident(0, 0, 3600), incident(1, 0, 3600)]);
    const { figures } = simulate(twin);
    expect(figures.vehiclesArrived).toBe(60);
    expect(figures.simulatedS).toBeLessThan(700);
    expect(figures.collisions).toBe(0);
  });

  test('who has to turn right behind it passes on the left and comes back', () => {
    const twin = buildTown({
      links: [{ name: 'road', from: 'a', to: 'J', lengthM: 800, lanes: 2 }, { name: 'right', from: 'J', to: 'r', lengthM: 200 }, { name: 'ahead', from: 'J', to: 'h', lengthM: 200 }],
      movements: [{ from: 'road.0', to: 'right.0' }, { from: 'road.1', to: 'ahead.0' }],
      vehicles: [...cars(20, 6, ['road', 'right']), ...cars(20, 6, ['road', 'ahead'], 3)],
    });
    const { figures } = simulate(withEvents(twin, [incident(0, 0, 3600)]));
    expect(figures.vehiclesArrived).toBe(40);
    expect(figures.meanTimeLossS!).toBeLessThan(60);
  });
});

describe('a street closes', () => {
  const street: Town = {
    links: [{ name: 'in', from: 'a', to: 'b', lengthM: 500 }, { name: 'closed', from: 'b', to: 'c', lengthM: 400 }, { name: 'out', from: 'c', to: 'd', lengthM: 300 }],
    movements: [{ from: 'in.0', to: 'closed.0' }, { from: 'closed.0', to: 'out.0' }],
    vehicles: [...cars(12, 8, ['in', 'closed', 'out']), { departS: 70, route: ['closed', 'out'] }],
  };
  const closure: TownEvent = { kind: eventKind.closure, link: 'closed', fromS: 60, untilS: 300 };

  test('who is on it drives out, who cannot get around waits before it and is there when it opens', () => {
    const twin = withEvents(buildTown(street), [closure]);
    let clearedS = -1, lateCount = 0;
    const state = watch(twin, 300, (now) => {
      const there = fronts(now, 1).length + now.places.vehicles[twin.lanes.count]!;
      if (now.timeS > 60 && there === 0 && clearedS < 0) clearedS = now.timeS;
      if (clearedS >= 0 && there > 0) lateCount++;
    });
    expect(clearedS).toBeLessThan(60 + 40);
    expect(lateCount).toBe(0);
    expect(state.counts.waitingToEnter).toBe(1);
    expect(state.counts.running + state.counts.arrived + state.counts.waitingToEnter).toBe(13);
    const { figures } = simulate(twin);
    expect(figures.vehiclesArrived).toBe(13);
    expect(figures.collisions).toBe(0);
  });

  test('who can no longer stop drives on: nobody brakes harder than at ease for the closure', () => {
    const before = new Map<number, number>();
    let hardest = 0;
    watch(withEvents(buildTown(street), [closure]), 100, ({ vehicles }) => {
      for (let slot = 0; slot < vehicles.count; slot++) {
        const departure = vehicles.departure[slot]!;
        if (departure < 0) continue;
        hardest = Math.min(hardest, vehicles.speedMps[slot]! - (before.get(departure) ?? vehicles.speedMps[slot]!));
        before.set(departure, vehicles.speedMps[slot]!);
      }
    });
    expect(hardest).toBeGreaterThanOrEqual(-4.5 - 1e-9);
  });
});

/**
 * A street from a to d with a block beside it: in, mid, out straight on; up, along, down around the closed middle, and a longer
 * way round by far. The stop of the bus is in the middle and another one on the way out.
 */
const block = (vehicles: TownVehicle[]): Town => ({
  links: [
    { name: 'in', from: 'a', to: 'b', lengthM: 400 }, { name: 'mid', from: 'b', to: 'c', lengthM: 300 }, { name: 'out', from: 'c', to: 'd', lengthM: 400 },
    { name: 'up', from: 'b', to: 'e', lengthM: 150 }, { name: 'along', from: 'e', to: 'f', lengthM: 300 }, { name: 'down', from: 'f', to: 'c', lengthM: 150 },
    { name: 'far', from: 'e', to: 'g', lengthM: 900 }, { name: 'back', from: 'g', to: 'f', lengthM: 900 },
  ],
  movements: [['in', 'mid'], ['mid', 'out'], ['in', 'up'], ['up', 'along'], ['along', 'down'], ['down', 'out'], ['up', 'far'], ['far', 'back'], ['back', 'down']].map(([from, to]) => ({ from: `${from}.0`, to: `${to}.0` })),
  types: { car: {}, bus: { category: category.bus, lengthM: 12 } },
  vehicles,
});
const middle: TownEvent = { kind: eventKind.closure, link: 'mid', fromS: 60, untilS: 3600 };

/** Links that some vehicle entered, by name, with how many did. */
const entered = (twin: Twin, { tables: { links } }: ReturnType<typeof simulate>): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (let row = 0; row < links.count; row++) if (links.entered[row]! > 0) counts[twin.links.name[links.link[row]!]!] = (counts[twin.links.name[links.link[row]!]!] ?? 0) + links.entered[row]!;
  return counts;
};

describe('around a closed street', () => {
  const through = ['in', 'mid', 'out'];

  test('drivers turn off before it and take the quickest way around; those who come before and after drive through', () => {
    const twin = withEvents(buildTown(block(cars(30, 10, through))), [{ ...middle, untilS: 200 }]), results = simulate(twin);
    expect(results.figures.vehiclesArrived).toBe(30);
    const counts = entered(twin, results);
    expect(counts['up']).toBe(counts['along']);
    expect(counts['far']).toBeUndefined();
    expect(counts['mid']! + counts['up']!).toBe(30);
    // The two on their way to it when it closes (29 s for 400 m), and the fourteen who set out before it opens.
    expect(counts['up']).toBe(16);
    expect(results.tables.diversions.count).toBe(16);
    expect(results.figures.collisions).toBe(0);
  });

  test('where a detour is prescribed all follow it, however long', () => {
    const twin = withEvents(buildTown(block(cars(10, 10, through, 100))), [middle, { kind: eventKind.detour, link: 'mid', via: ['far', 'back'] }]);
    const counts = entered(twin, simulate(twin));
    expect(counts['far']).toBe(10);
    expect(counts['back']).toBe(10);
    expect(counts['along']).toBeUndefined();
  });

  test('who wants to go to the closed street stops before it', () => {
    const twin = withEvents(buildTown(block([...cars(5, 10, ['in', 'mid'], 100), ...cars(5, 10, ['in', 'up'], 105)])), [middle]), results = simulate(twin);
    expect(results.figures.vehiclesArrived).toBe(10);
    expect(entered(twin, results)['mid']).toBeUndefined();
    expect(results.figures.simulatedS).toBeLessThan(300);
  });

  test('a bus leaves out the stop on the closed street and serves those before and after', () => {
    const halts = [{ link: 'in', lane: 0, positionM: 200, dwellS: 10 }, { link: 'mid', lane: 0, positionM: 150, dwellS: 10 }, { link: 'out', lane: 0, positionM: 200, dwellS: 10 }];
    const bus = (departS: number): TownVehicle => ({ departS, route: through, type: 'bus', halts });
    // The first is on its way before the closure, on `in`; the second sets out later; the third when all is over.
    const twin = withEvents(buildTown(block([bus(45), bus(200), bus(700)])), [{ ...middle, untilS: 600 }]), { tables: { stopVisits, diversions }, figures } = simulate(twin);
    expect(figures.vehiclesArrived).toBe(3);
    const visitsOf = (departure: number) => Array.from(stopVisits.stop).filter((_, row) => stopVisits.departure[row] === departure).map((stop) => twin.stops.name[stop]);
    expect([visitsOf(0), visitsOf(1), visitsOf(2)]).toEqual([['stop 0', 'stop 2'], ['stop 3', 'stop 5'], ['stop 6', 'stop 7', 'stop 8']]);
    expect(Array.from(diversions.skippedHaltCount)).toEqual([1, 1]);
  });

  test('a line that begins on the closed street begins after it', () => {
    const halts = [{ link: 'mid', lane: 0, positionM: 150, dwellS: 10 }, { link: 'out', lane: 0, positionM: 200, dwellS: 10 }];
    const twin = withEvents(buildTown(block([{ departS: 100, route: ['mid', 'out'], type: 'bus', halts }])), [middle]), { tables: { stopVisits }, figures } = simulate(twin);
    expect(figures.vehiclesArrived).toBe(1);
    expect(figures.simulatedS).toBeLessThan(200);
    expect(Array.from(stopVisits.stop)).toEqual([1]);
  });

  test('two closed streets in a row: who is on them drives out, and to where no way leads any more a drive ends before them', () => {
    const town = block([...cars(6, 8, through, 20), ...cars(5, 10, through, 200)]), vehicles = town.vehicles.map((vehicle) => ({ ...vehicle, route: [...through, 'beyond'] }));
    const twin = buildTown({ ...town, vehicles, links: [...town.links, { name: 'beyond', from: 'd', to: 'h', lengthM: 200 }], movements: [...town.movements, { from: 'out.0', to: 'beyond.0' }] });
    const { figures, tables } = simulate(withEvents(twin, [middle, { ...middle, link: 'out' }]));
    expect(figures.vehiclesArrived).toBe(11);
    expect(tables.diversions.count).toBeGreaterThan(4);
    expect(figures.simulatedS).toBeLessThan(600);
    expect(figures.collisions).toBe(0);
  });

  test('where the only lane of a turn closes, drivers turn elsewhere', () => {
    // Two lanes from b: the right one goes straight on to mid, the left one up. The right one closes.
    const town = block(cars(5, 10, through, 100)), wide = { ...town, links: town.links.map((link) => (link.name === 'in' ? { ...link, lanes: 2 } : link)), movements: town.movements.map((movement) => (movement.to === 'up.0' ? { ...movement, from: 'in.1' } : movement)) };
    const twin = withEvents(buildTown(wide), [{ kind: eventKind.closure, link: 'in', lane: 0, fromS: 60, untilS: 3600 }]), results = simulate(twin);
    expect(results.figures.vehiclesArrived).toBe(5);
    expect(entered(twin, results)).toMatchObject({ up: 5, along: 5, out: 5 });
    expect(entered(twin, results)['mid']).toBeUndefined();
  });

  test('buses pass where only cars may not', () => {
    const twin = withEvents(buildTown(block([{ departS: 100, route: through, type: 'bus' }, ...cars(3, 10, through, 110)])), [{ ...middle, permitted: category.bus }]), results = simulate(twin);
    expect(entered(twin, results)).toMatchObject({ mid: 1, up: 3 });
  });

  test('without a way around all wait before it, are told, and go on when it opens', () => {
    const twin = withEvents(buildTown(block(cars(8, 10, through))), [{ ...middle, untilS: 400 }, { kind: eventKind.closure, link: 'up', fromS: 0, untilS: 86400 }]), results = simulate(twin);
    expect(results.figures.vehiclesArrived).toBe(8);
    expect(Array.from(results.tables.diversions.isAround).every((found) => found === 0)).toBe(true);
    expect(results.tables.diversions.count).toBeGreaterThan(0);
    expect(results.figures.simulatedS).toBeGreaterThan(400);
    // Even in a city that moves on who is stuck.
    twin.facts.rescueAfterS = 60;
    expect(simulate(twin).figures.rescued).toBe(0);
  });
});
