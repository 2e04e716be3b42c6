// Goal: two side by side on a roundabout, each in the lane that the other needs, do not wait for each other for ever; a bus longer than its links gets around.
import { expect, test } from 'vitest';
import { run } from '../../engine/run.ts';
import type { RunResults } from '../../engine/results/tables.ts';
import { junctionControl } from '../../engine/twin/streets.ts';
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
