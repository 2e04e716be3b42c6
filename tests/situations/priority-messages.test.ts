// Goal: a controller knows of a bus what its messages say, when they reach it, and no more.
import { expect, test } from 'vitest';
import { checkPriority } from '../../data/build/check/priority.ts';
import { makeProblemList } from '../../data/formats/problem-list.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import type { ResultTables } from '../../engine/results/tables.ts';
import { run } from '../../engine/run.ts';
import { haltColumns } from '../../engine/twin/demand.ts';
import { priorityRuleColumns, transponderColumns, usualRule, usualTransponder } from '../../engine/twin/priority.ts';
import { priorityAnswer, priorityReason } from '../../engine/twin/priority-words.ts';
import { aspect } from '../../engine/twin/signals.ts';
import { category } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { mean } from '../verification/road-watch.ts';
import { LANE_M, laneWithSignal } from '../verification/signal-lane.ts';

const SPEED_MPS = 10, CHECK_IN_M = 150, BUS_EVERY_S = 100;
/** From entering the lane, with its whole length on it, to where a bus calls first. */
const TO_CALL_S = (LANE_M - CHECK_IN_M - 12) / SPEED_MPS;

/** Buses at 10 m/s, one every 100 s, towards a signal that is always green for them. */
function busLane(transponder: Partial<typeof usualTransponder>, buses = 1): Twin {
  const twin = laneWithSignal({
    plan: [{ durationS: 60, longestS: 80, stage: true, shown: [aspect.green] }, { durationS: 30, stage: true, shown: [aspect.green] }], limitMps: SPEED_MPS,
    driving: { category: category.bus, lengthM: 12, accelerationMps2: 1.2, maxSpeedMps: SPEED_MPS }, departS: Array.from({ length: buses }, (_, row) => row * BUS_EVERY_S),
  });
  twin.transponders = tableFrom(transponderColumns, [{ ...usualTransponder, checkInM: CHECK_IN_M, ...transponder }]);
  return twin;
}

const decisionsOf = (twin: Twin, seed = 1, stepS = 1): ResultTables['priorityDecisions'] =>
  run(twin, { seed, fromS: 0, untilS: twin.departures.count * BUS_EVERY_S, stepS, untilAllArrived: false, busPriority: true, replay: false }).tables.priorityDecisions;

/** When the controller first heard of the only bus. */
const heardS = (twin: Twin, seed?: number, stepS?: number): number => decisionsOf(twin, seed, stepS).askedS[0]!;

test('a bus is heard when it is 150 m away, and signs off behind the stop line', () => {
  const rows = decisionsOf(busLane({}));
  expect(rows.askedS[0]! - TO_CALL_S).toBeGreaterThanOrEqual(0);
  expect(rows.askedS[0]! - TO_CALL_S).toBeLessThanOrEqual(1);
  expect([...rows.answer]).toEqual([priorityAnswer.notNeeded, priorityAnswer.passed]);
  const passedS = (LANE_M - 12) / SPEED_MPS;
  expect(rows.timeS[1]! - passedS).toBeLessThanOrEqual(2);
  expect(Math.abs(rows.arrivesS[1]! - passedS)).toBeLessThanOrEqual(1);
});

test('what is sent is heard two seconds later where the radio takes so long', () => {
  expect(heardS(busLane({ latencyS: 2 }))).toBe(heardS(busLane({})) + 2);
});

test('nobody is heard over a dead radio, and nothing is drawn for a good one', () => {
  expect(decisionsOf(busLane({ lossShare: 1 })).count).toBe(0);
  expect(heardS(busLane({}), 1)).toBe(heardS(busLane({}), 2));
});

test('half of the messages lost: calls are heard a little later, for each is followed by another a second after', () => {
  const delaysS = Array.from({ length: 120 }, (_, seed) => heardS(busLane({ lossShare: 0.5 }), seed) - heardS(busLane({}), seed));
  // The number of failures before the first success at one half: 1 on average, with a deviation of the square root of 2.
  expect(Math.abs(mean(delaysS) - 1)).toBeLessThan(3 * Math.sqrt(2 / 120));
});

test('who cannot sign off is forgotten eight seconds after its last call', () => {
  const rows = decisionsOf(busLane({ signsOff: 0 }));
  expect([...rows.answer]).toEqual([priorityAnswer.notNeeded, priorityAnswer.dropped]);
  expect(rows.reason[1]).toBe(priorityReason.notRenewed);
  const lastCallS = decisionsOf(busLane({})).timeS[1]! - 1;
  expect(rows.timeS[1]! - lastCallS).toBe(9);
});

