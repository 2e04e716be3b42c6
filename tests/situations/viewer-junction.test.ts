// Goal: who opens a junction sees what every signal showed at every second of the run, and the reason that the rows of the run give.
import { expect, test } from 'vitest';
import { tableFrom, type RowValues } from '../../engine/foundation/table.ts';
import { priorityDecisionColumns, REPLAY_SEGMENT_S } from '../../engine/results/tables.ts';
import { aspect, coordinationColumns, stageChoice, stageControlColumns } from '../../engine/twin/signals.ts';
import { priorityAnswer, priorityReason } from '../../engine/twin/priority-words.ts';
import { controllerRows } from '../../scenarios/explain/controller-rows.ts';
import { junctionControl } from '../../scenarios/explain/junction-control.ts';
import { junctionSpan, type JunctionSpan } from '../../scenarios/explain/junction-span.ts';
import { whyInWords } from '../../scenarios/language/why-shown.ts';
import { smallCity } from '../browser/small-city.ts';
import { junctionTables, DECISIONS, TEN_PAST_EIGHT_S as T } from '../browser/small-junction.ts';
import { twinOf } from '../verification/drawn-junction.ts';
import { randomArms } from '../verification/random-junction.ts';
import { FROM_S, recorded, RUN_S } from './recorded-junction.ts';

/** What each group that is ever lit shows at a second, by the pieces. */
const shownAt = (pieces: readonly JunctionSpan[], timeS: number): number[] =>
  pieces.find(({ fromS, untilS }) => timeS >= fromS && timeS < untilS)!.groups.map(({ spans }) => spans.find(({ fromS, untilS }) => timeS >= fromS && timeS < untilS)!.aspect);

test.each([0, 1, 2, 3, 4, 5])('junction %i: every second of every piece is what the signals showed, stages and changes of stage too', (seed) => {
  const twin = twinOf(randomArms(seed)), { shown, changingS, tables } = recorded(twin, seed);
  const pieces = Array.from({ length: RUN_S / REPLAY_SEGMENT_S }, (_, at) => junctionSpan(twin, controllerRows(tables, 0), 0, FROM_S + at * REPLAY_SEGMENT_S, FROM_S + (at + 1) * REPLAY_SEGMENT_S));
  const lit = Array.from(shown[0]!, (_, group) => group).filter((group) => [...twin.aspects.shown].some((code, at) => at % shown[0]!.length === group && code !== aspect.off));
  for (let second = 0; second < RUN_S; second++) expect(shownAt(pieces, FROM_S + second)).toEqual(lit.map((group) => shown[second]![group]));
  // Between two stages nobody is in a stage: what remains is clearing and changing.
  const stagesS = pieces.flatMap(({ stages }) => stages).reduce((sum, stage) => sum + stage.untilS - stage.fromS, 0);
  expect(stagesS).toBeLessThanOrEqual(RUN_S - changingS);
  expect(stagesS).toBeGreaterThan(RUN_S / 3);
  for (const { fromS, moments } of pieces) {
    expect(moments[0]!.fromS).toBe(fromS);
    for (const { shown: { isStage, changingSinceS }, why } of moments) expect(why.because).toBe(changingSinceS !== undefined ? 'changing' : isStage ? 'plan' : 'clearing');
  }
});

const twin = smallCity();
const tablesWith = (decisions: readonly RowValues<typeof priorityDecisionColumns>[]) => ({ ...controllerRows(junctionTables(twin), 0), priorityDecisions: tableFrom(priorityDecisionColumns, decisions) });
const sentenceAt = (timeS: number, decisions = DECISIONS, city = twin, language: 'fr' | 'en' = 'en'): string => {
  const { shown, why } = junctionSpan(city, tablesWith(decisions), 0, 8 * 3600 + 600, 8 * 3600 + 900).moments.findLast(({ fromS }) => fromS <= timeS)!;
  return whyInWords(shown, why, language);
};

