import { services, type Service } from '../../../engine/twin/priority-words.ts';
import { wordsIn } from '../../language/language.ts';
import { numbersIn } from '../../language/numbers.ts';
import { priorityReportWords } from '../../language/priority-report.ts';
import { servedCount, unansweredCount, type PriorityAnswers } from '../../measure/priority-answers.ts';
import { markup, type Markup } from '../figures/markup.ts';
import type { PriorityInput } from './priority-input.ts';

/** Told even where nobody got them. */
const USUAL: readonly Service[] = ['extension', 'earlyGreen'];

/** What became of requests on each side, mean over its runs. */
export function answersSection({ language, baseline, scenario }: PriorityInput): Markup {
  const words = wordsIn(priorityReportWords, language), { plain } = numbersIn(language), sides = [baseline, scenario];
  if (sides.every(({ runs }) => runs.every(({ answers }) => answers === undefined))) return markup`<p>${words.nobodyAsked}</p>`;
  const mean = (side: number, valueOf: (answers: PriorityAnswers) => number): string => {
    const { runs } = sides[side]!;
    if (runs.every(({ answers }) => answers === undefined)) return '–';
    return plain(runs.reduce((sum, { answers }) => sum + (answers ? valueOf(answers) : 0), 0) / runs.length);
  };
  const reasons = [...new Set(sides.flatMap(({ runs }) => runs.flatMap(({ answers }) => Object.keys(answers?.refused ?? {}) as (keyof PriorityAnswers['refused'])[])))];
  const rows: [string, (answers: PriorityAnswers) => number][] = [
    [words.requests, (one) => one.requests], [words.notNeededAnswers, (one) => one.notNeeded],
    ...services.filter((name) => USUAL.includes(name) || sides.some(({ runs }) => runs.some(({ answers }) => answers?.served[name] !== undefined)))
      .map((name): [string, (answers: PriorityAnswers) => number] => [words.servedBy(name), (one) => one.served[name] ?? 0]),
    ...reasons.map((reason): [string, (answers: PriorityAnswers) => number] => [words.refusedFor(reason), (one) => one.refused[reason] ?? 0]),
    ...(sides.some(({ runs }) => runs.some(({ answers }) => answers && unansweredCount(answers) > 0)) ? [[words.unanswered, unansweredCount] as [string, (answers: PriorityAnswers) => number]] : []),
    [words.gain, (one) => one.gainS / Math.max(1, servedCount(one))], [words.cost, (one) => one.costVehicleS / Math.max(1, servedCount(one))],
    ...(sides.some(({ runs }) => runs.some(({ answers }) => answers && answers.givenBackS + answers.notGivenBackS > 0)) ? [[words.givenBack, (one) => one.givenBackS], [words.notGivenBack, (one) => one.notGivenBackS]] as [string, (answers: PriorityAnswers) => number][] : []),
  ];
  return markup`<p>${words.answersAbout}</p><div class="wide" role="region" aria-label="${words.answers}" tabindex="0"><table class="figures"><thead><tr><th scope="col">${words.answer}</th>${sides.map(({ question }) => markup`<th scope="col" class="number">${question.title[language]}</th>`)}</tr></thead>
<tbody>${rows.map(([title, valueOf]) => markup`<tr><th scope="row">${title}</th>${[0, 1].map((side) => markup`<td class="number">${mean(side, valueOf)}</td>`)}</tr>`)}</tbody></table></div>`;
}
