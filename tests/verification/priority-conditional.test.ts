// Goal: as cities published: without priority buses are late by the most different times, with priority for late ones less so at a small part of the price, before everything else the least while all others pay.
import { beforeAll, describe, expect, test } from 'vitest';
import { randomShare } from '../../engine/foundation/random.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { run } from '../../engine/run.ts';
import { preemptionLevel, preemptionRuleColumns } from '../../engine/twin/preemption.ts';
import { priorityMeans, priorityRuleColumns, usualRule } from '../../engine/twin/priority.ts';
import { category } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { t975 } from '../../scenarios/compare/student-t.ts';
import { buildTown, type TownVehicle } from '../situations/traffic-town.ts';
import { mean } from './road-watch.ts';
import { arrivals } from './signal-unit.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const SEEDS = Array.from({ length: proof ? 20 : 5 }, (_, row) => row + 1);
const JUNCTIONS = 6, LINK_M = 300, STOP_M = 60, BUS_EVERY_S = 72, HOUR_S = 3600, CROSS_PER_H = 1150, LATEST_START_S = 60, CYCLE_S = 90;
const places = Array.from({ length: JUNCTIONS }, (_, at) => at), stops = [...places, JUNCTIONS];
const dwellS = (seed: number, bus: number, at: number): number => 10 + randomShare(seed, 502, bus, at) * 20 + (randomShare(seed, 504, bus, at) < 1 / 12 ? 60 : 0);

/**
 * A bus street with a short stage at six signals, each crossed by a busy street (some 0.85 of what its green lets go); buses
 * enter late by chance and are held to the timetable at stops.
 */
function corridor(seed: number, timetableS: readonly number[] | undefined): Twin {
  const buses = Array.from({ length: HOUR_S / BUS_EVERY_S }, (_, bus): TownVehicle => {
    const plannedS = bus * BUS_EVERY_S;
    return {
      departS: plannedS + (timetableS ? randomShare(seed, 501, bus, 0) * LATEST_START_S : 0), type: 'bus', route: stops.map((at) => `road${at}`),
      halts: stops.map((at) => ({ link: `road${at}`, lane: 0, positionM: STOP_M, dwellS: dwellS(seed, bus, at), untilS: timetableS ? plannedS + timetableS[at]! : -1 })),
    };
  });
  const cars = places.flatMap((at) => arrivals(CROSS_PER_H, seed * 10 + at, HOUR_S).map((departS): TownVehicle => ({ departS, type: 'car', route: [`in${at}`, `out${at}`] })));
  const twin = buildTown({
    links: [...stops.map((at) => ({ name: `road${at}`, from: `J${at - 1}`, to: `J${at}`, lengthM: LINK_M })), ...places.flatMap((at) => [{ name: `in${at}`, from: `N${at}`, to: `J${at}`, lengthM: LINK_M }, { name: `out${at}`, from: `J${at}`, to: `S${at}`, lengthM: LINK_M }])],
    movements: places.flatMap((at) => [{ from: `road${at}.0`, to: `road${at + 1}.0`, group: 0 }, { from: `in${at}.0`, to: `out${at}.0`, group: 1 }]),
    signals: Object.fromEntries(places.map((at) => [`J${at}`, [{ durationS: 14, shown: 'Gr' }, { durationS: 3, shown: 'yr' }, { durationS: 70, shown: 'rG' }, { durationS: 3, shown: 'ry' }]])),
    types: { bus: { category: category.bus, lengthM: 12, accelerationMps2: 1.2, decelerationMps2: 4, imperfectionShare: 0.5, speedFactorDeviation: 0.1 }, car: { imperfectionShare: 0.5, speedFactorDeviation: 0.1 } },
    vehicles: [...buses, ...cars],
  });
  places.forEach((at) => { twin.controllers.offsetS[at] = Math.floor(randomShare(9, 503, at, 0) * CYCLE_S); });
  return twin;
}

const regimes = ['none', 'absolute', 'conditional'] as const;
type Regime = (typeof regimes)[number];

interface Day { latenessDeviationS: number; busLossS: number; othersLossS: number }

