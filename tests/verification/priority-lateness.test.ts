// Goal: the less late a bus must be to be served, the more buses are on time at the end of their line, as Utah's agencies saw from 3 to 2 to 0 minutes.
import { beforeAll, describe, expect, test } from 'vitest';
import { randomShare } from '../../engine/foundation/random.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { run } from '../../engine/run.ts';
import { priorityMeans, priorityRuleColumns, usualRule } from '../../engine/twin/priority.ts';
import { priorityAnswer, priorityReason } from '../../engine/twin/priority-words.ts';
import { category } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { buildTown, type TownVehicle } from '../situations/traffic-town.ts';
import { mean } from './road-watch.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const BUSES = proof ? 1000 : 250, JUNCTIONS = 8, LINK_M = 300, STOP_M = 60, EVERY_S = 390;
const EARLY_S = -60, LATE_S = 180, LATEST_START_S = 260;
const places = Array.from({ length: JUNCTIONS }, (_, at) => at);

/** 10 to 30 s, and once in twelve times 100 s more: a wheelchair, a question, a large group. */
const dwellS = (bus: number, at: number): number => 10 + randomShare(9, 2, bus, at) * 20 + (randomShare(9, 4, bus, at) < 1 / 12 ? 100 : 0);

/** A line that passes eight signals, 38 s green in cycles of 90 s, with a stop behind each; buses enter late by chance. */
function line(timetableS: readonly number[] | undefined): Twin {
  const vehicles = Array.from({ length: BUSES }, (_, bus): TownVehicle => {
    const plannedS = bus * EVERY_S, lateS = timetableS ? randomShare(9, 1, bus, 0) * LATEST_START_S : 0;
    return {
      departS: plannedS + lateS, type: 'bus', route: [...places, JUNCTIONS].map((at) => `road${at}`),
      halts: [...places, JUNCTIONS].map((at) => ({ link: `road${at}`, lane: 0, positionM: STOP_M, dwellS: dwellS(bus, at), untilS: timetableS ? plannedS + timetableS[at]! : -1 })),
    };
  });
  const twin = buildTown({
    links: [...places, JUNCTIONS].map((at) => ({ name: `road${at}`, from: `J${at - 1}`, to: `J${at}`, lengthM: LINK_M })),
    movements: places.map((at) => ({ from: `road${at}.0`, to: `road${at + 1}.0`, group: 0 })),
    signals: Object.fromEntries(places.map((at) => [`J${at}`, [{ durationS: 38, shown: 'Gr' }, { durationS: 3, shown: 'yr' }, { durationS: 46, shown: 'rG' }, { durationS: 3, shown: 'ry' }]])),
    types: { bus: { category: category.bus, lengthM: 12, accelerationMps2: 1.2, decelerationMps2: 4, imperfectionShare: 0.5, speedFactorDeviation: 0.1 } }, vehicles,
  });
  // Where a bus falls in the cycle is different at every signal.
  places.forEach((at) => { twin.controllers.offsetS[at] = Math.floor(randomShare(9, 3, at, 0) * 90); });
  return twin;
}

interface Day { lateS: number[]; served: number; refusedAsPunctual: number }

/** How late each bus leaves the last stop, by when it wanted to be there. `leastLateS`: who is served; undefined: nobody. */
function dayOf(twin: Twin, timetableS: readonly number[], leastLateS: number | undefined): Day {
  twin.controllers.busPriority.fill(1);
  places.forEach((at) => { twin.intervals.longestS[4 * at] = 53; });
  twin.priorityRules = tableFrom(priorityRuleColumns, places.map((controller) =>
    ({ ...usualRule, controller, means: priorityMeans.extension | priorityMeans.earlyGreen, shortestStageS: 20, clearQueueS: 0, lockoutCycleCount: 0, leastLateS: leastLateS ?? 0 })));
  const { tables: { stopVisits, priorityDecisions: { answer, reason } } } = run(twin, { seed: 1, fromS: 0, untilS: (BUSES + 4) * EVERY_S, stepS: 1, untilAllArrived: true, busPriority: leastLateS !== undefined, replay: false });
  const lateS: number[] = [];
  for (let row = 0; row < stopVisits.count; row++) {
    if (stopVisits.stop[row]! % (JUNCTIONS + 1) === JUNCTIONS) lateS.push(stopVisits.departS[row]! - (Math.floor(twin.departures.departS[stopVisits.departure[row]!]! / EVERY_S) * EVERY_S + timetableS[JUNCTIONS]!));
  }
  const countOf = (values: Uint8Array, wanted: number): number => values.reduce((sum, value) => sum + (value === wanted ? 1 : 0), 0);
  return { lateS, served: countOf(answer, priorityAnswer.extension) + countOf(answer, priorityAnswer.earlyGreen), refusedAsPunctual: countOf(reason, priorityReason.notLate) };
}

/** When buses without delay at the start, priority and timetable leave each stop, on average. */
function meanRunning(): number[] {
  const twin = line(undefined), { tables: { stopVisits } } = run(twin, { seed: 2, fromS: 0, untilS: (BUSES + 4) * EVERY_S, stepS: 1, untilAllArrived: true, busPriority: false, replay: false });
  const byStop = [...places, JUNCTIONS].map((): number[] => []);
  for (let row = 0; row < stopVisits.count; row++) byStop[stopVisits.stop[row]! % (JUNCTIONS + 1)]!.push(stopVisits.departS[row]! - twin.departures.departS[stopVisits.departure[row]!]!);
  return byStop.map(mean);
}

describe(`a line of ${BUSES} buses${proof ? '' : ' (1,000 with npm run proof)'}`, () => {
  const thresholdsS = [undefined, 180, 120, 0];
  let days: Day[];
  beforeAll(() => {
    const timetableS = meanRunning();
    days = thresholdsS.map((leastLateS) => dayOf(line(timetableS), timetableS, leastLateS));
  });
  const onTime = ({ lateS }: Day): number => lateS.filter((late) => late >= EARLY_S && late <= LATE_S).length / lateS.length;

  test('is on time more often the sooner its buses are served', () => {
    thresholdsS.forEach((leastLateS, at) => console.log(`${leastLateS === undefined ? 'nobody served' : `served from ${leastLateS} s late on`}: ${(100 * onTime(days[at]!)).toFixed(1)} % on time, mean lateness ${mean(days[at]!.lateS).toFixed(0)} s, ${days[at]!.served} served, ${days[at]!.refusedAsPunctual} refused as not late`));
    for (const { lateS } of days) expect(lateS.length).toBe(BUSES);
    for (let at = 1; at < days.length; at++) expect(onTime(days[at]!)).toBeGreaterThan(onTime(days[at - 1]!));
  });

  test('serves more buses the lower the threshold, and refuses those that are not late enough', () => {
    for (let at = 2; at < days.length; at++) {
      expect(days[at]!.served).toBeGreaterThan(days[at - 1]!.served);
      expect(days[at]!.refusedAsPunctual).toBeLessThan(days[at - 1]!.refusedAsPunctual);
    }
  });
});
