// Goal: drivers find gaps at the entry of a roundabout as often as observed: HCM 2010 against the circulating flow.
import { expect, test } from 'vitest';
import { vehicleTypeFacts } from '../../data/build/demand/vehicle-types.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { departRule } from '../../engine/twin/demand.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { buildTown, type TownConflict, type TownLink, type TownMovement, type TownVehicle } from '../situations/traffic-town.ts';
import { roundaboutCapacityPerH } from './queue-theory.ts';
import { mean, watch } from './road-watch.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const UNTIL_S = proof ? 4200 : 2400, FROM_S = 600, STEP_S = 0.5;
const car = vehicleTypeFacts.find(({ name }) => name === 'car')!;

/*
 *            N           A ring of one lane, driven anticlockwise: S, E, N, W. Whoever enters gives way.
 *         ___|___        Ring 8 m/s, entries so tight that they are driven at 3 m/s, links of the ring 18 m.
 *        /       \       Measured: what enters from S while others come round from W.
 *   W ---|       |--- E
 *        \_______/
 *            |
 *            S
 */
const ARMS = ['S', 'E', 'N', 'W'], RING = { lengthM: 18, speedMps: 8 }, WAY_M = 3, MEET_M = 1, ENTRY_MPS = 3;

function roundabout(vehicles: readonly TownVehicle[]): { twin: Twin; laneOf: (name: string) => number } {
  const links: TownLink[] = [], movements: TownMovement[] = [], conflicts: TownConflict[] = [];
  ARMS.forEach((arm, index) => {
    const next = ARMS[(index + 1) % 4]!, before = ARMS[(index + 3) % 4]!;
    links.push({ name: `ring${arm}`, from: arm, to: next, ...RING }, { name: `in${arm}`, from: `${arm}-start`, to: arm, lengthM: 300 }, { name: `out${arm}`, from: arm, to: `${arm}-end`, lengthM: 200 });
    const enter = { from: `in${arm}.0`, to: `ring${arm}.0` }, round = { from: `ring${before}.0`, to: `ring${arm}.0` }, leave = { from: `ring${before}.0`, to: `out${arm}.0` };
    movements.push({ ...enter, lengthM: WAY_M, speedMps: ENTRY_MPS }, { ...round, lengthM: WAY_M, speedMps: RING.speedMps }, { ...leave, lengthM: WAY_M, speedMps: RING.speedMps });
    conflicts.push({ yields: [`${enter.from}>${enter.to}`, `${round.from}>${round.to}`], kind: 'merge', atM: MEET_M, untilM: WAY_M, foeAtM: MEET_M, foeUntilM: WAY_M });
  });
  const twin = buildTown({ links, movements, conflicts, types: { car }, vehicles: [...vehicles] });
  twin.departures.departPositionM.fill(departRule.flow);
  return { twin, laneOf: (name) => links.findIndex((link) => link.name === name) };
}

function randomly(perH: number, seed: number): number[] {
  const departS: number[] = [];
  for (let draw = 0, timeS = 0; perH > 0; draw++) {
    timeS -= (Math.log(1 - randomShare(seed, 950, draw, 0)) * 3600) / perH;
    if (timeS > UNTIL_S) break;
    departS.push(timeS);
  }
  return departS;
}

/** Vehicles an hour that enter from S, where a queue always waits, and those that came round before it. */
function entering(circulatingPerH: number, seed: number): { enteredPerH: number; circulatedPerH: number; collisions: number } {
  const { twin, laneOf } = roundabout([
    ...Array.from({ length: UNTIL_S / 2 }, (_, row) => ({ departS: 2 * row, route: ['inS', 'ringS', 'ringE', 'outN'] })),
    ...randomly(circulatingPerH, seed).map((departS) => ({ departS, route: ['inW', 'ringW', 'ringS', 'outE'] })),
  ]);
  const { passes, state } = watch(twin, { untilS: UNTIL_S, stepS: STEP_S, seed, sections: [{ place: laneOf('ringS'), positionM: 1 }, { place: laneOf('ringW'), positionM: 1 }] });
  const perH = (list: (typeof passes)[number]): number => (list.filter(({ timeS }) => timeS >= FROM_S).length * 3600) / (UNTIL_S - FROM_S);
  return { enteredPerH: perH(passes[0]!) - perH(passes[1]!), circulatedPerH: perH(passes[1]!), collisions: state.counts.collisions };
}

const seeds = Array.from({ length: proof ? 10 : 3 }, (_, row) => row + 1);

test.each([[0, 1130], [400, 757], [800, 508]])(`experiment 4: against %d veh/h that circulate %d enter, to one in ten (${seeds.length} seeds)`, (circulating, expected) => {
  const all = seeds.map((seed) => entering(circulating, seed));
  const entered = mean(all.map(({ enteredPerH }) => enteredPerH)), circulated = mean(all.map(({ circulatedPerH }) => circulatedPerH));
  console.log(`experiment 4: ${circulated.toFixed(0)} circulate, ${entered.toFixed(0)} enter (at ${circulating} ${expected}; by the formula at what circulated ${roundaboutCapacityPerH(circulated).toFixed(0)})`);
  expect(Math.abs(roundaboutCapacityPerH(circulating) / expected - 1)).toBeLessThan(0.01);
  expect(Math.abs(entered / expected - 1)).toBeLessThan(0.1);
  expect(Math.abs(entered / roundaboutCapacityPerH(circulated) - 1)).toBeLessThan(0.1);
  expect(all.every(({ collisions }) => collisions === 0)).toBe(true);
});
