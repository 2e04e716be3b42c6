import { formatClock } from '../../../engine/foundation/clock.ts';
import { measureStartS, type RunSettings } from '../../../engine/run-settings.ts';
import type { CityFacts } from '../../../engine/twin/twin.ts';
import { wordsIn, type Language } from '../../language/language.ts';
import { numbersIn } from '../../language/numbers.ts';
import { reportWords } from '../../language/report.ts';
import { sweepWords } from '../../language/sweep.ts';
import { indicatorNamed, type IndicatorName } from '../../measure/indicators.ts';
import type { Parameter } from '../../sweep/points.ts';
import { mainEffects, ranked, type JudgedPoint, type PointFigures } from '../../sweep/sweep-figures.ts';
import { isClear, levelWords, sweepSentence } from '../../sweep/sweep-sentence.ts';
import { markup, type Markup } from '../figures/markup.ts';
import { parameterDots } from '../figures/parameter-dots.ts';
import { htmlPage } from '../html-page.ts';
import { pointsTable } from './points-table.ts';

/** What the page of a sweep shows. */
export interface SweepPageInput {
  language: Language;
  title: string;
  facts: Readonly<CityFacts>;
  twinHash: string;
  engine: string;
  node: string;
  parameters: readonly Parameter[];
  figures: readonly PointFigures[];
  /** The first one judges the points. */
  indicators: readonly IndicatorName[];
  /** Whether the points were listed: parameters then change together. */
  isList: boolean;
  /** Of the first seed; undefined where nothing was simulated. */
  settings: RunSettings | undefined;
  seeds: number;
  sweepId: string;
}

/** A sweep as one HTML file that needs nothing from anywhere: to read, to print, to send. */
export function sweepPage(input: SweepPageInput): string {
  const { language, title, facts, parameters, figures, indicators, isList, settings, seeds } = input, first = indicators[0]!, judged = ranked(figures, first), indicator = indicatorNamed(first);
  const general = wordsIn(reportWords, language), words = wordsIn(sweepWords, language), { plain } = numbersIn(language);
  const size = settings ? words.size(plain(figures.length), plain(seeds)) : words.sizeWithoutRuns(plain(figures.length)), best = judged[0];
  const body = markup`<main>
<header><p class="kind">${words.kind} · ${facts.name}</p><h1>${title}</h1><p class="compared">${size}</p></header>
${facts.synthetic ? markup`<p class="synthetic" role="note">${general.syntheticBanner}</p>` : undefined}
<section class="answer"><h2>${general.answer}</h2><p>${sweepSentence(judged, figures.length, first, parameters, language)}</p>${best && isClear(best.first) && settings ? markup`<p class="standing">${words.bestOfMany}</p>` : undefined}</section>
${best ? markup`<section><h2>${words.byParameter}</h2><p class="note">${words.baselineOf(indicator.title[language], plain(best.first.baselineMean, indicator.decimals), indicator.unit[language])}${judged.length > MOST_DOTS ? ` ${words.thinned(plain(MOST_DOTS))}` : ''}</p><div class="figures-grid">${pictures(judged, parameters, isList, language)}</div></section>
<section><h2>${words.allVariants}</h2>${pointsTable(judged, parameters, indicators, language)}<p class="note">${settings ? words.aboutTable : words.exact}</p></section>` : undefined}
<section><h2>${general.howComputed}</h2>${settings ? markup`<p>${words.method}</p>` : undefined}<h3>${general.definitions}</h3><dl>${indicators.map((name) => markup`<dt>${indicatorNamed(name).title[language]} <span class="unit">${indicatorNamed(name).unit[language]}</span></dt><dd>${indicatorNamed(name).about[language]}</dd>`)}</dl><h3>${general.identity}</h3>${identity(input)}</section>
<footer>${general.madeWith}</footer>
</main>`;
  return htmlPage(language, `${title} – ${words.kind} – ${facts.name}`, body);
}

/** Marks of one picture: more of them only hide each other, and make a page of many megabytes. */
const MOST_DOTS = 1000;

/** A picture for each parameter. */
function pictures(judged: readonly JudgedPoint[], parameters: readonly Parameter[], isList: boolean, language: Language): Markup {
  const words = wordsIn(sweepWords, language), { indicator } = judged[0]!.first, effects = mainEffects(judged, parameters), drawn = judged.filter((_, at) => at % Math.ceil(judged.length / MOST_DOTS) === 0);
  return markup`${parameters.map(({ name, levels }, column) => {
    const isNumber = levels.every((level) => typeof level === 'number'), sorted = isNumber ? [...levels].sort((one, other) => Number(one) - Number(other)) : levels;
    const rowOf = new Map(sorted.map((level, at) => [level, at])), placeOf = (level: (typeof levels)[number]): number => (isNumber ? Number(level) : rowOf.get(level)!);
    const means = effects[column]!.rows.map(({ from, until, differenceMean }) => ({ place: (placeOf(from) + placeOf(until)) / 2, differenceMean })), title = words.pictureTitle(name);
    const svg = parameterDots({
      id: `parameter-${column}`, title, description: words.pictureAbout(indicator.title[language], name), acrossName: name, upName: `${words.difference} (${indicator.unit[language]})`, language,
      levels: sorted.map((level) => ({ place: placeOf(level), name: levelWords(level, language) })), dots: drawn.map(({ point, first }) => ({ level: rowOf.get(point[column]!)!, difference: first })), means: isList ? undefined : means,
    });
    return markup`<figure><figcaption>${title}</figcaption>${{ markup: svg }}</figure>`;
  })}`;
}

/** All that is needed to compute the same numbers again. */
function identity({ language, facts, twinHash, engine, node, settings, seeds, sweepId }: SweepPageInput): Markup {
  const general = wordsIn(reportWords, language), words = wordsIn(sweepWords, language), { plain, day, hours } = numbersIn(language);
  const rows: [string, Markup | string][] = [
    [general.city, facts.name],
    ...(settings ? [
      [general.simulatedDay, day(facts.date)], [general.span, general.spanFromHours(formatClock(measureStartS(settings)).slice(0, 5), hours((settings.untilS - measureStartS(settings)) / 3600))],
      [general.step, `${plain(settings.stepS, settings.stepS % 1 === 0 ? 0 : 2)} s`], [general.seeds, words.seedsTo(plain(seeds))],
    ] satisfies [string, string][] : []),
    [general.twinHash, markup`<code>${twinHash}</code>`], [general.engineVersion, markup`<code>${engine}</code>`], [general.nodeVersion, markup`<code>${node}</code>`], [words.sweepId, markup`<code>${sweepId}</code>`],
  ];
  return markup`<table class="plain"><tbody>${rows.map(([name, value]) => markup`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>`;
}
