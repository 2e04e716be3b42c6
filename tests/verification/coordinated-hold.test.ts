// Goal: a coordinated stage that began early, because nobody came on the side street, is held for a bus as far beyond its planned end as any other.
import { expect, test } from 'vitest';
import { codeName, tableFrom } from '../../engine/foundation/table.ts';
import { decidePriority } from '../../engine/priority/decide-priority.ts';
import { makeResultLog } from '../../engine/results/result-log.ts';
import { advanceSignals } from '../../engine/signals/advance-signals.ts';
import { prepareState } from '../../engine/state/city-state.ts';
import { priorityAnswer, priorityReason } from '../../engine/twin/priority-words.ts';
import { aspect, coordinationColumns } from '../../engine/twin/signals.ts';
import { category } from '../../engine/twin/streets.ts';
import { hearRequests } from './priority-request.ts';
import { laneWithSignal } from './signal-lane.ts';

const { green, amber, red } = aspect;

/** The coordinated stage has 30 s and ends at 30, 90, 150 s; the side street 20 s, 6 s if nobody comes. A bus of the main street comes at a time. */
function tell(arrivesS: number): { answers: string[]; changesS: number[] } {
  const twin = laneWithSignal({
    plan: [
      { durationS: 30, longestS: 40, stage: true, shown: [green, red] }, { durationS: 5, shown: [amber, red] },
      { durationS: 20, stage: true, shown: [red, green] }, { durationS: 5, shown: [red, amber] },
    ],
    limitMps: 10, driving: { category: category.bus }, departS: [0],
  });
  twin.coordinations = tableFrom(coordinationColumns, [{ controller: 0, stage: 0, leastStageS: 6 }]);
  const state = prepareState(twin, 0), log = makeResultLog(twin, 0);
  for (; state.timeS < 200; state.tick++, state.timeS++) {
    hearRequests(state, state.timeS >= 70 && state.timeS <= arrivesS ? [{ departure: 0, controller: 0, signalGroup: 0, arrivesS }] : []);
    decidePriority(twin, state, log);
    advanceSignals(twin, state, log);
  }
  const { priorityDecisions: { rows }, signalChanges: { rows: changes } } = log;
  return {
    answers: Array.from({ length: rows.count }, (_, row) => `${rows.timeS[row]} ${codeName(priorityAnswer, rows.answer[row]!)} ${codeName(priorityReason, rows.reason[row]!)}`),
    changesS: Array.from({ length: changes.count }, (_, row) => changes.timeS[row]!),
  };
}

test('it begins 14 s early, and lasts until a second after the bus; its next end is on time', () => {
  const { answers, changesS } = tell(94);
  expect(changesS).toEqual([0, 30, 35, 41, 46, 95, 100, 106, 111, 150, 155, 161, 166]);
  expect(answers).toEqual(['90 extension missesGreen']);
});

test('ten seconds beyond its end by the plan are the most', () => {
  const { answers, changesS } = tell(100);
  expect(changesS).toContain(90);
  expect(answers).toEqual(['90 refused beyondLongest', '96 refused noSuchMeans']);
});
