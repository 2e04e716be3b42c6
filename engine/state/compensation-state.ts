import { codeOf, f64, makeTable, rowOf, u16, type Table } from '../foundation/table.ts';
import { priorityReason } from '../twin/priority-words.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** One row for each interval; those that are no stage have no account. */
export const stageAccountColumns = {
  accountS: f64('how much longer this stage has lasted for buses and trams than its plan says, not yet given back; negative: how much shorter'),
  turnsLeft: f64('where it was shorter: in so many of its next turns it may get that back'),
  withheldFor: codeOf(priorityReason, 'why it did not get all of it back in its last turn'),
};

/** One row for each controller: whom it served last. */
export const servedColumns = {
  departure: rowOf('departures', 'who that was, -1 for nobody yet'),
  signalGroup: u16('for which group it had asked'),
  askedS: f64('when the controller had first heard of it'),
  regainByS: f64('when the plan is to be on time again'),
};

/** What stages have lost and gained by priority, at controllers that compensate. */
export interface CompensationState {
  stages: Table<typeof stageAccountColumns>;
  served: Table<typeof servedColumns>;
}

/** Undefined in a city where no rules ask for compensation. */
export function prepareCompensation({ priorityRules, intervals, controllers }: ReadingTwin): CompensationState | undefined {
  let isAsked = false;
  for (let row = 0; row < priorityRules.count; row++) isAsked ||= priorityRules.compensationCycleCount[row]! > 0;
  if (!isAsked) return undefined;
  const served = makeTable(servedColumns, controllers.count);
  served.departure.fill(-1);
  served.regainByS.fill(-Infinity);
  return { stages: makeTable(stageAccountColumns, intervals.count), served };
}
