// Goal: what is told of a junction is made from the rows of the run and from nothing else: another row, another sentence.
import { beforeAll, describe, expect, test } from 'vitest';
import { copyTable, tableFrom } from '../../engine/foundation/table.ts';
import { finishedTables, makeResultLog } from '../../engine/results/result-log.ts';
import { priorityDecisionColumns, type ResultTables } from '../../engine/results/tables.ts';
import { decidePriority } from '../../engine/priority/decide-priority.ts';
import { advanceSignals } from '../../engine/signals/advance-signals.ts';
import { beginStage } from '../../engine/signals/begin-stage.ts';
import { prepareState } from '../../engine/state/city-state.ts';
import { priorityMeans, priorityRuleColumns, usualRule } from '../../engine/twin/priority.ts';
import { priorityReason } from '../../engine/twin/priority-words.ts';
import { aspect } from '../../engine/twin/signals.ts';
import { category } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { junctionAt, type ExplainedTables } from '../../scenarios/explain/junction-at.ts';
import { junctionInWords } from '../../scenarios/language/priority.ts';
import { hearRequests } from './priority-request.ts';
import { laneWithSignal } from './signal-lane.ts';

const { green, amber, red } = aspect;

/** A bus that is heard from 08:00:20 on and expected at 08:00:35, 5 s after its green of 30 s would have ended. */
function morning(): { twin: Twin; tables: ResultTables } {
  const twin = laneWithSignal({
    plan: [{ durationS: 30, longestS: 45, stage: true, shown: [green, red] }, { durationS: 5, shown: [amber, red] }, { durationS: 20, stage: true, shown: [red, green] }, { durationS: 5, shown: [red, amber] }],
    limitMps: 10, driving: { category: category.bus }, departS: [0],
  });
  const state = prepareState(twin, 28800), log = makeResultLog(twin, 28800);
  for (; state.timeS < 28860; state.tick++, state.timeS++) {
    hearRequests(state, state.timeS >= 28820 && state.timeS < 28836 ? [{ departure: 0, controller: 0, signalGroup: 0, arrivesS: 28835, lateS: 140 }] : []);
    decidePriority(twin, state, log);
    advanceSignals(twin, state, log);
  }
  return { twin, tables: finishedTables(log) };
}

describe('a green held for a bus', () => {
  let twin: Twin, tables: ResultTables;
  beforeAll(() => { ({ twin, tables } = morning()); });

  const told = (rows: ExplainedTables, language: 'fr' | 'en'): string => junctionInWords(junctionAt(twin, rows, 0, 28833), language).join('\n');

  test('is told with who asked, what was granted, why, and what it cost', () => {
    const english = told(tables, 'en');
    console.log(`${english}\n\n${told(tables, 'fr')}`);
    expect(english).toContain('Stage 1 since 08:00:00');
    expect(english).toContain('It lasted 36 s; the plan has 30.');
    expect(english).toContain('140 s late at its last stop');
    expect(english).toMatch(/08:00:30 {2}green prolonged until 08:00:36: its green would have ended just before it came; due at 08:00:35; it gains 25 s, the others lose about 0 s in all\./);
    expect(told(tables, 'fr')).toMatch(/08:00:30 {2}vert prolongé jusqu’à 08:00:36/);
  });

  test('another row tells another story', () => {
    const priorityDecisions = copyTable(priorityDecisionColumns, tables.priorityDecisions), before = told(tables, 'en');
    const row = priorityDecisions.untilS.findIndex((untilS) => untilS > 0);
    priorityDecisions.untilS[row] = 28840;
    expect(told({ ...tables, priorityDecisions }, 'en')).toBe(before.replace('until 08:00:36', 'until 08:00:40'));
    priorityDecisions.reason[row] = priorityReason.lockout;
    expect(told({ ...tables, priorityDecisions }, 'en')).toContain('the lockout still runs');
    priorityDecisions.count = 0;
    expect(told({ ...tables, priorityDecisions }, 'en')).toContain('No bus or tram asked for priority.');
  });
});

test('on the way from one stage to another the words say so, and name whom the changeover has let go already', () => {
  const only = (one: number): number[] => [0, 1, 2].map((group) => (group === one ? green : red));
  const twin = laneWithSignal({
    plan: [0, 1, 2].flatMap((one) => [{ durationS: 15, stage: true, shown: only(one) }, { durationS: 5, shown: [0, 1, 2].map((group) => (group === one ? amber : red)) }]),
    matrix: [[0, 1, 5], [0, 2, 5], [1, 0, 5], [1, 2, 5], [2, 0, 5], [2, 1, 5]], limitMps: 10, driving: {}, departS: [],
  });
  const state = prepareState(twin, 28800), log = makeResultLog(twin, 28800);
  for (; state.timeS < 28830; state.tick++, state.timeS++) {
    if (state.timeS === 28808) beginStage(twin, state.signals, 0, 4, state.timeS);
    advanceSignals(twin, state, log);
  }
  const at = (atS: number): string => junctionInWords(junctionAt(twin, finishedTables(log), 0, atS), 'en')[1]!;
  expect(at(28807)).toMatch(/^Stage 1 since 08:00:00; green for: /);
  expect(at(28809)).toBe('Changing over since 08:00:08, after stage 1; green for: nobody.');
  expect(at(28813)).toMatch(/^Stage 3 since 08:00:13;/);
});

describe('a stage out of turn', () => {
  /** Three stages of 15 s, 5 s to clear; a bus of the third is heard in the first, at 08:00:02, and due at 08:00:20. */
  function told(means: number, language: 'fr' | 'en'): string {
    const only = (one: number, shown: number): number[] => [0, 1, 2].map((group) => (group === one ? shown : red));
    const twin = laneWithSignal({
      plan: [0, 1, 2].flatMap((one) => [{ durationS: 15, longestS: 30, stage: true, shown: only(one, green) }, { durationS: 5, shown: only(one, amber) }]),
      matrix: [[0, 1, 5], [0, 2, 5], [1, 0, 5], [1, 2, 5], [2, 0, 5], [2, 1, 5]], limitMps: 10, driving: { category: category.bus }, departS: [0],
    });
    twin.priorityRules = tableFrom(priorityRuleColumns, [{ ...usualRule, controller: 0, means, clearQueueS: 0 }]);
    const state = prepareState(twin, 28800), log = makeResultLog(twin, 28800);
    for (; state.timeS < 28880; state.tick++, state.timeS++) {
      hearRequests(state, state.timeS >= 28802 && state.timeS < 28821 ? [{ departure: 0, controller: 0, signalGroup: 2, arrivesS: 28820, lateS: 60 }] : []);
      decidePriority(twin, state, log);
      advanceSignals(twin, state, log);
    }
    return junctionInWords(junctionAt(twin, finishedTables(log), 0, 28810), language).join('\n');
  }

  test.each([
    ['skip', 'stages that nobody asks for left out', 'phases sans demande escamotées'],
    ['insertion', 'stage inserted', 'phase intercalée'],
    ['rotation', 'order of the stages changed', 'ordre des phases changé'],
  ] as const)('%s has its own words', (means, english, french) => {
    expect(told(priorityMeans[means], 'en')).toContain(`08:00:15  ${english}, the running stage ends at 08:00:15: it comes before its green begins; due at 08:00:20; it gains 20 s, the others lose about 0 s in all.`);
    expect(told(priorityMeans[means], 'fr')).toMatch(new RegExp(`08:00:15 {2}${french}, la phase en cours finit à 08:00:15`));
  });
});
