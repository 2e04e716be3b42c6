// Goal: whatever junction gives back green that it took for buses, no limit is broken, the plan is back within the cycles declared, and no stage has lost more than it got back or was told why not.
import { describe, expect, test } from 'vitest';
import { applyPlans } from '../../data/build/signals/apply-plans.ts';
import { plansOfTwin } from '../../data/build/signals/plans-of-twin.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { codeName, tableFrom } from '../../engine/foundation/table.ts';
import { makeResultLog, type ResultLog } from '../../engine/results/result-log.ts';
import { prepareState, type CityState } from '../../engine/state/city-state.ts';
import { priorityMeans, priorityRuleColumns, usualRule } from '../../engine/twin/priority.ts';
import { isService, priorityAnswer, priorityReason } from '../../engine/twin/priority-words.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { twinOf } from '../verification/drawn-junction.ts';
import type { HeardRequest } from '../verification/priority-request.ts';
import { randomArms } from '../verification/random-junction.ts';
import { hashAfterCut, second, shownByPlan } from './asked-junction.ts';
import { approaches, drive as driveWith, withPreemption } from './preempted-junction.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const SEEDS = Array.from({ length: proof ? 200 : 12 }, (_, seed) => seed), SECONDS = proof ? 3000 : 1500, QUIET_CYCLES = 8, FIRST_TICK = 120;
const draw = (seed: number, purpose: number, row = 0): number => randomShare(seed, 800 + purpose, row, 9);
const whole = (seed: number, purpose: number, below: number, row = 0): number => Math.floor(draw(seed, purpose, row) * below);
const IN_ORDER = priorityMeans.extension | priorityMeans.earlyGreen, ALL_MEANS = Object.values(priorityMeans).reduce((bits, one) => bits | one, 0);

/** A junction drawn by chance that compensates; half of them keep their offset. */
function junction(seed: number, means: number): Twin {
  const twin = twinOf(randomArms(seed)), { intervals, controllers } = twin;
  controllers.busPriority.fill(1);
  for (let interval = 0; interval < intervals.count; interval++) {
    if (intervals.stage[interval] && draw(seed, 1, interval) > 0.3) intervals.longestS[interval] = intervals.durationS[interval]! + whole(seed, 2, 20, interval);
  }
  if ((means & priorityMeans.skip) !== 0) twin.signalGroups.longestWaitS.fill(240);
  twin.priorityRules = tableFrom(priorityRuleColumns, Array.from({ length: controllers.count }, (_, controller) => ({
    ...usualRule, controller, means, recoveryCycleCount: 1 + whole(seed, 3, 3), compensationCycleCount: 1 + whole(seed, 4, 2), lockoutCycleCount: whole(seed, 5, 2), keepsOffset: whole(seed, 6, 2),
  })));
  return twin;
}

/** Two buses ask, each for ten seconds, and come within 25: now and then, so that there is time to give back. */
function buses(twin: Twin, seed: number, { tick, timeS }: CityState): HeardRequest[] {
  const turn = Math.floor(tick / 10);
  // A run begins in the middle of a stage: what that lasts is compared with nothing.
  return tick < FIRST_TICK || draw(seed, 7, turn) < 0.8 ? [] : [0, 1].map((row) => ({
    departure: 2 * turn + row, controller: 0, signalGroup: whole(seed, 8, twin.controllers.groupCount[0]!, 2 * turn + row), arrivesS: timeS + draw(seed, 9, 2 * tick + row) * 25,
  }));
}

/** Buses for a while, then nobody for some cycles. */
function drive(seed: number, means: number): { twin: Twin; state: CityState; log: ResultLog } {
  const twin = junction(seed, means), fromS = whole(seed, 10, 86400), state = prepareState(twin, fromS), log = makeResultLog(twin, fromS);
  while (state.tick < SECONDS + QUIET_CYCLES * twin.controllers.cycleS[0]!) second(twin, state, log, state.tick < SECONDS ? buses(twin, seed, state) : []);
  return { twin, state, log };
}

