// Goal: a green that is held until a bus has passed is one decision with one cost, also where the controller may extend greens for buses anyway.
import { expect, test } from 'vitest';
import { codeName, tableFrom } from '../../engine/foundation/table.ts';
import { makeResultLog } from '../../engine/results/result-log.ts';
import { prepareState } from '../../engine/state/city-state.ts';
import { preemptionLevel, preemptionRuleColumns } from '../../engine/twin/preemption.ts';
import { priorityAnswer, priorityReason } from '../../engine/twin/priority-words.ts';
import { aspect } from '../../engine/twin/signals.ts';
import { category } from '../../engine/twin/streets.ts';
import { drive } from '../invariants/preempted-junction.ts';
import { laneWithSignal } from './signal-lane.ts';

const { green, red } = aspect;

/** 40 s of green, which may last 50, and 50 s of red. A bus says that it comes at a time, and passes at another. */
function tell(arrivesS: number, passesS: number): { answers: string[]; greenS: number } {
  const twin = laneWithSignal({ plan: [{ durationS: 40, longestS: 50, stage: true, shown: [green] }, { durationS: 50, stage: true, shown: [red] }], limitMps: 10, driving: { category: category.bus }, departS: [0] });
  twin.preemptionRules = tableFrom(preemptionRuleColumns, [{ controller: 0, category: category.bus, level: preemptionLevel.hold, leastClearS: 0, recoveryCycleCount: 3 }]);
  const state = prepareState(twin, 0), log = makeResultLog(twin, 0);
  drive(twin, state, log, [{ departure: 0, signalGroup: 0, fromS: 20, arrivesS, untilS: passesS }], 80);
  const { rows } = log.priorityDecisions;
  return { answers: Array.from({ length: rows.count }, (_, row) => `${rows.timeS[row]} ${codeName(priorityAnswer, rows.answer[row]!)} ${codeName(priorityReason, rows.reason[row]!)}`), greenS: log.signalChanges.rows.timeS[1]! };
}

test('it is held from the second in which it would have ended until it has passed', () => {
  expect(tell(45, 48)).toEqual({ answers: ['40 heldUntilPassed beforeThePlan'], greenS: 48 });
});

test('one that it would take too long for is refused', () => {
  expect(tell(55, 56)).toEqual({ answers: ['40 refused beyondLongest', '41 refused noSuchMeans'], greenS: 40 });
});
