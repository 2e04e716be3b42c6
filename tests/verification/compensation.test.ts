// Goal: green that a stage lost for a bus comes back to it in its next turns, second by second as by head, and people on a side street lose less for it.
import { describe, expect, test } from 'vitest';
import { codeName, tableFrom } from '../../engine/foundation/table.ts';
import { decidePriority } from '../../engine/priority/decide-priority.ts';
import { finishedTables, makeResultLog, type ResultLog } from '../../engine/results/result-log.ts';
import { advanceSignals } from '../../engine/signals/advance-signals.ts';
import { prepareState } from '../../engine/state/city-state.ts';
import { priorityMeans, priorityRuleColumns, usualRule, type PriorityRule } from '../../engine/twin/priority.ts';
import { priorityAnswer, priorityReason } from '../../engine/twin/priority-words.ts';
import { aspect, groupKind, signalGroupColumns } from '../../engine/twin/signals.ts';
import { category } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { junctionAt } from '../../scenarios/explain/junction-at.ts';
import { junctionSpan } from '../../scenarios/explain/junction-span.ts';
import { junctionInWords } from '../../scenarios/language/priority.ts';
import { whyInWords } from '../../scenarios/language/why-shown.ts';
import { hearRequests } from './priority-request.ts';
import { laneWithSignal } from './signal-lane.ts';

const { green, amber, red } = aspect;

/** 30 s for the street of the buses (group 0), which may be prolonged to 45, and 20 s for the side street (group 1), 5 s to clear after each: a cycle of 60 s. */
function junction(rule: Partial<PriorityRule>, longestWaitS?: number): Twin {
  const twin = laneWithSignal({
    plan: [
      { durationS: 30, longestS: 45, stage: true, shown: [green, red] }, { durationS: 5, shown: [amber, red] },
      { durationS: 20, stage: true, shown: [red, green] }, { durationS: 5, shown: [red, amber] },
    ],
    limitMps: 10, driving: { category: category.bus }, departS: [0],
  });
  twin.priorityRules = tableFrom(priorityRuleColumns, [{ ...usualRule, controller: 0, means: priorityMeans.extension | priorityMeans.earlyGreen, clearQueueS: 0, compensationCycleCount: 1, ...rule }]);
  if (longestWaitS !== undefined) twin.signalGroups = tableFrom(signalGroupColumns, [longestWaitS, 120].map((longest) => ({ controller: 0, kind: groupKind.vehicle, minimumGreenS: 6, amberS: 5, longestWaitS: longest })));
  return twin;
}

interface Told { lengthsS: number[]; rows: string[]; log: ResultLog }

/** How long each interval lasts from the start, and what was said of green that was given back; one bus of group 0 asks from a time until it is there. */
function tell(twin: Twin, bus: { fromS: number; arrivesS: number }): Told {
  const state = prepareState(twin, 0), log = makeResultLog(twin, 0);
  for (; state.timeS < 600; state.tick++, state.timeS++) {
    hearRequests(state, state.timeS >= bus.fromS && state.timeS <= bus.arrivesS ? [{ departure: 0, controller: 0, signalGroup: 0, arrivesS: bus.arrivesS }] : []);
    decidePriority(twin, state, log);
    advanceSignals(twin, state, log);
  }
  const { signalChanges: { rows: changes }, priorityDecisions: { rows } } = log;
  const told = Array.from({ length: rows.count }, (_, row) => row).filter((row) => rows.givenBackS[row]! > 0)
    .map((row) => `${rows.timeS[row]} ${codeName(priorityAnswer, rows.answer[row]!)} ${rows.givenBackS[row]} to ${rows.interval[row]}: ${codeName(priorityReason, rows.reason[row]!)}`);
  return { lengthsS: Array.from({ length: changes.count - 1 }, (_, row) => changes.timeS[row + 1]! - changes.timeS[row]!), rows: told, log };
}

/** The side street ends at 45 in place of 55, so that the bus has green at 50. */
const EARLY = { fromS: 36, arrivesS: 50 };
/** The bus comes 9 s after the end of its green. */
const HELD = { fromS: 10, arrivesS: 39 };

