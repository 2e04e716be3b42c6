/** Days of a leap year as month * 100 + day, in order. */
const DATES: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].flatMap((days, month) => Array.from({ length: days }, (_, day) => (month + 1) * 100 + day + 1));

/** A span of days of any year; over the new year where it ends before it begins. */
export interface DateSpan { fromDate: number; untilDate: number }

/** '--03-25' as 325; undefined for what is no day of every year. */
export function yearlyDate(text: string): number | undefined {
  const [, month, day] = /^--(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.exec(text) ?? [];
  const date = month === undefined ? 0 : Number(month) * 100 + Number(day);
  return DATES.includes(date) ? date : undefined;
}

const isWithin = (date: number, { fromDate, untilDate }: DateSpan): boolean => (fromDate <= untilDate ? date >= fromDate && date <= untilDate : date >= fromDate || date <= untilDate);

/** What a list of days of the month ('---05') and of the year ('--03-25') names, with its ends; undefined where an entry is neither. */
export function datesNamed(entries: readonly { start: string; end?: string | undefined }[]): ((date: number) => boolean) | undefined {
  const tests = entries.map(({ start, end = start }): ((date: number) => boolean) | undefined => {
    const fromDay = monthlyDay(start), untilDay = monthlyDay(end), fromDate = yearlyDate(start), untilDate = yearlyDate(end);
    if (fromDay !== undefined && untilDay !== undefined && fromDay <= untilDay) return (date) => date % 100 >= fromDay && date % 100 <= untilDay;
    if (fromDate !== undefined && untilDate !== undefined) return (date) => isWithin(date, { fromDate, untilDate });
    return undefined;
  });
  return tests.includes(undefined) ? undefined : (date) => tests.some((test) => test!(date));
}

const monthlyDay = (text: string): number | undefined => { const day = /^---(0[1-9]|[12]\d|3[01])$/.exec(text)?.[1]; return day === undefined ? undefined : Number(day); };

/** The days of a span for which `holds`, as spans of days that follow each other. */
export function spansWithin(span: DateSpan, holds: (date: number) => boolean): DateSpan[] {
  const spans: DateSpan[] = [];
  let before = false;
  for (const date of DATES) {
    const is = isWithin(date, span) && holds(date);
    if (is && before) spans.at(-1)!.untilDate = date;
    else if (is) spans.push({ fromDate: date, untilDate: date });
    before = is;
  }
  return spans;
}
