import { DAY_S } from '../../../engine/foundation/clock.ts';

/** Days from one date to another, both included, 'YYYY-MM-DD'. */
export interface Period { fromDate: string; untilDate: string }

const DAY_MS = DAY_S * 1000;
const millisecondsOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);

export const laterDate = (date: string, days: number): string => new Date(millisecondsOf(date) + days * DAY_MS).toISOString().slice(0, 10);

/** Days of a period; 0 or less where it ends before it begins. */
export const dayCountOf = ({ fromDate, untilDate }: Period): number => Math.round((millisecondsOf(untilDate) - millisecondsOf(fromDate)) / DAY_MS) + 1;

export const datesOf = (period: Period): string[] => Array.from({ length: Math.max(0, dayCountOf(period)) }, (_, day) => laterDate(period.fromDate, day));

export const monthOf = (date: string): string => date.slice(0, 7);

/** Months that have a day in the period, 'YYYY-MM', in order. */
export const monthsOf = (period: Period): string[] => [...new Set(datesOf(period).map(monthOf))];

/** Whether the period holds every day of a month: a bill of a month says nothing of part of it. */
export function holdsMonth({ fromDate, untilDate }: Period, month: string): boolean {
  return fromDate <= `${month}-01` && untilDate >= lastDayOf(month);
}

export function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return laterDate(number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`, -1);
}

/** The same days a year before, but none of the period itself, where it is longer than a year. */
export function yearBefore({ fromDate, untilDate }: Period): Period {
  const until = sameDayYearBefore(untilDate), dayBefore = laterDate(fromDate, -1);
  return { fromDate: sameDayYearBefore(fromDate), untilDate: until < dayBefore ? until : dayBefore };
}

/** The last day of February is that of the year before: a month that ends with it stays whole, with 28 days or 29. */
function sameDayYearBefore(date: string): string {
  const month = `${Number(date.slice(0, 4)) - 1}${date.slice(4, 7)}`;
  return date === lastDayOf(monthOf(date)) ? lastDayOf(month) : `${month}-${date.slice(8)}`;
}
