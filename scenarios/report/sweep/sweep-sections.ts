import { formatClock } from '../../../engine/foundation/clock.ts';
import { measureStartS } from '../../../engine/run-settings.ts';
import { textIn, wordsIn, type Language } from '../../language/language.ts';
import { numbersIn } from '../../language/numbers.ts';
import { reportWords } from '../../language/report.ts';
import { sweepWords } from '../../language/sweep.ts';
import { indicatorNamed } from '../../measure/indicators.ts';
import { changesOfPoint, pointsOfSweep, questionOfPoint, type SavedSweep } from '../../sweep/saved-sweep.ts';
import type { Parameter } from '../../sweep/points.ts';
import type { JudgedPoint } from '../../sweep/sweep-figures.ts';
import { levelWords, parameterWords, pointWords } from '../../sweep/parameter-words.ts';
import { markup, type Markup } from '../figures/markup.ts';
import { whatChanged } from '../what-changed.ts';
import { wideTable } from '../wide-table.ts';

/** 'from 07:00, 30 min': what is measured. */
export const spanWords = (settings: NonNullable<SavedSweep['settings']>, language: Language): string =>
  wordsIn(reportWords, language).spanFrom(clock(measureStartS(settings)), numbersIn(language).lasting((settings.untilS - measureStartS(settings)) / 3600));

const clock = (timeS: number): string => formatClock(timeS).slice(0, 5);

/** What varies from variant to variant; what one of them changes, where, when and why; and what all are held against. */
export function whatSweepChanged(saved: SavedSweep, best: JudgedPoint | undefined, language: Language): Markup {
  const words = wordsIn(sweepWords, language), general = wordsIn(reportWords, language), { parameters, questions, baseline, definition } = saved;
  const varies = wideTable(words.whatVaries, markup`<table class="plain"><thead><tr><th scope="col">${words.parameter}</th><th scope="col">${words.itsValues}</th></tr></thead>
<tbody>${parameters.map((one) => markup`<tr><th scope="row">${parameterWords(one, language)}${one.title === undefined ? undefined : markup` <span class="unit">${one.name}</span>`}</th><td>${valuesWords(one, language)}</td></tr>`)}</tbody></table>`);
  const at = best?.at ?? 0, point = pointsOfSweep(saved)[at]!, shown = words.asInVariant(numbersIn(language).plain(at + 1), pointWords(parameters, point, language));
  const asked = definition.question === undefined
    ? whatChanged([{ title: { fr: shown, en: shown }, changes: changesOfPoint(saved, point) }], language)
    : whatChanged(questions.filter(({ name }) => questions.length === 1 || name === questionOfPoint(saved, point) || questions.length <= MOST_QUESTIONS), language);
  const before = words.baselineQuestion(textIn(baseline.question.title, language));
  return markup`<h3>${words.whatVaries}</h3>${varies}${asked}<h3>${before}</h3>${baseline.question.changes.length === 0 ? markup`<p>${general.nothingChanged}</p>` : whatChanged([baseline.question], language)}`;
}

const MOST_QUESTIONS = 10, MOST_VALUES = 12;

function valuesWords(parameter: Parameter, language: Language): string {
  const { levels } = parameter, said = (level: Parameter['levels'][number]): string => levelWords(level, parameter, language);
  if (levels.length <= MOST_VALUES) return levels.map(said).join(', ');
  return wordsIn(sweepWords, language).valuesFromTo(said(levels[0]!), said(levels.at(-1)!), numbersIn(language).plain(levels.length));
}

/** Method, definitions and all that is needed to compute the same numbers again. */
export function howSweepComputed(saved: SavedSweep, language: Language): Markup {
  const { settings, indicators } = saved, general = wordsIn(reportWords, language), words = wordsIn(sweepWords, language);
  const warmUp = settings?.measuredFromS === undefined ? undefined : markup`<p>${general.warmUp(clock(settings.fromS), clock(settings.measuredFromS))}</p>`;
  return markup`${settings ? markup`<p>${words.method}</p>` : undefined}${warmUp}<h3>${general.definitions}</h3><dl>${indicators.map((name) => markup`<dt>${indicatorNamed(name).title[language]} <span class="unit">${indicatorNamed(name).unit[language]}</span></dt><dd>${indicatorNamed(name).about[language]}</dd>`)}</dl><h3>${general.identity}</h3>${identity(saved, language)}`;
}

function identity({ city, engine, node, settings, seeds, id, command }: SavedSweep, language: Language): Markup {
  const general = wordsIn(reportWords, language), words = wordsIn(sweepWords, language), { plain, day, lasting } = numbersIn(language);
  const rows: [string, Markup | string][] = [
    [general.city, city.name], [words.command, markup`<code>${command}</code>`],
    ...(settings ? [
      [general.simulatedDay, day(city.date)], [general.span, spanWords(settings, language)],
      ...(settings.measuredFromS === undefined ? [] : [[words.warmUpSpan, words.warmUpFrom(clock(settings.fromS), lasting((settings.measuredFromS - settings.fromS) / 3600))] satisfies [string, string]]),
      [general.step, `${plain(settings.stepS, settings.stepS % 1 === 0 ? 0 : 2)} s`], [general.seeds, words.seedsTo(plain(seeds.length))],
    ] satisfies [string, string][] : []),
    [general.twinHash, markup`<code>${city.twinHash}</code>`], [general.engineVersion, markup`<code>${engine}</code>`], [general.nodeVersion, markup`<code>${node}</code>`], [words.sweepId, markup`<code>${id}</code>`],
  ];
  return markup`<table class="plain"><tbody>${rows.map(([name, value]) => markup`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>`;
}
