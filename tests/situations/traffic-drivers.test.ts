// Goal: drivers choose lanes and gaps as people do: who enters goes where there is room, who leaves a roundabout is
// on the outer lane in time, and who has waited long takes a gap for which others must brake.
import { expect, test } from 'vitest';
import { makeResultLog } from '../../engine/results/result-log.ts';
import { prepareState, type CityState } from '../../engine/state/city-state.ts';
import { step } from '../../engine/step.ts';
import { makeRouteGuide } from '../../engine/traffic/route-guide.ts';
import { prepareTraffic } from '../../engine/traffic/prepare-traffic.ts';
import { junctionControl } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { arrivalS, buildTown, simulate, timeLossS, type Town, type TownVehicle } from './traffic-town.ts';

/** Runs a town step by step and shows its state after each. */
function watch(twin: Twin, untilS: number, see: (state: CityState) => void): void {
  const settings = { seed: 1, fromS: 0, untilS, stepS: 1, untilAllArrived: false, busPriority: false, replay: false };
  const state = prepareState(twin, 0), traffic = prepareTraffic(twin, state, settings), log = makeResultLog(twin, 0);
  while (state.timeS < untilS) {
    step(traffic, state, log, settings);
    see(state);
  }
}

const road = (vehicles: TownVehicle[], types: Town['types'] = { car: {} }): Town => ({ links: [{ name: 'road', from: 'a', to: 'b', lengthM: 800, lanes: 2 }], movements: [], vehicles, types });

test('who enters goes where the last one has gone furthest, whatever number drives on further ahead', () => {
  const entered: number[] = [];
  const best = (departS: number): TownVehicle => ({ departS, route: ['road'] });
  watch(buildTown(road([{ departS: 0, route: ['road'], lane: 0 }, { departS: 3, route: ['road'], lane: 0 }, { ...best(5) }, { ...best(8) }])), 12, ({ vehicles }) => {
    for (let slot = 0; slot < vehicles.count; slot++) {
      const departure = vehicles.departure[slot]!;
      if (departure >= 0) entered[departure] ??= vehicles.place[slot]!;
    }
  });
  expect(entered).toEqual([0, 0, 1, 0]);
});

test('inner lanes of a roundabout are used only as long as a link with room to change lane is still to come', () => {
  const ring = (name: string, from: string, to: string, lengthM: number) => ({ name, from, to, lengthM, lanes: 2 });
  const town: Town = {
    links: [ring('north', 'a', 'b', 40), ring('west', 'b', 'c', 30), ring('south', 'c', 'd', 1), { name: 'exit', from: 'd', to: 'e', lengthM: 100 }],
    movements: ['north>west', 'west>south'].flatMap((pair) => { const [from, to] = pair.split('>'); return [0, 1].map((lane) => ({ from: `${from}.${lane}`, to: `${to}.${lane}` })); }).concat({ from: 'south.0', to: 'exit.0' }),
    vehicles: [{ departS: 0, route: ['north', 'west', 'south', 'exit'] }],
  };
  const twin = buildTown(town);
  for (let junction = 0; junction < 4; junction++) twin.junctions.control[junction] = junctionControl.roundabout;
  const { reachM, firstEntry } = makeRouteGuide(twin), inner = (row: number): number => reachM[firstEntry[row]! + 1]!;
  expect(inner(0)).toBeCloseTo(40 + 30 + 1 + 100, 3);
  expect(inner(1)).toBeCloseTo(30 + 1, 3);
});

test('who has waited long enough takes a gap for which others have to brake', () => {
  const main = Array.from({ length: 400 }, (_, row) => ({ departS: 3 * row, route: ['main', 'on'] }));
  const town: Town = {
    links: [
      { name: 'main', from: 'w', to: 'J', lengthM: 300 }, { name: 'on', from: 'J', to: 'e', lengthM: 300 },
      { name: 'side', from: 's', to: 'J', lengthM: 100 }, { name: 'up', from: 'J', to: 'n', lengthM: 100 },
    ],
    movements: [{ from: 'main.0', to: 'on.0' }, { from: 'side.0', to: 'up.0', lengthM: 5, speedMps: 7 }],
    conflicts: [{ yields: ['side.0>up.0', 'main.0>on.0'], kind: 'cross', atM: 1, untilM: 4, foeAtM: 3, foeUntilM: 7 }],
    vehicles: [...main, { departS: 60, route: ['side', 'up'] }],
  };
  const results = simulate(buildTown(town)), { trips } = results.tables;
  const side = Array.from(trips.departure).find((departure) => trips.routeLengthM[trips.departure.indexOf(departure)]! < 300)!;
  expect(arrivalS(results, side)).toBeGreaterThan(120);
  expect(arrivalS(results, side)).toBeLessThan(400);
  expect(timeLossS(results, side)).toBeGreaterThan(30);
  expect(results.figures).toMatchObject({ rescued: 0, collisions: 0, vehiclesArrived: 401 });
});

test('a queue on the main road lets in who has waited long', () => {
  const link = (name: string, from: string, to: string, lengthM: number) => ({ name, from, to, lengthM });
  const town: Town = {
    links: [link('main', 'w', 'J', 300), link('side', 's', 'J', 100), link('on', 'J', 'K', 60), link('out', 'K', 'e', 200)],
    movements: [{ from: 'main.0', to: 'on.0', lengthM: 10 }, { from: 'side.0', to: 'on.0', lengthM: 10, speedMps: 7 }, { from: 'on.0', to: 'out.0', group: 0 }],
    conflicts: [{ yields: ['side.0>on.0', 'main.0>on.0'], kind: 'merge', atM: 4, untilM: 10, foeAtM: 4, foeUntilM: 10 }],
    signals: { K: [{ durationS: 15, shown: 'G' }, { durationS: 3, shown: 'y' }, { durationS: 42, shown: 'r' }] },
    vehicles: [...Array.from({ length: 200 }, (_, row) => ({ departS: 3 * row, route: ['main', 'on', 'out'] })), { departS: 121, route: ['side', 'on', 'out'] }],
  };
  const twin = buildTown(town), results = simulate(twin), side = Array.from(twin.departures.departS).indexOf(121);
  expect(timeLossS(results, side)).toBeGreaterThan(100);
  expect(timeLossS(results, side)).toBeLessThan(300);
  expect(results.figures).toMatchObject({ rescued: 0, collisions: 0, vehiclesArrived: 201 });
});
