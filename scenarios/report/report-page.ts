import { answerSentence } from '../compare/answer.ts';
import { compareAll } from '../compare/compare-all.ts';
import type { Comparison } from '../compare/compare-runs.ts';
import { askedWords } from '../language/asked-figures.ts';
import { figureWords } from '../language/figures.ts';
import { wordsIn } from '../language/language.ts';
import { numbersIn } from '../language/numbers.ts';
import { reportWords } from '../language/report.ts';
import { expectations } from './expectations.ts';
import { busDelayFigure } from './figures/bus-delay-by-line.ts';
import { lampPowerFigure } from './figures/lamp-power.ts';
import { markup, type Markup } from './figures/markup.ts';
import { runningVehiclesFigure } from './figures/running-vehicles.ts';
import type { Sides } from './figures/side.ts';
import { zoneEnergyFigure } from './figures/zone-energy.ts';
import { restsOnNothing } from '../saved/warnings.ts';
import { unmeasured } from '../saved/unmeasured.ts';
import { yearLeftOut } from '../saved/year-left-out.ts';
import { isOfOneNight } from '../questions/leading-indicators.ts';
import { howComputed } from './how-computed.ts';
import { htmlPage } from './html-page.ts';
import { indicatorTable, keyFigureCards } from './key-figures.ts';
import { limits } from './limits.ts';
import type { ComparisonInput, ReportInput } from './report-input.ts';
import { warnings } from './warnings.ts';
import { whatChanged } from './what-changed.ts';

/** A comparison as one HTML file that needs nothing from anywhere: to read, to print, to send. */
export function reportPage(input: ComparisonInput): string {
  const { language, facts, baseline, scenario, indicators, judging } = input;
  const words = wordsIn(reportWords, language);
  const names = { baseline: baseline.question.title[language], scenario: scenario.question.title[language] };
  const comparisons = compareAll(indicators, baseline.runs, scenario.runs, judging), noYear = input.settings && yearLeftOut([baseline, scenario], language);
  // Where the answer rests on nothing that is to be read before it.
  const rests = restsOnNothing(input), told = warnings(input), missing = unmeasured(input, language);
  const body = markup`<main>
<header><p class="kind">${words.kind} · ${facts.name}</p><h1>${names.scenario}</h1>
<p class="question">${scenario.question.question[language]}</p><p class="compared">${words.comparedWith(names.scenario, names.baseline)}</p></header>
${facts.synthetic ? markup`<p class="synthetic" role="note">${words.syntheticBanner}</p>` : undefined}
${rests ? told : undefined}<section class="answer"><h2>${words.answer}</h2><p>${answerSentence(comparisons, language, missing)}</p></section>${rests ? undefined : told}
${expectations(input, comparisons)}
<section><h2>${words.keyFigures}</h2>${keyFigureCards(comparisons, language)}
<h3>${words.allFigures}</h3>${indicatorTable(comparisons, names, language, missing)}<p class="note">${aboutIntervals(input, comparisons, missing.length)}</p>${noYear === undefined ? undefined : markup`<p class="note">${noYear}</p>`}</section>
<section><h2>${words.figures}</h2><div class="figures-grid">${figures(input, comparisons, names)}</div></section>
<section><h2>${words.whatChanged}</h2>${whatChanged([baseline.question, scenario.question], language)}</section>
<section><h2>${words.limits}</h2>${limits(input)}</section>
<section><h2>${words.howComputed}</h2>${howComputed(input, comparisons)}</section>
<footer>${words.madeWith}</footer>
</main>`;
  return htmlPage(language, `${names.scenario} – ${facts.name}`, body);
}

function aboutIntervals({ language, settings }: ReportInput, comparisons: readonly Comparison[], missing: number): string {
  const words = wordsIn(reportWords, language);
  if (!settings) return words.aboutYear;
  const pairs = Math.max(0, ...comparisons.map((one) => one.pairs));
  if (pairs < 2) return words.aboutSingle;
  const { plain } = numbersIn(language), beside = comparisons.filter(({ asked }) => !asked).length;
  const families = beside > 0 ? ` ${wordsIn(askedWords, language).aboutFamilies(plain(comparisons.length - beside + missing), plain(beside))}` : '';
  return words.aboutInterval(plain(pairs)) + families + (pairs < 5 ? ` ${words.fewSeeds}` : '');
}

function figures({ language, baseline, scenario }: ReportInput, comparisons: readonly Comparison[], names: { baseline: string; scenario: string }): Markup {
  const words = wordsIn(figureWords, language);
  const sides: Sides = [{ name: names.baseline, runs: baseline.runs }, { name: names.scenario, runs: scenario.runs }];
  const delays = busDelayFigure(sides, 'bus-delay', language, [baseline, scenario].flatMap(({ question }) => question.changes.flatMap((change) => ('lines' in change && change.lines !== 'all' ? change.lines : []))));
  // Whoever asks about buses is not shown lamps that burn as before.
  const isOfLight = comparisons.some(({ indicator, asked, verdict }) => indicator.name.startsWith('lighting-') && (asked || verdict !== 'same')), ofOneNight = [baseline, scenario].some(({ question }) => isOfOneNight(question));
  const lampPower = isOfLight ? lampPowerFigure(sides, 'lamp-power', language) : undefined, zoneEnergy = isOfLight && !ofOneNight ? zoneEnergyFigure(sides, 'zone-energy', language) : undefined;
  const drawn: [title: string, svg: string | undefined, note?: string | undefined][] = [
    [words.lampPower, lampPower],
    // Lamps without a year by zone follow the traffic, or it is no night of a year: a gap in the page would not say so.
    [words.zoneEnergy, zoneEnergy ?? (lampPower === undefined ? undefined : ''), zoneEnergy === undefined ? (ofOneNight ? words.zoneEnergyOfOneNight : words.zoneEnergyUnknown) : undefined],
    [words.busDelay, delays?.svg, delays?.note],
    [words.running, runningVehiclesFigure(sides, 'running', language)],
  ];
  return markup`${drawn.map(([title, svg, note]) => (svg === undefined
    ? undefined
    : markup`<figure><figcaption>${title}${note ? markup` <span class="note">${note}</span>` : undefined}</figcaption>${{ markup: svg }}</figure>`))}`;
}
