import { wordsIn } from '../../language/language.ts';
import { savingsReportWords } from '../../language/savings-report.ts';
import { markup, type Markup } from '../figures/markup.ts';
import { wideTable } from '../wide-table.ts';
import { FIT_LIMITS, meetsLimits, type Fit } from './fit.ts';
import type { SavingsReportInput } from './savings-report-input.ts';
import { plainTable, shown, unitsIn } from './shown-figure.ts';

/** Meters against calculation: how well they agree, month by month. */
export function meterSection({ language, given, figures }: SavingsReportInput): Markup {
  const words = wordsIn(savingsReportWords, language), { plain, percent, signedPercent } = unitsIn(language);
  if (!given.meters) return markup`<p>${words.noMeters}</p>`;
  const row = (title: string, name: string, fit: Fit, limits: { cvRmsePercent: number; nmbePercent: number } | undefined): (string | Markup)[] => {
    const isKnown = !Number.isNaN(fit.cvRmsePercent);
    return [
      title, plain(fit.count), isKnown ? shown(`${name}-cv-rmse-percent`, fit.cvRmsePercent, percent(fit.cvRmsePercent)) : '–', isKnown ? shown(`${name}-nmbe-percent`, fit.nmbePercent, signedPercent(fit.nmbePercent)) : '–',
      limits === undefined ? words.noLimit : `${percent(limits.cvRmsePercent)} / ±${percent(limits.nmbePercent)}`,
      !isKnown ? words.tooFew : limits === undefined ? '' : markup`<span class="lean ${meetsLimits(fit, limits) ? 'better' : 'worse'}">${meetsLimits(fit, limits) ? words.within : words.beyond}</span>`,
    ];
  };
  return markup`<p>${words.fitAbout}</p>${wideTable(words.metered, plainTable(['', words.pairsCount, 'CV(RMSE)', 'NMBE', words.limit, words.verdict], 1, [
    row(words.fitMonth, 'month', figures.fits.month, FIT_LIMITS.month), row(words.fitCabinet, 'cabinet-month', figures.fits.cabinetMonth, undefined),
    ...(figures.fits.hour.count > 0 ? [row(words.fitHour, 'hour', figures.fits.hour, FIT_LIMITS.hour)] : []),
  ], 'names'))}`;
}

/** Every month: adjusted baseline, consumption, saving, and what meters say beside the calculation. */
export function monthTable({ language, given, figures: { months, walk, savingKwh, meteredKwh, calculatedForMeteredKwh } }: SavingsReportInput): Markup {
  const words = wordsIn(savingsReportWords, language), { kwh, month: monthText, plain, signedPercent } = unitsIn(language);
  const meterCells = (month: string, readingCount: number, cabinetCount: number, metered: number, calculated: number): (string | Markup)[] => (!given.meters ? [] : [
    words.ofAll(plain(readingCount), plain(cabinetCount)), shown(`metered-kwh ${month}`, metered, kwh(metered)), shown(`calculated-kwh ${month}`, calculated, kwh(calculated)), metered > 0 ? signedPercent((100 * (metered - calculated)) / metered) : '–',
  ]);
  const rows = months.map((one) => [
    monthText(one.month), shown(`baseline-kwh ${one.month}`, one.baselineKwh, kwh(one.baselineKwh)), shown(`reported-kwh ${one.month}`, one.reportedKwh, kwh(one.reportedKwh)), shown(`saved-kwh ${one.month}`, one.baselineKwh - one.reportedKwh, kwh(one.baselineKwh - one.reportedKwh)),
    ...meterCells(one.month, one.readingCount, one.cabinetCount, one.meteredKwh, one.calculatedKwh),
  ]);
  const readings = months.reduce((sum, one) => sum + one.readingCount, 0), cabinets = months.reduce((sum, one) => sum + one.cabinetCount, 0);
  rows.push([words.total, kwh(walk.adjustedBaselineKwh), kwh(walk.reportedKwh), kwh(savingKwh), ...meterCells('total', readings, cabinets, meteredKwh, calculatedForMeteredKwh)]);
  const titles = [words.month, words.baselineKwhColumn, words.reportedKwhColumn, words.savingKwhColumn, ...(given.meters ? [words.meteredCabinets, words.meteredKwh, words.calculatedKwh, words.difference] : [])];
  return wideTable(words.byMonth, plainTable(titles, 1, rows));
}
