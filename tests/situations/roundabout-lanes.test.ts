// Goal: two side by side on a roundabout, each in the lane that the other needs, do not wait for each other for ever; a bus longer than its links gets around; what is not a ring is not taken for one.
import { expect, test } from 'vitest';
import { run } from '../../engine/run.ts';
import type { RunResults } from '../../engine/results/tables.ts';
import { findRings } from '../../engine/traffic/rings.ts';
import { junctionControl, turn } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { buildTown, CAR, type TownVehicle } from './traffic-town.ts';

/*
 * A ring of three links of 10 m, A > B > C > A, two lanes each. At B the right lane leads out and the left one on; at C both
 * lead on and the right one out too. Who leaves at B comes back to the entry at A by a street of 200 m.
 */
function roundabout(vehicles: TownVehicle[]): Twin {
  const twin = buildTown({
    links: [
      { name: 'in', from: 'P', to: 'A', lengthM: 15, lanes: 2 }, { name: 'AB', from: 'A', to: 'B', lengthM: 10, lanes: 2, speedMps: 8 },
      { name: 'BC', from: 'B', to: 'C', lengthM: 10, lanes: 2, speedMps: 8 }, { name: 'CA', from: 'C', to: 'A', lengthM: 10, lanes: 2, speedMps: 8 },
      { name: 'outB', from: 'B', to: 'P', lengthM: 200 }, { name: 'outC', from: 'C', to: 'Z', lengthM: 100 },
    ],
    movements: [
      { from: 'in.0', to: 'AB.0' }, { from: 'in.1', to: 'AB.1' }, { from: 'AB.0', to: 'outB.0' }, { from: 'AB.1', to: 'BC.1' }, { from: 'BC.0', to: 'outC.0' }, { from: 'BC.0', to: 'CA.0' },
      { from: 'BC.1', to: 'CA.1' }, { from: 'CA.0', to: 'AB.0' }, { from: 'CA.1', to: 'AB.1' }, { from: 'outB.0', to: 'in.0' }, { from: 'outB.0', to: 'in.1' },
    ],
    conflicts: [0, 1].map((lane) => ({ yields: [`in.${lane}>AB.${lane}`, `CA.${lane}>AB.${lane}`] as [string, string], kind: 'merge' as const, atM: 5, untilM: 10, foeAtM: 5, foeUntilM: 10 })),
    types: { car: CAR, bus: { ...CAR, lengthM: 18 } },
    vehicles,
  });
  for (const name of ['A', 'B', 'C']) twin.junctions.control[twin.junctions.name.indexOf(name)] = junctionControl.roundabout;
  return twin;
}

const drive = (vehicles: TownVehicle[]): RunResults => run(roundabout(vehicles), { seed: 1, fromS: 0, untilS: 900, stepS: 1, untilAllArrived: false, busPriority: false, replay: false });

test('side by side, each in the lane that the other needs: one goes around again or out and back, and both arrive', () => {
  const on: TownVehicle = { departS: 0, route: ['in', 'AB', 'BC', 'outC'], lane: 0, type: 'car' }, out: TownVehicle = { departS: 0, route: ['in', 'AB', 'outB'], lane: 1, type: 'car' };
  const { figures, tables: { trips } } = drive([on, out]);
  expect(figures.vehiclesArrived).toBe(2);
  expect(figures.rescued + figures.collisions).toBe(0);
  const lengthM = (departure: number): number => trips.routeLengthM[trips.departure.indexOf(departure)]!;
  // Straight through: 15 + 10 + 10 + 100 m and 15 + 10 + 200 m, and the ways across junctions.
  expect(lengthM(0) > 200 || lengthM(1) > 255).toBe(true);
});

test('who is alone changes lane, and takes no other way', () => {
  const { figures, tables: { trips } } = drive([{ departS: 0, route: ['in', 'AB', 'BC', 'outC'], lane: 0, type: 'car' }]);
  expect(figures.vehiclesArrived).toBe(1);
  expect(trips.routeLengthM[0]).toBeLessThan(200);
});

