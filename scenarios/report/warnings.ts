import { wordsIn } from '../language/language.ts';
import { warningWords } from '../language/warnings.ts';
import { restsOnNothing, saidWarning, warningsOf } from '../saved/warnings.ts';
import { markup, type Markup } from './figures/markup.ts';
import type { ReportInput } from './report-input.ts';

/** What the command warned of when the comparison was made, so that whoever is handed the page knows it too; nothing where there was nothing. */
export function warnings(input: ReportInput): Markup | undefined {
  const { language } = input, words = wordsIn(warningWords, language), told = warningsOf(input);
  if (told.length === 0) return undefined;
  return markup`<section class="warnings" role="note"><h2>${words.heading}</h2>${restsOnNothing(input) ? markup`<p><strong>${words.restsOnNothing}</strong></p>` : undefined}
<ul>${told.map((problem) => {
    const { place, said } = saidWarning(problem, language);
    return markup`<li data-warning="${problem.code}">${place === '' ? undefined : markup`<strong>${place}</strong>${words.colon}`}${said}</li>`;
  })}</ul></section>
`;
}
