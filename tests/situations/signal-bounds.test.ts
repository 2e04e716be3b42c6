// Goal: numbers of signals that no controller has, and that a run would choke on, are told before it begins.
import { expect, test } from 'vitest';
import { checkTwin } from '../../data/build/check-twin.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { coordinationColumns, stageChoice, stageControlColumns } from '../../engine/twin/signals.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { inWords } from '../../scenarios/language/problems.ts';
import { twinOf } from '../verification/drawn-junction.ts';

const crossing = (): Twin => twinOf([0, 90, 180, 270].map((bearingDeg) => ({ bearingDeg })));

function told(spoil: (twin: Twin) => void): string[] {
  const twin = crossing();
  spoil(twin);
  const problems = checkTwin(twin).filter(({ severity }) => severity === 'error');
  for (const problem of problems) for (const language of ['fr', 'en'] as const) expect(inWords(problem, language)).not.toMatch(/undefined/);
  return [...new Set(problems.map(({ code }) => code))];
}

const choosing = (decisionEveryS: number, leastStageS: number, reachM = 200) => (twin: Twin): void => { twin.stageControls = tableFrom(stageControlColumns, [{ controller: 0, choice: stageChoice.longestQueue, decisionEveryS, leastStageS, reachM }]); };
const coordinated = (leastStageS: number) => (twin: Twin): void => { twin.coordinations = tableFrom(coordinationColumns, [{ controller: 0, stage: twin.intervals.stage.indexOf(1), leastStageS }]); };

test('as drawn, and at their bounds, there is nothing to tell', () => {
  expect(told(() => {})).toEqual([]);
  expect(told((twin) => { twin.intervals.longestS[twin.intervals.stage.indexOf(1)] = 3600; })).toEqual([]);
  expect(told(choosing(1, 1))).toEqual([]);
  expect(told(coordinated(6))).toEqual([]);
});

test('a stage that may be prolonged for hours, an interval of a nanosecond', () => {
  expect(told((twin) => { twin.intervals.longestS[twin.intervals.stage.indexOf(1)] = 1e9; })).toEqual(['twin-interval-too-long']);
  expect(told((twin) => { twin.intervals.durationS[0] = 1e-9; })).toContain('twin-interval-without-duration');
});

test('a controller that would choose for ever within a step, or twice; a coordinated stage of no length', () => {
  for (const [everyS, leastS] of [[0, 6], [10, 0], [1e-9, 1e-9], [1e9, 6], [10, -1]] as const) expect(told(choosing(everyS, leastS))).toEqual(['twin-stage-control']);
  for (const reachM of [0, -1, 200.5, 1e9]) expect(told(choosing(10, 6, reachM))).toEqual(['twin-stage-control']);
  expect(told((twin) => { twin.stageControls = tableFrom(stageControlColumns, [0, 0].map((controller) => ({ controller, choice: stageChoice.longestQueue, decisionEveryS: 10, leastStageS: 6, reachM: 200 }))); })).toEqual(['twin-stage-control']);
  for (const leastS of [0, 1e-9, 1e9]) expect(told(coordinated(leastS))).toEqual(['twin-coordinated-stage']);
});
