import { wordsIn } from '../../language/language.ts';
import { lineFigureWords, priorityReportWords } from '../../language/priority-report.ts';
import type { LineFigure } from '../../measure/line-operation.ts';
import { markup, type Markup } from '../figures/markup.ts';
import { paired, pairedCell } from './paired.ts';
import type { PriorityInput } from './priority-input.ts';

interface LineColumn { figure: LineFigure & keyof typeof lineFigureWords.fr; decimals: number; better?: 'higher' }

const DRIVING: readonly LineColumn[] = [{ figure: 'signalDelayPerTripS', decimals: 0 }, { figure: 'meanRunS', decimals: 0 }, { figure: 'runSpreadS', decimals: 0 }, { figure: 'speedKmh', decimals: 1, better: 'higher' }];
const SERVING: readonly LineColumn[] = [{ figure: 'onTimePercent', decimals: 1, better: 'higher' }, { figure: 'meanLateS', decimals: 0 }, { figure: 'excessWaitS', decimals: 0 }, { figure: 'meanWaitS', decimals: 0 }, { figure: 'meanRideS', decimals: 0 }];

/** Buses and trams, line by line: how they drive, and how they serve people. */
export function lineSection(input: PriorityInput): Markup {
  const words = wordsIn(priorityReportWords, input.language);
  if (input.baseline.runs[0]!.lines.length === 0) return markup`<p>${words.noLines}</p>`;
  return markup`<p>${words.linesAbout}</p><h3>${words.linesDriving}</h3>${lineTable(input, words.linesDriving, DRIVING)}<h3>${words.linesServing}</h3>${lineTable(input, words.linesServing, SERVING)}`;
}

function lineTable(input: PriorityInput, label: string, columns: readonly LineColumn[]): Markup {
  const { language } = input, words = wordsIn(priorityReportWords, language), all = input.baseline.runs[0]!.lines;
  const of = (name: string, figure: LineFigure) => paired(input, ({ lines }) => lines.find(({ line }) => line === name)?.[figure]);
  const shown = columns.filter(({ figure }) => all.some(({ line }) => of(line, figure)));
  return markup`<div class="wide" role="region" aria-label="${label}" tabindex="0"><table class="figures"><thead><tr><th scope="col">${words.line}</th>${shown.map(({ figure }) => markup`<th scope="col" class="number">${lineFigureWords[language][figure]}</th>`)}</tr></thead>
<tbody>${all.map(({ line }) => markup`<tr data-line="${line}"><th scope="row">${line}</th>${shown.map(({ figure, decimals, better }) => pairedCell(of(line, figure), figure, decimals, language, better))}</tr>`)}</tbody></table></div>`;
}
