// Goal: whoever goes before the plan, wherever and whenever, no limit is broken, nobody waits longer than they may, and the plan is regained in the cycles declared.
import { describe, expect, test } from 'vitest';
import { makeVehicleTypes, vehicleTypeRow } from '../../data/build/demand/vehicle-types.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { decidePriority } from '../../engine/priority/decide-priority.ts';
import { tellPreempted } from '../../engine/priority/preempt.ts';
import { makeResultLog, type ResultLog } from '../../engine/results/result-log.ts';
import { watchSignals } from '../../engine/signal-monitor/watch-signals.ts';
import { advanceSignals } from '../../engine/signals/advance-signals.ts';
import { prepareSignalState } from '../../engine/state/signal-state.ts';
import { copyState, prepareState, stateHash, type CityState } from '../../engine/state/city-state.ts';
import { departureColumns } from '../../engine/twin/demand.ts';
import { preemptionLevel, preemptionRuleColumns } from '../../engine/twin/preemption.ts';
import { priorityMeans, priorityRuleColumns, usualRule } from '../../engine/twin/priority.ts';
import { priorityAnswer } from '../../engine/twin/priority-words.ts';
import { stageChoice, stageControlColumns } from '../../engine/twin/signals.ts';
import { category } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { twinOf } from '../verification/drawn-junction.ts';
import { hearRequests, type HeardRequest } from '../verification/priority-request.ts';
import { randomArms } from '../verification/random-junction.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const SEEDS = Array.from({ length: proof ? 100 : 20 }, (_, seed) => seed);
const SECONDS = proof ? 3000 : 800;
const RECOVERY_CYCLES = 3;
const TYPES = [vehicleTypeRow.emergency, vehicleTypeRow.tram, vehicleTypeRow.bus] as const;

/** A junction drawn by chance at which emergency vehicles, trams and buses go before the plan, each kind its own way; every third lets buses do more. */
function junctionFor(seed: number, choosing = false): Twin {
  const twin = twinOf(randomArms(seed)), { controllers, intervals } = twin;
  controllers.busPriority.fill(1);
  twin.vehicleTypes = makeVehicleTypes();
  twin.departures = tableFrom(departureColumns, Array.from({ length: 30 }, (_, row) => ({
    name: `${row}`, vehicleType: TYPES[row % 3]!, route: 0, departS: 0, departLane: 0, departPositionM: 0, departSpeedMps: 0, arrivalPositionM: -1, firstHalt: 0, haltCount: 0, trip: -1, after: -1,
  })));
  for (let interval = 0; interval < intervals.count; interval++) {
    if (intervals.stage[interval] && randomShare(seed, 23, interval, 0) > 0.3) intervals.longestS[interval] = intervals.durationS[interval]! + Math.floor(randomShare(seed, 24, interval, 0) * 20);
  }
  const levels = [[category.emergency, preemptionLevel.emergency], [category.tram, preemptionLevel.absolute], [category.bus, preemptionLevel.hold]] as const;
  twin.preemptionRules = tableFrom(preemptionRuleColumns, Array.from({ length: controllers.count }, (_, controller) => levels.map(([kind, level]) =>
    ({ controller, category: kind, level, leastClearS: Math.floor(randomShare(seed, 26, controller, level) * 8), recoveryCycleCount: RECOVERY_CYCLES }))).flat());
  if (seed % 3 === 1) twin.priorityRules = tableFrom(priorityRuleColumns, [{ ...usualRule, controller: 0, means: Object.values(priorityMeans).reduce((all, one) => all | one, 0) }]);
  if (choosing) twin.stageControls = tableFrom(stageControlColumns, [{ controller: 0, choice: stageChoice.longestQueue, decisionEveryS: 10, leastStageS: 6 }]);
  return twin;
}

/** One vehicle that asks, when, until it has passed or is silent. */
interface Approach { departure: number; signalGroup: number; fromS: number; untilS: number; arrivesS: number }

/** Vehicles come by chance, one every `everyS` on average, called 20 to 60 s ahead, and pass some seconds off the time that they say. */
function approaches({ controllers }: Twin, seed: number, fromS: number, seconds: number, everyS: number): Approach[] {
  const all: Approach[] = [];
  for (let second = 0; second < seconds; second++) {
    if (randomShare(seed, 30, second, 0) > 1 / everyS) continue;
    const calledS = fromS + second, arrivesS = calledS + 20 + randomShare(seed, 31, second, 0) * 40, departure = Math.floor(randomShare(seed, 32, second, 0) * 30);
    all.push({ departure, signalGroup: Math.floor(randomShare(seed, 33, second, 0) * controllers.groupCount[0]!), fromS: calledS, arrivesS, untilS: arrivesS + (randomShare(seed, 34, second, 0) - 0.3) * 40 });
  }
  return all;
}

