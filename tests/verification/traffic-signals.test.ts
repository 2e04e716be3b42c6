// Goal: queues at signals cost what queueing theory says: uniform and random arrivals, and the cycle that costs least.
import { describe, expect, test } from 'vitest';
import { randomShare } from '../../engine/foundation/random.ts';
import { departRule } from '../../engine/twin/demand.ts';
import { buildTown, simulate } from '../situations/traffic-town.ts';
import { randomDelayS, uniformDelayS, websterCycleS } from './queue-theory.ts';
import { mean, watch } from './road-watch.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const LIMIT_MPS = 13.89, STEP_S = 0.5, AMBER_S = 3, LENGTH_M = 5, GAP_M = 2.5, LANE_M = 600;

interface Street { name: string; lanes: number; departS: readonly number[] }

/** Streets that end at one signal, one after the other green as long as told, with what is left of the cycle shared for clearing. */
function junction(streets: readonly Street[], greens: readonly (readonly [greenS: number, streets: readonly string[]])[], cycleS: number, headwayS: number) {
  const clearingS = (cycleS - greens.reduce((sum, [greenS]) => sum + greenS, 0)) / greens.length - AMBER_S;
  const shown = (open: readonly string[], letter: string): string => streets.map(({ name }) => (open.includes(name) ? letter : 'r')).join('');
  const lanes = streets.flatMap(({ name, lanes: count }, group) => Array.from({ length: count }, (_, lane) => ({ from: `${name}.${lane}`, to: `${name}-out.${lane}`, group })));
  const twin = buildTown({
    links: streets.flatMap(({ name, lanes: count }) => [{ name, from: `${name}-start`, to: 'J', lengthM: LANE_M, lanes: count }, { name: `${name}-out`, from: 'J', to: `${name}-end`, lengthM: 100, lanes: count }]),
    movements: lanes,
    signals: { J: greens.flatMap(([greenS, open]) => [{ durationS: greenS, shown: shown(open, 'G') }, { durationS: AMBER_S, shown: shown(open, 'y') }, { durationS: clearingS, shown: shown([], 'r') }]) },
    types: { car: { headwayS, lengthM: LENGTH_M, minGapM: GAP_M } },
    // The next lane in turn: streets share their traffic evenly, and nobody changes lane.
    vehicles: streets.flatMap(({ name, lanes: count, departS }) => departS.map((timeS, row) => ({ departS: timeS, route: [name, `${name}-out`], lane: row % count }))),
  });
  twin.departures.departPositionM.fill(departRule.flow);
  return twin;
}

/** Saturation flow and effective green beyond the shown one: the line through what greens of 20 to 50 s let through while a queue stands. */
function saturation(headwayS: number): { perH: number; gainS: number } {
  const greensS = Array.from({ length: 31 }, (_, row) => 20 + row), redS = 40, startS: number[] = [];
  const twin = junction([{ name: 'w', lanes: 1, departS: Array.from({ length: 2000 }, (_, row) => row) }], [...[60, ...greensS].map((greenS) => [greenS, ['w']] as const)], greensS.reduce((sum, greenS) => sum + greenS, 60) + redS * (1 + greensS.length), headwayS);
  let untilS = 0;
  for (const greenS of [60, ...greensS]) { startS.push(untilS); untilS += greenS + redS; }
  const { passes } = watch(twin, { untilS, stepS: STEP_S, sections: [{ place: 1, positionM: 0.01 }] });
  const served = greensS.map((greenS, row) => passes[0]!.filter(({ timeS }) => timeS >= startS[row + 1]! && timeS < startS[row + 1]! + greenS + redS).length);
  const meanS = mean(greensS), spread = greensS.reduce((sum, greenS) => sum + (greenS - meanS) ** 2, 0);
  const perS = greensS.reduce((sum, greenS, row) => sum + (greenS - meanS) * served[row]!, 0) / spread;
  return { perH: 3600 * perS, gainS: mean(served) / perS - meanS };
}

