import { textIn, wordsIn } from '../../language/language.ts';
import { savingsReportWords } from '../../language/savings-report.ts';
import { labelledCurves } from '../figures/labelled-curves.ts';
import { markup, type Markup } from '../figures/markup.ts';
import { wideTable } from '../wide-table.ts';
import type { RollOutDrawn, SavingsReportInput } from './savings-report-input.ts';
import { plainTable, shown, unitsIn } from './shown-figure.ts';

/** Replacement by year on the sourced paths, with what was before and the target beside them: picture and table. */
export function rollOutSection({ language }: SavingsReportInput, { years, beforeKwh, targetKwh, targetShare, paths }: RollOutDrawn): Markup {
  const words = wordsIn(savingsReportWords, language), { plain, percent } = unitsIn(language), names = paths.map(({ name }) => textIn(name, language));
  const read = years.map((year, at) => `${year} ${paths.map(({ energyKwh }) => plain(energyKwh[at]! / 1000)).join(' / ')}`).join(', ');
  const svg = labelledCurves({ id: 'savings-roll-out', title: words.rollOutFigure, description: words.figureRead(read) }, years.map(String), paths.map(({ energyKwh }, at) => ({ name: names[at]!, values: energyKwh.map((kwh) => kwh / 1000) })),
    [{ name: words.rollOutBefore(plain(beforeKwh / 1000)), value: beforeKwh / 1000 }, { name: words.rollOutTarget(percent(100 * targetShare)), value: targetKwh / 1000 }], language);
  const titles = [words.year, ...names.flatMap((name) => [`${name} – ${words.replaced}`, `${name} – MWh`, `${name} – %`])];
  const rows = years.map((year, at) => [String(year), ...paths.flatMap(({ energyKwh, replacedCount }, path) => [plain(replacedCount[at]!), shown(`roll-out ${path} ${year}`, energyKwh[at]!, plain(energyKwh[at]! / 1000)), percent(100 * (1 - energyKwh[at]! / beforeKwh))])]);
  return markup`<p>${words.rollOutAbout}</p><ul>${paths.map(({ source }, at) => markup`<li>${names[at]!} : ${textIn(source, language)}</li>`)}</ul><figure><figcaption>${words.rollOutFigure}</figcaption>${{ markup: svg }}</figure>${wideTable(words.rollOut, plainTable(titles, 1, rows))}`;
}
