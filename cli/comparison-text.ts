import { answerSentence } from '../scenarios/compare/answer.ts';
import { differenceDecimals, meanDecimals } from '../scenarios/compare/interval-decimals.ts';
import { isClear, isUnclearAmongMany } from '../scenarios/compare/compare-all.ts';
import { answerWords } from '../scenarios/language/answer.ts';
import { askedWords } from '../scenarios/language/asked-figures.ts';
import { textIn, wordsIn } from '../scenarios/language/language.ts';
import { unitAfter } from '../scenarios/language/plural.ts';
import { warningWords } from '../scenarios/language/warnings.ts';
import { unmeasuredWords } from '../scenarios/language/unmeasured.ts';
import { savedWords } from '../scenarios/language/saved.ts';
import { FEWEST_PAIRS, type Comparison } from '../scenarios/compare/compare-runs.ts';
import type { Question } from '../scenarios/questions/question.ts';
import { startsInEmptyStreets } from '../scenarios/runs/empty-start.ts';
import type { SavedComparison, SavedSide } from '../scenarios/saved/saved-comparison.ts';
import { restsOnNothing } from '../scenarios/saved/warnings.ts';
import { unmeasuredOf } from '../scenarios/saved/unmeasured.ts';
import { yearLeftOut } from '../scenarios/saved/year-left-out.ts';
import { clockText } from './clock-text.ts';
import { expectedLines } from './expected-lines.ts';
import { warmUpLines } from './warm-up-lines.ts';
import type { Terminal } from './terminal.ts';
import { withinText } from './within-text.ts';

/** The answer in plain sentences; then figure by figure, those asked for and of the others what moved: both means, and the difference with its interval and what can be said of it. `all`: the others too. */
export function comparisonText(terminal: Terminal, saved: SavedComparison, comparisons: readonly Comparison[], all = false): string[] {
  const { words } = terminal, { settings, baseline, scenario } = saved, { facts } = baseline;
  if (!settings) return yearText(terminal, saved, comparisons, all);
  return [
    titleLine(terminal, [baseline.question, scenario.question], facts.name, words.seedCount(baseline.runs.length)),
    ...nothingLines(terminal, saved), '', answerSentence(comparisons, terminal.language, unmeasuredOf(saved, terminal.language)),
    ...expectedLines(terminal, saved, comparisons),
    ...familyLines(terminal, saved, comparisons, all),
    ...withinText(terminal, saved, comparisons),
    ...yearLines(terminal, [baseline, scenario]),
    ...warmUpLines(terminal, settings),
    ...(startsInEmptyStreets(facts, settings) ? ['', terminal.faint(words.emptyAtStart(clockText(settings.fromS)))] : []),
    ...(facts.synthetic ? ['', terminal.faint(words.synthetic)] : []),
  ];
}

/** Before an answer that rests on nothing; the warnings themselves are told beside it. */
const nothingLines = (terminal: Terminal, saved: SavedComparison): string[] => (restsOnNothing(saved) ? ['', terminal.bold(terminal.spaced(wordsIn(warningWords, terminal.language).restsOnNothing))] : []);

/** How to hand it on: it is kept. */
export const howToReport = (terminal: Terminal, { id }: SavedComparison): string[] => ['', terminal.faint(wordsIn(savedWords, terminal.language).kept(id))];

function yearLines(terminal: Terminal, sides: readonly SavedSide[]): string[] {
  const line = yearLeftOut(sides, terminal.language);
  return line === undefined ? [] : ['', terminal.faint(line)];
}

/** The same of figures of a year, which need no run. */
const yearText = (terminal: Terminal, saved: SavedComparison, comparisons: readonly Comparison[], all: boolean, { baseline, scenario } = saved): string[] => [
  titleLine(terminal, [baseline.question, scenario.question], baseline.facts.name, terminal.words.year(baseline.facts.date.slice(0, 4))),
  ...nothingLines(terminal, saved), '', answerSentence(comparisons, terminal.language, unmeasuredOf(saved, terminal.language)),
  ...expectedLines(terminal, saved, comparisons),
  ...familyLines(terminal, saved, comparisons, all),
  '', terminal.faint(terminal.words.exactWithoutRun),
  ...(baseline.facts.synthetic ? ['', terminal.faint(terminal.words.synthetic)] : []),
];

const titleLine = (terminal: Terminal, questions: readonly Question[], city: string, over: string): string =>
  `${terminal.bold(questions.map(({ title }) => textIn(title, terminal.language)).join(' → '))}  ${terminal.faint(`${city}, ${over}`)}`;