/** The headway that makes a lane discharge at this flow, and what its drivers then make of a green. */
function driversOf(lanePerH: number): { headwayS: number; perH: number; gainS: number } {
  let headwayS = 3600 / lanePerH - (LENGTH_M + GAP_M) / LIMIT_MPS;
  // Discharging vehicles are still gaining speed, so the headway at the limit is only a first guess.
  headwayS += 3600 / lanePerH - 3600 / saturation(headwayS).perH;
  return { headwayS, ...saturation(headwayS) };
}

const evenly = (gapS: number, untilS: number): number[] => Array.from({ length: Math.floor(untilS / gapS) }, (_, row) => row * gapS);

test('experiment 1: 500 veh/h, evenly spaced, on two lanes of 1,500, green 30 s of 100', () => {
  const theory = { flowPerH: 500, saturationPerH: 3000, greenS: 30, cycleS: 100 };
  const delayS = uniformDelayS(theory), longest = (500 / 3600) * 70;
  expect([delayS / 29.4, longest / 9.72, ((delayS * 500) / 36) / 408].every((share) => Math.abs(share - 1) < 0.01)).toBe(true);

  const { headwayS, perH, gainS } = driversOf(1500), cycles = 18;
  expect(Math.abs(perH / 1500 - 1)).toBeLessThan(0.02);
  // The green is shown shorter by what drivers make of the amber, less what they lose in starting.
  const twin = junction([{ name: 'w', lanes: 2, departS: evenly(7.2, cycles * 100) }], [[Math.round((30 - gainS) / STEP_S) * STEP_S, ['w']]], 100, headwayS);
  const { passes, tables: { trips } } = watch(twin, { untilS: 2400, stepS: STEP_S, sections: [{ place: 2, positionM: 0.01 }, { place: 3, positionM: 0.01 }] });
  const meanS = mean(Array.from(trips.timeLossS)), passS = passes.flat().map(({ timeS }) => timeS);
  // Who would be past the stop line if there were no signal, and is not: counted every half second, from the second cycle on.
  const wouldPassS = Array.from(trips.departS, (timeS) => timeS + (LANE_M - LENGTH_M) / LIMIT_MPS);
  const before = (times: readonly number[], timeS: number): number => times.filter((one) => one <= timeS).length;
  const longestBy = Array.from({ length: cycles - 2 }, (_, cycle) => Math.max(...Array.from({ length: 200 }, (_, part) => { const timeS = 100 * (cycle + 1) + part / 2; return before(wouldPassS, timeS) - before(passS, timeS); })));
  console.log(`experiment 1: saturation flow ${perH.toFixed(0)} veh/h (1500), green ${gainS.toFixed(2)} s longer in effect than shown; ${meanS.toFixed(2)} s (29.4), longest queue ${mean(longestBy).toFixed(2)} (9.72), ${((meanS * 500) / 36).toFixed(0)} veh s a cycle (408)`);
  expect(Math.abs(meanS / 29.4 - 1)).toBeLessThan(0.05);
  expect(Math.abs(mean(longestBy) / 9.72 - 1)).toBeLessThan(0.05);
  expect(Math.abs((meanS * 500) / 36 / 408 - 1)).toBeLessThan(0.05);
});

/** Random arrivals for a quarter of an hour or more. */
function randomly(perH: number, untilS: number, seed: number, street: number): number[] {
  const departS: number[] = [];
  for (let draw = 0, timeS = 0; ; draw++) {
    timeS -= (Math.log(1 - randomShare(seed, street, draw, 0)) * 3600) / perH;
    if (timeS > untilS) return departS;
    departS.push(timeS);
  }
}

