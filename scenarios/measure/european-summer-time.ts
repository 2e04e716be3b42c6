import { julianDay } from '../../engine/lighting/sun-times.ts';

const MARCH_1 = '-03-01', OCTOBER_1 = '-10-01', MONTH_DAYS = 31;

/**
 * Days of the year, counted from 0, with summer time: from the last Sunday of March to the day before the last Sunday of
 * October (Directive 2000/84/EC). The two nights of the change count as whole days: one hour too many in March, one too few in October.
 */
export function summerTimeDays(year: string): { first: number; end: number } {
  const newYear = julianDay(`${year}-01-01`);
  const lastSunday = (firstOfMonth: number): number => {
    const last = firstOfMonth + MONTH_DAYS - 1;
    // Julian days begin at noon; that of 0:00 UTC ends in .5. Day 0 was a Monday.
    return last - ((Math.floor(last + 0.5) + 1) % 7);
  };
  return { first: lastSunday(julianDay(year + MARCH_1)) - newYear, end: lastSunday(julianDay(year + OCTOBER_1)) - newYear };
}

export const daysOf = (year: string): number => julianDay(`${Number(year) + 1}-01-01`) - julianDay(`${year}-01-01`);
