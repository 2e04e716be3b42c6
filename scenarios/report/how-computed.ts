import { formatClock } from '../../engine/foundation/clock.ts';
import { measureStartS } from '../../engine/run-settings.ts';
import type { Comparison } from '../compare/compare-runs.ts';
import { textIn, wordsIn } from '../language/language.ts';
import { numbersIn } from '../language/numbers.ts';
import { reportWords } from '../language/report.ts';
import { markup, type Markup } from './figures/markup.ts';
import type { ReportInput } from './report-input.ts';
import { wideTable } from './wide-table.ts';

/** Method, definitions, factors and all that is needed to compute the same numbers again. */
export function howComputed(input: ReportInput, comparisons: readonly Comparison[]): Markup {
  const { language, facts } = input;
  const words = wordsIn(reportWords, language), { plain } = numbersIn(language);
  const { priceEurPerKwh, priceSource, carbonGPerKwh, carbonSource } = facts.energy;
  const lighting = input.scenario.runs[0]!.zones.length > 0 && comparisons.some(({ indicator }) => indicator.name.startsWith('lighting-'))
    ? markup`<p>${words.lightingMethod(plain(input.scenario.runs[0]!.burningH), facts.date.slice(0, 4))}</p>
<p>${words.factors(plain(priceEurPerKwh, 3), textIn(priceSource, language), plain(carbonGPerKwh, 1), textIn(carbonSource, language))}</p>`
    : undefined;
  const warmUp = input.settings?.measuredFromS === undefined ? undefined : markup`<p>${words.warmUp(formatClock(input.settings.fromS).slice(0, 5), formatClock(input.settings.measuredFromS).slice(0, 5))}</p>`;
  return markup`<p>${input.settings ? words.method : words.methodOfYear}</p>${warmUp}${lighting}
<h3>${words.definitions}</h3><dl>${comparisons.map(({ indicator }) => markup`<dt>${indicator.title[language]} <span class="unit">${indicator.unit[language]}</span></dt><dd>${indicator.about[language]}</dd>`)}</dl>
<h3>${words.identity}</h3>${identityTable(input)}
<h3>${words.sources}</h3>${sourceTable(input)}`;
}

function identityTable({ language, facts, twinHash, baseline, scenario, settings, engine, node }: ReportInput): Markup {
  const words = wordsIn(reportWords, language), { day } = numbersIn(language);
  const hashes = [baseline, scenario].map(({ question, runs }) => markup`${words.runsOf(question.name)}${runs.map(({ seed, hash }, at) => markup`${at > 0 ? ', ' : ''}${words.seed(String(seed))} <code>${hash.slice(0, 16)}</code>`)}<br>`);
  const rows: [string, Markup | string][] = [
    [words.city, facts.name],
    ...(settings ? [[words.simulatedDay, day(facts.date)] as [string, string], ...runRows(settings, scenario.runs, language)] : [[words.year, facts.date.slice(0, 4)] as [string, string]]),
    [words.twinHash, markup`<code>${twinHash}</code>`],
    [words.engineVersion, markup`<code>${engine}</code>`],
    [words.nodeVersion, markup`<code>${node}</code>`],
    ...(settings ? [[words.runHashes, markup`${hashes}`] as [string, Markup]] : []),
  ];
  return markup`<table class="plain"><tbody>${rows.map(([name, value]) => markup`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>`;
}

function runRows(settings: NonNullable<ReportInput['settings']>, runs: ReportInput['scenario']['runs'], language: ReportInput['language']): [string, string][] {
  const words = wordsIn(reportWords, language), { plain, lasting } = numbersIn(language), fromS = measureStartS(settings);
  return [
    [words.span, words.spanFrom(formatClock(fromS).slice(0, 5), lasting((settings.untilS - fromS) / 3600)) + (settings.untilAllArrived ? words.untilArrived : '')],
    [words.step, `${plain(settings.stepS, settings.stepS % 1 === 0 ? 0 : 2)} s`],
    [words.seeds, runs.map(({ seed }) => seed).join(', ')],
  ];
}

function sourceTable({ language, facts }: ReportInput): Markup {
  const words = wordsIn(reportWords, language);
  return wideTable(words.sources, markup`<table class="plain"><thead><tr><th scope="col">${words.sourceWhat}</th><th scope="col">${words.sourceFrom}</th><th scope="col">${words.sourceLicence}</th><th scope="col">${words.sourceKind}</th></tr></thead>
<tbody>${facts.sources.map(({ what, from, licence, synthetic }) => markup`<tr><td>${textIn(what, language)}</td><td>${textIn(from, language)}</td><td>${textIn(licence, language)}</td><td>${synthetic ? words.synthetic : words.observed}</td></tr>`)}</tbody></table>`);
}
