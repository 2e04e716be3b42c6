import { calendarDay, clockChangeS, julianDay, summerTimeDays, summerTimeMin } from '../foundation/calendar.ts';
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
  summers: readonly Summer[];
}

/** Days, counted from day 0, on which clocks go on summer time: from one Sunday to the day before another. */
export interface Summer {
  first: number;
  end: number;
  /** When clocks go ahead, and when they go back, of the time that passes. */
  fromS: number;
  untilS: number;
}

/** The clock of a run: one offset from its first day to its last. */
export const runClock = ({ date, utcOffsetMin }: Pick<CityFacts, 'date' | 'utcOffsetMin'>): CivilClock => ({ date, utcOffsetMin, summers: [] });

/**
 * The clock of days of the calendar, from one date on, with European summer time (Directive 2000/84/EC). What passes is the standard time of
 * the city.
 */
export function calendarClock(facts: Pick<CityFacts, 'date' | 'utcOffsetMin'>, fromDate: string, dayCount: number): CivilClock {
  const first = julianDay(fromDate), utcOffsetMin = standardOffsetMin(facts), changeS = clockChangeS(utcOffsetMin), summers: Summer[] = [];
  for (let year = calendarDay(first - 1).year; year <= calendarDay(first + dayCount).year; year++) {
    const newYear = julianDay(`${String(year).padStart(4, '0')}-01-01`) - first, summer = summerTimeDays(String(year).padStart(4, '0'));
    const days = { first: newYear + summer.first, end: newYear + summer.end };
    summers.push({ ...days, fromS: days.first * DAY_S + changeS, untilS: days.end * DAY_S + changeS });
  }
  return { date: fromDate, utcOffsetMin, summers };
}

/** Standard time of a city, minutes ahead of UTC: its `utcOffsetMin` holds on its own date. */
export const standardOffsetMin = ({ date, utcOffsetMin }: Pick<CityFacts, 'date' | 'utcOffsetMin'>): number => utcOffsetMin - summerTimeMin(date);

/** Clocks in summer are ahead of the time that passes. */
export const SUMMER_AHEAD_S = 3600;

/**
 * When the clocks of a day show a time. Clocks jump an hour ahead in spring, where what lies between comes at the jump, and an hour back in
 * autumn, where the first of the two holds.
 */
export function momentS({ summers }: CivilClock, day: number, clockS: number): number {
  const shownS = day * DAY_S + clockS;
  for (const { fromS, untilS } of summers) if (shownS >= fromS && shownS < untilS + SUMMER_AHEAD_S) return Math.max(fromS, shownS - SUMMER_AHEAD_S);
  return shownS;
}

/** How far clocks are ahead of the time that passes. */
export const clockAheadS = ({ summers }: CivilClock, timeS: number): number => (summers.some(({ fromS, untilS }) => timeS >= fromS && timeS < untilS) ? SUMMER_AHEAD_S : 0);
