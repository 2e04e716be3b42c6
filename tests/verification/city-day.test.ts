// Goal: the day that the validation page shows of a city is what its runs recorded: hours, kilometres, speeds, and flows
// against what signals let through. One lane of 600 m, green for 42 of 90 s, and more vehicles than it can take.
import { expect, test } from 'vitest';
import { tableFrom } from '../../engine/foundation/table.ts';
import { linkResultColumns } from '../../engine/results/tables.ts';
import { run } from '../../engine/run.ts';
import { aspect } from '../../engine/twin/signals.ts';
import { roadClass, streetColumns } from '../../engine/twin/streets.ts';
import { cityDay, type CityDay } from '../../scenarios/validate/city-day.ts';
import { dayChecks } from '../../scenarios/validate/day-checks.ts';
import { daySection } from '../../scenarios/validate/day-section.ts';
import { signalLoads } from '../../scenarios/validate/signal-loads.ts';
import { SATURATION_FLOW_PER_H, signalCapacityPerH } from '../../scenarios/validate/signal-capacity.ts';
import { buildTown } from '../situations/traffic-town.ts';
import { LANE_M, laneWithSignal } from './signal-lane.ts';

const plan = [{ durationS: 42, shown: [aspect.green] }, { durationS: 3, shown: [aspect.amber] }, { durationS: 45, shown: [aspect.red] }];
const limitMps = 50 / 3.6;
/** One each 3 s: 1,200 an hour, over two hours. */
const twin = laneWithSignal({ plan, limitMps, driving: {}, departS: Array.from({ length: 2400 }, (_, at) => 3 * at) });

test('capacity of a signal: saturation flow by share of green; none where no signal stands', () => {
  expect(signalCapacityPerH(twin, 0)).toBeCloseTo((SATURATION_FLOW_PER_H * 42) / 90, 9);
  expect(signalCapacityPerH(twin, 1)).toBeUndefined();
});

twin.streets = tableFrom(streetColumns, [{ name: 'Main street', class: roadClass.secondary, commune: -1, lengthM: LANE_M, widthM: 7, level: 0, firstPoint: 0, pointCount: 0 }]);
const settings = { seed: 1, fromS: 0, untilS: 7200, stepS: 1, untilAllArrived: false, busPriority: false, replay: false };
const { tables, figures } = run(twin, settings);

test('a full hour: flow at capacity, kilometres of all who drove, and a speed between standing and the limit', () => {
  const day = cityDay(twin, tables, figures, [{ place: 'here', links: [0], vehiclesPerDay: 1000, source: 'a count', isInput: false }]);
  expect(day.hours.map(({ fromS }) => fromS)).toEqual([0, 3600]);
  // Only the first hour has a free start; the second is full throughout. Both are hours of a morning.
  expect(day.peaks.map(({ half, fromS }) => [half, fromS])).toEqual([['morning', 3600]]);
  expect(day.quietestFromS).toBe(0);
  const [peak] = day.peaks, [load] = peak!.loads;
  expect(peak!.loads).toHaveLength(1);
  // Drivers of this lane are SUMO's without imperfection: 2,329 an hour of green, and some seconds of amber are used.
  expect(load!.leftPerH).toBeLessThan((2329 * 45) / 90);
  // One each 3 s is planned to come, whatever the signal lets through.
  expect(load!.plannedPerH).toBe(1200);
  expect(load!.plannedPerH / load!.capacityPerH).toBeGreaterThan(1);
  const { vehicleKm, meanSpeedKmh, speedsKmh } = day.hours[1]!;
  // All who left the first lane drove it whole; those who came after them drove a part of it.
  expect(vehicleKm).toBeGreaterThan((0.95 * load!.leftPerH * 2 * LANE_M) / 1000);
  expect(vehicleKm).toBeLessThan((1.05 * load!.leftPerH * 2 * LANE_M) / 1000);
  expect(meanSpeedKmh).toBeGreaterThan(5);
  expect(meanSpeedKmh).toBeLessThan(limitMps * 3.6);
  expect(speedsKmh).toEqual({ fast: undefined, main: meanSpeedKmh, side: undefined });
  // The queue is there throughout the second hour, and only grows in the first.
  expect(day.hours[1]!.extraTimeShare).toBeGreaterThan(0);
  expect(day.hours[0]!.extraTimeShare).toBeCloseTo(0, 12);
  expect(day.counts[0]!.simulatedPerDay).toBeGreaterThan(load!.leftPerH);
  // Too few hours for a day: what is asked of a whole day is not asked.
  expect(dayChecks(day).map(({ name, kept }) => [name, kept])).toEqual([['overCapacity', false], ['entered', expect.any(Boolean)], ['rescued', true], ['collisions', true]]);
  for (const language of ['fr', 'en'] as const) {
    const section = daySection(day, language).markup;
    expect(section.match(/<svg /g)).toHaveLength(5);
    expect(section).not.toMatch(/NaN|undefined|Infinity/);
  }
});

