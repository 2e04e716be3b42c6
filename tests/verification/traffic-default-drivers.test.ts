// Goal: drivers of a city whose own figures are not known discharge at a signal as real queues do, at every step length, and every class takes the room it is known for.
import { describe, expect, test } from 'vitest';
import { vehicleTypeFacts } from '../../data/build/demand/vehicle-types.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { departRule } from '../../engine/twin/demand.ts';
import { buildTown } from '../situations/traffic-town.ts';
import { mean, watch, type Pass } from './road-watch.ts';
import { CYCLE_S, dischargeOf, GREEN_S, type Discharge } from './signal-unit.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const typeOf = (name: string) => vehicleTypeFacts.find((type) => type.name === name)!;
const car = typeOf('car');

interface Queue { others?: string; share?: number; stepS: number; seed?: number; untilS?: number }

/** An endless queue of cars, and of a share of others, before a signal: who passes the stop line with its rear, in which order. */
function queue({ others = 'car', share = 0, stepS, seed = 1, untilS = proof ? 7200 : 3600 }: Queue): { passes: Pass[]; isOther: (departure: number) => boolean } {
  const twin = buildTown({
    links: [{ name: 'in', from: 'a', to: 'J', lengthM: 1500, speedMps: 50 / 3.6 }, { name: 'out', from: 'J', to: 'b', lengthM: 300, speedMps: 50 / 3.6 }],
    movements: [{ from: 'in.0', to: 'out.0', group: 0, lengthM: 0.1, speedMps: 50 / 3.6 }],
    signals: { J: [{ durationS: GREEN_S, shown: 'G' }, { durationS: 3, shown: 'y' }, { durationS: CYCLE_S - GREEN_S - 3, shown: 'r' }] },
    types: { car, other: typeOf(others) },
    vehicles: Array.from({ length: untilS / 2 }, (_, row) => ({ departS: 2 * row, route: ['in', 'out'], type: randomShare(seed, 930, row, 0) < share ? 'other' : 'car' })),
  });
  twin.departures.departPositionM.fill(departRule.flow);
  const { passes } = watch(twin, { untilS, stepS, seed, sections: [{ place: 1, positionM: car.lengthM - 0.1 }] });
  return { passes: passes[0]!, isOther: (departure) => twin.departures.vehicleType[departure] === 1 };
}

describe('cars at a signal', () => {
  const seeds = proof ? [1, 2, 3, 4, 5] : [1, 2];
  const steps = proof ? [1, 0.5, 0.25, 0.2, 0.1] : [1, 0.5, 0.1];
  const all = new Map<number, Discharge>();
  for (const stepS of steps) {
    test(`steps of ${stepS} s: 1,900 veh/h after 2 s lost`, () => {
      const runs = seeds.map((seed) => dischargeOf(queue({ stepS, seed }).passes.map(({ timeS }) => timeS)));
      const headwaysS = Array.from({ length: 16 }, (_, place) => mean(runs.map((discharge) => discharge.headwaysS[place]!)));
      const saturationPerH = 3600 / mean(runs.map((discharge) => 3600 / discharge.saturationPerH)), lostS = mean(runs.map((discharge) => discharge.lostS));
      all.set(stepS, { saturationPerH, lostS, capacityPerH: mean(runs.map((discharge) => discharge.capacityPerH)), headwaysS });
      console.log(`default cars, step ${stepS} s, ${seeds.length} seeds: ${saturationPerH.toFixed(0)} veh/h, ${lostS.toFixed(2)} s lost, headways ${headwaysS.map((headwayS) => headwayS.toFixed(2)).join(' ')} s`);
      expect(Math.abs(saturationPerH / 1900 - 1)).toBeLessThan(0.02);
      // HCM 2000: 2 s; facts of the trade: 1.5 to 2.5 s.
      expect(lostS).toBeGreaterThan(1.5);
      expect(lostS).toBeLessThan(2.5);
      // As queues on streets: the second headway is the longest between vehicles, and they shorten from place to place up to the fifth and beyond.
      for (let place = 2; place < 6; place++) expect(headwaysS[place]).toBeLessThan(headwaysS[place - 1]!);
    });
  }

  test('saturation flow differs by at most 2 % between any two of them', () => {
    const flows = [...all.values()].map(({ saturationPerH }) => saturationPerH);
    expect(flows.length).toBe(steps.length);
    expect(Math.max(...flows) / Math.min(...flows) - 1).toBeLessThan(0.02);
  });
});

// Equivalents in use for signals: bus and lorry 2 cars, articulated bus 3, two-wheeler 0.3.
describe('room that a class takes at a signal, in cars', () => {
  const stepS = 1, untilS = 7200;
  const cars = queue({ stepS, untilS }).passes.filter(({ timeS }) => timeS >= 900).length;

  /** What each vehicle of the class keeps from passing, where every fifth is one. */
  function roomOf(name: string): number {
    const { passes, isOther } = queue({ others: name, share: 0.2, stepS, untilS });
    const counted = passes.filter(({ timeS }) => timeS >= 900), others = counted.filter(({ departure }) => isOther(departure)).length;
    const room = (cars - (counted.length - others)) / others;
    console.log(`${name}: ${room.toFixed(2)} cars, of ${others}`);
    return room;
  }

  test.each([['lorry', 2], ['bus', 2], ['articulated bus', 3]] as const)('%s: %d, to one in ten', (name, expected) => {
    expect(Math.abs(roomOf(name) / expected - 1)).toBeLessThan(0.1);
  });

  test('a van takes more than a car and less than a lorry', () => {
    const room = roomOf('van');
    expect(room).toBeGreaterThan(1);
    expect(room).toBeLessThan(1.5);
  });

  // 0.3 is counted where two-wheelers stand beside cars; here every vehicle has the lane for itself.
  test('a motorcycle takes less than a car, and more than 0.3', () => {
    const room = roomOf('motorcycle');
    expect(room).toBeGreaterThan(0.3);
    expect(room).toBeLessThan(0.85);
  });
});
