// Goal: traffic on one lane carries what theory says, and its queues and waves grow at the speed of kinematic waves.
import { expect, test } from 'vitest';
import { vehicleTypeFacts, vehicleTypeRow } from '../../data/build/demand/vehicle-types.ts';
import { departRule } from '../../engine/twin/demand.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { buildTown, simulate, type TownLink, type TownType } from '../situations/traffic-town.ts';
import { followingCapacityPerH, shockSpeed } from './queue-theory.ts';
import { mean, watch } from './road-watch.ts';

/** Links one after the other, one lane wide; everyone drives the whole way and enters in the flow. */
function road(links: readonly Omit<TownLink, 'from' | 'to'>[], type: TownType, departS: readonly number[], redAt?: string): Twin {
  const twin = buildTown({
    links: links.map((link, row) => ({ ...link, from: `${row}`, to: redAt !== undefined && links[row]!.name === redAt ? 'signal' : `${row + 1}` })).map((link, row, all) => (row > 0 ? { ...link, from: all[row - 1]!.to } : link)),
    movements: links.slice(1).map((link, row) => ({ from: `${links[row]!.name}.0`, to: `${link.name}.0`, lengthM: 0.1, speedMps: link.speedMps!, group: links[row]!.name === redAt ? 0 : -1 })),
    ...(redAt !== undefined && { signals: { signal: [{ durationS: 3600, shown: 'r' }] } }),
    types: { car: type },
    vehicles: departS.map((timeS) => ({ departS: timeS, route: links.map(({ name }) => name) })),
  });
  twin.departures.departPositionM.fill(departRule.flow);
  return twin;
}

const every = (gapS: number, fromS: number, untilS: number): number[] => Array.from({ length: Math.round((untilS - fromS) / gapS) }, (_, row) => fromS + row * gapS);

test.each([1, 0.5, 0.25, 0.1])('experiment 7: Krauss at 16.66 m/s carries 2,482 veh/h, steps of %d s', (stepS) => {
  const twin = road([{ name: 'in', lengthM: 1500, speedMps: 16.66 }], { lengthM: 5, minGapM: 2.5, headwayS: 1 }, every(1, 0, 1200));
  const { passes } = watch(twin, { untilS: 1200, stepS, sections: [{ place: 0, positionM: 1000 }] });
  const timesS = passes[0]!.map(({ timeS }) => timeS).filter((timeS) => timeS > 300);
  const flowPerH = (3600 * (timesS.length - 1)) / (timesS.at(-1)! - timesS[0]!);
  console.log(`experiment 7, step ${stepS} s: ${flowPerH.toFixed(0)} veh/h (2482)`);
  expect(Math.abs(flowPerH / followingCapacityPerH(16.66, 5, 2.5, 1) - 1)).toBeLessThan(0.02);
  expect(Math.abs(flowPerH / 2482 - 1)).toBeLessThan(0.02);
});

test('experiment 5: 2,000 veh/h at 80 km/h run into a full stop with 275 veh/km', () => {
  expect(shockSpeed(2000, 0, 25, 275)).toBe(-8);
  const spacingM = 1000 / 275, gapM = 1;
  const twin = road([{ name: 'in', lengthM: 3000, speedMps: 80 / 3.6 }, { name: 'out', lengthM: 100, speedMps: 80 / 3.6 }], { lengthM: spacingM - gapM, minGapM: gapM, headwayS: 1 }, every(1.8, 0, 900), 'in');
  // When each came to stand, and where.
  const stands = new Map<number, { timeS: number; positionM: number }>();
  watch(twin, {
    untilS: 900, stepS: 0.5,
    onStep: ({ vehicles, timeS }) => {
      for (let slot = 0; slot < vehicles.count; slot++) {
        const departure = vehicles.departure[slot]!;
        if (departure >= 0 && vehicles.speedMps[slot]! < 0.1 && !stands.has(departure)) stands.set(departure, { timeS, positionM: vehicles.positionM[slot]! });
      }
    },
  });
  const points = [...stands.values()].slice(20), meanS = mean(points.map(({ timeS }) => timeS)), meanM = mean(points.map(({ positionM }) => positionM));
  const speedMps = points.reduce((sum, { timeS, positionM }) => sum + (timeS - meanS) * (positionM - meanM), 0) / points.reduce((sum, { timeS }) => sum + (timeS - meanS) ** 2, 0);
  const growthPerH = (3600 * (points.length - 1)) / (points.at(-1)!.timeS - points[0]!.timeS);
  console.log(`experiment 5: border moves at ${(3.6 * speedMps).toFixed(2)} km/h (-8.0), ${growthPerH.toFixed(0)} vehicles an hour join (2200), ${points.length} vehicles`);
  expect(Math.abs((3.6 * speedMps) / -8 - 1)).toBeLessThan(0.05);
  expect(Math.abs(growthPerH / 2200 - 1)).toBeLessThan(0.05);
});

