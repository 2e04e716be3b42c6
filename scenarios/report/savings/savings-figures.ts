import { quantileSorted, sampleStandardDeviation, sampleVariance } from 'simple-statistics';
import { uncertaintyNames, type UncertaintyName } from '../../measure/savings-names.ts';
import { baselineModel, type BaselineModel } from './baseline-model.ts';
import { fitOf, type Fit } from './fit.ts';
import { lightFigures, type LightFigures } from './light-figures.ts';
import type { SavingsTables } from './savings-tables.ts';

export type Interval = readonly [low: number, high: number];

/** A month, summed over cabinets. */
export interface MonthFigures {
  month: string;
  baselineKwh: number;
  reportedKwh: number;
  /** Cabinets with a reading, of all. */
  readingCount: number;
  cabinetCount: number;
  meteredKwh: number;
  /** Calculated for the cabinets that have a reading. */
  calculatedKwh: number;
}

/** From the baseline period to the saving: every step adds to the one before. */
export interface BaselineWalk { baselinePeriodKwh: number; hoursEffectKwh: number; nonRoutineEffectKwh: number; withoutBaselineKwh: number; adjustedBaselineKwh: number; reportedKwh: number }

/** Every figure that the report states, from its tables alone. */
export interface SavingsFigures {
  walk: BaselineWalk;
  savingKwh: number;
  /** Months of the reporting period that the baseline period does not have. */
  monthsWithoutBaseline: string[];
  savingPercent: number;
  rowCount: number;
  countedRowCount: number;
  readingRowCount: number;
  baselineReadingRowCount: number;
  /** Of the rows that count, those whose baseline was metered. */
  countedBaselineRowCount: number;
  /** Expected where no meter covers the month: not part of the saving. */
  uncountedSavingKwh: number;
  months: MonthFigures[];
  costBaselineEur: number;
  costReportedEur: number;
  carbonBaselineKg: number;
  carbonReportedKg: number;
  uncertainty: {
    standardKwh: number;
    interval68: Interval;
    interval95: Interval;
    /** Half the 68 % interval over the saving, %. */
    half68Percent: number;
    /** Share of the variance of each input alone in the sum of them, %. */
    sharesPercent: Readonly<Record<UncertaintyName, number>>;
  };
  /** Monthly totals, months of single cabinets, hours. */
  fits: { month: Fit; cabinetMonth: Fit; hour: Fit };
  /** Of a baseline that was metered. */
  baselineModel: BaselineModel;
  meteredKwh: number;
  calculatedForMeteredKwh: number;
  light: LightFigures;
}

export function savingsFigures(tables: SavingsTables): SavingsFigures {
  const { months: rows, rates, hours } = tables, walk = baselineWalk(rows), months = monthFigures(rows), readings = rowsWhere(rows.count, (row) => rows.hasReading[row] === 1);
  const calculatedKwh = (row: number): number => rows.calculatedAfterKwh[row]! + rows.adjustmentAfterKwh[row]!, metered = months.filter(({ readingCount }) => readingCount > 0);
  const savingKwh = walk.adjustedBaselineKwh - walk.reportedKwh;
  return {
    walk, monthsWithoutBaseline: [...new Set(rowsWhere(rows.count, (row) => rows.baselineMonth[row] === '').map((row) => rows.month[row]!))].sort(), savingKwh, savingPercent: (100 * savingKwh) / walk.adjustedBaselineKwh, months,
    rowCount: rows.count, countedRowCount: rowsWhere(rows.count, (row) => rows.counts[row] === 1).length, readingRowCount: readings.length, baselineReadingRowCount: rowsWhere(rows.count, (row) => rows.hasBaselineReading[row] === 1).length, countedBaselineRowCount: rowsWhere(rows.count, (row) => rows.counts[row] === 1 && rows.hasBaselineReading[row] === 1).length,
    uncountedSavingKwh: sum(rowsWhere(rows.count, (row) => rows.counts[row] === 0), (row) => rows.adjustedBaselineKwh[row]! - rows.reportedKwh[row]!),
    ...costAndCarbon(rates),
    uncertainty: uncertaintyFigures(tables.draws, savingKwh),
    fits: {
      month: fitOf(metered.map((one) => one.meteredKwh), metered.map((one) => one.calculatedKwh)),
      cabinetMonth: fitOf(readings.map((row) => rows.meteredKwh[row]!), readings.map(calculatedKwh)),
      hour: fitOf(hours.meteredKwh, hours.modelledKwh),
    },
    baselineModel: baselineModel(Array.from({ length: rows.count }, (_, row) => ({
      cabinet: rows.cabinet[row]!, month: rows.month[row]!, counts: rows.counts[row]!, hasBaselineReading: rows.hasBaselineReading[row]!, baselineMeteredKwh: rows.baselineMeteredKwh[row]!,
      baselinePeriodKwh: rows.baselinePeriodKwh[row]!, baselinePeriodAdjustmentKwh: rows.baselinePeriodAdjustmentKwh[row]!, adjustedBaselineKwh: rows.adjustedBaselineKwh[row]!,
    }))),
    meteredKwh: sum(readings, (row) => rows.meteredKwh[row]!), calculatedForMeteredKwh: sum(readings, calculatedKwh), light: lightFigures(tables.light),
  };
}

