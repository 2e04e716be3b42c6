// Goal: recovery and lockout go by the plan that runs: a night plan whose stages can be no shorter is bent no further than it can make up for, and regained after whoever goes before it.
import { describe, expect, test } from 'vitest';
import { applyPlans } from '../../data/build/signals/apply-plans.ts';
import { plansOfTwin } from '../../data/build/signals/plans-of-twin.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { codeName, tableFrom } from '../../engine/foundation/table.ts';
import { makeResultLog } from '../../engine/results/result-log.ts';
import { prepareState } from '../../engine/state/city-state.ts';
import { cycleOfS, firstIntervalOf } from '../../engine/twin/plan-of.ts';
import { mostBehindS } from '../../engine/twin/plan-recovery.ts';
import { priorityMeans, priorityRuleColumns, usualRule, type PriorityRule } from '../../engine/twin/priority.ts';
import { priorityAnswer, priorityReason } from '../../engine/twin/priority-words.ts';
import { aspect, controllerColumns, planSwitchColumns, signalPlanColumns } from '../../engine/twin/signals.ts';
import { category } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { twinOf } from '../verification/drawn-junction.ts';
import { randomArms } from '../verification/random-junction.ts';
import { laneWithSignal } from '../verification/signal-lane.ts';
import { approaches, drive, withPreemption, type Approach } from './preempted-junction.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const SEEDS = Array.from({ length: proof ? 100 : 20 }, (_, seed) => seed), EVERY_DAY = 127, NIGHT_S = 3600;
const { green, amber, red } = aspect;

/** Two streets: by day 40 and 40 s of green, from midnight to midnight of this test a night plan; 5 s to clear after each. */
function byNight(nightGreenS: number, rule: Partial<PriorityRule>): Twin {
  const only = (durationS: number) => [
    { durationS, longestS: durationS + 10, stage: true, shown: [green, red] }, { durationS: 5, shown: [amber, red] },
    { durationS, longestS: durationS + 10, stage: true, shown: [red, green] }, { durationS: 5, shown: [red, amber] },
  ];
  const twin = laneWithSignal({ plan: [...only(40), ...only(nightGreenS)], limitMps: 10, driving: { category: category.bus }, departS: [0, 0] });
  const plan = (name: string, greenS: number, firstInterval: number) => ({ controller: 0, name, cycleS: 2 * (greenS + 5), offsetS: 0, firstInterval, intervalCount: 4 });
  twin.controllers = tableFrom(controllerColumns, [{ name: 'J', xM: 0, yM: 0, groupCount: 2, cycleS: 90, offsetS: 0, firstInterval: 0, intervalCount: 4, busPriority: 1 }]);
  twin.signalPlans = tableFrom(signalPlanColumns, [plan('day', 40, 0), plan('night', nightGreenS, 4)]);
  twin.planSwitches = tableFrom(planSwitchColumns, [{ controller: 0, days: EVERY_DAY, atS: 0, plan: 1 }]);
  twin.priorityRules = tableFrom(priorityRuleColumns, [{ ...usualRule, controller: 0, ...rule }]);
  return twin;
}

/** What buses that come at these times for the first street are answered, and how long each interval lasts. */
function tell(twin: Twin, arrivalsS: readonly number[]): { answers: string[]; lengthsS: number[]; gainS: number[] } {
  const state = prepareState(twin, 0), log = makeResultLog(twin, 0);
  drive(twin, state, log, arrivalsS.map((arrivesS, departure): Approach => ({ departure, signalGroup: 0, fromS: Math.max(0, arrivesS - 10), arrivesS, untilS: arrivesS + 1 })), 400);
  const { priorityDecisions: { rows }, signalChanges: { rows: changes } } = log, served = Array.from({ length: rows.count }, (_, row) => row);
  return {
    answers: served.map((row) => `${rows.timeS[row]} ${codeName(priorityAnswer, rows.answer[row]!)} ${codeName(priorityReason, rows.reason[row]!)}`), gainS: served.map((row) => rows.gainS[row]!),
    lengthsS: Array.from({ length: changes.count - 1 }, (_, row) => changes.timeS[row + 1]! - changes.timeS[row]!),
  };
}

