import * as z from 'zod';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { why, type ChangeKind } from './change-kind.ts';
import { editTimetable, noEdits, startsS } from './edit-timetable.ts';
import { span, spanProblems } from './event-time.ts';
import { claimsOfLines, lineDirection, lineNames, tripsWithin, unknownLines } from './named-lines.ts';
import { vehicleProblems } from './vehicles-needed.ts';

const MINUTE_S = 60;

const schema = z.strictObject({
  change: z.literal('timetable-shift'),
  why,
  lines: lineNames,
  laterMin: z.number().min(-120).max(120).meta({ description: 'by how much trips leave later; negative for earlier, minutes' }),
  direction: lineDirection,
  ...span,
}).meta({
  description: 'Trips of a line that leave their first stop in a span leave earlier or later, with all their times: for a train, for a school.',
  examples: [{ change: 'timetable-shift', why: 'Meeting of 12 March', lines: ['L3'], laterMin: 5, from: '07:00', until: '09:00' }],
});

/** When the first is seen of a trip: its vehicle departs before it leaves the first stop. */
function leavesS(twin: ReadingTwin, trip: number): number {
  const departure = twin.trips.departure[trip]!;
  return Math.min(startsS(twin, trip), departure < 0 ? Infinity : twin.departures.departS[departure]!);
}

export const timetableShift: ChangeKind<typeof schema> = {
  schema,
  problems(change, twin, where) {
    const problems = [...unknownLines(change.lines, twin, `${where}.lines`), ...spanProblems(change, where)];
    if (problems.length > 0) return problems;
    const earlierS = -change.laterMin * MINUTE_S, roomS = tripsWithin(twin, change).map(({ trip }) => leavesS(twin, trip)), tooEarly = roomS.filter((timeS) => timeS < earlierS);
    // Whoever has left the day altogether would be missed by nobody: its passengers stay.
    if (tooEarly.length > 0) return [{ severity: 'error', code: 'change-trips-before-midnight', where: `${where}.laterMin`, parameters: { count: tooEarly.length, mostMin: Math.floor(Math.min(...tooEarly) / MINUTE_S) } }];
    return vehicleProblems(change, twin, `${where}.laterMin`, (copy) => timetableShift.apply(change, copy));
  },

  // Two of them would add up where each says how much it is in all; so another one for the same trips is no exception from the first.
  claims: ({ change: _kind, why: _why, ...set }) => [{ what: 'departures', of: '' }, ...claimsOfLines(set, 'departure-times', JSON.stringify(set))],

  apply(change, copy) {
    const edits = noEdits(), laterS = change.laterMin * MINUTE_S;
    if (laterS !== 0) for (const { trip } of tripsWithin(copy, change)) edits.moved.set(trip, new Array<number>(copy.trips.callCount[trip]!).fill(laterS));
    editTimetable(copy, edits);
  },
};
