import type { Comparison } from '../compare/compare-runs.ts';
import { expectationWords } from '../language/expectations.ts';
import { wordsIn } from '../language/language.ts';
import { numbersIn } from '../language/numbers.ts';
import { reportWords } from '../language/report.ts';
import { expectedOfOtherSpan, heldExpectations, saidExpectation } from '../saved/expectations.ts';
import { markup, type Markup } from './figures/markup.ts';
import type { ComparisonInput } from './report-input.ts';
import { wideTable } from './wide-table.ts';

/** What was expected beside what was found, with the reason for it; nothing where nothing was expected. */
export function expectations(input: ComparisonInput, comparisons: readonly Comparison[]): Markup | undefined {
  const { language } = input, words = wordsIn(expectationWords, language), held = heldExpectations(input.expected, comparisons), span = expectedOfOtherSpan(input);
  if (held.length === 0) return undefined;
  return markup`<section><h2>${words.heading}</h2>${span ? markup`<p><strong>${words.otherSpan(span.from, numbersIn(language).lasting(span.hours))}</strong></p>` : undefined}
${wideTable(words.heading, markup`<table class="expected"><thead><tr><th scope="col">${wordsIn(reportWords, language).indicator}</th><th scope="col">${words.expected}</th><th scope="col">${words.found}</th><th scope="col">${words.outcome}</th></tr></thead>
<tbody>${held.map((one) => {
    const { title, expected, found, outcome, sign, why } = saidExpectation(one, language);
    return markup`<tr data-expected="${one.expectation.indicator}" data-outcome="${one.outcome}"><th scope="row">${title}<br><small class="why">${why}</small></th><td>${expected}</td><td>${found}</td><td class="${one.outcome}"><span aria-hidden="true">${sign}</span> ${outcome}</td></tr>`;
  })}</tbody></table>`)}<p class="note">${words.about}</p></section>`;
}
