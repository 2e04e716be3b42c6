import { f64, i32, makeTable, rowOf, u16, u32, type Table } from '../foundation/table.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** One row for each stop of a line. */
export const lineStopStateColumns = {
  wantS: f64('up to when people have been drawn: when the next one would come without looking at a timetable'),
  nextComesS: f64('when the next person comes; -1 before the first has been drawn, Infinity where nobody comes any more'),
  nextPosted: u32('the posted time that the next person comes for: row of `postedTimes`'),
  draws: u32('random draws so far: the key of the next one'),
  came: u32('people who have come'),
  boarded: u32('people who have boarded: the key of where the next one rides'),
  waiting: u32('people who wait'),
  first: i32('who has waited longest: row of `waiting`, -1 for nobody'),
  last: i32('who came last, -1 for nobody'),
  leftS: f64('when the last vehicle of the line left; -1 for none yet'),
  leftTimetabledS: f64('when that one should have left'),
};

/** People who wait at stops, each line and stop a chain in the order in which they came. Rows without anybody are a chain too. */
export const waitingColumns = {
  cameS: f64('when they came'),
  next: i32('who came after them to the same line and stop; -1 for nobody'),
};

/** One row for each trip of a line. */
export const ridingColumns = {
  aboard: u32('people in the vehicle'),
  nextCall: u32('the first call that has not been served: row of `calls`'),
  readyS: f64('at a stop: when all who want to have got on and off'),
  boarded: u32('at a stop: people who have got on here'),
  alighted: u32('at a stop: people who have got off here'),
  waitedS: f64('at a stop: waits of those who have got on here, summed'),
  boardedAfterS: f64('at a stop: how long after the vehicle came they got on, summed'),
  leftS: f64('when it left its last stop; -1 before'),
  towardsSignal: rowOf('movements', 'the movement with a signal that it comes to; -1 for none within reach'),
  towardsSinceS: f64('since when it has been within reach of that signal'),
  freeS: f64('how long it would have taken to the stop line from there with nobody in its way'),
};

/** One row for each call of a trip. */
export const callStateColumns = { alighting: u16('people aboard who get off there') };

/** Passengers and what is known of vehicles of lines, at one instant. */
export interface PassengerState {
  lineStops: Table<typeof lineStopStateColumns>;
  trips: Table<typeof ridingColumns>;
  calls: Table<typeof callStateColumns>;
  waiting: Table<typeof waitingColumns>;
  /** The first row of `waiting` that is free; -1 for none. */
  firstFree: number;
}

const FIRST_ROOM = 256;

/** Nobody waits yet. Undefined in a city without stops of lines: it pays nothing for them, and keeps its fingerprint. */
export function preparePassengerState(twin: ReadingTwin, fromS: number): PassengerState | undefined {
  if (twin.lineStops.count === 0) return undefined;
  const lineStops = makeTable(lineStopStateColumns, twin.lineStops.count), trips = makeTable(ridingColumns, twin.trips.count);
  for (let row = 0; row < lineStops.count; row++) {
    lineStops.wantS[row] = Math.max(fromS, twin.lineStops.fromS[row]!);
    lineStops.nextPosted[row] = twin.lineStops.firstPostedTime[row]!;
  }
  for (const column of [lineStops.nextComesS, lineStops.first, lineStops.last, lineStops.leftS, trips.leftS, trips.towardsSignal]) column.fill(-1);
  trips.nextCall.set(twin.trips.firstCall);
  const waiting = makeTable(waitingColumns, FIRST_ROOM);
  linkFree(waiting, 0);
  return { lineStops, trips, calls: makeTable(callStateColumns, twin.calls.count), waiting, firstFree: 0 };
}

/** Rows from `from` on follow each other as free ones. */
function linkFree({ next, count }: PassengerState['waiting'], from: number): void {
  for (let row = from; row < count; row++) next[row] = row + 1 < count ? row + 1 : -1;
}

/** One more person at the end of a line's queue at a stop. */
export function joinQueue(state: PassengerState, lineStop: number, cameS: number): void {
  if (state.firstFree < 0) {
    const before = state.waiting, wider = makeTable(waitingColumns, before.count * 2);
    wider.cameS.set(before.cameS);
    wider.next.set(before.next);
    linkFree(wider, before.count);
    state.waiting = wider;
    state.firstFree = before.count;
  }
  const row = state.firstFree, { lineStops, waiting } = state, last = lineStops.last[lineStop]!;
  state.firstFree = waiting.next[row]!;
  waiting.cameS[row] = cameS;
  waiting.next[row] = -1;
  if (last < 0) lineStops.first[lineStop] = row;
  else waiting.next[last] = row;
  lineStops.last[lineStop] = row;
  lineStops.waiting[lineStop]!++;
  lineStops.came[lineStop]!++;
}

/** Who has waited longest leaves the queue; tells when they came. */
export function leaveQueue(state: PassengerState, lineStop: number): number {
  const { lineStops, waiting } = state, row = lineStops.first[lineStop]!;
  const cameS = waiting.cameS[row]!;
  lineStops.first[lineStop] = waiting.next[row]!;
  if (lineStops.first[lineStop]! < 0) lineStops.last[lineStop] = -1;
  waiting.next[row] = state.firstFree;
  state.firstFree = row;
  lineStops.waiting[lineStop]!--;
  return cameS;
}