/** Kilometres by hour, each as far as its neighbour in speed: 50 km/h, or as told. */
const dayOf = (kmByHour: readonly number[], mainKmh: (hour: number) => number = () => 50): CityDay => ({
  city: 'Town', synthetic: true, figures: { vehiclesLoaded: 1000, vehiclesInserted: 990, rescued: 1, collisions: 0 }, quietestFromS: 3 * 3600, peaks: [],
  counts: [{ place: 'bridge', links: [], vehiclesPerDay: 1000, source: 'a count', isInput: false, simulatedPerDay: 1300 }],
  hours: kmByHour.map((vehicleKm, hour) => ({ fromS: hour * 3600, vehicleKm, meanSpeedKmh: 50, speedsKmh: { fast: undefined, main: mainKmh(hour), side: undefined }, extraTimeShare: 0 })),
});
const failed = (day: CityDay): string[] => dayChecks(day).filter(({ kept }) => !kept).map(({ name }) => name);

test('a day with peaks, a quiet night and slower streets keeps all but the count; a flat one misses what it lacks', () => {
  const peaked = Array.from({ length: 24 }, (_, hour) => (hour === 8 || hour === 17 ? 150 : hour < 5 ? 10 : 100));
  expect(failed(dayOf(peaked, (hour) => (hour === 17 ? 30 : 50)))).toEqual(['count']);
  expect(failed(dayOf(new Array<number>(24).fill(100)))).toEqual(['morningPeak', 'eveningPeak', 'night', 'slower', 'count']);
});

test('of three lanes the left turn alone may be full: its own lane and flow count', () => {
  // 100 of 400 vehicles an hour turn left from a lane of their own, green for 10 of 100 s: 100 of 190, while the others are 300 of 950.
  const town = buildTown({
    links: [{ name: 'in', from: 'a', to: 'b', lengthM: 200, lanes: 2 }, { name: 'on', from: 'b', to: 'c', lengthM: 200 }, { name: 'left', from: 'b', to: 'd', lengthM: 200 }],
    movements: [{ from: 'in.0', to: 'on.0', lengthM: 10, group: 0 }, { from: 'in.1', to: 'left.0', lengthM: 10, group: 1 }],
    signals: { b: [{ durationS: 50, shown: 'Gr' }, { durationS: 10, shown: 'rG' }, { durationS: 40, shown: 'rr' }] },
    vehicles: Array.from({ length: 400 }, (_, at) => ({ departS: at * 8.9, route: at % 4 === 0 ? ['in', 'left'] : ['in', 'on'] })),
  });
  const links = tableFrom(linkResultColumns, [{ link: 0, fromS: 0, entered: 400, left: 400, travelTimeS: 20, vehicleSeconds: 8000, vehicleMetres: 80000 }]);
  const [load] = signalLoads(town, { links }, 0);
  expect(load).toMatchObject({ plannedPerH: 100, leftPerH: 100 });
  expect(load!.capacityPerH).toBeCloseTo(190, 9);
});

test('a street that is asked for more than its signals let through misses the check, though what left it stays below capacity', () => {
  // 400 an hour are planned; the left turn has 5 s of green, which let 95 through, and 100 ask for it; 75 of them got so far.
  const town = buildTown({
    links: [{ name: 'in', from: 'a', to: 'b', lengthM: 200, lanes: 2 }, { name: 'on', from: 'b', to: 'c', lengthM: 200 }, { name: 'left', from: 'b', to: 'd', lengthM: 200 }],
    movements: [{ from: 'in.0', to: 'on.0', lengthM: 10, group: 0 }, { from: 'in.1', to: 'left.0', lengthM: 10, group: 1 }],
    signals: { b: [{ durationS: 50, shown: 'Gr' }, { durationS: 5, shown: 'rG' }, { durationS: 45, shown: 'rr' }] },
    vehicles: Array.from({ length: 400 }, (_, at) => ({ departS: at * 8.9, route: at % 4 === 0 ? ['in', 'left'] : ['in', 'on'] })),
  });
  const links = tableFrom(linkResultColumns, [{ link: 0, fromS: 0, entered: 300, left: 300, travelTimeS: 60, vehicleSeconds: 8000, vehicleMetres: 80000 }]);
  const [load] = signalLoads(town, { links }, 0);
  expect(load!.leftPerH).toBeLessThan(load!.capacityPerH);
  expect(load!.plannedPerH).toBeGreaterThan(load!.capacityPerH);
  const day = { ...dayOf([]), peaks: [{ half: 'morning' as const, fromS: 0, loads: [load!] }] };
  expect(dayChecks(day).find(({ name }) => name === 'overCapacity')).toMatchObject({ value: 1, kept: false });
});

test('a count that the demand was made from is called a fit, in page and terminal', () => {
  const day = dayOf(new Array<number>(24).fill(100)), fitted = { ...day, counts: day.counts.map((count) => ({ ...count, isInput: true })) };
  expect(dayChecks(fitted).map(({ name }) => name)).toContain('fittedCount');
  for (const [language, told] of [['fr', 'calage, pas validation'], ['en', 'a fit, no validation']] as const) {
    expect(daySection(fitted, language).markup).toContain(told);
    expect(daySection(day, language).markup).not.toContain(told);
  }
});