const rowsWhere = (count: number, holds: (row: number) => boolean): number[] => Array.from({ length: count }, (_, row) => row).filter(holds);
const sum = <T>(list: readonly T[], value: (one: T) => number): number => list.reduce((total, one) => total + value(one), 0);

/** Rows that count. Where the baseline was metered, effects are those calculated, scaled to what was metered. A month without its baseline is the effect of nothing: a step of its own. */
function baselineWalk(rows: SavingsTables['months']): BaselineWalk {
  const walk = { baselinePeriodKwh: 0, hoursEffectKwh: 0, nonRoutineEffectKwh: 0, withoutBaselineKwh: 0, adjustedBaselineKwh: 0, reportedKwh: 0 };
  for (let row = 0; row < rows.count; row++) {
    if (rows.counts[row] === 0) continue;
    walk.adjustedBaselineKwh += rows.adjustedBaselineKwh[row]!;
    walk.reportedKwh += rows.reportedKwh[row]!;
    if (rows.baselineMonth[row] === '') {
      walk.withoutBaselineKwh += rows.adjustedBaselineKwh[row]!;
      continue;
    }
    const nowKwh = rows.calculatedBeforeKwh[row]! + rows.adjustmentBeforeKwh[row]!, thenKwh = rows.baselinePeriodKwh[row]! + rows.baselinePeriodAdjustmentKwh[row]!;
    // 1 unless the adjusted baseline comes from a meter.
    const scale = nowKwh === 0 ? 1 : rows.adjustedBaselineKwh[row]! / nowKwh;
    walk.baselinePeriodKwh += scale * thenKwh;
    walk.hoursEffectKwh += scale * (rows.calculatedBeforeKwh[row]! - rows.baselinePeriodKwh[row]!);
    walk.nonRoutineEffectKwh += scale * (rows.adjustmentBeforeKwh[row]! - rows.baselinePeriodAdjustmentKwh[row]!);
  }
  return walk;
}

function monthFigures(rows: SavingsTables['months']): MonthFigures[] {
  const months = new Map<string, MonthFigures>();
  for (let row = 0; row < rows.count; row++) {
    const month = rows.month[row]!;
    let one = months.get(month);
    if (!one) months.set(month, one = { month, baselineKwh: 0, reportedKwh: 0, readingCount: 0, cabinetCount: 0, meteredKwh: 0, calculatedKwh: 0 });
    one.cabinetCount++;
    if (rows.counts[row] === 1) {
      one.baselineKwh += rows.adjustedBaselineKwh[row]!;
      one.reportedKwh += rows.reportedKwh[row]!;
    }
    if (rows.hasReading[row] === 0) continue;
    one.readingCount++;
    one.meteredKwh += rows.meteredKwh[row]!;
    one.calculatedKwh += rows.calculatedAfterKwh[row]! + rows.adjustmentAfterKwh[row]!;
  }
  return [...months.values()].sort((one, other) => (one.month < other.month ? -1 : 1));
}

function costAndCarbon(rates: SavingsTables['rates']) {
  const figures = { costBaselineEur: 0, costReportedEur: 0, carbonBaselineKg: 0, carbonReportedKg: 0 };
  for (let row = 0; row < rates.count; row++) {
    figures.costBaselineEur += rates.baselineKwh[row]! * rates.priceEurPerKwh[row]!;
    figures.costReportedEur += rates.reportedKwh[row]! * rates.priceEurPerKwh[row]!;
    figures.carbonBaselineKg += (rates.baselineKwh[row]! * rates.carbonGPerKwh[row]!) / 1000;
    figures.carbonReportedKg += (rates.reportedKwh[row]! * rates.carbonGPerKwh[row]!) / 1000;
  }
  return figures;
}

function uncertaintyFigures(draws: SavingsTables['draws'], savingKwh: number): SavingsFigures['uncertainty'] {
  const sorted = Array.from(draws.savingKwh).sort((one, other) => one - other), between = (low: number, high: number): Interval => [quantileSorted(sorted, low), quantileSorted(sorted, high)];
  const interval68 = between(0.16, 0.84), alone = { watts: draws.wattsKwh, dimming: draws.dimmingKwh, hours: draws.hoursKwh, depreciation: draws.depreciationKwh, meters: draws.metersKwh, model: draws.modelKwh };
  const variances = uncertaintyNames.map((name) => sampleVariance(Array.from(alone[name]))), all = variances.reduce((total, one) => total + one, 0);
  return {
    standardKwh: sampleStandardDeviation(sorted), interval68, interval95: between(0.025, 0.975), half68Percent: (50 * (interval68[1] - interval68[0])) / Math.abs(savingKwh),
    sharesPercent: Object.fromEntries(uncertaintyNames.map((name, at) => [name, all === 0 ? 0 : (100 * variances[at]!) / all])) as Record<UncertaintyName, number>,
  };
}
