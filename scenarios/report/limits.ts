import { wordsIn } from '../language/language.ts';
import { numbersIn } from '../language/numbers.ts';
import { reportWords } from '../language/report.ts';
import { markup, type Markup } from './figures/markup.ts';
import type { ReportInput } from './report-input.ts';

/** What a reader must know before leaning on the numbers. */
export function limits({ language, facts, baseline, scenario }: ReportInput): Markup {
  const words = wordsIn(reportWords, language);
  const mostRescues = Math.max(...[...baseline.runs, ...scenario.runs].map(({ values }) => values.rescues ?? 0));
  const dims = scenario.question.changes.some(({ change }) => change === 'dim-lamps');
  const all = [
    facts.synthetic ? words.limitSynthetic : undefined,
    scenario.runs[0]!.zones.length > 0 ? words.limitEnergy : undefined,
    dims ? words.limitLight : undefined,
    words.limitCounts, words.limitBehaviour, words.limitDwell,
    mostRescues > 0 ? words.limitRescues(numbersIn(language).plain(mostRescues)) : undefined,
  ];
  return markup`<ul>${all.filter((one) => one !== undefined).map((one) => markup`<li>${one}</li>`)}</ul>`;
}
