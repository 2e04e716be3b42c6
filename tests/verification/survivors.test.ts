// Goal: a setting that keeps vehicles from arriving never looks better for it: the figures that settings are judged by count every planned departure.
import { expect, test } from 'vitest';
import { run } from '../../engine/run.ts';
import { tripEnd } from '../../engine/results/tables.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { measureAll } from '../../scenarios/measure/indicators.ts';
import { isOtherTraffic } from '../../scenarios/measure/vehicle-kind.ts';
import { busTown, dayOf } from './bus-town.ts';

/** One green of every controller lasts longer than the run, the first one at every second of them: whoever comes along the other street there waits past the end. */
function jammed(): Twin {
  const twin = busTown(), { intervals } = twin, seen = new Map<number, number>();
  // Nobody is moved on for having stood too long.
  twin.facts.rescueAfterS = 0;
  for (let row = 0; row < intervals.count; row++) {
    if (intervals.stage[row] !== 1) continue;
    const controller = intervals.controller[row]!, nth = seen.get(controller) ?? 0;
    seen.set(controller, nth + 1);
    intervals.durationS[row] = nth === controller % 2 ? 36_000 : 5;
    intervals.longestS[row] = intervals.durationS[row]!;
  }
  return twin;
}

const settings = { ...dayOf(3), fromS: 6.5 * 3600, untilS: 7.25 * 3600 };

/** The figures, and the mean over those who arrived, as SUMO's statistics have it. */
function measured(twin: Twin) {
  const results = run(twin, settings), { trips } = results.tables, values = measureAll({ twin, ...results });
  const lossesS = Array.from({ length: trips.count }, (_, row) => row).filter((row) => trips.end[row] === tripEnd.arrived && isOtherTraffic(twin, trips.departure[row]!)).map((row) => trips.timeLossS[row]!);
  const told = { lossS: values['traffic-mean-time-loss-s']!, notArrived: values['traffic-not-arrived']!, arrivedLossS: lossesS.reduce((sum, lossS) => sum + lossS, 0) / lossesS.length };
  console.log(`mean loss ${told.lossS.toFixed(1)} s over all, ${told.arrivedLossS.toFixed(1)} s over those who arrived; ${told.notArrived} not arrived`);
  return told;
}

test('of two settings the one that jams has the larger loss, though those who arrived in spite of it lost less', () => {
  const usual = measured(busTown()), jam = measured(jammed());
  expect(jam.arrivedLossS).toBeLessThan(usual.arrivedLossS);
  expect(jam.lossS).toBeGreaterThan(10 * usual.lossS);
  expect(jam.notArrived).toBeGreaterThan(10 * usual.notArrived);
});
