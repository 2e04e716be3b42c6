import type { Comparison } from '../compare/compare-runs.ts';
import { differenceDecimals, intervalDecimals } from '../compare/interval-decimals.ts';
import { wordsIn, type Language } from '../language/language.ts';
import { numbersIn } from '../language/numbers.ts';
import { unitAfter } from '../language/plural.ts';
import { reportWords } from '../language/report.ts';
import { markup, type Markup } from './figures/markup.ts';
import { wideTable } from './wide-table.ts';

const MOST_CARDS = 4;

/** The leading figures, large: the difference, what it is of, and how sure it is. */
export function keyFigureCards(comparisons: readonly Comparison[], language: Language): Markup {
  const words = wordsIn(reportWords, language), { rough } = numbersIn(language);
  return markup`<ul class="cards">${comparisons.slice(0, MOST_CARDS).map((one) => {
    const { indicator, verdict, baselineMean, scenarioMean } = one;
    const value = (mean: number) => rough(mean, indicator.decimals);
    return markup`<li class="card ${verdict}"><h3>${indicator.title[language]}</h3><p class="big">${changeOf(one, language)}</p>
<p>${words.fromTo(value(baselineMean), `${value(scenarioMean)}\u202f${unitAfter(Number(scenarioMean.toFixed(indicator.decimals)), indicator.unit[language], language)}`)}</p><p class="sure">${sureness(one, language)}</p></li>`;
  })}</ul>`;
}

/** In per cent where that can be said; else in the indicator's own unit. */
function changeOf({ indicator, differenceMean, differencePercent, interval95 }: Comparison, language: Language): string {
  const { signed, signedPercent } = numbersIn(language), difference = signed(differenceMean, differenceDecimals(interval95, indicator.decimals));
  if (indicator.unit[language].startsWith('%')) return `${difference} pt`;
  if (indicator.unit[language].startsWith('s')) return `${difference}\u202f${indicator.unit[language]}`;
  return differencePercent === null ? difference : signedPercent(differencePercent);
}

/** The verdict, and the interval where there is one. */
function sureness(one: Comparison, language: Language): string {
  const words = wordsIn(reportWords, language);
  if (one.verdict === 'single' || one.verdict === 'few' || one.verdict === 'same') return words.verdicts(one.verdict);
  return `${words.verdicts(one.verdict)} (${!one.indicator.chance ? words.noChance : words.intervalIs(intervalOf(one, language))})`;
}

function intervalOf(one: Comparison, language: Language): string {
  const words = wordsIn(reportWords, language), { signed } = numbersIn(language);
  if (one.verdict === 'same') return '–';
  if (!one.interval95) return words.noInterval;
  if (!one.indicator.chance) return words.noChance;
  const decimals = intervalDecimals(one.interval95, one.indicator.decimals);
  return words.intervalFromTo(signed(one.interval95.low, decimals), signed(one.interval95.high, decimals));
}

/** Every indicator of the question in a table. `data-` attributes hold the numbers in full, for whoever reads them with a program. */
export function indicatorTable(comparisons: readonly Comparison[], names: { baseline: string; scenario: string }, language: Language): Markup {
  const words = wordsIn(reportWords, language), { plain, signed, signedPercent } = numbersIn(language);
  return wideTable(words.allFigures, markup`<table class="figures"><thead><tr>
<th scope="col">${words.indicator}</th><th scope="col" class="number">${names.baseline}</th><th scope="col" class="number">${names.scenario}</th>
<th scope="col" class="number">${words.difference}</th><th scope="col" class="number">%</th><th scope="col" class="number">${words.interval}</th><th scope="col">${words.conclusion}</th>
</tr></thead><tbody>${comparisons.map((one) => {
    const { indicator, baselineMean, scenarioMean, differenceMean, differencePercent, interval95, verdict } = one;
    return markup`<tr data-indicator="${indicator.name}" data-pairs="${one.pairs}" data-verdict="${verdict}"><th scope="row">${indicator.title[language]} <span class="unit">${indicator.unit[language]}</span></th>
<td class="number" data-baseline="${baselineMean}">${plain(baselineMean, indicator.decimals)}</td><td class="number" data-scenario="${scenarioMean}">${plain(scenarioMean, indicator.decimals)}</td>
<td class="number" data-difference="${differenceMean}">${signed(differenceMean, differenceDecimals(interval95, indicator.decimals))}</td><td class="number">${differencePercent === null ? '–' : signedPercent(differencePercent)}</td>
<td class="number" data-low="${interval95?.low}" data-high="${interval95?.high}">${intervalOf(one, language)}</td><td class="${verdict}"><span class="mark" aria-hidden="true"></span>${words.verdicts(verdict)}</td></tr>`;
  })}</tbody></table>`);
}