/** A ring of three links, one lane, a street in and one out at each junction; everybody goes all around, every second or fourth by bus. */
function fullRing(linkM: number, busEvery: number, everyS: number): Twin {
  const arms = ['A', 'B', 'C'], next = (index: number): string => arms[(index + 1) % 3]!, before = (index: number): string => arms[(index + 2) % 3]!;
  const twin = buildTown({
    links: arms.flatMap((arm, index) => [
      { name: `in${arm}`, from: `from${arm}`, to: arm, lengthM: 300 }, { name: `out${arm}`, from: arm, to: `to${arm}`, lengthM: 100 }, { name: `${arm}${next(index)}`, from: arm, to: next(index), lengthM: linkM, speedMps: 8 },
    ]),
    movements: arms.flatMap((arm, index) => [
      { from: `in${arm}.0`, to: `${arm}${next(index)}.0` }, { from: `${before(index)}${arm}.0`, to: `${arm}${next(index)}.0` }, { from: `${before(index)}${arm}.0`, to: `out${arm}.0` },
    ]),
    conflicts: arms.map((arm, index) => ({ yields: [`in${arm}.0>${arm}${next(index)}.0`, `${before(index)}${arm}.0>${arm}${next(index)}.0`] as [string, string], kind: 'merge' as const, atM: 5, untilM: 10, foeAtM: 5, foeUntilM: 10 })),
    types: { car: CAR, bus: { ...CAR, lengthM: 18 } },
    vehicles: Array.from({ length: 30 }, (_, row) => arms.map((arm, index): TownVehicle => ({
      departS: everyS * row, route: [`in${arm}`, `${arm}${next(index)}`, `${next(index)}${before(index)}`, `${before(index)}${arm}`, `out${arm}`], type: (row + index) % busEvery === 0 ? 'bus' : 'car',
    }))).flat(),
  });
  for (const name of arms) twin.junctions.control[twin.junctions.name.indexOf(name)] = junctionControl.roundabout;
  return twin;
}

const rings = [7, 8, 10, 12, 15].flatMap((linkM) => [1, 2, 4].flatMap((busEvery) => [1, 3].map((everyS) => ({ linkM, busEvery, everyS }))));

test.each(rings)('cars and buses of 18 m press in from three sides, all to go all around a ring with links of $linkM m, a bus every $busEvery, one every $everyS s: it never locks', ({ linkM, busEvery, everyS }) => {
  for (const stepS of [0.5, 1]) {
    const { figures } = run(fullRing(linkM, busEvery, everyS), { seed: 1, fromS: 0, untilS: 3600, stepS, untilAllArrived: false, busPriority: false, replay: false });
    expect(figures.vehiclesArrived).toBe(90);
    expect(figures.rescued + figures.collisions).toBe(0);
  }
});

/** Ways that end in the same lane; who comes by the first gives way to who comes by the second. */
const merges = (pairs: [string, string][]) => pairs.map((yields) => ({ yields, kind: 'merge' as const, atM: 5, untilM: 10, foeAtM: 5, foeUntilM: 10 }));
const withRoundabouts = (twin: Twin, names: string): Twin => {
  for (const name of names) twin.junctions.control[twin.junctions.name.indexOf(name)] = junctionControl.roundabout;
  return twin;
};
/** By link and lane ('AB.0'): the link to which it goes on around its ring. */
function ringsOf(twin: Twin): Record<string, string> {
  const { lanes, links, movements } = twin, { ringOn } = findRings(twin), found: Record<string, string> = {};
  ringOn.forEach((movement, lane) => {
    const link = lanes.link[lane]!;
    if (movement >= 0) found[`${links.name[link]}.${lane - links.firstLane[link]!}`] = links.name[lanes.link[movements.toLane[movement]!]!]!;
  });
  return found;
}
const settings = { seed: 1, fromS: 0, untilS: 3600, untilAllArrived: false, busPriority: false, replay: false };

/** A link of two lanes runs into one of a single lane, and both lead on: A > B is wide, B > C > A is not. Who comes in goes around once and a half. */
const narrowing = (vehicles: number): Twin => withRoundabouts(buildTown({
  links: [
    { name: 'in', from: 'P', to: 'A', lengthM: 200, lanes: 2 }, { name: 'AB', from: 'A', to: 'B', lengthM: 20, lanes: 2, speedMps: 8 },
    { name: 'BC', from: 'B', to: 'C', lengthM: 20, speedMps: 8 }, { name: 'CA', from: 'C', to: 'A', lengthM: 20, speedMps: 8 }, { name: 'out', from: 'C', to: 'Z', lengthM: 100 },
  ],
  movements: [
    { from: 'in.0', to: 'AB.0' }, { from: 'in.1', to: 'AB.1' }, { from: 'AB.0', to: 'BC.0' }, { from: 'AB.1', to: 'BC.0' },
    { from: 'BC.0', to: 'out.0' }, { from: 'BC.0', to: 'CA.0' }, { from: 'CA.0', to: 'AB.0' }, { from: 'CA.0', to: 'AB.1' },
  ],
  conflicts: merges([['in.0>AB.0', 'CA.0>AB.0'], ['in.1>AB.1', 'CA.0>AB.1'], ['AB.1>BC.0', 'AB.0>BC.0']]),
  vehicles: Array.from({ length: vehicles }, (_, row) => ({ departS: row, route: ['in', 'AB', 'BC', 'CA', 'AB', 'BC', 'out'], lane: row % 2 })),
}), 'ABC');

