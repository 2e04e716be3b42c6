import { formatClock } from '../../engine/foundation/clock.ts';
import { GEH_MATCH } from '../compare/geh.ts';
import { wordsIn, type Language } from '../language/language.ts';
import { numbersIn } from '../language/numbers.ts';
import { validationWords } from '../language/validation.ts';
import { markup, type Markup } from '../report/figures/markup.ts';
import { scatter, type ScatterFrame } from '../report/figures/scatter.ts';
import { timeCurves } from '../report/figures/time-curves.ts';
import { wideTable } from '../report/wide-table.ts';
import type { ComparedFigure, SideBySide } from './comparison.ts';
import { figureText } from './figure-text.ts';
import { LIMITS } from './limits.ts';
import { runningCurves } from './running-curves.ts';
import { mean } from './spread.ts';
import type { ValidatedScenario } from './validation-input.ts';
import { worstFlows, worstTimes } from './worst-links.ts';

const MOST_WORST = 8;

/** Everything about one scenario: figures with their limits, three pictures, and where both are farthest apart. */
export function scenarioSection({ name, comparison, fromS }: ValidatedScenario, at: number, language: Language): Markup {
  const words = wordsIn(validationWords, language), { plain } = numbersIn(language);
  const seeds = (runs: SideBySide['ours']): string => runs.map(({ seed }) => plain(seed)).join(', ');
  const waiting = [comparison.ours, comparison.reference].map((runs) => mean(runs.map(({ counts }) => counts.waiting)));
  return markup`<section id="scenario-${at}"><h2>${name}</h2>
<p class="note">${words.seeds(seeds(comparison.ours), seeds(comparison.reference))} ${words.cells(plain(comparison.cells.length))}${waiting.some((vehicles) => vehicles > 0) ? ` ${words.waiting(plain(waiting[0]!, 1), plain(waiting[1]!, 1))}` : ''}</p>
${figureTable(name, comparison.figures, language)}
<div class="figures-grid">${pictures(comparison, fromS, at, language)}</div>
${worstTables(name, comparison, language)}</section>`;
}

const verdictClass = ({ verdict }: ComparedFigure): string => (verdict === 'kept' ? 'better' : verdict === 'missed' ? 'worse' : '');

/** Verdict of one figure as a table cell. */
export const verdictCell = (figure: ComparedFigure, text: string): Markup => markup`<td class="${verdictClass(figure)}"><span class="mark">${text}</span></td>`;

function figureTable(name: string, figures: readonly ComparedFigure[], language: Language): Markup {
  const words = wordsIn(validationWords, language);
  return wideTable(`${name}, ${words.verdict}`, markup`<table><thead><tr><th scope="col">${words.figure}</th><th scope="col" class="number">${words.ours}</th><th scope="col" class="number">${words.reference}</th><th scope="col" class="number">${words.difference}</th><th scope="col">${words.limit}</th><th scope="col">${words.verdict}</th></tr></thead><tbody>${figures.map((figure) => {
    const text = figureText(figure, language);
    return markup`<tr><th scope="row">${text.name}</th><td class="number">${text.ours}</td><td class="number">${text.reference}</td><td class="number">${text.difference}</td><td>${text.limit}</td>${verdictCell(figure, text.verdict)}</tr>`;
  })}</tbody></table>`);
}