test('who believes itself 30 m off on average calls 3 s off, as often too early as too late', () => {
  const heard = Array.from({ length: 150 }, (_, seed) => heardS(busLane({ positionErrorM: 30 }), seed, 0.5)), middleS = mean(heard);
  const deviationS = Math.sqrt(mean(heard.map((timeS) => (timeS - middleS) ** 2)));
  console.log(`150 buses that know where they are to 30 m: heard ${middleS.toFixed(2)} s after they entered (${TO_CALL_S} without error), deviation ${deviationS.toFixed(2)} s`);
  expect(Math.abs(middleS - TO_CALL_S - 0.25)).toBeLessThan(3 * (3 / Math.sqrt(150)));
  expect(Math.abs(deviationS / 3 - 1)).toBeLessThan(0.15);
});

test('a bus calls behind its stop, not before: nobody knows how long it stands', () => {
  const twin = busLane({}), stopM = LANE_M - 60;
  twin.halts = tableFrom(haltColumns, [{ stop: -1, lane: 0, positionM: stopM, dwellS: 20, untilS: -1, routeIndex: 0 }]);
  twin.departures.haltCount[0] = 1;
  const leavesS = (stopM - 12) / SPEED_MPS + 20;
  expect(heardS(twin)).toBeGreaterThanOrEqual(leavesS);
  expect(heardS(twin)).toBeLessThanOrEqual(leavesS + 8);
});

test('a controller learns how late buses are by their own reckoning, and says how sure it is: nine in ten pass within the band', () => {
  const rows = decisionsOf(busLane({ positionErrorM: 20 }, 240));
  const passages = Array.from({ length: rows.count }, (_, row) => row).filter((row) => rows.answer[row] === priorityAnswer.passed), late = passages.slice(40);
  const inside = late.filter((row) => Math.abs(rows.timeS[row]! - rows.arrivesS[row]!) <= rows.bandS[row]!).length / late.length;
  const biasS = mean(late.map((row) => rows.timeS[row]! - rows.arrivesS[row]!));
  console.log(`${late.length} passages after the first 40: ${(100 * inside).toFixed(0)} % within the band of ${mean(late.map((row) => rows.bandS[row]!)).toFixed(1)} s on average, mean error ${biasS.toFixed(2)} s`);
  expect(passages.length).toBeGreaterThan(230);
  expect(Math.abs(inside - 0.9)).toBeLessThan(0.06);
  // Sign-off takes up to a step; the rest is learned.
  expect(Math.abs(biasS)).toBeLessThan(0.6);
});

test('a radio that takes minutes, a call from the next town, a time-out of a day: what no equipment does is told', () => {
  const told = (transponder: Parameters<typeof busLane>[0], rule: object = {}): string[] => {
    const twin = busLane(transponder), problems = makeProblemList();
    twin.priorityRules = tableFrom(priorityRuleColumns, [{ ...usualRule, controller: 0, ...rule }]);
    checkPriority(twin, problems);
    return problems.all().map(({ code, parameters }) => `${code} ${parameters['name']}`);
  };
  expect(told({ latencyS: 60, checkInM: 5000, renewEveryS: 0.1, positionErrorM: 1000, lossShare: 1 }, { timeOutS: 600, clearQueueS: 3600, recoveryCycleCount: 100 })).toEqual([]);
  for (const [name, value] of [['latencyS', 60.1], ['checkInM', 5001], ['renewEveryS', 1e-9], ['positionErrorM', 1001], ['lossShare', 1.1]] as const) expect(told({ [name]: value })).toEqual([`twin-priority-value ${name}`]);
  for (const [name, value] of [['timeOutS', 601], ['clearQueueS', 3601], ['passingMarginS', 1e9], ['recoveryCycleCount', 1e9], ['lockoutCycleCount', -1], ['shortestStageS', 0]] as const) expect(told({}, { [name]: value })).toEqual([`twin-priority-value ${name}`]);
});

test('rules and transponders that mean nothing are told, all at once', () => {
  const twin = busLane({ lossShare: 1.5, latencyS: -1 });
  twin.priorityRules = tableFrom(priorityRuleColumns, [{ ...usualRule, controller: 0, means: 64 }, { ...usualRule, controller: 0, timeOutS: 0 }]);
  const problems = makeProblemList();
  checkPriority(twin, problems);
  const codes = problems.all().map(({ code }) => code);
  expect(codes.sort()).toEqual(['twin-priority-value', 'twin-priority-value', 'twin-priority-value', 'twin-rules-of-nobody', 'twin-unknown-means']);
});