describe(`experiment 2: three streets of three and two lanes, cycle 80 s, ${proof ? 20 : 6} seeds`, () => {
  const lanePerH = 1530, quarterS = 900;
  const streets = [{ name: 'EBT', flowPerH: 500, lanes: 3, greenS: 32, expectedS: 16.5 }, { name: 'NBT', flowPerH: 650, lanes: 2, greenS: 40, expectedS: 13.5 }, { name: 'SBT', flowPerH: 850, lanes: 2, greenS: 40, expectedS: 15.4 }];

  test('formula', () => {
    for (const { flowPerH, lanes, greenS, expectedS } of streets) {
      const service = { flowPerH, saturationPerH: lanes * lanePerH, greenS, cycleS: 80 };
      expect(Math.abs((uniformDelayS(service) + randomDelayS(service, 0.25)) / expectedS - 1)).toBeLessThan(0.01);
    }
  });

  test('simulation', () => {
    const { headwayS, gainS } = driversOf(lanePerH), shownS = (greenS: number): number => Math.round((greenS - gainS) / STEP_S) * STEP_S;
    const delaysS: number[][] = streets.map(() => []);
    for (let seed = 1; seed <= (proof ? 20 : 6); seed++) {
      const twin = junction(streets.map(({ name, lanes, flowPerH }, street) => ({ name, lanes, departS: randomly(flowPerH, quarterS, seed, 900 + street) })), [[shownS(32), ['EBT']], [shownS(40), ['NBT', 'SBT']]], 80, headwayS);
      const { tables: { trips } } = simulate(twin, { stepS: STEP_S });
      streets.forEach((_, street) => {
        const rows = Array.from(trips.departure, (departure, row) => [departure, row] as const).filter(([departure]) => twin.routeLinks.link[twin.routes.firstLink[twin.departures.route[departure]!]!] === 2 * street);
        delaysS[street]!.push(mean(rows.map(([, row]) => trips.timeLossS[row]! + trips.departS[row]! - trips.plannedDepartS[row]!)));
      });
    }
    streets.forEach(({ name, expectedS }, street) => {
      const meanS = mean(delaysS[street]!);
      console.log(`experiment 2, ${name}: ${meanS.toFixed(2)} s (${expectedS})`);
      expect(Math.abs(meanS / expectedS - 1)).toBeLessThan(0.15);
    });
  });
});

describe('experiment 3: the cycle of least delay', () => {
  test('formula', () => {
    expect(websterCycleS(16, 0.5)).toBeCloseTo(58, 0);
    expect(websterCycleS(12, 0.7)).toBeCloseTo(77, 0);
  });

  // Two streets of one lane share the flow evenly; half and double the cycle of the formula cost more.
  test.each([[16, 0.5], [12, 0.7]])('simulation with %d s lost a cycle and %d of the time busy', (lostS, busyShare) => {
    const lanePerH = 1800, { headwayS, gainS } = driversOf(lanePerH), flowPerH = (lanePerH * busyShare) / 2, bestS = Math.round(websterCycleS(lostS, busyShare));
    const delayS = (cycleS: number): number => mean(Array.from({ length: proof ? 10 : 2 }, (_, seed) => {
      const shownS = Math.round(((cycleS - lostS) / 2 - gainS) / STEP_S) * STEP_S;
      const streets = ['w', 's'].map((name, street) => ({ name, lanes: 1, departS: randomly(flowPerH, 3600, seed + 1, 910 + street) }));
      const { tables: { trips } } = simulate(junction(streets, [[shownS, ['w']], [shownS, ['s']]], cycleS, headwayS), { stepS: STEP_S });
      return mean(Array.from(trips.timeLossS, (lossS, row) => lossS + trips.departS[row]! - trips.plannedDepartS[row]!));
    }));
    const cyclesS = [Math.round(0.6 * bestS), bestS, 2 * bestS], delaysS = cyclesS.map(delayS);
    console.log(`experiment 3: ${cyclesS.map((cycleS, row) => `cycle ${cycleS} s ${delaysS[row]!.toFixed(1)} s`).join(', ')}`);
    expect(delaysS[1]).toBeLessThan(delaysS[0]!);
    expect(delaysS[1]).toBeLessThan(delaysS[2]!);
  });
});