function pictures({ ours, reference, cells, agreement }: SideBySide, fromS: number, at: number, language: Language): Markup {
  const words = wordsIn(validationWords, language), { plain, percent } = numbersIn(language);
  const curves = runningCurves([{ name: words.reference, runs: reference }, { name: words.ours, runs: ours }], fromS);
  const most = Math.max(0, ...curves.flatMap(({ values }) => values));
  const axes: Pick<ScatterFrame, 'acrossName' | 'upName' | 'language'> = { acrossName: words.reference, upName: words.ours, language };
  const flows = cells.map(({ flowsPerHour }) => flowsPerHour);
  const times = cells.flatMap(({ travelTimesS }) => (travelTimesS && travelTimesS[0] > 0 && travelTimesS[1] > 0 ? [travelTimesS] : []));
  const drawn: [title: string, svg: string | undefined][] = [
    [words.flowsTitle, flows.length === 0 ? undefined : scatter({
      ...axes, id: `flows-${at}`, title: words.flowsTitle, description: words.flowsAbout(plain(flows.length), percent((agreement.gehBelow5Share ?? 0) * 100)), scale: 'linear', band: gehBand,
    }, flows)],
    [words.timesTitle, times.length === 0 ? undefined : scatter({
      ...axes, id: `times-${at}`, title: words.timesTitle, description: words.timesAbout(plain(times.length), percent((agreement.travelTimeErrorShare ?? 0) * 100)), scale: 'log',
      band: { least: (acrossS) => acrossS * (1 - LIMITS.linkTimeShare), most: (acrossS) => acrossS * (1 + LIMITS.linkTimeShare) },
    }, times)],
    [words.runningTitle, timeCurves({ id: `running-${at}`, title: words.runningTitle, description: words.runningAbout(plain(most)) }, curves, language)],
  ];
  return markup`${drawn.map(([title, svg]) => (svg === undefined ? undefined : markup`<figure><figcaption>${title}</figcaption>${{ markup: svg }}</figure>`))}`;
}

/** Flows whose GEH against `across` is 5: the two roots of (other - across)^2 = 12.5 (other + across). */
const gehBand: ScatterFrame['band'] = {
  least: (across) => Math.max(0, across + (GEH_MATCH * GEH_MATCH) / 4 - gehReach(across)),
  most: (across) => across + (GEH_MATCH * GEH_MATCH) / 4 + gehReach(across),
};
const gehReach = (across: number): number => Math.sqrt(GEH_MATCH * GEH_MATCH * across + (GEH_MATCH ** 4) / 16);

function worstTables(name: string, { reference: references, ours: own, cells }: SideBySide, language: Language): Markup {
  const words = wordsIn(validationWords, language), { plain, signed } = numbersIn(language);
  const flows = worstFlows(cells, MOST_WORST).filter(({ geh }) => geh >= GEH_MATCH);
  const hours = (vehicleSeconds: number): number => vehicleSeconds / 3600;
  const head = (...names: string[]): Markup => markup`<thead><tr>${names.map((name, column) => markup`<th scope="col"${column === 0 ? undefined : { markup: ' class="number"' }}>${name}</th>`)}</tr></thead>`;
  const flowRows = markup`${flows.map(({ link, fromS, flowsPerHour: [reference, ours], geh }) => markup`<tr><th scope="row"><code>${link}</code></th><td class="number">${formatClock(fromS).slice(0, 5)}</td><td class="number">${plain(ours)}</td><td class="number">${plain(reference)}</td><td class="number">${plain(geh, 1)}</td></tr>`)}`;
  return markup`<h3>${words.worstFlows}</h3>${flows.length === 0
    ? markup`<p>${words.noneWorse}</p>`
    : wideTable(`${name}, ${words.worstFlows}`, markup`<table>${head(words.link, words.quarter, `${words.ours} (${words.flowsUnit})`, `${words.reference} (${words.flowsUnit})`, words.geh)}<tbody>${flowRows}</tbody></table>`)}
<h3>${words.worstTimes}</h3>${wideTable(`${name}, ${words.worstTimes}`, markup`<table>${head(words.link, `${words.ours} (${words.vehicleHours})`, `${words.reference} (${words.vehicleHours})`, words.difference)}<tbody>${worstTimes(references, own, MOST_WORST).map(({ link, vehicleSeconds: [reference, ours] }) =>
    markup`<tr><th scope="row"><code>${link}</code></th><td class="number">${plain(hours(ours), 1)}</td><td class="number">${plain(hours(reference), 1)}</td><td class="number">${signed(hours(ours - reference), 1)}</td></tr>`)}</tbody></table>`)}`;
}
