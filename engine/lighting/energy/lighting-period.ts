import { calendarDay, julianDay } from '../../foundation/calendar.ts';
import type { CityFacts } from '../../twin/twin.ts';
import { calendarClock, momentS, type CivilClock } from '../civil-clock.ts';

/** Days of the calendar over which energy is reckoned, month by month. */
export interface LightingPeriod {
  clock: CivilClock;
  dayCount: number;
  /** Months, whole or cut by the ends of the period, in order. */
  months: readonly PeriodMonth[];
  /** Burning hours by clock time, kept for all zones and all schedules that are tried: they depend on place, rule and calendar only. */
  tables: Map<string, BurningTable>;
  /** When lamps come on and go off, by switching rule, for those who walk. */
  nights: Map<string, Nights>;
}

export interface PeriodMonth {
  /** Year * 100 + month. */
  month: number;
  firstDay: number;
  endDay: number;
  /** Time that passes in it, an hour less or more where clocks change. */
  lengthS: number;
}

/**
 * For every clock time, how many seconds lamps burn before it, on some days of each month: row = clock second * months + month. What a schedule
 * of clock times gives over a year is then a few differences, however many lamps have a schedule of their own.
 */
export type BurningTable = Int32Array;

/** Nights of a switching rule, starts of days (and whether no clock changes on them) and ends of months: the same for all zones. */
export interface Nights { edgesS: Float64Array; dayS: Float64Array; isPlain: Uint8Array; monthEndS: Float64Array }

/** A century: far more than anybody reckons, little enough for memory. */
const MOST_DAYS = 36_600;

/** Dates 'YYYY-MM-DD', both included. */
export function lightingPeriod(facts: Pick<CityFacts, 'date' | 'utcOffsetMin'>, fromDate: string, untilDate: string): LightingPeriod {
  const first = julianDay(fromDate), dayCount = julianDay(untilDate) - first + 1;
  if (!(dayCount >= 1 && dayCount <= MOST_DAYS)) throw new RangeError(`a period from ${fromDate} until ${untilDate}`);
  const clock = calendarClock(facts, fromDate, dayCount), months: PeriodMonth[] = [];
  for (let day = 0; day < dayCount; day++) {
    const { year, month } = calendarDay(first + day), last = months.at(-1);
    if (last?.month === year * 100 + month) last.endDay = day + 1;
    else months.push({ month: year * 100 + month, firstDay: day, endDay: day + 1, lengthS: 0 });
  }
  for (const month of months) month.lengthS = momentS(clock, month.endDay, 0) - momentS(clock, month.firstDay, 0);
  return { clock, dayCount, months, tables: new Map(), nights: new Map() };
}
