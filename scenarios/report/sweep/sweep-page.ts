import { isClear } from '../../compare/compare-all.ts';
import { textIn, wordsIn, type Language } from '../../language/language.ts';
import { inWords, placeOf } from '../../language/problems.ts';
import { numbersIn } from '../../language/numbers.ts';
import { reportWords } from '../../language/report.ts';
import { sweepWords } from '../../language/sweep.ts';
import { indicatorNamed } from '../../measure/indicators.ts';
import type { Parameter } from '../../sweep/points.ts';
import { judgedSweep } from '../../sweep/judged-sweep.ts';
import type { SavedSweep } from '../../sweep/saved-sweep.ts';
import { mainEffects, type JudgedPoint } from '../../sweep/sweep-figures.ts';
import { levelWords, parameterWords } from '../../sweep/parameter-words.ts';
import { sweepAnswer } from '../../sweep/sweep-sentence.ts';
import { markup, type Markup } from '../figures/markup.ts';
import { parameterDots } from '../figures/parameter-dots.ts';
import { htmlPage } from '../html-page.ts';
import { pointsTable } from './points-table.ts';
import { howSweepComputed, spanWords, whatSweepChanged } from './sweep-sections.ts';

/** A kept sweep as one HTML file that needs nothing from anywhere: to read, to print, to send. */
export function sweepPage(saved: SavedSweep, language: Language): string {
  const { city, parameters, settings, seeds, points, failed } = saved, { judged, indicators } = judgedSweep(saved), indicator = indicatorNamed(indicators[0]!), title = textIn(saved.title, language);
  const general = wordsIn(reportWords, language), words = wordsIn(sweepWords, language), { plain } = numbersIn(language);
  const size = settings ? `${words.size(plain(points.length), plain(seeds.length))}, ${spanWords(settings, language)}` : words.sizeWithoutRuns(plain(points.length)), best = judged[0];
  const body = markup`<main>
<header><p class="kind">${words.kind} · ${city.name}</p><h1>${title}</h1><p class="compared">${size}</p></header>
${city.synthetic ? markup`<p class="synthetic" role="note">${general.syntheticBanner}</p>` : undefined}
<section class="answer"><h2>${general.answer}</h2><p>${sweepAnswer(saved, language)}</p>${best && isClear(best.first) && settings ? markup`<p class="standing">${words.bestOfMany}</p>` : undefined}${warningsList(saved, language)}${failed.length > 0 ? markup`<p class="standing">${words.runsMissingInAll(plain(failed.length))}</p>` : undefined}</section>
<section><h2>${general.whatChanged}</h2>${whatSweepChanged(saved, best, language)}</section>
${best ? markup`<section><h2>${words.byParameter}</h2><p class="note">${words.baselineOf(indicator.title[language], plain(best.first.baselineMean, indicator.decimals), indicator.unit[language])}${judged.length > MOST_DOTS ? ` ${words.thinned(plain(MOST_DOTS))}` : ''}</p><div class="figures-grid">${pictures(judged, saved, language)}</div></section>
<section><h2>${words.allVariants}</h2>${pointsTable(judged, parameters, indicators, language)}<p class="note">${settings ? words.aboutTable : words.exact}</p></section>` : undefined}
<section><h2>${general.howComputed}</h2>${howSweepComputed(saved, language)}</section>
<footer>${general.madeWith}</footer>
</main>`;
  return htmlPage(language, `${title} – ${words.kind} – ${city.name}`, body);
}

/** What should be known before figures are read: beside a change that lies outside of what is simulated, "makes no difference" says nothing. */
function warningsList({ warnings = [] }: SavedSweep, language: Language): Markup | undefined {
  if (warnings.length === 0) return undefined;
  const words = wordsIn(sweepWords, language);
  return markup`<div class="standing"><p>${words.mindThat}</p><ul>${warnings.map((one) => markup`<li>${one.where === '' ? '' : words.saidOf(placeOf(one, language))}${inWords(one, language)}</li>`)}</ul></div>`;
}

/** Marks of one picture: more of them only hide each other, and make a page of many megabytes. */
const MOST_DOTS = 1000;

/** A picture for each parameter. The mean of a value says nothing where it has one point only, or where parameters change together. */
function pictures(judged: readonly JudgedPoint[], { parameters, definition }: SavedSweep, language: Language): Markup {
  const words = wordsIn(sweepWords, language), { indicator } = judged[0]!.first, effects = mainEffects(judged, parameters), drawn = judged.filter((_, at) => at % Math.ceil(judged.length / MOST_DOTS) === 0);
  const hasMeans = parameters.length > 1 && definition.design.by !== 'list';
  return markup`${parameters.map((parameter, column) => {
    const { sorted, placeOf } = placesOf(parameter), rowOf = new Map(sorted.map((level, at) => [level, at])), name = parameterWords(parameter, language), title = words.pictureTitle(name);
    const means = effects[column]!.rows.map(({ from, until, differenceMean }) => ({ place: (placeOf(from) + placeOf(until)) / 2, differenceMean }));
    const svg = parameterDots({
      id: `parameter-${column}`, title, description: words.pictureAbout(indicator.title[language], name), acrossName: parameter.unit === undefined ? name : `${name} (${textIn(parameter.unit, language)})`, upName: `${words.difference} (${indicator.unit[language]})`, language,
      levels: sorted.map((level) => ({ place: placeOf(level), name: levelWords(level, {}, language) })), dots: drawn.map(({ point, first }) => ({ level: rowOf.get(point[column]!)!, difference: first })), means: hasMeans ? means : undefined,
    });
    return markup`<figure${parameters.length === 1 ? markup` class="alone"` : undefined}><figcaption>${title}</figcaption>${{ markup: svg }}</figure>`;
  })}`;
}

/** Numbers stand by their size, words side by side. */
function placesOf({ levels }: Parameter): { sorted: Parameter['levels']; placeOf(level: Parameter['levels'][number]): number } {
  if (!levels.every((level) => typeof level === 'number')) return { sorted: levels, placeOf: (level) => levels.indexOf(level) };
  return { sorted: levels.toSorted((one, other) => Number(one) - Number(other)), placeOf: Number };
}