test('a lane that ends where its ring gets narrower is a way in to the circle, and not on it', () => {
  expect(ringsOf(narrowing(1))).toEqual({ 'AB.0': 'BC', 'BC.0': 'CA', 'CA.0': 'AB' });
});

test.each([12, 60])('a ring that gets narrower, %i cars in by both lanes, all to go around: it empties', (vehicles) => {
  for (const stepS of [0.5, 1]) {
    const { figures } = run(narrowing(vehicles), { ...settings, stepS });
    expect([figures.vehiclesArrived, figures.rescued, figures.collisions]).toEqual([vehicles, 0, 0]);
  }
});

/** The same ring with ways in at all three junctions, where all go around once more at least; from C > A drivers take the lane that is named first. */
function pressedNarrowing(linkM: number, busEvery: number, lanesBeyond: readonly string[]): Twin {
  const routes = [['in', 'AB', 'BC', 'CA', 'AB', 'BC', 'CA', 'AB', 'BC', 'out'], ['inB', 'BC', 'CA', 'AB', 'BC', 'CA', 'outA'], ['inC', 'CA', 'AB', 'BC', 'CA', 'AB', 'BC', 'out']];
  return withRoundabouts(buildTown({
    links: [
      { name: 'in', from: 'P', to: 'A', lengthM: 200, lanes: 2 }, { name: 'inB', from: 'Q', to: 'B', lengthM: 200 }, { name: 'inC', from: 'R', to: 'C', lengthM: 200 }, { name: 'AB', from: 'A', to: 'B', lengthM: linkM, lanes: 2, speedMps: 8 },
      { name: 'BC', from: 'B', to: 'C', lengthM: linkM, speedMps: 8 }, { name: 'CA', from: 'C', to: 'A', lengthM: linkM, speedMps: 8 }, { name: 'out', from: 'C', to: 'Z', lengthM: 100 }, { name: 'outA', from: 'A', to: 'Y', lengthM: 100 },
    ],
    movements: [
      { from: 'in.0', to: 'AB.0' }, { from: 'in.1', to: 'AB.1' }, { from: 'AB.0', to: 'BC.0' }, { from: 'AB.1', to: 'BC.0' }, { from: 'inB.0', to: 'BC.0' }, { from: 'inC.0', to: 'CA.0' },
      { from: 'BC.0', to: 'out.0' }, { from: 'BC.0', to: 'CA.0' }, ...lanesBeyond.map((to) => ({ from: 'CA.0', to })), { from: 'CA.0', to: 'outA.0' },
    ],
    conflicts: merges([['in.0>AB.0', 'CA.0>AB.0'], ['in.1>AB.1', 'CA.0>AB.1'], ['AB.1>BC.0', 'AB.0>BC.0'], ['inB.0>BC.0', 'AB.0>BC.0'], ['inB.0>BC.0', 'AB.1>BC.0'], ['inC.0>CA.0', 'BC.0>CA.0']]),
    types: { car: CAR, bus: { ...CAR, lengthM: 18 } },
    vehicles: Array.from({ length: 90 }, (_, row) => ({ departS: Math.floor(row / 3), route: routes[row % 3]!, type: row % busEvery === 0 ? 'bus' : 'car', ...(row % 3 === 0 ? { lane: (row / 3) % 2 } : {}) })),
  }), 'ABC');
}

const narrow = [8, 12, 20, 30].flatMap((linkM) => [1, 3, 1000].flatMap((busEvery) => [['AB.0', 'AB.1'], ['AB.1', 'AB.0']].map((lanesBeyond) => ({ linkM, busEvery, lanesBeyond }))));