/** The controller second by second, looked at by the monitor; who has not passed says again and again when it comes. */
function drive(twin: Twin, state: CityState, log: ResultLog, coming: readonly Approach[], seconds: number, watch: (state: CityState) => void = () => {}): void {
  for (let second = 0; second < seconds; second++, state.tick++, state.timeS++) {
    const asking = new Map<number, HeardRequest>();
    for (const { departure, signalGroup, fromS, untilS, arrivesS } of coming) {
      if (state.timeS >= fromS && state.timeS < untilS && !asking.has(departure)) asking.set(departure, { departure, controller: 0, signalGroup, arrivesS });
    }
    hearRequests(state, [...asking.values()]);
    decidePriority(twin, state, log);
    advanceSignals(twin, state, log);
    tellPreempted(twin, state, log);
    watchSignals(twin, state, 1);
    watch(state);
  }
}

const fromOf = (seed: number): number => Math.floor(randomShare(seed, 20, 0, 0) * 86400);

describe(`${SEEDS.length} junctions drawn by chance, ${SECONDS} s each${proof ? '' : ' (100 and 3000 s with npm run proof)'}`, () => {
  test.each([['rarely', 120], ['one after the other', 15]] as const)('the monitor finds nothing, whoever comes %s', (_often, everyS) => {
    let called = 0, held = 0;
    for (const seed of SEEDS) for (const choosing of [false, true]) {
      const twin = junctionFor(seed, choosing), fromS = fromOf(seed), state = prepareState(twin, fromS), log = makeResultLog(twin, fromS);
      drive(twin, state, log, approaches(twin, seed, fromS, SECONDS, everyS), SECONDS);
      const { rows: { answer, count } } = log.priorityDecisions;
      called += answer.slice(0, count).filter((one) => one === priorityAnswer.stageCalled).length;
      held += answer.slice(0, count).filter((one) => one === priorityAnswer.heldUntilPassed).length;
    }
    console.log(`${called} stages called, ${held} greens held`);
    expect(called).toBeGreaterThan(SEEDS.length * 3);
    expect(held).toBeGreaterThan(SEEDS.length);
  });

  test(`back on plan and offset within ${RECOVERY_CYCLES} cycles after whoever goes before it`, () => {
    let served = 0, latest = 0;
    const late: { seed: number; coming: number; cycles: number }[] = [];
    for (const seed of SEEDS) for (let coming = 0; coming < 4; coming++) {
      const twin = junctionFor(seed), cycleS = twin.controllers.cycleS[0]!, fromS = fromOf(seed + 7 * coming), state = prepareState(twin, fromS), log = makeResultLog(twin, fromS);
      const one: Approach = { departure: coming % 2, signalGroup: Math.floor(randomShare(seed, 35, coming, 0) * twin.controllers.groupCount[0]!), fromS: fromS + 60, arrivesS: fromS + 100, untilS: fromS + 100 + Math.floor(randomShare(seed, 36, coming, 0) * 30) };
      drive(twin, state, log, [one], one.untilS - fromS);
      const passedS = state.timeS;
      let offPlanS = passedS;
      drive(twin, state, log, [], 8 * cycleS, ({ timeS, signals }) => { const planned = prepareSignalState(twin, timeS).shown;
        if (signals.shown.some((shown, row) => shown !== planned[row])) offPlanS = timeS;
      });
      const cycles = (offPlanS - passedS) / cycleS;
      if (offPlanS > passedS) served++;
      latest = Math.max(latest, cycles);
      if (cycles > RECOVERY_CYCLES) late.push({ seed, coming, cycles });
    }
    console.log(`${served} times off plan, at most ${latest.toFixed(2)} cycles`);
    expect(served).toBeGreaterThan(SEEDS.length);
    expect(late).toEqual([]);
  });

  test('stopped and taken up again: the same state, bit for bit', () => {
    for (const seed of SEEDS.slice(0, 10)) {
      const twin = junctionFor(seed), fromS = fromOf(seed), coming = approaches(twin, seed, fromS, 600, 30), whole = prepareState(twin, fromS), log = makeResultLog(twin, fromS);
      drive(twin, whole, log, coming, 600);
      const first = prepareState(twin, fromS);
      drive(twin, first, log, coming, 301);
      const second = copyState(first);
      drive(twin, second, log, coming, 299);
      expect(stateHash(second)).toBe(stateHash(whole));
    }
  });
});
