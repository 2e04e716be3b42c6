import { copyTable, tableFrom } from '../../engine/foundation/table.ts';
import { lineStopColumns, postedTimeColumns } from '../../engine/twin/transit.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';

/**
 * Puts up at the stops of these lines when their vehicles are due now. Where no timetable hangs, or nothing left `before`, all stays. People come from as long
 * before the first vehicle as they did, and until the last one.
 */
export function postTimes(copy: Twin, before: ReadingTwin | Twin, lines: ReadonlySet<number>): void {
  if (copy.lineStops.count === 0) return;
  const lineStops = copyTable(lineStopColumns, copy.lineStops), { postedTimes } = copy, due = dueS(copy, lines), wasDue = dueS(before, lines), posted: number[] = [];
  for (let row = 0; row < lineStops.count; row++) {
    const first = lineStops.firstPostedTime[row]!, was = Array.from({ length: lineStops.postedTimeCount[row]! }, (_, at) => postedTimes.departS[first + at]!);
    const now = was.length > 0 && wasDue.has(row) ? due.get(row) ?? [] : was;
    lineStops.firstPostedTime[row] = posted.length;
    lineStops.postedTimeCount[row] = now.length;
    posted.push(...now);
    if (was.length > 0 && now.length === 0) lineStops.dayPeopleCount[row] = 0;
    if (now.length === 0) continue;
    lineStops.fromS[row] = Math.max(0, lineStops.fromS[row]! + now[0]! - was[0]!);
    lineStops.untilS[row]! += now.at(-1)! - was.at(-1)!;
  }
  copy.lineStops = lineStops;
  copy.postedTimes = tableFrom(postedTimeColumns, posted.map((departS) => ({ departS })));
}

/** By stop of these lines: when vehicles leave it that go further, rising. */
function dueS({ trips, calls }: ReadingTwin | Twin, lines: ReadonlySet<number>): Map<number, number[]> {
  const due = new Map<number, number[]>();
  for (let trip = 0; trip < trips.count; trip++) {
    if (!lines.has(trips.line[trip]!)) continue;
    const first = trips.firstCall[trip]!;
    for (let call = first; call < first + trips.callCount[trip]! - 1; call++) {
      const row = calls.lineStop[call]!;
      if (row < 0) continue;
      const there = due.get(row);
      if (there) there.push(calls.departS[call]!);
      else due.set(row, [calls.departS[call]!]);
    }
  }
  for (const times of due.values()) times.sort((one, other) => one - other);
  return due;
}
