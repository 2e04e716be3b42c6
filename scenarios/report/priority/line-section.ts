import { wordsIn } from '../../language/language.ts';
import { priorityReportWords } from '../../language/priority-report.ts';
import type { LineOperation } from '../../measure/line-operation.ts';
import { markup, type Markup } from '../figures/markup.ts';
import { paired, pairedCells } from './paired.ts';
import type { PriorityInput } from './priority-input.ts';

/** Buses and trams, line by line. */
export function lineSection(input: PriorityInput): Markup {
  const { language } = input, words = wordsIn(priorityReportWords, language);
  const lines = input.baseline.runs[0]!.lines;
  if (lines.length === 0) return markup`<p>${words.noLines}</p>`;
  const of = (name: string, valueOf: (line: LineOperation) => number | null) => paired(input, ({ lines: all }) => { const line = all.find((one) => one.line === name); return line && valueOf(line); });
  const columns: [string, (line: LineOperation) => number | null, number][] = [
    [words.signalDelayTrip, (line) => line.signalDelayPerTripS, 0], [words.runTime, (line) => line.meanRunS, 0], [words.runSpread, (line) => line.runSpreadS, 0], [words.lateness, (line) => line.meanLateS, 0],
  ];
  return markup`<p>${words.linesAbout}</p><div class="wide" role="region" aria-label="${words.lines}" tabindex="0"><table class="figures"><thead><tr><th scope="col">${words.line}</th>${columns.map(([title]) => markup`<th scope="col" class="number">${title}</th><th scope="col" class="number">${words.difference}</th>`)}</tr></thead>
<tbody>${lines.map(({ line }) => markup`<tr data-line="${line}"><th scope="row">${line}</th>${columns.map(([title, valueOf, decimals]) => pairedCells(of(line, valueOf), title, decimals, language))}</tr>`)}</tbody></table></div>`;
}