describe('an early green takes ten seconds from the side street', () => {
  test('without compensation the street of the bus has them, for it is the next that may last longer', () => {
    const { lengthsS, rows } = tell(junction({ compensationCycleCount: 0 }), EARLY);
    expect(lengthsS.slice(0, 10)).toEqual([30, 5, 10, 5, 40, 5, 20, 5, 30, 5]);
    expect(rows).toEqual([]);
  });

  test('with it the side street has them in its next turn, and the plan is on time', () => {
    const { lengthsS, rows } = tell(junction({}), EARLY);
    expect(lengthsS.slice(0, 12)).toEqual([30, 5, 10, 5, 30, 5, 30, 5, 30, 5, 20, 5]);
    expect(rows).toEqual(['115 givenBack 10 to 2: greenTaken']);
  });

  test('where the plan does not keep its offset too: the next cycle is longer by as much as this one was shorter', () => {
    const { lengthsS, rows } = tell(junction({ keepsOffset: 0 }), EARLY);
    expect(lengthsS.slice(0, 12)).toEqual([30, 5, 10, 5, 30, 5, 30, 5, 30, 5, 20, 5]);
    expect(rows).toHaveLength(1);
  });

  test('no more than lets the others wait as long as they may, and that is told', () => {
    // Between two greens the street of the bus is red for 25 s after its amber; 30 s are as long as it may. It has the other five.
    const { lengthsS, rows } = tell(junction({}, 30), EARLY);
    expect(lengthsS.slice(0, 12)).toEqual([30, 5, 10, 5, 35, 5, 25, 5, 30, 5, 20, 5]);
    expect(rows).toEqual(['115 givenBack 5 to 2: greenTaken', '115 notGivenBack 5 to 2: othersWaitTooLong']);
  });

  test.each([
    ['en', '00:01:55  green given back to stage 2: 10 s more than planned, for green had been taken from it for priority.'],
    ['fr', '00:01:55  vert rendu à la phase 2 : 10 s de plus que prévu, car du vert lui avait été pris pour une priorité.'],
  ] as const)('it is told with the request for which it was taken (%s)', (language, sentence) => {
    const twin = junction({}), { log } = tell(twin, EARLY), words = (): string => junctionInWords(junctionAt(twin, finishedTables(log), 0, 100), language).join('\n').replaceAll(/\u00a0|\u202f/g, ' ');
    expect(words()).toContain(sentence);
    const row = log.priorityDecisions.rows.answer.indexOf(priorityAnswer.givenBack);
    log.priorityDecisions.rows.givenBackS[row] = 4;
    expect(words()).toContain(sentence.replace('10 s', '4 s'));
  });
});

test('the junction says so while the stage gets it back', () => {
  const twin = junction({}), tables = finishedTables(tell(twin, EARLY).log), { shown, why } = junctionSpan(twin, tables, 0, 0, 300).moments.findLast(({ fromS }) => fromS <= 100)!;
  expect(whyInWords(shown, why, 'en')).toContain('(stage 2): it lasts 10 s longer than planned, which had been taken from it for Vehicle');
  expect(whyInWords(shown, why, 'fr')).toContain('elle garde 10 s de plus que prévu, qui lui avaient été prises pour Véhicule');
});

describe('a green held ten seconds longer', () => {
  test('without compensation all stages that follow give something back, the side street first', () => {
    expect(tell(junction({ compensationCycleCount: 0 }), HELD).lengthsS.slice(0, 8)).toEqual([40, 5, 14, 5, 26, 5, 20, 5]);
  });

  test('with it the stage that was held pays, three tenths of it at a time; the side street loses nothing', () => {
    const { lengthsS, rows } = tell(junction({}), HELD);
    expect(lengthsS.slice(0, 14)).toEqual([40, 5, 20, 5, 21, 5, 20, 5, 29, 5, 20, 5, 30, 5]);
    expect(rows).toEqual([]);
  });

  test('where the plan is to be on time after one cycle the side street pays the second that is too much, and does not get it back', () => {
    const { lengthsS, rows } = tell(junction({ recoveryCycleCount: 1 }), HELD);
    expect(lengthsS.slice(0, 10)).toEqual([40, 5, 19, 5, 21, 5, 20, 5, 30, 5]);
    expect(rows).toEqual(['115 notGivenBack 1 to 2: planTooFarOff']);
  });
});
