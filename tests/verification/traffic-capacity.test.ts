// Goal: car following gives the headways that theory demands, and a signal discharges its queue as its peer SUMO does.
import { describe, expect, test } from 'vitest';
import { carFollowing } from '../../engine/twin/demand.ts';
import { buildTown, simulate, type TownType } from '../situations/traffic-town.ts';

const GREEN_S = 42, CYCLE_S = 90;

/** Vehicles an hour that pass an endless queue's stop line while green goes on, from the fifth vehicle of each cycle. */
function saturationFlow(type: TownType, stepS: number): number {
  const twin = buildTown({
    links: [{ name: 'in', from: 'a', to: 'b', lengthM: 800 }, { name: 'out', from: 'b', to: 'c', lengthM: 20 }],
    movements: [{ from: 'in.0', to: 'out.0', group: 0 }],
    signals: { b: [{ durationS: GREEN_S, shown: 'G' }, { durationS: 3, shown: 'y' }, { durationS: CYCLE_S - GREEN_S - 3, shown: 'r' }] },
    types: { car: type },
    vehicles: Array.from({ length: 900 }, (_, row) => ({ departS: row, route: ['in', 'out'] })),
  });
  const { tables } = simulate(twin, { untilS: 1800, stepS });
  const passS: number[] = [];
  for (let row = 0; row < tables.trips.count; row++) {
    // They arrive 30 m beyond the stop line.
    if (tables.trips.end[row] === 0) passS.push(tables.trips.arriveS[row]!);
  }
  passS.sort((one, other) => one - other);
  const headwaysS: number[] = [];
  let inPlatoon = 0;
  for (let row = 1; row < passS.length; row++) {
    const headwayS = passS[row]! - passS[row - 1]!;
    inPlatoon = headwayS > 10 ? 0 : inPlatoon + 1;
    if (inPlatoon >= 4 && inPlatoon < 15 && passS[row]! > 400) headwaysS.push(headwayS);
  }
  return 3600 / (headwaysS.reduce((sum, headwayS) => sum + headwayS, 0) / headwaysS.length);
}

describe('saturation flow of one lane, vehicles an hour (SUMO 1.15 in brackets)', () => {
  test.each([
    ['Krauss, perfect drivers, step 1 s', {}, 1, 2329],
    ['Krauss, perfect drivers, step 0.5 s', {}, 0.5, 2335],
    ['Krauss, default drivers, step 1 s', { imperfectionShare: 0.5, speedFactorDeviation: 0.1 }, 1, 1858],
    ['IDM, step 1 s', { carFollowing: carFollowing.idm }, 1, 1779],
  ] as const)('%s', (name, type, stepS, sumo) => {
    const flow = saturationFlow(type, stepS);
    console.log(`${name}: ${flow.toFixed(0)} (${sumo})`);
    expect(flow).toBeGreaterThan(0.93 * sumo);
    expect(flow).toBeLessThan(1.07 * sumo);
  });
});

test('a lane carries one perfect Krauss driver each headway plus length over speed', () => {
  const speedMps = 13.89;
  const twin = buildTown({
    links: [{ name: 'in', from: 'a', to: 'b', lengthM: 2000, speedMps }],
    movements: [],
    vehicles: Array.from({ length: 1500 }, (_, row) => ({ departS: row, route: ['in'] })),
  });
  const { tables: { trips } } = simulate(twin, { untilS: 1500 });
  const arrivedS = Array.from(trips.arriveS).filter((timeS) => timeS > 500);
  // Theory: tau + (length + standstill gap) / speed = 1.54 s, 2,338 an hour; insertion at full speed cannot be denser than a step allows.
  const flow = (3600 * (arrivedS.length - 1)) / (arrivedS.at(-1)! - arrivedS[0]!);
  expect(flow).toBeGreaterThan(1750);
  expect(flow).toBeLessThan(2338 * 1.01);
});

test('behind a slower leader a perfect Krauss driver settles at standstill gap plus headway times speed', () => {
  const twin = buildTown({
    links: [{ name: 'in', from: 'a', to: 'b', lengthM: 3000, speedMps: 20 }],
    movements: [],
    types: { slow: { maxSpeedMps: 10 }, car: {} },
    vehicles: [{ departS: 0, route: ['in'], type: 'slow' }, { departS: 20, route: ['in'], type: 'car' }],
  });
  const { tables: { trips } } = simulate(twin);
  const apartS = trips.arriveS[trips.departure.indexOf(1)]! - trips.arriveS[trips.departure.indexOf(0)]!;
  // (5 m + 2.5 m + 1 s * 10 m/s) / 10 m/s = 1.75 s, seen through steps of 1 s.
  expect(apartS).toBeGreaterThanOrEqual(1);
  expect(apartS).toBeLessThanOrEqual(2);
});
