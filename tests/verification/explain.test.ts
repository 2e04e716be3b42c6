// Goal: what is told of a junction is made from the rows of the run and from nothing else: another row, another sentence.
import { beforeAll, describe, expect, test } from 'vitest';
import { copyTable } from '../../engine/foundation/table.ts';
import { finishedTables, makeResultLog } from '../../engine/results/result-log.ts';
import { priorityDecisionColumns, type ResultTables } from '../../engine/results/tables.ts';
import { decidePriority } from '../../engine/priority/decide-priority.ts';
import { advanceSignals } from '../../engine/signals/advance-signals.ts';
import { prepareState } from '../../engine/state/city-state.ts';
import { priorityReason } from '../../engine/twin/priority-words.ts';
import { aspect } from '../../engine/twin/signals.ts';
import { category } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { junctionAt } from '../../scenarios/explain/junction-at.ts';
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

  const told = (rows: Pick<ResultTables, 'signalChanges' | 'priorityDecisions'>, language: 'fr' | 'en'): string => junctionInWords(junctionAt(twin, rows, 0, 28833), language).join('\n');

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
