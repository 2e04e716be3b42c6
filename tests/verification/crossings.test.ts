// Goal: people at crossings wait, and hold up vehicles, as published formulas say.
import { describe, expect, test } from 'vitest';
import { criticalGapS } from '../../engine/pedestrians/find-gap.ts';
import { resultTables } from '../../engine/results/tables.ts';
import { exp } from '../../engine/foundation/exact-math.ts';
import { buildTownWithCrossings, watch, type TownCrossing } from '../situations/crossing-town.ts';
import { simulate, type Town, type TownVehicle } from '../situations/traffic-town.ts';

const full = process.env.JUMEAU_PROOF === '1', seeds = full ? 20 : 3;
console.log(`crossings: ${seeds} seeds of one hour${full ? '' : ' (JUMEAU_PROOF=1: 20)'}`);

const seedRow = Array.from({ length: seeds }, (_, index) => index + 1);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** People and mean wait over an hour. */
function hourOf(town: Town & { crossings: TownCrossing[] }, seed: number, stepS = 1): { people: number; meanWaitS: number } {
  const { tables: { crossings } } = simulate(buildTownWithCrossings(town), { seed, stepS, untilS: 3600 });
  expect(Object.keys(crossings)).toEqual(['count', ...Object.keys(resultTables.crossings)]);
  let people = 0, waitedS = 0;
  for (let row = 0; row < crossings.count; row++) { people += crossings.crossed[row]!; waitedS += crossings.crossed[row]! * crossings.meanWaitS[row]!; }
  return { people, meanWaitS: waitedS / people };
}

describe('people who come at random', () => {
  test('as many as asked for, and their number varies as a Poisson process does', () => {
    const town = { links: [{ name: 'road', from: 'a', to: 'b', lengthM: 100 }], movements: [], vehicles: [], crossings: [{ control: 'zebra' as const, peopleAnHour: 600, lengthM: 7, on: [{ way: 'road.0', fromM: 50, nearM: 0, farM: 7 }] }] };
    const counts: number[] = [];
    let before = 0;
    for (let seed = 1; seed <= 10; seed++) {
      before = 0;
      watch(buildTownWithCrossings(town), 3600, (state) => {
        if (state.tick % 60 !== 0) return;
        const draws = state.pedestrians!.crossings.draws[0]!;
        counts.push(draws - before);
        before = draws;
      }, { seed });
    }
    // 600 minutes with 10 people each: the mean is within three standard errors, 3 sqrt(10 / 600); so is the ratio of variance to mean, 3 sqrt(2 / 599).
    const average = mean(counts), variance = mean(counts.map((count) => (count - average) * (count - average)));
    expect(Math.abs(average - 10)).toBeLessThan(0.39);
    expect(Math.abs(variance / average - 1)).toBeLessThan(0.18);
  });

  test('they walk at 1.2 m/s on average', () => {
    const town = { links: [{ name: 'road', from: 'a', to: 'b', lengthM: 100 }], movements: [], vehicles: [], crossings: [{ control: 'zebra' as const, peopleAnHour: 3600, lengthM: 20, on: [{ way: 'road.0', fromM: 50, nearM: 0, farM: 20 }] }] };
    const speedsMps = new Map<number, number>();
    watch(buildTownWithCrossings(town), 1800, ({ pedestrians }) => {
      for (let row = 0; row < pedestrians!.peopleCount; row++) speedsMps.set(pedestrians!.people.arriveS[row]!, pedestrians!.people.walkingMps[row]!);
    });
    const all = [...speedsMps.values()], average = mean(all);
    expect(all.length).toBeGreaterThan(1500);
    expect(Math.abs(average - 1.2)).toBeLessThan(0.02);
    expect(Math.abs(Math.sqrt(mean(all.map((mps) => (mps - average) * (mps - average)))) - 0.23)).toBeLessThan(0.02);
  });
});

