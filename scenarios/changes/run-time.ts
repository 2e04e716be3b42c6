import * as z from 'zod';
import { why, type ChangeKind } from './change-kind.ts';
import { editTimetable, noEdits } from './edit-timetable.ts';
import { span, spanProblems } from './event-time.ts';
import { claimsOfLines, lineDirection, lineNames, tripsWithin, unknownLines } from './named-lines.ts';
import { vehicleProblems } from './vehicles-needed.ts';

const schema = z.strictObject({
  change: z.literal('run-time'),
  why,
  lines: lineNames,
  factor: z.number().min(0.5).max(2).meta({ description: 'timetabled times from stop to stop are multiplied by this; times at stops stay' }),
  direction: lineDirection,
  ...span,
}).meta({
  description: 'Trips that leave their first stop in a span have more or less time from stop to stop in the timetable.',
  examples: [{ change: 'run-time', why: 'Meeting of 12 March', lines: ['L3'], factor: 1.05, from: '07:00', until: '09:00' }],
});

export const runTime: ChangeKind<typeof schema> = {
  schema,
  problems(change, twin, where) {
    const problems = [...unknownLines(change.lines, twin, `${where}.lines`), ...spanProblems(change, where)];
    return problems.length > 0 ? problems : vehicleProblems(change, twin, `${where}.factor`, (copy) => runTime.apply(change, copy));
  },

  // Two of them would add up where each says how much it is in all; so another one for the same trips is no exception from the first.
  claims: ({ change: _kind, why: _why, ...set }) => [{ what: 'departures', of: '' }, ...claimsOfLines(set, 'running-times', JSON.stringify(set))],

  apply(change, copy) {
    const edits = noEdits(), { trips, calls } = copy;
    if (change.factor !== 1) for (const { trip } of tripsWithin(copy, change)) {
      const first = trips.firstCall[trip]!, laterS = [0];
      for (let call = first + 1; call < first + trips.callCount[trip]!; call++) {
        // Whole seconds, as timetables have them.
        laterS.push(laterS.at(-1)! + Math.round((change.factor - 1) * (calls.arriveS[call]! - calls.departS[call - 1]!)));
      }
      edits.moved.set(trip, laterS);
    }
    editTimetable(copy, edits);
  },
};