/*
 * Experiment 6 is that of the UXsim project (toruseo/UXsim, tests/test_verification_straight_road.py, "bottleneck due to capacity
 * out"): two links of 1,000 m in a row, free speed 20 m/s, jam density 0.2 vehicles a metre, reaction time 1 s; 0.8 vehicles a
 * second from 0 to 500 s and 0.4 from 500 to 1,500 s, 800 in all; the first link lets out 0.667 vehicles a second; horizon 2,000 s.
 * Its result, and kinematic wave theory's: mean travel time 131 s, mean delay 31 s, 104,775 vehicle seconds in all.
 *
 * Drivers of our own have no capacity at a point: they need a reason. Here it is a short stretch of 10 m/s, where followers
 * at 5 m and 1 s pass at 1 / (1 + 5 / 10) = 0.667 a second. They may brake and gain speed as hard as the theory, which knows no limit.
 */
test('experiment 6: a bottleneck of 0.667 vehicles a second delays 800 vehicles by 31 s each', () => {
  const type = { lengthM: 4, minGapM: 1, headwayS: 1, accelerationMps2: 10, decelerationMps2: 10, emergencyDecelerationMps2: 20 };
  const links = [{ name: 'link1', lengthM: 1000, speedMps: 20 }, { name: 'slow', lengthM: 10, speedMps: 10 }, { name: 'link2', lengthM: 990, speedMps: 20 }];
  const departS = [...every(1.25, 0, 500), ...every(2.5, 500, 1500)];
  const twin = road(links, type, departS);
  const { tables: { trips } } = simulate(twin, { untilS: 2000, stepS: 0.5 });
  const { passes: [into, out], } = watch(twin, { untilS: 2000, stepS: 0.5, sections: [{ place: 0, positionM: 900 }, { place: 2, positionM: 900 }] });
  const travelS = mean(Array.from(trips.arriveS, (timeS, row) => timeS - trips.plannedDepartS[row]!));
  const flowIn = (list: typeof into, fromS: number, untilS: number): number => list!.filter(({ timeS }) => timeS >= fromS && timeS < untilS).length / (untilS - fromS);
  const queueSpeedMps = mean(into!.filter(({ timeS }) => timeS >= 350 && timeS < 450).map(({ speedMps }) => speedMps));
  console.log(`experiment 6: travel time ${travelS.toFixed(1)} s (131), delay ${(travelS - 100).toFixed(1)} s (31), ${trips.count} arrived; out of the bottleneck ${flowIn(out, 300, 500).toFixed(3)} /s (0.667), 100 m before it ${queueSpeedMps.toFixed(1)} m/s (10)`);
  expect(trips.count).toBe(800);
  expect(Math.abs(travelS / 131 - 1)).toBeLessThan(0.1);
  expect(Math.abs((travelS - 100) / 31 - 1)).toBeLessThan(0.1);
  expect(Math.abs(flowIn(out, 300, 500) / 0.667 - 1)).toBeLessThan(0.05);
  expect(Math.abs(queueSpeedMps / 10 - 1)).toBeLessThan(0.1);
});

/*
 * A column that drives close together comes upon a standing queue. Whoever keeps the distance that is safe behind one who brakes at ease,
 * and brakes at ease itself, surprises nobody; where each brakes a little harder than the one ahead, the last of a long column touches.
 */
test.each([1, 0.5, 0.1])('a column of 40 at 110 km/h runs into a queue and nobody brakes harder than at ease, steps of %d s', (stepS) => {
  const type = { ...vehicleTypeFacts[vehicleTypeRow.car]!, speedFactorDeviation: 0 };
  const twin = road([{ name: 'in', lengthM: 3000, speedMps: 30 }, { name: 'out', lengthM: 100, speedMps: 30 }], type, every(1, 0, 40), 'in');
  const speeds = new Map<number, number>();
  let hardestMps2 = 0;
  const { state } = watch(twin, {
    untilS: 240, stepS,
    onStep: ({ vehicles }) => {
      for (let slot = 0; slot < vehicles.count; slot++) {
        const departure = vehicles.departure[slot]!, mps = vehicles.speedMps[slot]!, before = speeds.get(departure);
        if (departure < 0) continue;
        if (before !== undefined) hardestMps2 = Math.max(hardestMps2, (before - mps) / stepS);
        speeds.set(departure, mps);
      }
    },
  });
  console.log(`a column into a queue, step ${stepS} s: nobody brakes by more than ${hardestMps2.toFixed(2)} m/s² (${type.decelerationMps2})`);
  expect([...speeds.values()].filter((mps) => mps < 0.1)).toHaveLength(40);
  expect(state.counts.collisions).toBe(0);
  expect(hardestMps2).toBeLessThanOrEqual(type.decelerationMps2 + 0.01);
});
