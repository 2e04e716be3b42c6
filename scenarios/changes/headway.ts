import * as z from 'zod';
import { DAY_S } from '../../engine/foundation/clock.ts';
import type { Problem } from '../../engine/foundation/problem.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { why, type ChangeKind } from './change-kind.ts';
import { editTimetable, noEdits, startsS, type TimetableEdits } from './edit-timetable.ts';
import { span, spanProblems } from './event-time.ts';
import { claimsOfLines, lineDirection, lineNames, namedLines, tripsWithin, unknownLines } from './named-lines.ts';
import { vehicleProblems } from './vehicles-needed.ts';

const MINUTE_S = 60;
/** A trip this near to when one is wanted stays as it is: timetables are in whole seconds. */
const SAME_S = 0.5;

const schema = z.strictObject({
  change: z.literal('headway'),
  why,
  lines: lineNames,
  everyMin: z.number().min(1).max(180).meta({ description: 'time from one departure to the next, minutes' }),
  direction: lineDirection,
  ...span,
}).meta({
  description: 'A line runs every so many minutes between two clock times: departures from its first stops are evenly spaced from the first one in the span on, up to its last one of the day at most.',
  examples: [{ change: 'headway', why: 'Meeting of 12 March', lines: ['L3'], everyMin: 8, from: '07:00', until: '09:00' }],
});

type Headway = z.infer<typeof schema>;

export const headway: ChangeKind<typeof schema> = {
  schema,

  problems(change, twin, where) {
    const problems: Problem[] = [...unknownLines(change.lines, twin, `${where}.lines`), ...spanProblems(change, where)];
    if (problems.length > 0) return problems;
    const running = new Set(tripsWithin(twin, change).map(({ trip }) => twin.trips.line[trip]!));
    const idle = namedLines(change.lines, twin).filter((line) => !running.has(line));
    if (idle.length > 0) return [{ severity: 'error', code: 'change-line-does-not-run', where: `${where}.lines`, parameters: { line: twin.lines.name[idle[0]!]!, count: idle.length, from: change.from, until: change.until } }];
    return vehicleProblems(change, twin, `${where}.everyMin`, (copy) => headway.apply(change, copy));
  },

  claims: ({ lines, everyMin, direction, from, until }) => [
    { what: 'departures', of: '' }, ...claimsOfLines({ lines, direction, from, until }, 'headway', String(everyMin), direction === 'both' ? 1 : 0),
  ],

  apply: (change, copy) => editTimetable(copy, editsFor(change, copy)),
};

/** Which trips move, are dropped or copied; none where the line runs like that already. */
function editsFor(change: Headway, twin: Twin): TimetableEdits {
  const edits = noEdits(), groups = new Map<string, ReturnType<typeof tripsWithin>>();
  for (const found of tripsWithin(twin, change)) {
    const key = `${twin.trips.line[found.trip]} ${twin.trips.direction[found.trip]} ${found.spanFromS}`;
    groups.set(key, [...(groups.get(key) ?? []), found]);
  }
  for (const group of groups.values()) spaceEvenly(group.sort((one, other) => one.startS - other.startS), change.everyMin * MINUTE_S, twin, edits);
  return edits;
}

/** The end of the span while the line runs on after it, else its last departure: service is made denser, not longer. */
function endS(group: ReturnType<typeof tripsWithin>, twin: Twin): number {
  const { trips } = twin, { trip, spanFromS, spanUntilS } = group[0]!, runsOn = Array.from({ length: trips.count }, (_, row) => row).some((row) => {
    const isSame = trips.line[row] === trips.line[trip] && trips.direction[row] === trips.direction[trip] && trips.callCount[row]! > 0;
    return isSame && startsS(twin, row) >= spanUntilS && startsS(twin, row) < spanFromS + DAY_S;
  });
  return runsOn ? spanUntilS : group.at(-1)!.startS + SAME_S;
}

/** The nearest trips move to where one is wanted; what is left over is dropped, what is missing copied from the nearest trip. */
function spaceEvenly(group: ReturnType<typeof tripsWithin>, everyS: number, twin: Twin, edits: TimetableEdits): void {
  const firstS = group[0]!.startS, untilS = endS(group, twin), wantedS: number[] = [], left = [...group];
  for (let nth = 0; firstS + nth * everyS < untilS; nth++) wantedS.push(firstS + nth * everyS);
  const nearest = (from: typeof group, timeS: number) => from.reduce((best, one) => (Math.abs(one.startS - timeS) < Math.abs(best.startS - timeS) ? one : best));
  const missingS = wantedS.filter((timeS) => {
    const there = left.find(({ startS }) => Math.abs(startS - timeS) <= SAME_S);
    if (there) left.splice(left.indexOf(there), 1);
    return !there;
  });
  for (const timeS of missingS) {
    if (left.length === 0) {
      const like = nearest(group, timeS);
      edits.added.push({ like: like.trip, laterS: timeS - like.startS });
      continue;
    }
    const moving = nearest(left, timeS);
    left.splice(left.indexOf(moving), 1);
    edits.moved.set(moving.trip, new Array<number>(twin.trips.callCount[moving.trip]!).fill(timeS - moving.startS));
  }
  for (const { trip } of left) edits.dropped.add(trip);
}
