// Goal: priority by all means breaks no limit at controllers that are coordinated or change plans by the clock either, and they come back to their plan.
import { expect, test } from 'vitest';
import { applyPlans } from '../../data/build/signals/apply-plans.ts';
import { plansOfTwin } from '../../data/build/signals/plans-of-twin.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { decidePriority } from '../../engine/priority/decide-priority.ts';
import { makeResultLog, type ResultLog } from '../../engine/results/result-log.ts';
import { watchSignals } from '../../engine/signal-monitor/watch-signals.ts';
import { advanceSignals } from '../../engine/signals/advance-signals.ts';
import { isOffPlan } from '../../engine/state/changeover-state.ts';
import { prepareState, type CityState } from '../../engine/state/city-state.ts';
import { lateAgainstPlanS } from '../../engine/twin/plan-lateness.ts';
import { signalPlanOf } from '../../engine/twin/plan-of.ts';
import { scheduledPlan } from '../../engine/twin/plan-schedule.ts';
import { priorityMeans, priorityRuleColumns, usualRule } from '../../engine/twin/priority.ts';
import { isService, priorityAnswer } from '../../engine/twin/priority-words.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { twinOf } from '../verification/drawn-junction.ts';
import { hearRequests } from '../verification/priority-request.ts';
import { randomArms } from '../verification/random-junction.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
/** At junction 116 buses cut stages short just after a change of plan, so that the next begins long before its planned end. */
const SEEDS = proof ? Array.from({ length: 200 }, (_, seed) => seed) : [0, 1, 2, 3, 4, 5, 6, 7, 8, 116], SECONDS = 2000, FROM_S = 6 * 3600;
const ALL_MEANS = Object.values(priorityMeans).reduce((bits, one) => bits | one, 0);
const draw = (seed: number, purpose: number, row = 0): number => randomShare(seed, 700 + purpose, row, 5);

/** Stages may last longer, and the first controller serves by all means; every other junction settles requests together. */
function withPriority(twin: Twin, seed: number): Twin {
  const { intervals, controllers } = twin;
  controllers.busPriority.fill(1);
  for (let interval = 0; interval < intervals.count; interval++) if (intervals.stage[interval]) intervals.longestS[interval] = intervals.durationS[interval]! + Math.floor(draw(seed, 1, interval) * 20);
  twin.priorityRules = tableFrom(priorityRuleColumns, Array.from({ length: controllers.count }, (_, controller) => ({
    ...usualRule, controller, means: ALL_MEANS, recoveryCycleCount: 1 + Math.floor(draw(seed, 2) * 3), lockoutCycleCount: 0, competing: seed % 2,
  })));
  return twin;
}

/** One second; buses ask until `untilTick`. */
function second(twin: Twin, state: CityState, log: ResultLog, seed: number, untilTick: number): void {
  const asks = state.tick < untilTick && draw(seed, 3, state.tick) < 0.5 ? 2 : 0;
  hearRequests(state, Array.from({ length: asks }, (_, row) => ({
    departure: 2 * Math.floor(state.tick / 10) + row, controller: 0, signalGroup: Math.floor(draw(seed, 4, 2 * Math.floor(state.tick / 10) + row) * twin.controllers.groupCount[0]!),
    arrivesS: state.timeS + draw(seed, 5, 2 * state.tick + row) * 25,
  })));
  decidePriority(twin, state, log);
  advanceSignals(twin, state, log);
  watchSignals(twin, state, 1);
  state.tick++;
  state.timeS++;
}

/** A coordinated junction where nobody may wait longer than coordination alone needs, in steps of five seconds. */
function tightlyCoordinated(seed: number): Twin | undefined {
  for (let longestS = 40; longestS <= 120; longestS += 5) {
    const drawn = withPriority(twinOf(randomArms(seed)), seed);
    drawn.signalGroups.longestWaitS.fill(longestS);
    const { value } = applyChanges(drawn, [{ change: 'signal-control', why: 'whatever stage is the longest', controllers: 'all', control: 'coordinated', decisionEveryS: 10, leastStageS: 6 }]);
    if (value!.coordinations.count > 0) return value;
  }
  return undefined;
}

const served = ({ priorityDecisions: { rows } }: ResultLog): number => Array.from(rows.answer.slice(0, rows.count)).filter(isService).length;

test(`${SEEDS.length} coordinated junctions${proof ? '' : ' (200 with JUMEAU_PROOF=1)'}: buses are served, and nobody waits too long`, () => {
  let count = 0, services = 0, cuts = 0;
  for (const seed of SEEDS) {
    const twin = tightlyCoordinated(seed);
    if (!twin) continue;
    count++;
    const state = prepareState(twin, FROM_S), log = makeResultLog(twin, FROM_S);
    while (state.tick < SECONDS) second(twin, state, log, seed, SECONDS);
    services += served(log);
    cuts += Array.from(log.priorityDecisions.rows.answer.slice(0, log.priorityDecisions.rows.count)).filter((answer) => answer === priorityAnswer.earlyGreen).length;
  }
  console.log(`${count} coordinated junctions, ${services} services, ${cuts} of them early greens`);
  expect(count).toBeGreaterThan(SEEDS.length / 2);
  expect(cuts).toBeGreaterThan(count);
});

test(`${SEEDS.length} junctions that change their plan by the clock${proof ? '' : ' (200 with JUMEAU_PROOF=1)'}: the plan that is asked for runs once nobody asks any more`, () => {
  let services = 0;
  const late: { seed: number; lateS: number }[] = [];
  for (const seed of SEEDS) {
    const drawn = twinOf(randomArms(seed)), [file] = plansOfTwin(drawn), own = file!.plans[0]!;
    const longer = own.intervals.map(({ longestTenths: _, ...interval }, at) => (interval.stage ? { ...interval, durationTenths: interval.durationTenths + 10 * Math.floor(draw(seed, 6, at) * 10) } : interval));
    const schedule = Array.from({ length: 5 }, (_, at) => ({ from: `06:${String(5 * (at + 1)).padStart(2, '0')}`, plan: at % 2 === 0 ? 'peak' : 'own' }));
    const { value, problems } = applyPlans(drawn, [{ ...file!, plans: [{ ...own, name: 'own' }, { name: 'peak', offsetTenths: 10 * Math.floor(draw(seed, 7) * 60), intervals: longer }], schedule }], 'f', undefined);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const twin = withPriority(value!, seed), state = prepareState(twin, FROM_S), log = makeResultLog(twin, FROM_S), cycleS = Math.max(...twin.signalPlans.cycleS);
    while (state.tick < SECONDS) second(twin, state, log, seed, SECONDS - Math.ceil(4 * cycleS));
    services += served(log);
    expect(signalPlanOf(twin, state.signals.controllers.interval[0]!), `seed ${seed}`).toBe(scheduledPlan(twin, 0, state.timeS));
    expect(isOffPlan(state.signals, 0, state.timeS), `seed ${seed}`).toBe(false);
    const { interval, startedS } = state.signals.controllers, lateS = lateAgainstPlanS(twin, 0, interval[0]!, startedS[0]!, { planShiftS: 0, leaveOutStage: -1 });
    if (Math.abs(lateS) > 1e-6) late.push({ seed, lateS });
  }
  console.log(`${services} services at ${SEEDS.length} junctions`);
  expect(services).toBeGreaterThan(5 * SEEDS.length);
  expect(late).toEqual([]);
});
