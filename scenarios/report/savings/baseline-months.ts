import { lastDayOf, laterDate, monthOf, monthsOf, type Period } from './period.ts';

/**
 * The month of the baseline period that each month of the period is held against, undefined where there is none: of the same name and the
 * same days, for what other days took says nothing of these. Of several years the last before the period; the first where all come later.
 */
export function baselineOfMonths(period: Period, baselinePeriod: Period): Map<string, string | undefined> {
  const all = monthsOf(baselinePeriod), begins = monthOf(period.fromDate);
  return new Map(monthsOf(period).map((month) => {
    const alike = all.filter((one) => one.slice(5) === month.slice(5) && isSamePart(partOf(baselinePeriod, one), partOf(period, month)));
    return [month, alike.findLast((one) => one < begins) ?? alike[0]];
  }));
}

/** Days of a month that a period holds; the last of February is one, the 28th or the 29th. */
interface PartOfMonth { fromDay: string; untilDay: string; isToEnd: boolean }

function partOf({ fromDate, untilDate }: Period, month: string): PartOfMonth {
  const last = lastDayOf(month), from = fromDate > `${month}-01` ? fromDate : `${month}-01`, until = untilDate < last ? untilDate : last;
  return { fromDay: from === last ? 'last' : from.slice(8), untilDay: until.slice(8), isToEnd: until === last };
}

const isSamePart = (one: PartOfMonth, other: PartOfMonth): boolean => one.fromDay === other.fromDay && (one.untilDay === other.untilDay || (one.isToEnd && other.isToEnd));

/** Months of the baseline period that no month of the report is held against. `used`: those that one is. */
export function unusedBaselineMonths(baselinePeriod: Period, used: Iterable<string>): string[] {
  const taken = new Set(used);
  return monthsOf(baselinePeriod).filter((month) => !taken.has(month));
}

/** Months in a row as their first and last. */
export function monthSpans(months: readonly string[]): (readonly [first: string, last: string])[] {
  const spans: [string, string][] = [];
  for (const month of months) {
    const last = spans.at(-1);
    if (last && monthOf(laterDate(lastDayOf(last[1]), 1)) === month) last[1] = month;
    else spans.push([month, month]);
  }
  return spans;
}
