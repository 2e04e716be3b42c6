import { answerSentence } from '../../compare/answer.ts';
import { compareAll } from '../../compare/compare-all.ts';
import { wordsIn } from '../../language/language.ts';
import { numbersIn } from '../../language/numbers.ts';
import { priorityReportWords } from '../../language/priority-report.ts';
import { reportWords } from '../../language/report.ts';
import type { IndicatorName } from '../../measure/indicators.ts';
import { markup } from '../figures/markup.ts';
import { howComputed } from '../how-computed.ts';
import { htmlPage } from '../html-page.ts';
import { indicatorTable, keyFigureCards } from '../key-figures.ts';
import { whatChanged } from '../what-changed.ts';
import { answersSection } from './answers-section.ts';
import { classSection } from './class-section.ts';
import { junctionSection } from './junction-section.ts';
import { lineSection } from './line-section.ts';
import { pictures } from './pictures.ts';
import type { PriorityInput } from './priority-input.ts';
import { priorityLimits } from './priority-limits.ts';
import { settingsSection } from './settings-section.ts';

/** What the question is decided by: what buses win, then what everybody else pays. */
const INDICATORS: readonly IndicatorName[] = [
  'junction-delay-bus-s', 'junction-delay-other-s', 'junction-delay-person-s', 'bus-punctuality-percent',
  'bus-on-time-percent', 'bus-mean-delay-s', 'bus-excess-wait-s', 'bus-stop-line-delay-s', 'bus-commercial-speed-kmh', 'bus-run-time-spread-s', 'bus-time-loss-s-per-km', 'tram-time-loss-s-per-km', 'passenger-mean-time-s', 'passenger-mean-wait-s',
  'queue-at-green-m', 'split-failures-percent', 'traffic-mean-time-loss-s', 'traffic-mean-travel-time-s', 'traffic-not-arrived', 'pedestrian-mean-wait-s', 'bus-priority-extensions', 'bus-priority-early-greens', 'traffic-co2-kg', 'rescues', 'collisions',
];

/** The engineer's report on priority as one HTML file that needs nothing from anywhere: to read, to print, to send. */
export function priorityPage(input: PriorityInput): string {
  const { language, facts, baseline, scenario } = input;
  const general = wordsIn(reportWords, language), words = wordsIn(priorityReportWords, language), { plain } = numbersIn(language);
  const names = { baseline: baseline.question.title[language], scenario: scenario.question.title[language] };
  const comparisons = compareAll([...new Set([...INDICATORS, ...scenario.question.indicators.filter((name) => !name.startsWith('lighting-'))])], baseline.runs, scenario.runs);
  const pairs = Math.max(0, ...comparisons.map((one) => one.pairs));
  const body = markup`<main>
<header><p class="kind">${words.kind} · ${facts.name}</p><h1>${words.headline(names.scenario, names.baseline)}</h1><p class="question">${words.question(names.scenario, names.baseline)}</p></header>
${facts.synthetic ? markup`<p class="synthetic" role="note">${general.syntheticBanner}</p>` : undefined}
<section class="answer"><h2>${general.answer}</h2><p>${answerSentence(comparisons, language)}</p></section>
<section><h2>${general.keyFigures}</h2>${keyFigureCards(comparisons, language)}<h3>${general.allFigures}</h3>${indicatorTable(comparisons, names, language)}<p class="note">${pairs < 2 ? general.aboutSingle : general.aboutInterval(plain(pairs))}${pairs > 1 && pairs < 5 ? ` ${general.fewSeeds}` : ''}</p></section>
<section><h2>${words.classes}</h2>${classSection(input)}</section>
<section><h2>${words.lines}</h2>${lineSection(input)}</section>
<section><h2>${words.junctions}</h2>${junctionSection(input)}</section>
<section><h2>${words.answers}</h2>${answersSection(input)}</section>
<section><h2>${general.figures}</h2>${pictures(input)}</section>
<section><h2>${general.whatChanged}</h2>${whatChanged([baseline.question, scenario.question], language)}</section>
<section><h2>${words.settings}</h2><p>${words.settingsAbout}</p>${settingsSection(input)}</section>
<section><h2>${general.limits}</h2>${priorityLimits(input)}</section>
<section><h2>${general.howComputed}</h2><p>${words.methodSignals}</p><p>${words.methodDelay}</p>${howComputed(input, comparisons)}<p class="note">${words.command(input.command)}</p></section>
<footer>${general.madeWith}</footer>
</main>`;
  return htmlPage(language, `${names.scenario} – ${words.kind} – ${facts.name}`, body);
}
