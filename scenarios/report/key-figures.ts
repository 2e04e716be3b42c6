import type { Comparison } from '../compare/compare-runs.ts';
import { askedWords } from '../language/asked-figures.ts';
import { wordsIn, type Language } from '../language/language.ts';
import { reportWords } from '../language/report.ts';
import { unmeasuredWords } from '../language/unmeasured.ts';
import type { Unmeasured } from '../saved/unmeasured.ts';
import { saidFigure } from '../saved/said-figure.ts';
import { markup, type Markup } from './figures/markup.ts';
import { wideTable } from './wide-table.ts';

const MOST_CARDS = 4;

/** The leading figures of those asked for, large: the difference, what it is of, and how sure it is. */
export function keyFigureCards(comparisons: readonly Comparison[], language: Language): Markup {
  return markup`<ul class="cards">${comparisons.filter(({ asked }) => asked).slice(0, MOST_CARDS).map((one) => {
    const { title, headline, fromTo, sureness } = saidFigure(one, language);
    return markup`<li class="card ${one.verdict}"><h3>${title}</h3><p class="big">${headline}</p>
<p>${fromTo}</p><p class="sure">${sureness}</p></li>`;
  })}</ul>`;
}

/** Every indicator in a table: those asked for, also where they were not measured, then those looked at beside them. `data-` attributes hold the numbers in full, for whoever reads them with a program. */
export function indicatorTable(comparisons: readonly Comparison[], names: { baseline: string; scenario: string }, language: Language, missing: readonly Unmeasured[] = []): Markup {
  const words = wordsIn(reportWords, language), beside = comparisons.filter(({ asked }) => !asked);
  const rows = (those: readonly Comparison[]): Markup => markup`${those.map((one) => indicatorRow(one, language))}`;
  return wideTable(words.allFigures, markup`<table class="figures"><thead><tr>
<th scope="col">${words.indicator}</th><th scope="col" class="number">${names.baseline}</th><th scope="col" class="number">${names.scenario}</th>
<th scope="col" class="number">${words.difference}</th><th scope="col" class="number">${words.interval}</th><th scope="col" class="number">%</th><th scope="col">${words.conclusion}</th>
</tr></thead><tbody>${rows(comparisons.filter(({ asked }) => asked))}${missing.map((one) => unmeasuredRow(one, language))}</tbody>${beside.length > 0 ? markup`<tbody><tr><th scope="rowgroup" colspan="7" class="beside">${wordsIn(askedWords, language)[beside.some(({ familySize }) => familySize > 0) ? 'beside' : 'besideUnjudged']}</th></tr>${rows(beside)}</tbody>` : undefined}</table>`);
}

const unmeasuredRow = ({ name, title, unit, why }: Unmeasured, language: Language): Markup =>
  markup`<tr data-unmeasured="${name}"><th scope="row">${title} <span class="unit">${unit}</span></th><td class="number">–</td><td class="number">–</td><td colspan="4">${wordsIn(unmeasuredWords, language).verdict}${why === '' ? undefined : markup`<br><small>${why}</small>`}</td></tr>`;

function indicatorRow(one: Comparison, language: Language): Markup {
  const { indicator, baselineMean, scenarioMean, differenceMean, interval95, verdict } = one, said = saidFigure(one, language);
  return markup`<tr data-indicator="${indicator.name}" data-pairs="${one.pairs}" data-verdict="${verdict}"><th scope="row">${said.title} <span class="unit">${said.unit}</span></th>
<td class="number" data-baseline="${baselineMean}">${said.baseline}</td><td class="number" data-scenario="${scenarioMean}">${said.scenario}</td>
<td class="number" data-difference="${differenceMean}">${said.difference}</td><td class="number" data-low="${interval95?.low}" data-high="${interval95?.high}">${said.interval}</td>
<td class="number" data-percent="${one.differencePercent ?? undefined}">${said.percent}${said.percentInterval === '' ? undefined : markup`<br><small>${said.percentInterval}</small>`}</td><td class="${verdict}"><span class="mark" aria-hidden="true"></span>${said.verdict}</td></tr>`;
}
