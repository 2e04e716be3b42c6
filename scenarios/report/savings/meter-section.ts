import { wordsIn } from '../../language/language.ts';
import { savingsReportWords } from '../../language/savings-report.ts';
import { markup, type Markup } from '../figures/markup.ts';
import { wideTable } from '../wide-table.ts';
import { FIT_LIMITS, meetsLimits, type Fit } from './fit.ts';
import { findingKinds, type FindingKind } from './meter-findings.ts';
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

/** More of one kind fill pages that nobody reads; the table beside the page has them all. */
const MOST_SHOWN = 60;

/** What is wrong with readings, one by one, with what was done about it. */
export function findingSection({ language, given, tables: { findings } }: SavingsReportInput): Markup {
  const words = wordsIn(savingsReportWords, language), { plain, month, date } = unitsIn(language);
  if (!given.meters) return markup`<p>${words.noMeters}</p>`;
  if (findings.count === 0) return markup`<p>${words.findingsNone}</p>`;
  const whenText = (when: string): string => (when === '' ? words.allTheTime : when.length === 7 ? month(when) : when.split('/').map(date).join(' – '));
  const rowsOf = (kind: FindingKind): (string | Markup)[][] => {
    const all = Array.from({ length: findings.count }, (_, at) => at).filter((at) => findings.kind[at] === kind);
    const listed = all.slice(0, MOST_SHOWN).map((at) => [
      markup`<span data-finding="${kind}">${words.findingWhat(kind)}</span>`, findings.meter[at]!, findings.cabinet[at]!, whenText(findings.when[at]!), plain(findings.concernedCount[at]!), words.findingDone(kind),
    ]);
    return all.length > MOST_SHOWN ? [...listed, [words.findingWhat(kind), words.findingsMore(plain(all.length - MOST_SHOWN)), '', '', '', words.findingDone(kind)]] : listed;
  };
  return wideTable(words.findings, plainTable([words.what, words.meter, words.cabinet, words.when, words.number, words.done], 9, findingKinds.flatMap(rowsOf)));
}
