import { textIn, wordsIn } from '../../language/language.ts';
import { savingsReportWords } from '../../language/savings-report.ts';
import { labelledCurves } from '../figures/labelled-curves.ts';
import { markup, type Markup } from '../figures/markup.ts';
import { wideTable } from '../wide-table.ts';
import type { RollOutStated, SavingsReportInput } from './savings-report-input.ts';
import { plainTable, shown, unitsIn } from './shown-figure.ts';

/** Replacement by year on the sourced paths, with what was before and the target beside them: picture and table. */
export function rollOutSection({ language, tables: { rollOut } }: SavingsReportInput, { targetShare, targetSource, paths }: RollOutStated): Markup {
  const words = wordsIn(savingsReportWords, language), { plain, percent } = unitsIn(language), rows = Array.from({ length: rollOut.count }, (_, row) => row);
  const beforeKwh = rollOut.beforeKwh[0]!, firstYear = Math.min(...rollOut.year), years = Array.from({ length: Math.max(...rollOut.year) - firstYear + 1 }, (_, at) => firstYear + at);
  // Once a path has ended all lamps stay as they were at its end.
  const drawn = paths.map(({ path, name, source }) => {
    const own = rows.filter((row) => rollOut.path[row] === path), last = own.at(-1)!, rowOf = years.map((year) => own.find((row) => rollOut.year[row] === year));
    return { path, name: textIn(name, language), source: textIn(source, language), kwh: rowOf.map((row) => (row === undefined ? rollOut.endKwh[last]! : rollOut.energyKwh[row]!)), ledCount: rowOf.map((row) => rollOut.ledCount[row ?? last]!) };
  });
  const read = years.map((year, at) => `${year} ${drawn.map(({ kwh }) => plain(kwh[at]! / 1000)).join(' / ')}`).join(', ');
  const svg = labelledCurves({ id: 'savings-roll-out', title: words.rollOutFigure, description: words.figureRead(read) }, years.map(String), drawn.map(({ name, kwh }) => ({ name, values: kwh.map((one) => one / 1000) })),
    [{ name: words.rollOutBefore(plain(beforeKwh / 1000)), value: beforeKwh / 1000 }, { name: words.rollOutTarget(percent(100 * targetShare)), value: (beforeKwh * (1 - targetShare)) / 1000 }], language);
  const titles = [words.year, ...drawn.flatMap(({ name }) => [`${name} – ${words.replaced}`, `${name} – MWh`, `${name} – ${words.savedPercent}`])];
  const lines = years.map((year, at) => [String(year), ...drawn.flatMap(({ path, kwh, ledCount }) => [plain(ledCount[at]!), shown(`roll-out ${path} ${year}`, kwh[at]!, plain(kwh[at]! / 1000)), percent(100 * (1 - kwh[at]! / beforeKwh))])]);
  return markup`<p>${words.rollOutAbout}</p><ul>${drawn.map(({ name, source }) => markup`<li>${words.saidBy(name, source)}</li>`)}<li>${words.saidBy(words.rollOutTarget(percent(100 * targetShare)), textIn(targetSource, language))}</li></ul>
<figure class="alone"><figcaption>${words.rollOutFigure}</figcaption>${{ markup: svg }}</figure>${wideTable(words.rollOut, plainTable(titles, 1, lines))}`;
}