/** By stage of the plan: every turn from the second on as seconds more than planned, and the rows that tell of it, in the order of time. */
function turnsOf({ intervals }: Twin, { signalChanges: { rows }, priorityDecisions: { rows: told } }: ResultLog): Map<number, { endS: number; moreS: number; notGivenBackS: number; givenBackS: number }[]> {
  const turns = new Map<number, { endS: number; moreS: number; notGivenBackS: number; givenBackS: number }[]>();
  // The run begins in the middle of an interval.
  for (let row = 1; row + 1 < rows.count; row++) {
    const interval = rows.interval[row]!, endS = rows.timeS[row + 1]!;
    if (rows.controller[row] !== 0 || intervals.stage[interval] === 0) continue;
    const turn = { endS, moreS: endS - rows.timeS[row]! - intervals.durationS[interval]!, notGivenBackS: 0, givenBackS: 0 };
    for (let at = 0; at < told.count; at++) {
      if (told.interval[at] !== interval || told.timeS[at] !== endS) continue;
      if (told.answer[at] === priorityAnswer.notGivenBack) turn.notGivenBackS += told.givenBackS[at]!;
      if (told.answer[at] === priorityAnswer.givenBack) turn.givenBackS += told.givenBackS[at]!;
    }
    turns.set(interval, [...(turns.get(interval) ?? []), turn]);
  }
  return turns;
}

describe(`${SEEDS.length} junctions drawn by chance${proof ? '' : ' (200 with JUMEAU_PROOF=1)'}`, () => {
  test('green held or brought forward: what a stage lost it has got back in the turns declared, or a row says why not', () => {
    let lostS = 0, backS = 0;
    const withheld = new Map<string, number>();
    for (const seed of SEEDS) {
      const { twin, log } = drive(seed, IN_ORDER), declared = twin.priorityRules.compensationCycleCount[0]!;
      for (const [stage, turns] of turnsOf(twin, log)) {
        // What it has had more than planned so far, from what was shown alone; and turns since it last had less.
        let sumS = 0, since = 0;
        for (const { endS, moreS, givenBackS, notGivenBackS } of turns) {
          const where = `seed ${seed}, stage ${stage}, until ${endS}`;
          expect(givenBackS, where).toBeLessThanOrEqual(Math.max(0, moreS));
          lostS += Math.max(0, -moreS);
          backS += givenBackS;
          since = moreS < 0 ? 0 : since + 1;
          sumS += moreS + notGivenBackS;
          if (since >= declared) expect(sumS, where).toBeGreaterThanOrEqual(0);
        }
      }
      const { rows } = log.priorityDecisions;
      for (let row = 0; row < rows.count; row++) {
        if (rows.answer[row] !== priorityAnswer.notGivenBack) continue;
        const why = codeName(priorityReason, rows.reason[row]!);
        withheld.set(why, (withheld.get(why) ?? 0) + rows.givenBackS[row]!);
      }
    }
    console.log(`stages were shorter by ${lostS} s, ${backS} s of it came back to those that were owed; not given back: ${[...withheld].map(([why, seconds]) => `${why} ${seconds} s`).join(', ')}`);
    expect(backS).toBeGreaterThan(0);
    expect([...withheld.keys()].filter((why) => why !== 'othersWaitTooLong' && why !== 'planTooFarOff')).toEqual([]);
  });

  test.each([['in the order of the plan', IN_ORDER], ['by all means', ALL_MEANS]])('%s: nothing is broken, and some cycles after the last bus the plan runs as it does alone', (_, means) => {
    let services = 0;
    for (const seed of SEEDS) {
      const { twin, state, log } = drive(seed, means), { keepsOffset } = twin.priorityRules;
      services += Array.from(log.priorityDecisions.rows.answer.slice(0, log.priorityDecisions.rows.count)).filter(isService).length;
      if (keepsOffset[0] === 1) expect(String(state.signals.shown), `seed ${seed}`).toBe(String(prepareState(twin, state.timeS - 1).signals.shown));
      expect([...state.compensation!.stages.accountS].every((accountS) => accountS >= 0), `seed ${seed}`).toBe(true);
    }
    console.log(`${services} services`);
    expect(services).toBeGreaterThan(SEEDS.length);
  });

  test.each(SEEDS.slice(0, 5))('stopped and taken up again: the same state, bit for bit (seed %i)', (seed) => {
    const twin = junction(seed, ALL_MEANS);
    const hashAfter = (cutTick: number): string => hashAfterCut(twin, cutTick, (state) => buses(twin, seed, state));
    expect(hashAfter(301)).toBe(hashAfter(-1));
  });
});