test.each([[60, 12], [90, 10], [70, 25]])('at a signal of %i s with %i s of green people wait (C - g)² / 2C on average', (cycleS, greenS) => {
  const redS = cycleS - greenS;
  const waits = seedRow.map((seed) => hourOf({
    links: [{ name: 'road', from: 'w', to: 'e', lengthM: 200 }], movements: [], vehicles: [],
    signals: { w: [{ durationS: redS, shown: 'r' }, { durationS: greenS, shown: 'G' }] },
    crossings: [{ control: 'signals', peopleAnHour: 1200, lengthM: 7, signal: { junction: 'w', group: 0 }, on: [{ way: 'road.0', fromM: 100, nearM: 0, farM: 7 }] }],
  }, seed).meanWaitS);
  const theoryS = (redS * redS) / (2 * cycleS), deviationS = Math.sqrt((redS * redS * redS) / (3 * cycleS) - theoryS * theoryS);
  console.log(`signal ${cycleS}/${greenS}: ${mean(waits).toFixed(2)} s, theory ${theoryS.toFixed(2)} s`);
  // Three standard errors of the mean over all people.
  expect(Math.abs(mean(waits) - theoryS)).toBeLessThan((3 * deviationS) / Math.sqrt(1200 * seeds));
});

/** Vehicles that come at random: exponential gaps from a fixed multiplicative generator, so that every run of the test is the same. */
function poissonTimesS(ratePerS: number, untilS: number, seed: number): number[] {
  const timesS: number[] = [];
  let state = 48271 * (seed + 1) + 11, atS = 0;
  for (;;) {
    state = (state * 48271) % 2147483647;
    atS -= Math.log(state / 2147483647) / ratePerS;
    if (atS >= untilS) return timesS;
    timesS.push(atS);
  }
}

test.each([[0.05], [0.1], [0.15]])('where drivers do not give way, people wait as Adams (1936) says: %f vehicles a second', (flowPerS) => {
  // Steps of 0.2 s, and six lanes, so that vehicles hardly ever get in each other's way and come at random at the crossing.
  const lanes = 6, lengthM = 6;
  const waits = Array.from({ length: 4 * seeds }, (_, seed) => {
    const vehicles: TownVehicle[] = [];
    for (let lane = 0; lane < lanes; lane++) for (const departS of poissonTimesS(flowPerS / lanes, 3600, seed * 100 + lane)) vehicles.push({ departS, route: [`road${lane}`] });
    return hourOf({
      links: Array.from({ length: lanes }, (_, lane) => ({ name: `road${lane}`, from: `a${lane}`, to: `b${lane}`, lengthM: 400 })), movements: [], vehicles,
      crossings: [{ control: 'unmarked', peopleAnHour: 600, lengthM, on: Array.from({ length: lanes }, (_, lane) => ({ way: `road${lane}.0`, fromM: 300, nearM: lane, farM: lane + 1 })) }],
    }, seed, 0.2).meanWaitS;
  });
  // While a vehicle is on the crossing, 3 m wide, nobody steps on either: 8 m at 50 km/h.
  const gapS = criticalGapS(lengthM) + 8 / 13.89, theoryS = (exp(flowPerS * gapS) - flowPerS * gapS - 1) / flowPerS;
  console.log(`Adams, ${flowPerS} veh/s: ${mean(waits).toFixed(2)} s, theory ${theoryS.toFixed(2)} s`);
  expect(Math.abs(mean(waits) / theoryS - 1)).toBeLessThan(0.1);
});

describe('vehicles at a zebra', () => {
  /** Vehicles an hour that pass a zebra over one lane out of a queue that never ends. */
  const capacityAnHour = (peopleAnHour: number, seed: number): number => {
    const vehicles: TownVehicle[] = Array.from({ length: 2600 }, (_, row) => ({ departS: row, route: ['road'] }));
    const { tables: { trips } } = simulate(buildTownWithCrossings({
      links: [{ name: 'road', from: 'a', to: 'b', lengthM: 300 }], movements: [], vehicles,
      crossings: [{ control: 'zebra', peopleAnHour, lengthM: 3.6, on: [{ way: 'road.0', fromM: 250, nearM: 0, farM: 3.6 }] }],
    }), { seed, untilS: 3600 });
    return Array.from(trips.arriveS).filter((atS) => atS >= 600).length * 1.2;
  };

  test.each([[100], [200], [300], [400], [600]])('%i people an hour take the share of its capacity that the Highway Capacity Manual says', (peopleAnHour) => {
    const share = mean(seedRow.map((seed) => capacityAnHour(peopleAnHour, seed))) / mean(seedRow.map((seed) => capacityAnHour(0, seed)));
    // HCM 2000, equation 17-11: the lane is blocked for people x width / walking speed.
    const hcmShare = 1 - (peopleAnHour * 3.6) / 1.2 / 3600;
    console.log(`zebra, ${peopleAnHour} people/h: ${share.toFixed(3)} of the capacity, HCM ${hcmShare.toFixed(3)}`);
    expect(Math.abs(share - hcmShare)).toBeLessThan(0.1);
  });
});