describe('by head, at night', () => {
  test('stages of six seconds give nothing back: no green is held that by day would be', () => {
    const { answers, lengthsS } = tell(byNight(6, {}), [27]);
    // The second green of the street is from 22 to 28 s by the plan; the bus would have to be let through until 28 and stays within it; one at 31 would not.
    expect(answers.some((one) => one.includes('extension'))).toBe(false);
    const late = tell(byNight(6, {}), [31]);
    expect(late.answers).toContain('28 refused planTooFarOff');
    expect(new Set([...lengthsS, ...late.lengthsS])).toEqual(new Set([6, 5]));
  });

  test('who was served locks the others out for a cycle of the night, and gains by its red', () => {
    // A cycle of 40 s: green from 40 to 55. The first bus comes 4 s late, until 60 it is held; lockout until 100.
    const twin = byNight(15, { recoveryCycleCount: 3, lockoutCycleCount: 1 });
    const { answers, gainS } = tell(twin, [59, 139]);
    expect(answers.filter((one) => one.includes('extension'))).toEqual(['55 extension missesGreen', '135 extension missesGreen']);
    // By the plan it would have had to wait until 80.
    expect(gainS[answers.findIndex((one) => one.startsWith('55 extension'))]).toBe(80 - 59);
  });
});

/** A junction drawn by chance that runs a night plan with all stages as short as can be, after its own by day. */
function drawnByNight(seed: number): Twin {
  const drawn = twinOf(randomArms(seed)), [file] = plansOfTwin(drawn), own = file!.plans[0]!;
  const night = own.intervals.map(({ longestTenths: _, ...interval }) => (interval.stage ? { ...interval, durationTenths: 60 } : interval));
  const { value, problems } = applyPlans(drawn, [{ ...file!, plans: [{ ...own, name: 'day' }, { name: 'night', offsetTenths: 0, intervals: night }], schedule: [{ from: '00:00', plan: 'night' }, { from: '12:00', plan: 'day' }] }], 'f', undefined);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return withPreemption(value!, seed);
}

describe(`${SEEDS.length} junctions drawn by chance with a night plan that can be no shorter${proof ? '' : ' (100 with JUMEAU_PROOF=1)'}`, () => {
  test('after trams and fire engines the plan is regained, and buses are served again', () => {
    let called = 0, stiff = 0, served = 0;
    for (const seed of SEEDS) {
      const twin = drawnByNight(seed);
      if (seed % 2 === 1) twin.priorityRules = tableFrom(priorityRuleColumns, [{ ...usualRule, controller: 0, means: Object.values(priorityMeans).reduce((all, one) => all | one, 0), recoveryCycleCount: 0 }]);
      const state = prepareState(twin, NIGHT_S), log = makeResultLog(twin, NIGHT_S), cycleS = cycleOfS(twin, state.signals.controllers.interval[0]!);
      expect(firstIntervalOf(twin, state.signals.controllers.interval[0]!)).not.toBe(twin.controllers.firstInterval[0]);
      if (mostBehindS(twin, state.signals.controllers.interval[0]!, 1) === 0 && mostBehindS(twin, twin.controllers.firstInterval[0]!, 1) > 0) stiff++;
      drive(twin, state, log, approaches(twin, seed, NIGHT_S, 600, 40), 600);
      called += Array.from(log.priorityDecisions.rows.answer.slice(0, log.priorityDecisions.rows.count)).filter((one) => one === priorityAnswer.stageCalled).length;
      drive(twin, state, log, [], 12 * cycleS);
      expect(state.preemption!.services.regains[0], `seed ${seed}`).toBe(0);
      const before = log.priorityDecisions.rows.count, fromS = state.timeS;
      // Buses that come at any second of a cycle: nobody is told any more that the plan is being regained.
      drive(twin, state, log, Array.from({ length: 8 }, (_, at): Approach => {
        const arrivesS = fromS + 30 + at * cycleS + Math.floor(randomShare(seed, 901, at, 0) * cycleS);
        return { departure: 2 + 3 * at, signalGroup: Math.floor(randomShare(seed, 902, at, 0) * twin.controllers.groupCount[0]!), fromS: arrivesS - 20, arrivesS, untilS: arrivesS + 1 };
      }), 30 + 9 * cycleS);
      const { rows } = log.priorityDecisions, since = Array.from({ length: rows.count - before }, (_, at) => before + at);
      expect(since.length).toBeGreaterThan(0);
      // A held green, too, goes before the plan, which is regained after it; what counts is that it comes to that.
      served += since.filter((row) => rows.answer[row] === priorityAnswer.heldUntilPassed || rows.answer[row] === priorityAnswer.notNeeded).length;
    }
    console.log(`${called} stages called at ${SEEDS.length} junctions, ${stiff} of which can give nothing back at night and something by day; ${served} buses came on green or had theirs held`);
    expect(called).toBeGreaterThan(SEEDS.length);
    expect(stiff).toBe(SEEDS.length);
    expect(served).toBeGreaterThan(SEEDS.length);
  });
});