test('a green that is held says for whom, until when and why; before anybody asked the plan is the reason', () => {
  expect(sentenceAt(T + 4)).toMatch(/^Green for .* since 08:10:00 \(stage 1\): the signal plan gives it 25 s\.$/);
  expect(sentenceAt(T + 5)).toMatch(/^Green for .* since 08:10:00 \(stage 1\): green prolonged until 08:10:33 for Vehicle vehicle 0, because its green would have ended just before it came\.$/);
  expect(sentenceAt(T + 5, DECISIONS, twin, 'fr')).toMatch(/^Vert pour .* depuis 08:10:00 \(phase 1\)\u00a0: vert prolongé jusqu’à 08:10:33 pour Véhicule vehicle 0, car son vert aurait fini juste avant son passage\.$/);
  expect(sentenceAt(T + 35)).toBe('Clearing after stage 1 since 08:10:33: the junction empties before others come in.');
});

test('another row is another sentence', () => {
  const altered = DECISIONS.map((row) => ({ ...row, untilS: row.untilS < 0 ? row.untilS : row.untilS - 3, departure: 1, reason: priorityReason.absoluteFirst }));
  expect(sentenceAt(T + 5, altered)).toContain('green prolonged until 08:10:30 for Vehicle vehicle 1, because a vehicle with absolute priority goes first');
  expect(sentenceAt(T + 5, [])).toContain('the signal plan gives it 25 s');
});

test('a stage that ends sooner for somebody says so, and the next one for whom it came', () => {
  const early: typeof DECISIONS = [{ ...DECISIONS[0]!, timeS: T + 41, askedS: T + 40, answer: priorityAnswer.earlyGreen, reason: priorityReason.comesOnRed, untilS: T + 55, signalGroup: 0, departure: 2 }];
  expect(sentenceAt(T + 45, early)).toContain('the stage will end as early as 08:10:55 for Vehicle vehicle 2 (green brought forward), because it comes before its green begins');
  expect(sentenceAt(T + 60, early)).toContain('green brought forward at 08:10:41 for Vehicle vehicle 2');
});

test('where traffic decides, the sentence and the kind of control say how', () => {
  const choosing = { ...twin, stageControls: tableFrom(stageControlColumns, [{ controller: 0, choice: stageChoice.maxPressure, decisionEveryS: 10, leastStageS: 6, reachM: 200 }]) };
  const coordinated = { ...twin, coordinations: tableFrom(coordinationColumns, [{ controller: 0, stage: 0, leastStageS: 6 }]) };
  expect([twin, choosing, coordinated].map((city) => junctionControl(city, 0).kind)).toEqual(['plan', 'maxPressure', 'coordinated']);
  expect(junctionControl(coordinated, 0)).toMatchObject({ coordinatedStage: 1, stageCount: 2, cycleS: 60, means: ['extension'] });
  expect(sentenceAt(T + 4, [], choosing)).toContain('chose the stage of most pressure');
  expect(sentenceAt(T + 4, [], coordinated)).toContain('the coordinated stage keeps green until the time that the plan has');
  expect(sentenceAt(T + 50, [], coordinated)).toContain('it lasts while somebody comes, from 6 to 25 s');
});

test('requests stand in every piece in which they were open, and no more of them than anybody reads', () => {
  const many = Array.from({ length: 90 }, (_, at) => ({ ...DECISIONS[0]!, departure: at % 4, askedS: T + at, timeS: T + at }));
  const { requests, requestsLeftOut } = junctionSpan(twin, tablesWith(many), 0, 8 * 3600 + 600, 8 * 3600 + 900);
  expect([requests.length, requestsLeftOut]).toEqual([60, 30]);
  const across = [{ ...DECISIONS[0]!, askedS: T + 280, timeS: T + 290 }, { ...DECISIONS[0]!, askedS: T + 280, timeS: T + 310, answer: priorityAnswer.passed }];
  for (const fromS of [8 * 3600 + 600, 8 * 3600 + 900]) {
    const [request] = junctionSpan(twin, tablesWith(across), 0, fromS, fromS + 300).requests;
    expect(request!.decisions.map(({ answer }) => answer)).toEqual(['extension', 'passed']);
  }
  expect(junctionSpan(twin, tablesWith(across), 0, 8 * 3600 + 1200, 8 * 3600 + 1500).requests).toEqual([]);
});

test('a run that recorded no signals has groups without anything to show, and no moment', () => {
  const tables = junctionTables(twin), none = { ...tablesWith([]), signalChanges: controllerRows(tables, 999).signalChanges };
  const { groups, stages, moments } = junctionSpan(twin, none, 0, 0, 300);
  expect([groups.map(({ spans }) => spans), stages, moments]).toEqual([[[], []], [], []]);
});
