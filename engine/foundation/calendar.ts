/** Julian day of 0:00 UTC of a date 'YYYY-MM-DD' of the Gregorian calendar (Meeus, equation 7.1). */
export function julianDay(date: string): number {
  const [year, month, dayOfMonth] = date.split('-').map(Number) as [number, number, number];
  const y = month > 2 ? year : year - 1, m = month > 2 ? month : month + 12;
  const century = Math.floor(y / 100);
  return Math.floor(365.25 * (y + 4716)) + Math.floor(30.6001 * (m + 1)) + dayOfMonth + 2 - century + Math.floor(century / 4) - 1524.5;
}

/** Whether a text is a day of the calendar, written 'YYYY-MM-DD'. */
export const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && calendarDate(julianDay(text)) === text;

/** Days in a calendar year. */
export const daysOf = (year: string): number => julianDay(`${Number(year) + 1}-01-01`) - julianDay(`${year}-01-01`);

const MARCH_1 = '-03-01', OCTOBER_1 = '-10-01', MONTH_DAYS = 31, SUMMER_TIME_MIN = 60;

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

/** What European summer time adds to a zone's standard time on a date 'YYYY-MM-DD', minutes. */
export function summerTimeMin(date: string): number {
  const year = date.slice(0, 4), { first, end } = summerTimeDays(year);
  const day = julianDay(date) - julianDay(`${year}-01-01`);
  return day >= first && day < end ? SUMMER_TIME_MIN : 0;
}

/** Standard time of the zones in which clocks change by the directive, ahead of UTC: from the Azores to the east of Europe. */
const DIRECTIVE_MIN = { least: -60, most: 180 }, CHANGE_UTC_MIN = 60, CHANGE_ELSEWHERE_S = 7200;

/**
 * When the clocks of a zone change on these two Sundays, in seconds of its standard time since midnight: at 1:00 UTC everywhere (Directive
 * 2000/84/EC, articles 2 and 3). Elsewhere, where the days of Europe stand in for a country's own, at 2:00: its night, and the same Sunday.
 */
export function clockChangeS(standardOffsetMin: number): number {
  const isByDirective = standardOffsetMin >= DIRECTIVE_MIN.least && standardOffsetMin <= DIRECTIVE_MIN.most;
  return isByDirective ? (CHANGE_UTC_MIN + standardOffsetMin) * 60 : CHANGE_ELSEWHERE_S;
}

/** How many hours pass while the clocks of a zone show an hour of a date: none where they leave it out, two where they show it twice. */
export function hoursShown(date: string, hour: number, standardOffsetMin: number): number {
  if (hour !== Math.floor(clockChangeS(standardOffsetMin) / 3600)) return 1;
  const year = date.slice(0, 4), { first, end } = summerTimeDays(year), day = julianDay(date) - julianDay(`${year}-01-01`);
  return day === first ? 0 : day === end ? 2 : 1;
}

/** A day of the Gregorian calendar. */
export interface CalendarDay {
  year: number;
  /** 1 January. */
  month: number;
  dayOfMonth: number;
  /** 0 Monday. */
  weekday: number;
}

/** The day that begins at a Julian day of 0:00 UTC, which ends in .5 (Meeus, chapter 7). */
export function calendarDay(julian: number): CalendarDay {
  const z = Math.floor(julian + 0.5);
  const century = Math.floor((z - 1867216.25) / 36524.25);
  const b = z + 1 + century - Math.floor(century / 4) + 1524;
  const c = Math.floor((b - 122.1) / 365.25), d = Math.floor(365.25 * c), e = Math.floor((b - d) / 30.6001);
  const month = e < 14 ? e - 1 : e - 13;
  return { year: month > 2 ? c - 4716 : c - 4715, month, dayOfMonth: b - d - Math.floor(30.6001 * e), weekday: ((z % 7) + 7) % 7 };
}

/** The same as 'YYYY-MM-DD'. */
export function calendarDate(julian: number): string {
  const { year, month, dayOfMonth } = calendarDay(julian), two = (value: number) => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
}
