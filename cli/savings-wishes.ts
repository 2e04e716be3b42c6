import { isDate } from '../engine/foundation/calendar.ts';
import { baselineOfMonths } from '../scenarios/report/savings/baseline-months.ts';
import { dayCountOf, yearBefore, type Period } from '../scenarios/report/savings/period.ts';
import type { MeasurementOption } from '../scenarios/report/savings/savings-input.ts';
import { BadInput } from './bad-input.ts';
import { makeOptionReader } from './options.ts';

/** As typed. */
export interface SavingsWishOptions { from?: string; until?: string; baselineFrom?: string; baselineUntil?: string; option?: string; draws?: string; seed?: string }

export interface SavingsWishes { period: Period; baselinePeriod: Period; option: MeasurementOption | undefined; drawCount: number; seed: number }

/** Longer reports are of another kind; more draws tell nothing more. */
const MOST_DAYS = 1830, LEAST_DRAWS = 100, MOST_DRAWS = 200_000, USUAL_DRAWS = 10_000;

/** What the options say, all mistakes at once. `date`: of the city, whose year is reported where nobody says which. */
export function readSavingsWishes(options: SavingsWishOptions, date: string): SavingsWishes {
  const read = makeOptionReader(), year = date.slice(0, 4);
  const day = (option: string, given: string | undefined, otherwise: string): string => {
    if (given === undefined || isDate(given)) return given ?? otherwise;
    read.problems.push({ severity: 'error', code: 'cli-not-a-day', where: option, parameters: { value: given.slice(0, 40) } });
    return otherwise;
  };
  const period = { fromDate: day('--from', options.from, `${year}-01-01`), untilDate: day('--until', options.until, `${(options.from ?? year).slice(0, 4)}-12-31`) };
  const usual = yearBefore(period), baselinePeriod = { fromDate: day('--baseline-from', options.baselineFrom, usual.fromDate), untilDate: day('--baseline-until', options.baselineUntil, usual.untilDate) };
  if (read.problems.length === 0) for (const [option, { fromDate, untilDate }] of [['--until', period], ['--baseline-until', baselinePeriod]] as const) {
    const days = dayCountOf({ fromDate, untilDate });
    if (days < 1 || days > MOST_DAYS) read.problems.push({ severity: 'error', code: 'cli-not-a-period', where: option, parameters: { from: fromDate, until: untilDate, most: MOST_DAYS } });
  }
  if (read.problems.length === 0 && ![...baselineOfMonths(period, baselinePeriod).values()].some((month) => month !== undefined)) {
    read.problems.push({ severity: 'error', code: 'cli-savings-no-baseline-month', where: '--baseline-from', parameters: { from: baselinePeriod.fromDate, until: baselinePeriod.untilDate, usualFrom: usual.fromDate, usualUntil: usual.untilDate } });
  }
  const name = options.option?.toUpperCase(), option = name === 'A' || name === 'B' ? name : undefined;
  if (name !== undefined && option === undefined) read.problems.push({ severity: 'error', code: 'cli-not-an-ipmvp-option', where: '--option', parameters: { value: name.slice(0, 20) } });
  const drawCount = read.whole('--draws', options.draws, LEAST_DRAWS, MOST_DRAWS) ?? USUAL_DRAWS, seed = read.whole('--seed', options.seed, 0, 2 ** 32 - 1) ?? 1;
  if (read.problems.length > 0) throw new BadInput(read.problems);
  return { period, baselinePeriod, option, drawCount, seed };
}
