// Goal: the day that the validation page shows of a city is what its runs recorded: hours, kilometres, speeds, and flows
// against what signals let through. One lane of 600 m, green for 42 of 90 s, and more vehicles than it can take.
import { expect, test } from 'vitest';
import { run } from '../../engine/run.ts';
import { aspect } from '../../engine/twin/signals.ts';
import { cityDay } from '../../scenarios/validate/city-day.ts';
import { daySection } from '../../scenarios/validate/day-section.ts';
import { SATURATION_FLOW_PER_H, signalCapacityPerH } from '../../scenarios/validate/signal-capacity.ts';
import { LANE_M, laneWithSignal } from './signal-lane.ts';

const plan = [{ durationS: 42, shown: [aspect.green] }, { durationS: 3, shown: [aspect.amber] }, { durationS: 45, shown: [aspect.red] }];
const limitMps = 50 / 3.6;
/** One each 3 s: 1,200 an hour, over two hours. */
const twin = laneWithSignal({ plan, limitMps, driving: {}, departS: Array.from({ length: 2400 }, (_, at) => 3 * at) });

test('capacity of a signal: saturation flow by share of green; none where no signal stands', () => {
  expect(signalCapacityPerH(twin, 0)).toBeCloseTo((SATURATION_FLOW_PER_H * 42) / 90, 9);
  expect(signalCapacityPerH(twin, 1)).toBeUndefined();
});

test('a full hour: flow at capacity, kilometres of all who drove, and a speed between standing and the limit', () => {
  const { tables } = run(twin, { seed: 1, fromS: 0, untilS: 7200, stepS: 1, untilAllArrived: false, busPriority: false, replay: false });
  const day = cityDay(twin, tables);
  expect(day.hours.map(({ fromS }) => fromS)).toEqual([0, 3600]);
  // Only the first hour has a free start; the second is full throughout.
  expect(day.busiestFromS).toBe(3600);
  const [load] = day.loads;
  expect(day.loads).toHaveLength(1);
  // Drivers of this lane are SUMO's without imperfection: 2,329 an hour of green, and some seconds of amber are used.
  expect(load!.flowPerH / load!.capacityPerH).toBeGreaterThan(1);
  expect(load!.flowPerH).toBeLessThan((2329 * 45) / 90);
  const { vehicleKm, meanSpeedKmh } = day.hours[1]!;
  // All who left the first lane drove it whole; those who came after them drove a part of it.
  expect(vehicleKm).toBeGreaterThan((0.95 * load!.flowPerH * 2 * LANE_M) / 1000);
  expect(vehicleKm).toBeLessThan((1.05 * load!.flowPerH * 2 * LANE_M) / 1000);
  expect(meanSpeedKmh).toBeGreaterThan(5);
  expect(meanSpeedKmh).toBeLessThan(limitMps * 3.6);
  for (const language of ['fr', 'en'] as const) {
    const section = daySection(day, language).markup;
    expect(section.match(/<svg /g)).toHaveLength(3);
    expect(section).not.toMatch(/NaN|undefined/);
  }
});