function dayOf(seed: number, timetableS: readonly number[], regime: Regime): Day {
  const twin = corridor(seed, timetableS);
  twin.controllers.busPriority.fill(regime === 'conditional' ? 1 : 0);
  places.forEach((at) => { twin.intervals.longestS[4 * at] = 29; });
  // Who is a minute and a half late is served, as far as the plan can be regained within two cycles.
  if (regime === 'conditional') twin.priorityRules = tableFrom(priorityRuleColumns, places.map((controller) =>
    ({ ...usualRule, controller, means: priorityMeans.extension | priorityMeans.earlyGreen, shortestStageS: 20, clearQueueS: 0, recoveryCycleCount: 2, keepsOffset: 0, leastLateS: 90 })));
  if (regime === 'absolute') twin.preemptionRules = tableFrom(preemptionRuleColumns, places.map((controller) =>
    ({ controller, category: category.bus, level: preemptionLevel.absolute, leastClearS: 10, recoveryCycleCount: 2 })));
  const { tables: { stopVisits, trips } } = run(twin, { seed, fromS: 0, untilS: HOUR_S + 1800, stepS: 1, untilAllArrived: true, busPriority: regime !== 'none', replay: false });
  const lateS: number[] = [], busLossS: number[] = [], othersLossS: number[] = [];
  for (let row = 0; row < stopVisits.count; row++) {
    if (stopVisits.stop[row]! % stops.length === JUNCTIONS) lateS.push(stopVisits.departS[row]! - (Math.floor(twin.departures.departS[stopVisits.departure[row]!]! / BUS_EVERY_S) * BUS_EVERY_S + timetableS[JUNCTIONS]!));
  }
  for (let row = 0; row < trips.count; row++) {
    const isBus = twin.vehicleTypes.category[twin.departures.vehicleType[trips.departure[row]!]!] === category.bus;
    (isBus ? busLossS : othersLossS).push(trips.timeLossS[row]! + trips.departS[row]! - trips.plannedDepartS[row]!);
  }
  const middleS = mean(lateS);
  return { latenessDeviationS: Math.sqrt(mean(lateS.map((one) => (one - middleS) ** 2))), busLossS: mean(busLossS), othersLossS: mean(othersLossS) };
}

/** When buses without delay at the start, priority and timetable leave each stop, on average. */
function meanRunning(): number[] {
  const twin = corridor(99, undefined), { tables: { stopVisits } } = run(twin, { seed: 99, fromS: 0, untilS: HOUR_S + 1800, stepS: 1, untilAllArrived: true, busPriority: false, replay: false });
  const byStop = stops.map((): number[] => []);
  for (let row = 0; row < stopVisits.count; row++) byStop[stopVisits.stop[row]! % stops.length]!.push(stopVisits.departS[row]! - twin.departures.departS[stopVisits.departure[row]!]!);
  return byStop.map(mean);
}

/** Mean of paired differences with its 95 % interval. */
function paired(one: readonly number[], other: readonly number[]): { meanS: number; halfS: number } {
  const apart = one.map((value, row) => value - other[row]!), middle = mean(apart), variance = apart.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (apart.length - 1);
  return { meanS: middle, halfS: t975(apart.length - 1) * Math.sqrt(variance / apart.length) };
}

describe(`a bus street of ${JUNCTIONS} signals, ${SEEDS.length} seeds${proof ? '' : ' (20 with JUMEAU_PROOF=1)'}`, () => {
  const days = new Map<Regime, Day[]>();
  beforeAll(() => {
    const timetableS = meanRunning();
    for (const regime of regimes) days.set(regime, SEEDS.map((seed) => dayOf(seed, timetableS, regime)));
  });
  const of = (regime: Regime, what: keyof Day): number[] => days.get(regime)!.map((day) => day[what]);
  const against = (one: Regime, other: Regime, what: keyof Day): { meanS: number; halfS: number } => {
    const found = paired(of(one, what), of(other, what));
    console.log(`${what}, ${one} less ${other}: ${found.meanS.toFixed(2)} ± ${found.halfS.toFixed(2)} s`);
    return found;
  };

  test('buses are late by less different times with priority', () => {
    for (const regime of regimes) console.log(`${regime}: lateness at the end ± ${mean(of(regime, 'latenessDeviationS')).toFixed(1)} s, buses lose ${mean(of(regime, 'busLossS')).toFixed(1)} s, others ${mean(of(regime, 'othersLossS')).toFixed(1)} s`);
    for (const regime of ['absolute', 'conditional'] as const) {
      const { meanS, halfS } = against(regime, 'none', 'latenessDeviationS');
      expect(meanS + halfS).toBeLessThan(0);
    }
  });

  test('absolute priority costs the others far more than that of late buses, which costs them little', () => {
    const absolute = against('absolute', 'none', 'othersLossS'), conditional = against('conditional', 'none', 'othersLossS'), apart = against('absolute', 'conditional', 'othersLossS');
    expect(apart.meanS - apart.halfS).toBeGreaterThan(0);
    expect(absolute.meanS - absolute.halfS).toBeGreaterThan(0);
    expect(conditional.meanS).toBeLessThan(absolute.meanS / 4);
  });
});
