// Goal: plans in tenths of a second, watched in steps of a tenth, a half and a whole second: whatever controllers are asked to do, the safety monitor finds nothing.
import { describe, expect, test } from 'vitest';
import { checkTwin } from '../../data/build/check-twin.ts';
import { planClearanceS } from '../../engine/twin/plan-faults.ts';
import { planLimits, type TimedStep } from '../../engine/twin/plan-limits.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { decidePriority } from '../../engine/priority/decide-priority.ts';
import { makeResultLog, type ResultLog } from '../../engine/results/result-log.ts';
import { watchSignals } from '../../engine/signal-monitor/watch-signals.ts';
import { advanceSignals } from '../../engine/signals/advance-signals.ts';
import { beginStage } from '../../engine/signals/begin-stage.ts';
import { prepareState, type CityState } from '../../engine/state/city-state.ts';
import { priorityMeans, priorityRuleColumns, usualRule } from '../../engine/twin/priority.ts';
import { isService, priorityAnswer } from '../../engine/twin/priority-words.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { twinOf } from '../verification/drawn-junction.ts';
import { hearRequests } from '../verification/priority-request.ts';
import { randomArms } from '../verification/random-junction.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const SEEDS = Array.from({ length: proof ? 50 : 8 }, (_, seed) => seed), STEPS = proof ? 6_000 : 2_000, STEP_LENGTHS_S = [0.1, 0.5, 1];
const ALL_MEANS = Object.values(priorityMeans).reduce((all, one) => all | one, 0);
const draw = (seed: number, purpose: number, row = 0, tick = 0): number => randomShare(seed, 800 + purpose, row, tick);
const tenths = (seed: number, purpose: number, row: number, below = 10): number => Math.floor(draw(seed, purpose, row) * below) / 10;
const rounded = (timeS: number): number => Math.round(timeS * 10) / 10;

/** A junction drawn by chance whose intervals are up to 0.9 s longer, with limits as tight as that plan keeps them: minimum greens apart, which stages may come down to. */
function inTenths(seed: number): Twin {
  const twin = twinOf(randomArms(seed)), { controllers, intervals, aspects, signalGroups, intergreens } = twin, groups = controllers.groupCount[0]!;
  for (let interval = 0; interval < intervals.count; interval++) {
    intervals.durationS[interval] = rounded(intervals.durationS[interval]! + tenths(seed, 1, interval));
    intervals.longestS[interval] = rounded(intervals.durationS[interval]! + (intervals.stage[interval] ? tenths(seed, 2, interval, 200) : 0));
  }
  controllers.cycleS[0] = rounded(intervals.durationS.reduce((sum, durationS) => sum + durationS, 0));
  controllers.offsetS[0] = tenths(seed, 3, 0, 600);
  const steps = Array.from(intervals.durationS, (durationS, at): TimedStep => ({ leastS: durationS, mostS: durationS, shown: [...aspects.shown.slice(intervals.firstAspect[at]!, intervals.firstAspect[at]! + groups)] }));
  for (let group = 0; group < groups; group++) {
    const { leastGreenS, leastAmberS } = planLimits(steps, group);
    signalGroups.minimumGreenS[group] = rounded(Math.min(signalGroups.minimumGreenS[group]! + tenths(seed, 4, group), leastGreenS));
    if (signalGroups.amberS[group]! > 0) signalGroups.amberS[group] = rounded(Math.min(signalGroups.amberS[group]! + tenths(seed, 5, group), leastAmberS));
  }
  for (let row = 0; row < intergreens.count; row++) intergreens.leastS[row] = rounded(Math.min(intergreens.leastS[row]! + tenths(seed, 6, row), planClearanceS(twin, 0, intergreens.endingGroup[row]!, intergreens.startingGroup[row]!)));
  expect(checkTwin(twin).filter(({ code }) => /^twin-(green-below|amber-below|plan-breaks|intergreen|cycle|interval)/.test(code)), `seed ${seed}`).toEqual([]);
  return twin;
}

type Ask = (twin: Twin, state: CityState, seed: number, log: ResultLog) => void;