describe('one bus at each', () => {
  test.each([['in the order of the plan', IN_ORDER], ['by all means', ALL_MEANS]])('%s: the plan is back at its offset within the cycles declared', (_, means) => {
    const cyclesBy = new Map<number, number[]>();
    for (const seed of SEEDS) {
      const twin = junction(seed, means);
      twin.priorityRules.keepsOffset.fill(1);
      const byPlan = shownByPlan(twin), cycleS = byPlan.length, state = prepareState(twin, 0), log = makeResultLog(twin, 0), allowed = twin.priorityRules.recoveryCycleCount[0]!;
      const askFromS = Math.floor(cycleS * (2 + draw(seed, 11))), arrivesS = askFromS + 5 + whole(seed, 12, 40), signalGroup = whole(seed, 13, twin.controllers.groupCount[0]!);
      let offAtS = -1;
      while (state.timeS < askFromS + (allowed + 6) * cycleS) {
        second(twin, state, log, state.timeS >= askFromS && state.timeS <= arrivesS ? [{ departure: 0, controller: 0, signalGroup, arrivesS }] : []);
        if (String(state.signals.shown) !== byPlan[(state.timeS - 1) % cycleS]) offAtS = state.timeS - 1;
      }
      const { count, answer, timeS } = log.priorityDecisions.rows, last = answer.slice(0, count).findLastIndex(isService);
      if (last < 0) continue;
      const cycles = Math.max(0, offAtS + 1 - timeS[last]!) / cycleS;
      cyclesBy.set(allowed, [...(cyclesBy.get(allowed) ?? []), cycles]);
      // The cycle in which the bus is served comes first.
      expect(cycles, `seed ${seed}`).toBeLessThanOrEqual(1 + allowed);
    }
    console.log([...cyclesBy].sort().map(([allowed, cycles]) => `${cycles.length} services with ${allowed} cycles declared: ${Math.max(...cycles).toFixed(2)} at most`).join('; '));
    expect([...cyclesBy.values()].flat().length).toBeGreaterThan(SEEDS.length / 10);
  });
});

test('somebody goes before the plan, or the clock changes it: nothing is broken, nothing is owed for ever, and what is lost by it is told', () => {
  const told = new Map<string, number>();
  for (const seed of SEEDS) {
    const drawn = junction(seed, ALL_MEANS), [file] = plansOfTwin(drawn), own = file!.plans[0]!, fromS = 6 * 3600;
    const peak = own.intervals.map(({ longestTenths: _, ...interval }, at) => (interval.stage ? { ...interval, durationTenths: interval.durationTenths + 10 * whole(seed, 14, 10, at) } : interval));
    const schedule = Array.from({ length: 4 }, (_, at) => ({ from: `06:${String(5 * (at + 1)).padStart(2, '0')}`, plan: at % 2 === 0 ? 'peak' : 'own' }));
    const { value, problems } = applyPlans(drawn, [{ ...file!, plans: [{ ...own, name: 'own' }, { name: 'peak', offsetTenths: 0, intervals: peak }], schedule }], 'f', undefined);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const twin = withPreemption(value!, seed), state = prepareState(twin, fromS), log = makeResultLog(twin, fromS), cycleS = Math.max(...twin.signalPlans.cycleS);
    driveWith(twin, state, log, approaches(twin, seed, fromS, 1500, 25), 1500);
    driveWith(twin, state, log, [], 12 * cycleS);
    expect(state.preemption!.services.regains[0], `seed ${seed}`).toBe(0);
    expect([...state.compensation!.stages.accountS].every((accountS) => accountS >= 0), `seed ${seed}`).toBe(true);
    const { rows } = log.priorityDecisions;
    for (let row = 0; row < rows.count; row++) {
      if (rows.givenBackS[row] === 0) continue;
      expect(rows.givenBackS[row]).toBeGreaterThan(0);
      const what = `${codeName(priorityAnswer, rows.answer[row]!)} ${codeName(priorityReason, rows.reason[row]!)}`;
      told.set(what, (told.get(what) ?? 0) + rows.givenBackS[row]!);
    }
  }
  console.log([...told].map(([what, seconds]) => `${what} ${seconds} s`).join(', '));
  for (const what of ['givenBack greenTaken', 'notGivenBack planBeingRegained', 'notGivenBack planChanged']) expect(told.get(what) ?? 0, what).toBeGreaterThan(0);
});
