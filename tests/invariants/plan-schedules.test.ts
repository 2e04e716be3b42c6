// Goal: plans that change by the clock break no limit on the way, and are in step with cycle and offset of the new plan within three cycles.
import { describe, expect, test } from 'vitest';
import { checkTwin } from '../../data/build/check-twin.ts';
import { applyPlans } from '../../data/build/signals/apply-plans.ts';
import { plansOfTwin } from '../../data/build/signals/plans-of-twin.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { makeResultLog } from '../../engine/results/result-log.ts';
import { watchSignals } from '../../engine/signal-monitor/watch-signals.ts';
import { advanceSignals } from '../../engine/signals/advance-signals.ts';
import { prepareState, type CityState } from '../../engine/state/city-state.ts';
import { cycleOfS, firstIntervalOf, offsetOfS, signalPlanOf } from '../../engine/twin/plan-of.ts';
import { scheduledPlan } from '../../engine/twin/plan-schedule.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { twinOf } from '../verification/drawn-junction.ts';
import { randomArms } from '../verification/random-junction.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const SEEDS = Array.from({ length: proof ? 250 : 25 }, (_, seed) => seed), SWITCHES = 8, FROM_S = 6 * 3600, BETWEEN_S = 900;
/** The declared number, of the longest cycle of all plans. */
const MOST_CYCLES = 3;

/** A junction with its own plan and two more: stages longer, shorter, by one second or by twenty, begun at any time; the order may be turned around. */
function scheduled(seed: number): Twin {
  const twin = twinOf(randomArms(seed)), [file] = plansOfTwin(twin), own = file!.plans[0]!;
  const draw = (purpose: number, row: number): number => randomShare(seed, purpose, row, 60);
  const other = (name: string, key: number) => {
    const intervals = own.intervals.map((interval, at) => (interval.stage ? { ...interval, durationTenths: Math.max(60, interval.durationTenths - 100 + 10 * Math.floor(draw(key, at) * 21)) } : interval));
    for (const interval of intervals) delete (interval as { longestTenths?: number }).longestTenths;
    return { name, offsetTenths: 10 * Math.floor(draw(key, 99) * 60), intervals };
  };
  const plans = [{ ...own, name: 'own' }, other('peak', 1), other('night', 2)];
  const schedule = Array.from({ length: SWITCHES }, (_, at) => ({ from: `${String(6 + Math.floor(((at + 1) * BETWEEN_S) / 3600)).padStart(2, '0')}:${String(Math.floor((((at + 1) * BETWEEN_S) % 3600) / 60)).padStart(2, '0')}`, plan: ['peak', 'night', 'own'][at % 3]! }));
  const { value, problems } = applyPlans(twin, [{ ...file!, plans, schedule }], 'f', undefined);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return value!;
}

/** Second by second whether the plan that runs is the one asked for, at the place in it that the clock says. */
function inStep(twin: Twin, state: CityState): boolean {
  const { controllers } = state.signals, interval = controllers.interval[0]!, due = scheduledPlan(twin, 0, state.timeS);
  if (signalPlanOf(twin, interval) !== due || state.signals.changeovers.controllers.toStage[0]! >= 0) return false;
  const cycleS = cycleOfS(twin, interval);
  let startS = offsetOfS(twin, interval);
  for (let before = firstIntervalOf(twin, interval); before < interval; before++) startS += twin.intervals.durationS[before]!;
  const endS = startS + twin.intervals.durationS[interval]!, apartS = (controllers.endsS[0]! - endS) / cycleS;
  return Math.abs(apartS - Math.round(apartS)) * cycleS < 1e-6;
}

describe(`${SEEDS.length} junctions${proof ? '' : ' (250 with JUMEAU_PROOF=1)'}, ${SWITCHES} changes of plan each`, () => {
  test('no limit is broken, and every new plan is in step in time', () => {
    const lateCycles: number[] = [];
    for (const seed of SEEDS) {
      const twin = scheduled(seed), state = prepareState(twin, FROM_S), log = makeResultLog(twin, FROM_S);
      let outS = 0, switched = 0;
      for (; state.timeS < FROM_S + (SWITCHES + 1) * BETWEEN_S; state.tick++, state.timeS++) {
        advanceSignals(twin, state, log);
        watchSignals(twin, state, 1);
        if (inStep(twin, state)) continue;
        // How long ago the last change was due.
        const sinceS = (state.timeS - FROM_S) % BETWEEN_S;
        outS = Math.max(outS, state.timeS < FROM_S + BETWEEN_S ? BETWEEN_S : sinceS);
        switched++;
      }
      expect(switched).toBeGreaterThan(0);
      const longestS = Math.max(...twin.signalPlans.cycleS);
      lateCycles.push(outS / longestS);
      expect(outS, `seed ${seed}`).toBeLessThanOrEqual(MOST_CYCLES * longestS);
    }
    lateCycles.sort((one, other) => one - other);
    console.log(`in step after ${lateCycles[Math.floor(lateCycles.length / 2)]!.toFixed(2)} of the longest cycle at the median junction, ${lateCycles.at(-1)!.toFixed(2)} at the worst`);
  });
});

test('a run may begin at any hour: the plan of that hour, at its place', () => {
  for (const seed of SEEDS.slice(0, 10)) {
    const twin = scheduled(seed);
    for (const fromS of [0, FROM_S, FROM_S + BETWEEN_S, FROM_S + 2 * BETWEEN_S + 17, 20 * 3600, 30 * 3600]) {
      const state = prepareState(twin, fromS);
      expect(inStep(twin, state)).toBe(true);
      advanceSignals(twin, state, makeResultLog(twin, fromS));
      expect(inStep(twin, state)).toBe(true);
    }
  }
});

test('days of the week count from the date of the city', () => {
  const twin = scheduled(0), first = twin.signalPlans.count;
  expect(first).toBe(3);
  twin.facts = { ...twin.facts, date: '2026-01-16' }; // A Friday.
  twin.planSwitches.days.fill(0b0010000);
  const fridayS = 9 * 3600, at = (timeS: number): number => scheduledPlan(twin, 0, timeS);
  const last = twin.planSwitches.plan[SWITCHES - 1]!;
  expect(at(6 * 3600 + BETWEEN_S)).toBe(twin.planSwitches.plan[0]);
  // From Friday morning until the Friday after the last entry holds; before the first that of the week before.
  expect([at(fridayS), at(fridayS + 86400 * 3), at(86400 * 7), at(0)]).toEqual([last, last, last, last]);
});

test('a schedule that names the plan of another, no time of a week, or plans that do not follow each other, is no city', () => {
  const codes = (spoil: (twin: Twin) => void): string[] => {
    const twin = scheduled(1);
    spoil(twin);
    return checkTwin(twin).map(({ code }) => code);
  };
  expect(codes(() => {})).toEqual([]);
  expect(codes((twin) => { twin.planSwitches.plan[0] = -1; })).toContain('twin-switch-to-another');
  expect(codes((twin) => { twin.planSwitches.atS[0] = 90_000; })).toContain('twin-switch-time');
  expect(codes((twin) => { twin.planSwitches.days[0] = 0; })).toContain('twin-switch-time');
  expect(codes((twin) => { twin.signalPlans.firstInterval[1]! += 1; })).toContain('twin-plan-elsewhere');
  expect(codes((twin) => { twin.signalPlans.cycleS[0]! += 1; })).toContain('twin-first-plan-differs');
  expect(codes((twin) => { twin.intervals.durationS[twin.signalPlans.firstInterval[1]! + 1]! -= 1; }).length).toBeGreaterThan(0);
});