/** Some steps of some length; how often a stage began, how many buses were served, and how often green that was taken for them was given back. */
function drive(twin: Twin, seed: number, stepS: number, ask: Ask): { changes: number; served: number; givenBack: number } {
  const fromS = Math.floor(draw(seed, 10) * 86400), state = prepareState(twin, fromS), log = makeResultLog(twin, fromS);
  for (; state.tick < STEPS; state.tick++, state.timeS = fromS + state.tick * stepS) {
    ask(twin, state, seed, log);
    advanceSignals(twin, state, log);
    watchSignals(twin, state, stepS);
  }
  const answers = [...log.priorityDecisions.rows.answer.slice(0, log.priorityDecisions.rows.count)];
  return { changes: log.signalChanges.rows.count, served: answers.filter(isService).length, givenBack: answers.filter((answer) => answer === priorityAnswer.givenBack).length };
}

/** Sent to any stage every 20 s on average, also on the way to another. Whoever orders so answers for the waits. */
const sent = (stepS: number): Ask => (twin, state, seed) => {
  if (draw(seed, 11, 0, state.tick) > stepS / 20) return;
  const stages = Array.from({ length: twin.intervals.count }, (_, interval) => interval).filter((interval) => twin.intervals.stage[interval] === 1);
  beginStage(twin, state.signals, 0, stages[Math.floor(draw(seed, 12, 0, state.tick) * stages.length)]!, state.timeS);
};

/** Two buses ask for ten seconds of every twenty, and come within 25. */
const asked: Ask = (twin, state, seed, log) => {
  const span = Math.floor(state.timeS / 10), since = 10 * span;
  hearRequests(state, span % 2 === 0 ? [] : [0, 1].map((row) => ({
    departure: 2 * span + row, controller: 0, signalGroup: Math.floor(draw(seed, 13, 2 * (span % 1000) + row) * twin.controllers.groupCount[0]!), arrivesS: since + tenths(seed, 14, 2 * (span % 1000) + row, 250),
  })));
  decidePriority(twin, state, log);
};

const unwaited = (twin: Twin): Twin => { twin.signalGroups.longestWaitS.fill(0); return twin; };
const served = (twin: Twin, seed: number): Twin => {
  twin.controllers.busPriority.fill(1);
  twin.signalGroups.longestWaitS.fill(240);
  twin.priorityRules = tableFrom(priorityRuleColumns, [{ ...usualRule, controller: 0, means: ALL_MEANS, clearQueueS: tenths(seed, 7, 0, 50), passingMarginS: tenths(seed, 8, 0, 30), shortestStageS: 6 + tenths(seed, 9, 0, 20), lockoutCycleCount: 0, compensationCycleCount: seed % 3, competing: seed % 2 }]);
  return twin;
};
const choosing = (twin: Twin): Twin | undefined => {
  const { value } = applyChanges(twin, [{ change: 'signal-control', why: 'whoever waits longest', controllers: 'all', control: 'longest-queue', decisionEveryS: 10, leastStageS: 6 }]);
  return value!.stageControls.count > 0 ? value! : undefined;
};

const kinds: readonly [string, (seed: number) => Twin | undefined, (stepS: number) => Ask][] = [
  ['by their plan', (seed) => unwaited(inTenths(seed)), () => () => {}],
  ['sent to any stage', (seed) => unwaited(inTenths(seed)), sent],
  ['choosing where nobody asks', (seed) => choosing(inTenths(seed)), () => () => {}],
  ['asked by buses, by all means', (seed) => served(inTenths(seed), seed), () => asked],
];

describe.each(STEP_LENGTHS_S)(`%f s a step, ${STEPS} steps at ${SEEDS.length} junctions${proof ? '' : ' (6,000 at 50 with JUMEAU_PROOF=1)'}`, (stepS) => {
  test.each(kinds)('%s', (kind, make, ask) => {
    let junctions = 0, changes = 0, services = 0, givenBack = 0;
    for (const seed of SEEDS) {
      const twin = make(seed);
      if (!twin) continue;
      const driven = drive(twin, seed, stepS, ask(stepS));
      junctions++;
      changes += driven.changes;
      services += driven.served;
      givenBack += driven.givenBack;
    }
    console.log(`${kind}, ${stepS} s: ${junctions} junctions, ${changes} stages and clearings begun, ${services} buses served, green given back ${givenBack} times`);
    expect(junctions).toBeGreaterThan(SEEDS.length / 2);
    // Nobody stood still.
    expect(changes).toBeGreaterThan((junctions * STEPS * stepS) / 120);
    if (kind.startsWith('asked')) {
      expect(services).toBeGreaterThan(junctions);
      if (STEPS * stepS >= 600) expect(givenBack).toBeGreaterThan(0);
    }
  });
});
