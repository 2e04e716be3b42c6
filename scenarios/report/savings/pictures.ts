import { wordsIn } from '../../language/language.ts';
import { savingsReportWords } from '../../language/savings-report.ts';
import { zoneInWords } from '../../language/zones.ts';
import { labelledCurves } from '../figures/labelled-curves.ts';
import { markup, type Markup } from '../figures/markup.ts';
import { pairedBars, type BarRow } from '../figures/paired-bars.ts';
import { placeMap } from '../figures/place-map.ts';
import { timeCurves } from '../figures/time-curves.ts';
import type { SavingsReportInput } from './savings-report-input.ts';
import { unitsIn } from './shown-figure.ts';

const figure = (caption: string, svg: string, below?: string): Markup => markup`<figure><figcaption>${caption}</figcaption>${{ markup: svg }}${below === undefined ? undefined : markup`<p class="note">${below}</p>`}</figure>`;

/** The pictures of the report. */
export function savingsPictures(input: SavingsReportInput): Markup {
  return markup`<div class="figures-grid">${[monthFigure(input), cumulativeFigure(input), nightFigure(input, 0), nightFigure(input, 1), mapFigure(input), zoneFigure(input)]}</div>`;
}

const readRows = (rows: readonly BarRow[], write: (value: number) => string): string => rows.map(({ name, values }) => `${name} ${values.map(write).join(' / ')}`).join(', ');

function monthFigure({ language, figures: { months, readingRowCount } }: SavingsReportInput): Markup {
  const words = wordsIn(savingsReportWords, language), { month, plain } = unitsIn(language), isMetered = readingRowCount > 0;
  const rows = months.filter(({ readingCount }) => !isMetered || readingCount > 0).map((one) => ({ name: month(one.month), values: (isMetered ? [one.meteredKwh, one.calculatedKwh] : [one.baselineKwh, one.reportedKwh]).map((kwh) => kwh / 1000) }));
  const title = isMetered ? words.monthsFigure : words.monthsFigureNoMeters, decimals = Math.max(...rows.flatMap(({ values }) => values)) < 100 ? 2 : 0;
  const svg = pairedBars({ id: 'savings-months', title, description: words.figureRead(readRows(rows, (value) => plain(value, decimals))) }, isMetered ? [words.meteredSeries, words.calculatedSeries] : [words.baselineSeries, words.reportedSeries], rows, { decimals, language });
  return figure(title, svg);
}

function cumulativeFigure({ language, figures: { months } }: SavingsReportInput): Markup {
  const words = wordsIn(savingsReportWords, language), { plain, month } = unitsIn(language);
  let sumKwh = 0;
  const values = months.map((one) => (sumKwh += one.baselineKwh - one.reportedKwh) / 1000), read = months.map((one, at) => `${month(one.month)} ${plain(values[at]!, 1)}`).join(', ');
  return figure(words.cumulativeFigure, labelledCurves({ id: 'savings-cumulative', title: words.cumulativeFigure, description: words.figureRead(read) }, months.map((one) => `${one.month.slice(5)}/${one.month.slice(2, 4)}`), [{ name: words.walkSaving, values }], [], language));
}

function nightFigure({ language, tables: { nights } }: SavingsReportInput, night: 0 | 1): Markup {
  const words = wordsIn(savingsReportWords, language), { plain } = unitsIn(language), rows = Array.from({ length: nights.count }, (_, at) => at).filter((at) => nights.night[at] === night);
  const title = words.nightFigure(night === 0 ? words.winterNight : words.summerNight), timeS = rows.map((at) => nights.fromS[at]!), before = rows.map((at) => nights.beforeW[at]! / 1000), after = rows.map((at) => nights.afterW[at]! / 1000);
  const description = `${words.before} ${plain(Math.max(...before))}, ${words.after} ${plain(Math.max(...after))}`;
  return figure(title, timeCurves({ id: `savings-night-${night}`, title, description }, [{ name: words.before, timeS, values: before }, { name: words.after, timeS, values: after }], language));
}

function mapFigure({ language, tables: { cabinets }, outlines }: SavingsReportInput): Markup | undefined {
  if (cabinets.count === 0) return undefined;
  const words = wordsIn(savingsReportWords, language), { plain, kwh } = unitsIn(language);
  const places = Array.from({ length: cabinets.count }, (_, at) => ({ xM: cabinets.xM[at]!, yM: cabinets.yM[at]!, value: cabinets.savedKwh[at]! }));
  const about = words.mapAbout(plain(cabinets.count), kwh(places.reduce((most, { value }) => Math.max(most, value), 0)));
  return figure(words.mapFigure, placeMap({ id: 'savings-map', title: words.mapFigure, description: about }, places, outlines), about);
}

function zoneFigure({ language, tables: { zones } }: SavingsReportInput): Markup {
  const words = wordsIn(savingsReportWords, language), { plain } = unitsIn(language);
  const rows = Array.from({ length: zones.count }, (_, at) => ({ name: zones.zone[at] === '' ? words.noZone : zoneInWords(zones.zone[at]!, language), values: [zones.beforeKwh[at]! / 1000, zones.afterKwh[at]! / 1000] }));
  const decimals = Math.max(...rows.flatMap(({ values }) => values)) < 100 ? 2 : 0;
  return figure(words.zoneFigure, pairedBars({ id: 'savings-zones', title: words.zoneFigure, description: words.figureRead(readRows(rows, (value) => plain(value, decimals))) }, [words.before, words.after], rows, { decimals, language }));
}
