// Goal: how signals are controlled is a change like any other: by name or all, told in words, and taken back without a trace.
import { expect, test } from 'vitest';
import { makeResultLog } from '../../engine/results/result-log.ts';
import { watchSignals } from '../../engine/signal-monitor/watch-signals.ts';
import { advanceSignals } from '../../engine/signals/advance-signals.ts';
import { prepareState } from '../../engine/state/city-state.ts';
import { twinHash } from '../../engine/twin/bytes.ts';
import { aspect, stageChoice } from '../../engine/twin/signals.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { readChanges } from '../../scenarios/changes/read-changes.ts';
import { changeInWords } from '../../scenarios/language/changes.ts';
import { inWords } from '../../scenarios/language/problems.ts';
import { twinOf } from '../verification/drawn-junction.ts';
import { laneWithSignal } from '../verification/signal-lane.ts';

const crossing = (): Twin => twinOf([0, 90, 180, 270].map((bearingDeg) => ({ bearingDeg })));
const asked = (more: object): ReturnType<typeof readChanges> => readChanges([{ change: 'signal-control', why: 'a test of how signals choose', controllers: 'all', control: 'max-pressure', ...more }]);

test('written in short it decides every 10 s and keeps stages of 6 s', () => {
  const { value } = applyChanges(crossing(), asked({}).value!);
  expect([...value!.stageControls.choice]).toEqual([stageChoice.maxPressure]);
  expect([...value!.stageControls.decisionEveryS]).toEqual([10]);
  expect([...value!.stageControls.leastStageS]).toEqual([6]);
});

test('so far as it sees is what it chooses by; nothing nearer than two cars, nothing beyond what cameras see', () => {
  const [change] = asked({ reachM: 50 }).value!;
  expect([...applyChanges(crossing(), [change!]).value!.stageControls.reachM]).toEqual([50]);
  expect([...applyChanges(crossing(), asked({}).value!).value!.stageControls.reachM]).toEqual([200]);
  for (const reachM of [14, 201]) expect(asked({ reachM }).problems.map(({ code }) => code)).toEqual(['change-wrong-field']);
  expect(changeInWords(change!, 'en')).toContain('by the highest pressure within 50 m');
  expect(changeInWords(change!, 'fr')).toContain('vue sur 50\u00a0m');
});

test('back to the plan is the same city again, and a plan that stays one is no change', () => {
  const twin = crossing(), hash = twinHash(twin), { value } = applyChanges(twin, asked({}).value!);
  expect(twinHash(value!)).not.toBe(hash);
  expect(twinHash(applyChanges(value!, asked({ control: 'plan' }).value!).value!)).toBe(hash);
  expect(twinHash(applyChanges(twin, asked({ control: 'plan' }).value!).value!)).toBe(hash);
  expect(twinHash(twin)).toBe(hash);
});

test('a later choice takes the place of an earlier one', () => {
  const { value } = applyChanges(applyChanges(crossing(), asked({}).value!).value!, asked({ control: 'longest-queue', decisionEveryS: 20 }).value!);
  expect([...value!.stageControls.choice]).toEqual([stageChoice.longestQueue]);
  expect([...value!.stageControls.decisionEveryS]).toEqual([20]);
});

test('what is not there or cannot be is told', () => {
  expect(asked({ control: 'best' }).problems.map(({ code }) => code)).toEqual(['change-wrong-field']);
  expect(asked({ leastStageS: 2 }).problems).toHaveLength(1);
  expect(applyChanges(crossing(), asked({ controllers: ['K'] }).value!).problems[0]!.code).toBe('change-unknown-controller');
  // One stage is nothing to choose from.
  const alone = laneWithSignal({ plan: [{ durationS: 40, stage: true, shown: [aspect.green] }, { durationS: 20, shown: [aspect.red] }], limitMps: 14, driving: {}, departS: [] });
  const { value, problems } = applyChanges(alone, asked({}).value!);
  expect(value!.stageControls.count).toBe(0);
  expect(problems.map(({ severity, code, parameters }) => [severity, code, parameters])).toEqual([['warning', 'change-control-keeps-plan', { count: 1, first: 'J', kindOfChange: 'signal-control' }]]);
  expect(inWords(problems[0]!, 'fr').replace(/\s/g, ' ')).toContain('gardent leur plan : 1 (le premier est « J »)');
});

test('coordinated: the longest stage, or the one that is named, and one or the other kind of control', () => {
  const twin = crossing(), stagesOf = ({ intervals }: Twin): number[] => Array.from({ length: intervals.count }, (_, row) => row).filter((row) => intervals.stage[row] === 1), stages = stagesOf(twin);
  twin.intervals.durationS[stages[1]!]! += 5;
  twin.controllers.cycleS[0]! += 5;
  const coordinated = (more: object): Twin => applyChanges(twin, asked({ control: 'coordinated', ...more }).value!).value!;
  expect([...coordinated({}).coordinations.stage]).toEqual([stages[1]]);
  expect([...coordinated({ coordinatedStage: 1 }).coordinations.stage]).toEqual([stages[0]]);
  const both = applyChanges(applyChanges(twin, asked({}).value!).value!, asked({ control: 'coordinated' }).value!).value!;
  expect([both.stageControls.count, both.coordinations.count]).toEqual([0, 1]);
  const none = applyChanges(both, asked({ control: 'plan' }).value!).value!;
  expect(twinHash(none)).toBe(twinHash(twin));
  expect(applyChanges(twin, asked({ control: 'coordinated', coordinatedStage: 7 }).value!).problems.map(({ code }) => code)).toEqual(['change-control-keeps-plan']);
  const [named] = asked({ controllers: ['J'], control: 'coordinated', coordinatedStage: 2 }).value!, [longest] = asked({ controllers: ['J'], control: 'coordinated' }).value!;
  expect(changeInWords(named!, 'en')).toBe('Signals coordinated, the other stages ending for want of traffic in favour of stage 2: J.');
  expect(changeInWords(longest!, 'fr')).toBe('Feux coordonnés : les autres phases finissent faute de trafic au profit de la plus longue : J.');
});

test('in words, in both languages', () => {
  const [change] = asked({ controllers: ['J'], control: 'occupancy-max-pressure' }).value!;
  expect(changeInWords(change!, 'en')).toBe('Stage chosen every 10 s by the highest pressure counted in people: J.');
  expect(changeInWords(change!, 'fr')).toBe('Phase choisie toutes les 10\u00a0s selon la plus forte pression comptée en personnes : J.');
});

test('nobody asks: the running stage stays, and the others come just before their 120 s are over', () => {
  const { value: twin } = applyChanges(crossing(), asked({}).value!), state = prepareState(twin!, 0), log = makeResultLog(twin!, 0);
  for (; state.tick < 3600; state.tick++, state.timeS++) {
    advanceSignals(twin!, state, log);
    watchSignals(twin!, state, 1);
  }
  const { rows } = log.signalChanges, starts = Array.from({ length: rows.count }, (_, row) => rows.timeS[row]!), apart = starts.slice(2).map((timeS, row) => timeS - starts[row + 1]!);
  // Two stages: whichever runs is asked for by nobody, and stays until the other has waited for nearly 120 s.
  expect(Math.min(...apart)).toBeGreaterThan(80);
  expect(Math.max(...apart)).toBeLessThanOrEqual(120);
});
