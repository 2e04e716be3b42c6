import { calendarDay, julianDay, summerTimeDays, summerTimeMin } from '../foundation/calendar.ts';
import { DAY_S } from '../foundation/clock.ts';
import type { CityFacts } from '../twin/twin.ts';

/**
 * What people's clocks show beside the time that passes. Times are seconds since midnight of a first day, in an offset from UTC that never
 * changes; clocks may be an hour ahead of it in summer.
 */
export interface CivilClock {
  /** Day 0. */
  date: string;
  /** Of the time that passes, ahead of UTC. */
  utcOffsetMin: number;
  /** Days, counted from day 0, on which clocks go on summer time: from one Sunday to the day before another. */
  summers: readonly { first: number; end: number }[];
}

/** The clock of a run: one offset from its first day to its last. */
export const runClock = ({ date, utcOffsetMin }: Pick<CityFacts, 'date' | 'utcOffsetMin'>): CivilClock => ({ date, utcOffsetMin, summers: [] });

/**
 * The clock of days of the calendar, from one date on, with European summer time (Directive 2000/84/EC). What passes is the standard time of
 * the city; its `utcOffsetMin` holds on its own date.
 */
export function calendarClock(facts: Pick<CityFacts, 'date' | 'utcOffsetMin'>, fromDate: string, dayCount: number): CivilClock {
  const first = julianDay(fromDate), summers: { first: number; end: number }[] = [];
  for (let year = calendarDay(first - 1).year; year <= calendarDay(first + dayCount).year; year++) {
    const newYear = julianDay(`${String(year).padStart(4, '0')}-01-01`) - first, summer = summerTimeDays(String(year).padStart(4, '0'));
    summers.push({ first: newYear + summer.first, end: newYear + summer.end });
  }
  return { date: fromDate, utcOffsetMin: facts.utcOffsetMin - summerTimeMin(facts.date), summers };
}

const HOUR_S = 3600, CHANGE_S = 2 * HOUR_S;

/**
 * When the clocks of a day show a time. Clocks jump from 2:00 to 3:00 in spring, where what lies between comes at the jump, and from 3:00
 * back to 2:00 in autumn, where the first of the two holds.
 */
export function momentS({ summers }: CivilClock, day: number, clockS: number): number {
  for (const { first, end } of summers) {
    if (day === first && clockS >= CHANGE_S) return day * DAY_S + Math.max(CHANGE_S, clockS - HOUR_S);
    if ((day > first && day < end) || (day === end && clockS < CHANGE_S + HOUR_S)) return day * DAY_S + clockS - HOUR_S;
  }
  return day * DAY_S + clockS;
}
