import { DAY_S } from '../../engine/foundation/clock.ts';
import type { Problem } from '../../engine/foundation/problem.ts';
import { allRows, tableFrom, type RowValues } from '../../engine/foundation/table.ts';
import { eventColumns } from '../../engine/twin/events.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { clockS, clockTime } from './change-kind.ts';

/** From one clock time to another, every day. */
export const span = { from: clockTime, until: clockTime.meta({ description: 'clock time, HH:MM; before `from` for a span over midnight' }) };

/** The same, and all day long where nothing is said. */
export const allDay = { from: span.from.default('00:00'), until: span.until.default('24:00') };

export interface Span { from: string; until: string }

/** Runs last a week at most and may begin late on their first day: so many days are written down. */
const DAYS = 8;

/** When it holds, as seconds since midnight of the first day: one span for all time, or one a day. */
export function spansS({ from, until }: Span): { fromS: number; untilS: number }[] {
  const fromS = clockS(from), untilS = clockS(until);
  if (untilS - fromS === DAY_S) return [{ fromS: 0, untilS: DAYS * DAY_S }];
  const overnight = untilS < fromS;
  return Array.from({ length: DAYS + (overnight ? 1 : 0) }, (_, at) => {
    const dayS = (overnight ? at - 1 : at) * DAY_S;
    return { fromS: dayS + fromS, untilS: dayS + untilS + (overnight ? DAY_S : 0) };
  });
}

/** The span of one day that holds at this time, seconds since midnight of the first day; undefined between two of them. */
export function spanAround({ from, until }: Span, timeS: number): { fromS: number; untilS: number } | undefined {
  const startS = clockS(from), lastsS = clockS(until) - startS, fromS = startS + Math.floor((timeS - startS) / DAY_S) * DAY_S;
  const untilS = fromS + (lastsS > 0 ? lastsS : lastsS + DAY_S);
  return timeS < untilS ? { fromS, untilS } : undefined;
}

/** A span must last: '07:00' to '07:00' is none. */
export function spanProblems({ from, until }: Span, where: string): Problem[] {
  const isEmpty = clockS(from) % DAY_S === clockS(until) % DAY_S && clockS(until) - clockS(from) !== DAY_S;
  return isEmpty ? [{ severity: 'error', code: 'change-empty-span', where: `${where}.until`, parameters: { from } }] : [];
}

type EventRow = RowValues<typeof eventColumns>;

const NOTHING = { lane: -1, permitted: 0, fromM: 0, untilM: 0, speedLimitMps: 0, firstLink: 0, linkCount: 0 };

/** Writes events of one kind that hold in the span down after those that the twin has. */
export function addEvents(copy: Twin, kind: number, when: Span, rows: readonly (Partial<EventRow> & { link: number })[]): void {
  const { events } = copy;
  const before = allRows(eventColumns, events);
  copy.events = tableFrom(eventColumns, [...before, ...rows.flatMap((row) => spansS(when).map((times): EventRow => ({ ...NOTHING, ...row, ...times, kind })))]);
}
