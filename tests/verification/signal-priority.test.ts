// Goal: extension saves a bus what theory says, and the time is given back within the intergreen matrix.
import { expect, test } from 'vitest';
import { makeResultLog } from '../../engine/results/result-log.ts';
import { advanceSignals } from '../../engine/signals/advance-signals.ts';
import { callSignals } from '../../engine/priority/call-signals.ts';
import { decidePriority } from '../../engine/priority/decide-priority.ts';
import { timeToCoverS } from '../../engine/foundation/even-acceleration.ts';
import { prepareState, type CityState } from '../../engine/state/city-state.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { priorityMeans, priorityRuleColumns, usualRule } from '../../engine/twin/priority.ts';
import { aspect, groupKind, signalGroupColumns } from '../../engine/twin/signals.ts';
import { category } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { hearRequests } from './priority-request.ts';
import { laneWithSignal, type PlannedInterval } from './signal-lane.ts';

const { green, amber, red } = aspect;

/** A lane with a limit of 10 m/s and one bus. */
const cityOf = (plan: readonly PlannedInterval[], matrix: readonly [ending: number, starting: number, leastS: number][] = []): Twin =>
  laneWithSignal({ plan, matrix, limitMps: 10, driving: { category: category.bus, lengthM: 12, minGapM: 2, accelerationMps2: 1, decelerationMps2: 4, maxSpeedMps: 20 }, departS: [0] });

/** Puts the only bus on its lane so that it reaches the stop line at a time if it is not stopped. */
function placeBus(state: CityState, reachesAtS: number): void {
  const { vehicles } = state;
  vehicles.departure[0] = 0; vehicles.vehicleType[0] = 0; vehicles.place[0] = 0; vehicles.link[0] = 0; vehicles.guideRow[0] = 0; vehicles.guideEndRow[0] = 1;
  vehicles.nextMovement[0] = 0; vehicles.nextHalt[0] = -1; vehicles.speedFactor[0] = 1; vehicles.speedMps[0] = 10;
  vehicles.positionM[0] = 600 - (reachesAtS - state.timeS) * 10;
  state.departures.slot[0] = 0;
  state.transitSlots[0] = 0;
  state.transitCount = 1;
}

/** Drives the bus at 10 m/s up to the stop line and tells how long it waits there for green. */
function waitS(twin: Twin, reachesAtS: number, busPriority: boolean): number {
  const fromS = reachesAtS - 50, state = prepareState(twin, fromS), log = makeResultLog(twin, fromS);
  for (; ; state.tick++, state.timeS = fromS + state.tick) {
    placeBus(state, Math.max(reachesAtS, state.timeS));
    callSignals(twin, state, { busPriority, seed: 1 });
    decidePriority(twin, state, log);
    advanceSignals(twin, state, log);
    // It passes in the step in which it would cross the line.
    if (state.timeS + 1 > reachesAtS && state.signals.shown[0] === green) return Math.max(0, state.timeS - reachesAtS);
  }
}

// C = 90 s, green 40 s, red 50 s: mean wait 50² / (2 · 90) = 13.89 s. Who comes in the first 10 s of red no longer waits; the others, 40² / (2 · 90) = 8.89 s.
test('a bus that comes at random waits 13.89 s without priority, 8.89 s with an extension of 10 s', () => {
  // A bus asks for a second more than it needs, so that no driver brakes before a green that is about to end.
  const twin = cityOf([{ durationS: 40, longestS: 51, stage: true, shown: [green] }, { durationS: 50, stage: true, shown: [red] }]);
  const arrivals = Array.from({ length: 360 }, (_, quarter) => 9000 + quarter / 4);
  const mean = (busPriority: boolean): number => arrivals.reduce((sum, reachesAtS) => sum + waitS(twin, reachesAtS, busPriority), 0) / arrivals.length;
  const withoutS = mean(false), withS = mean(true);
  console.log(`mean wait ${withoutS.toFixed(2)} s without, ${withS.toFixed(2)} s with extension`);
  expect(Math.abs(withoutS / 13.89 - 1)).toBeLessThan(0.03);
  expect(Math.abs(withS / 8.89 - 1)).toBeLessThan(0.03);
});

// A red that can also end 10 s sooner: (50 − 10 − 10)² / (2 · 90) = 5.00 s.
test('a bus that comes at random waits 5.00 s with an extension and an early green of 10 s each', () => {
  const twin = cityOf([{ durationS: 40, longestS: 51, stage: true, shown: [green] }, { durationS: 50, stage: true, shown: [red] }]);
  twin.priorityRules = tableFrom(priorityRuleColumns, [{
    ...usualRule, controller: 0, means: priorityMeans.extension | priorityMeans.earlyGreen, shortestStageS: 40, clearQueueS: 0, recoveryCycleCount: 0,
  }]);
  const arrivals = Array.from({ length: 360 }, (_, quarter) => 9000 + quarter / 4);
  const meanS = arrivals.reduce((sum, reachesAtS) => sum + waitS(twin, reachesAtS, true), 0) / arrivals.length;
  console.log(`mean wait ${meanS.toFixed(2)} s with extension and early green`);
  expect(Math.abs(meanS / 5 - 1)).toBeLessThan(0.03);
});

test('a bus that comes 9 s after its green would have ended finds it still green; one that comes 12 s after does not hold it', () => {
  const twin = cityOf([{ durationS: 40, longestS: 50, stage: true, shown: [green] }, { durationS: 50, stage: true, shown: [red] }]);
  expect(waitS(twin, 9000 + 49, false)).toBe(41);
  expect(waitS(twin, 9000 + 49, true)).toBe(0);
  expect(waitS(twin, 9000 + 52, true)).toBe(38);
});

