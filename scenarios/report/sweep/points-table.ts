import type { Comparison } from '../../compare/compare-runs.ts';
import { wordsIn, type Language } from '../../language/language.ts';
import { numbersIn } from '../../language/numbers.ts';
import { sweepWords } from '../../language/sweep.ts';
import type { IndicatorName } from '../../measure/indicators.ts';
import { indicatorNamed } from '../../measure/indicators.ts';
import type { Parameter } from '../../sweep/points.ts';
import { saidDifference, saidPoint } from '../../sweep/said-point.ts';
import type { JudgedPoint } from '../../sweep/sweep-figures.ts';
import { lossesOf } from '../../sweep/sweep-figures.ts';
import { levelWords, parameterWords } from '../../sweep/parameter-words.ts';
import { markup, type Markup } from '../figures/markup.ts';
import { wideTable } from '../wide-table.ts';

/** Rows that someone reads on a page, and figures beside the first one. */
const MOST_ROWS = 200, MOST_BESIDE = 3;

/** Points by the first indicator, the best first, with what they do to some others. `data-` attributes hold the numbers in full. */
export function pointsTable(judged: readonly JudgedPoint[], parameters: readonly Parameter[], indicators: readonly IndicatorName[], language: Language): Markup {
  const words = wordsIn(sweepWords, language), { plain } = numbersIn(language), [first, ...others] = indicators, shown = judged.slice(0, MOST_ROWS);
  // What any of them pays is seen, whatever its place among the figures.
  const isPaid = (name: IndicatorName): boolean => judged.some((one) => lossesOf(one).some(({ indicator }) => indicator.name === name)), beside = [...others.filter(isPaid), ...others.filter((name) => !isPaid(name))].slice(0, MOST_BESIDE);
  const heading = (name: IndicatorName): Markup => markup`${indicatorNamed(name).title[language]} <span class="unit">${indicatorNamed(name).unit[language]}</span>`;
  const table = wideTable(words.allVariants, markup`<table class="figures"><thead><tr><th scope="col" class="number">${words.variant}</th>${parameters.map((one) => markup`<th scope="col">${parameterWords(one, language)}</th>`)}
<th scope="col" class="number">${heading(first!)}</th><th scope="col" class="number">${words.interval}</th><th scope="col" class="number">%</th><th scope="col">${words.verdict}</th>${beside.map((name) => markup`<th scope="col" class="number">${heading(name)}</th>`)}</tr></thead>
<tbody>${shown.map((one) => markup`<tr data-point="${one.at + 1}" data-difference="${one.first.differenceMean}"><th scope="row" class="number">${plain(one.at + 1)}</th>${one.point.map((level, at) => markup`<td>${levelWords(level, parameters[at]!, language)}</td>`)}${firstCells(one, language)}${beside.map((name) => besideCell(one.comparisons.find(({ indicator }) => indicator.name === name), language))}</tr>`)}</tbody></table>`);
  return markup`${table}${judged.length > shown.length ? markup`<p class="note">${words.moreInCsv(plain(judged.length - shown.length))}</p>` : undefined}`;
}

function firstCells(one: JudgedPoint, language: Language): Markup {
  const { difference, interval, percent, percentInterval, verdict } = saidPoint(one, language), inPercent = percentInterval === '' ? undefined : markup`<br><span class="unit">${percentInterval}</span>`;
  return markup`<td class="number">${difference}</td><td class="number">${interval}</td><td class="number">${percent}${inPercent}</td><td class="${lossesOf(one).length > 0 ? undefined : one.first.verdict}"><span class="mark" aria-hidden="true"></span>${verdict}</td>`;
}

const besideCell = (one: Comparison | undefined, language: Language): Markup =>
  (one ? markup`<td class="number ${one.verdict}"><span class="mark" aria-hidden="true"></span>${saidDifference(one, language)}</td>` : markup`<td class="number">–</td>`);