/** Those asked for, also where they were not measured; beside them those that changed clearly, and how many did not. */
function familyLines(terminal: Terminal, saved: SavedComparison, comparisons: readonly Comparison[], all: boolean): string[] {
  const words = wordsIn(askedWords, terminal.language), asked = comparisons.filter((one) => one.asked), beside = comparisons.filter((one) => !one.asked), shown = all ? beside : beside.filter(isClear), left = beside.length - shown.length;
  const isJudged = beside.some(({ familySize }) => familySize > 0), tooFew = beside.some(({ verdict }) => verdict === 'single' || verdict === 'few') && beside.every(({ pairs }) => pairs < FEWEST_PAIRS);
  return [
    '', ...figureLines(terminal, asked), ...unmeasuredLines(terminal, saved),
    ...(shown.length > 0 ? ['', terminal.faint(words[headings[isJudged ? 'judged' : 'unjudged'][all ? 'all' : 'clear']]), ...figureLines(terminal, shown)] : []),
    ...(left > 0 ? ['', terminal.faint(terminal.spaced(words.showAll((tooFew ? words.besideTooFew : words.besideCount)(left))))] : []),
  ];
}

/** Over those beside what was asked: by whether any is judged, and whether all are shown or the clear ones. */
const headings = { judged: { all: 'beside', clear: 'besideClear' }, unjudged: { all: 'besideUnjudged', clear: 'besideClearUnjudged' } } as const;

/** Those asked for of which there is no figure, with what it takes to have one. */
function unmeasuredLines(terminal: Terminal, saved: SavedComparison): string[] {
  const { verdict } = wordsIn(unmeasuredWords, terminal.language);
  return unmeasuredOf(saved, terminal.language).flatMap(({ title, why }) => [`  ${title}`, `    ${why === '' ? verdict : terminal.words.saidBy(verdict, why)}`]).map(terminal.spaced);
}

function figureLines(terminal: Terminal, comparisons: readonly Comparison[]): string[] {
  const { words, language } = terminal, { signed, signedPercent } = terminal.numbers;
  return comparisons.flatMap((one) => {
    const { indicator, baselineMean, scenarioMean, differenceMean, differencePercent, interval95, percentInterval95 } = one;
    const { decimals } = indicator;
    const shown = differenceDecimals(interval95, decimals, differenceMean), ofMeans = meanDecimals(differenceMean, decimals);
    // One without width, where no chance is involved, says nothing.
    const interval = interval95 === null || interval95.low === interval95.high ? '' : `, ${words.between95(signed(interval95.low, shown), signed(interval95.high, shown))}`;
    const before = terminal.number(baselineMean, ofMeans), unitOf = (mean: number): string => unitAfter(Number(mean.toFixed(decimals)), indicator.unit[language], language);
    if (one.verdict === 'same') return [`  ${indicator.title[language]}`, `    ${words.saidBy(`${before} ${unitOf(baselineMean)}`, words.verdictSame)}`];
    // In per cent on a line of its own where that has an interval too.
    const inPercent = interval !== '' && percentInterval95 !== null, percentDigits = differenceDecimals(inPercent ? percentInterval95 : null, 1, differencePercent ?? 0);
    const percent = differencePercent === null ? '' : signedPercent(differencePercent, percentDigits);
    return [
      `  ${terminal.bold(indicator.title[language])}`,
      `    ${before} → ${terminal.number(scenarioMean, ofMeans)} ${unitOf(scenarioMean)}`,
      `    ${words.saidBy(`${signed(differenceMean, shown)}${percent === '' || inPercent ? '' : ` (${percent})`}${interval}`, verdictText(terminal, one))}`,
      ...(inPercent ? [`    ${percent}, ${words.between95(signedPercent(percentInterval95.low, percentDigits), signedPercent(percentInterval95.high, percentDigits))}`] : []),
    ];
  }).map(terminal.spaced);
}

const verdictText = (terminal: Terminal, one: Comparison): string =>
  isUnclearAmongMany(one) ? wordsIn(answerWords, terminal.language).notClearAmong(one.familySize) : terminal.words[verdictWords[one.verdict]];

const verdictWords = {
  better: 'verdictBetter', worse: 'verdictWorse', changed: 'verdictChanged', unclear: 'verdictUnclear', few: 'verdictFew', single: 'verdictSingle', same: 'verdictSame',
} as const satisfies Record<Comparison['verdict'], string>;