test('a lorry with a planned halt holds no green; a tram does', () => {
  const twin = cityOf([{ durationS: 40, longestS: 50, stage: true, shown: [green] }, { durationS: 50, stage: true, shown: [red] }]);
  twin.vehicleTypes.category[0] = category.lorry;
  expect(waitS(twin, 9000 + 49, true)).toBe(41);
  twin.vehicleTypes.category[0] = category.tram;
  twin.movements.permitted.fill(category.tram);
  twin.lanes.permitted.fill(category.tram);
  expect(waitS(twin, 9000 + 49, true)).toBe(0);
});

test('buses do not hold greens at controllers without priority', () => {
  const twin = cityOf([{ durationS: 40, longestS: 50, stage: true, shown: [green] }, { durationS: 50, stage: true, shown: [red] }]);
  twin.controllers.busPriority[0] = 0;
  expect(waitS(twin, 9000 + 49, true)).toBe(41);
});

/** Lengths of the intervals after an extension by `extensionS` of the first one, until the plan is regained. */
function lengthsAfterExtension(twin: Twin, extensionS: number, cycle = 0): number[] {
  const state = prepareState(twin, 0), log = makeResultLog(twin, 0);
  for (; state.timeS < 1000; state.tick++, state.timeS++) {
    // It asks for a second more than it needs, until it has passed.
    const fromS = cycle * twin.controllers.cycleS[0]!, arrivesS = fromS + twin.intervals.durationS[0]! + extensionS - 1;
    hearRequests(state, state.timeS >= fromS && state.timeS <= arrivesS ? [{ departure: 0, controller: 0, signalGroup: 0, arrivesS }] : []);
    decidePriority(twin, state, log);
    advanceSignals(twin, state, log);
  }
  const { rows } = log.signalChanges;
  return Array.from({ length: rows.count - 1 }, (_, row) => rows.timeS[row + 1]! - rows.timeS[row]!);
}

test('ten seconds are given back by the stages that follow, three tenths of each at most', () => {
  const twin = cityOf([
    { durationS: 30, longestS: 45, stage: true, shown: [green, red] }, { durationS: 5, shown: [amber, red] },
    { durationS: 20, stage: true, shown: [red, green] }, { durationS: 5, shown: [red, amber] },
  ]);
  // 40 instead of 30; then 20 gives 6, the next 30 gives the last 4.
  expect(lengthsAfterExtension(twin, 10).slice(0, 8)).toEqual([40, 5, 14, 5, 26, 5, 20, 5]);
});

test('a stage inside a long clearing is shortened only as far as the intergreen matrix allows', () => {
  const plan: PlannedInterval[] = [
    { durationS: 30, longestS: 45, stage: true, shown: [green, red, red] }, { durationS: 4, shown: [amber, red, red] },
    { durationS: 20, stage: true, shown: [red, green, red] }, { durationS: 4, shown: [red, amber, red] },
    { durationS: 20, stage: true, shown: [red, red, green] }, { durationS: 4, shown: [red, red, amber] },
  ];
  // From the end of group 0 to the start of group 2: 4 + 20 + 4 = 28 s in the plan. The matrix asks for 26 s: 2 s to give.
  expect(lengthsAfterExtension(cityOf(plan), 10).slice(0, 5)).toEqual([40, 4, 14, 4, 16]);
  expect(lengthsAfterExtension(cityOf(plan, [[0, 2, 26]]), 10).slice(0, 5)).toEqual([40, 4, 18, 4, 14]);
});

test('no extension where no stage has anything to give back: the plan could not be regained', () => {
  const twin = cityOf([
    { durationS: 6, longestS: 16, stage: true, shown: [green, red] }, { durationS: 5, shown: [amber, red] },
    { durationS: 6, stage: true, shown: [red, green] }, { durationS: 5, shown: [red, amber] },
  ]);
  expect(new Set(lengthsAfterExtension(twin, 5))).toEqual(new Set([6, 5]));
});

test('no extension that lets others wait longer than anyone may', () => {
  const twin = cityOf([
    { durationS: 30, longestS: 45, stage: true, shown: [green, red] }, { durationS: 5, shown: [amber, red] },
    { durationS: 20, stage: true, shown: [red, green] }, { durationS: 5, shown: [red, amber] },
  ]);
  // Group 1 is red for 35 s after its amber: 6 s more are as much as it may wait.
  twin.signalGroups = tableFrom(signalGroupColumns, [0, 41].map((longestWaitS) => ({ controller: 0, kind: groupKind.vehicle, minimumGreenS: 6, amberS: 5, longestWaitS })));
  expect(lengthsAfterExtension(twin, 6, 1).slice(4, 6)).toEqual([36, 5]);
  expect(lengthsAfterExtension(twin, 7, 1).slice(4, 6)).toEqual([30, 5]);
});

test('when a bus comes: 50 m at 10 m/s take 5 s; 50 m from standing at 1 m/s² take 10 s', () => {
  expect(timeToCoverS(50, 10, 10, 1)).toBeCloseTo(5, 9);
  expect(timeToCoverS(50, 0, 20, 1)).toBeCloseTo(10, 9);
  // 10 s to reach 10 m/s over 50 m, then 50 m at 10 m/s.
  expect(timeToCoverS(100, 0, 10, 1)).toBeCloseTo(15, 9);
});