test.each(narrow)('pressed from three sides, links of $linkM m, a bus every $busEvery, $lanesBeyond: the circle is that which drivers take, and a ring that gets narrower empties', ({ linkM, busEvery, lanesBeyond }) => {
  const twin = pressedNarrowing(linkM, busEvery, lanesBeyond);
  expect(ringsOf(twin)).toEqual({ [lanesBeyond[0]!]: 'BC', 'BC.0': 'CA', 'CA.0': 'AB' });
  const { figures } = run(twin, { ...settings, stepS: 1 });
  expect([figures.vehiclesArrived, figures.rescued, figures.collisions]).toEqual([90, 0, 0]);
});

/** Two roundabouts, A B C and D E F, joined by a street from A to D and, if told, one back. The way out on the right stands first, as in files. */
function twoRoundabouts(linkM: number, isBothWays: boolean, vehicles: number): Twin {
  const ring = (name: string) => ({ name, from: name[0]!, to: name[1]!, lengthM: 20, speedMps: 8 }), back = isBothWays;
  const around = ['in', 'BC', 'CA', 'AD', 'DE', 'EF', ...(back ? ['FD', 'DA', 'AB', 'BC', 'outC'] : ['outF'])];
  return withRoundabouts(buildTown({
    links: [
      ...['BC', 'CA', 'AB', 'DE', 'EF', 'FD'].map(ring), { name: 'AD', from: 'A', to: 'D', lengthM: linkM }, ...(back ? [{ name: 'DA', from: 'D', to: 'A', lengthM: linkM }] : []),
      { name: 'in', from: 'P', to: 'B', lengthM: 200 }, { name: 'outC', from: 'C', to: 'Z', lengthM: 100 }, { name: 'outF', from: 'F', to: 'Y', lengthM: 100 }, { name: 'inE', from: 'Q', to: 'E', lengthM: 200 },
    ],
    movements: [
      { from: 'in.0', to: 'BC.0' }, { from: 'inE.0', to: 'EF.0' }, { from: 'BC.0', to: 'outC.0' }, { from: 'BC.0', to: 'CA.0' }, { from: 'CA.0', to: 'AD.0' }, { from: 'CA.0', to: 'AB.0' }, { from: 'AB.0', to: 'BC.0' },
      { from: 'AD.0', to: 'DE.0' }, { from: 'DE.0', to: 'EF.0' }, { from: 'EF.0', to: 'outF.0' }, { from: 'EF.0', to: 'FD.0' }, { from: 'FD.0', to: 'DE.0' },
      ...(back ? [{ from: 'FD.0', to: 'DA.0' }, { from: 'DA.0', to: 'AB.0' }, { from: 'AD.0', to: 'DA.0', turn: turn.uTurn }, { from: 'DA.0', to: 'AD.0', turn: turn.uTurn }] : []),
    ],
    conflicts: merges([['in.0>BC.0', 'AB.0>BC.0'], ['inE.0>EF.0', 'DE.0>EF.0'], ['AD.0>DE.0', 'FD.0>DE.0'], ...(back ? [['DA.0>AB.0', 'CA.0>AB.0'] as [string, string]] : [])]),
    vehicles: Array.from({ length: vehicles }, (_, row) => row % 3 < 2 ? { departS: row, route: around } : { departS: row, route: ['inE', 'EF', 'FD', 'DE', 'EF', 'outF'] }),
  }), 'ABCDEF');
}

const joined = [15, 60].flatMap((linkM) => [false, true].map((isBothWays) => ({ linkM, isBothWays })));

test.each(joined)('a street of $linkM m that joins two roundabouts is on neither (a street back: $isBothWays), and traffic over both empties', ({ linkM, isBothWays }) => {
  expect(ringsOf(twoRoundabouts(linkM, isBothWays, 1))).toEqual({ 'AB.0': 'BC', 'BC.0': 'CA', 'CA.0': 'AB', 'DE.0': 'EF', 'EF.0': 'FD', 'FD.0': 'DE' });
  for (const vehicles of [12, 90]) {
    const { figures } = run(twoRoundabouts(linkM, isBothWays, vehicles), { ...settings, stepS: 1 });
    expect([figures.vehiclesArrived, figures.rescued, figures.collisions]).toEqual([vehicles, 0, 0]);
  }
});

test('nor is it where nobody says who gives way', () => {
  const twin = twoRoundabouts(60, true, 1);
  twin.conflicts.yields.fill(0);
  expect(ringsOf(twin)).toEqual({ 'AB.0': 'BC', 'BC.0': 'CA', 'CA.0': 'AB', 'DE.0': 'EF', 'EF.0': 'FD', 'FD.0': 'DE' });
});
