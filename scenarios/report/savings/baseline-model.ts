import { fitOf } from './fit.ts';
import type { MonthRow } from './month-rows.ts';

/** How well the calculation follows the meters of the baseline period, and what it carries over to the reporting period. */
export interface BaselineModel {
  /** Over the totals of its months, %; NaN for fewer than two. */
  cvRmsePercent: number;
  baselineMonthCount: number;
  reportedMonthCount: number;
  /** Adjusted baseline that comes from meters. */
  adjustedKwh: number;
}

type Row = Pick<MonthRow, 'cabinet' | 'month' | 'counts' | 'hasBaselineReading' | 'baselineMeteredKwh' | 'baselinePeriodKwh' | 'baselinePeriodAdjustmentKwh' | 'adjustedBaselineKwh'>;

/** Rows that count and were metered in the baseline period. The calculation is scaled to the metered total first, the one parameter fitted: only how it runs from month to month is carried over. */
export function baselineModel(rows: readonly Row[]): BaselineModel {
  const used = rows.filter((row) => row.counts === 1 && row.hasBaselineReading === 1), seen = new Set<string>(), months = new Map<string, { meteredKwh: number; calculatedKwh: number }>();
  for (const { cabinet, month, baselineMeteredKwh, baselinePeriodKwh, baselinePeriodAdjustmentKwh } of used) {
    // Two years reported may stand on one baseline year.
    const name = month.slice(5), key = `${cabinet} ${name}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const sum = months.get(name) ?? { meteredKwh: 0, calculatedKwh: 0 };
    months.set(name, { meteredKwh: sum.meteredKwh + baselineMeteredKwh, calculatedKwh: sum.calculatedKwh + baselinePeriodKwh + baselinePeriodAdjustmentKwh });
  }
  const pairs = [...months.values()], total = (of: 'meteredKwh' | 'calculatedKwh'): number => pairs.reduce((sum, pair) => sum + pair[of], 0), scale = total('meteredKwh') / total('calculatedKwh');
  return {
    cvRmsePercent: fitOf(pairs.map(({ meteredKwh }) => meteredKwh), pairs.map(({ calculatedKwh }) => scale * calculatedKwh)).cvRmsePercent,
    baselineMonthCount: pairs.length, reportedMonthCount: new Set(used.map(({ month }) => month)).size, adjustedKwh: used.reduce((sum, row) => sum + row.adjustedBaselineKwh, 0),
  };
}

/**
 * Standard uncertainty of the saving from the model of the baseline: ASHRAE Guideline 14, fractional savings uncertainty,
 * dE/E = 1.26 CV(RMSE) sqrt((n + 2) / (n m)) / F at t = 1, times E; E / F is the adjusted baseline. 0 where it cannot be known.
 */
export function baselineModelErrorKwh({ cvRmsePercent, baselineMonthCount, reportedMonthCount, adjustedKwh }: BaselineModel): number {
  if (Number.isNaN(cvRmsePercent)) return 0;
  return 1.26 * (cvRmsePercent / 100) * Math.sqrt((baselineMonthCount + 2) / (baselineMonthCount * reportedMonthCount)) * adjustedKwh;
}
