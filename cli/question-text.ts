import { changeInWords } from '../scenarios/language/changes.ts';
import { textIn, wordsIn } from '../scenarios/language/language.ts';
import { expectationWords } from '../scenarios/language/expectations.ts';
import { questionWords } from '../scenarios/language/questions.ts';
import { indicatorNamed } from '../scenarios/measure/indicators.ts';
import { outcomeIn, type Found, type FoundFigure } from '../scenarios/questions/found.ts';
import { questionNamed } from '../scenarios/questions/library.ts';
import type { Expectation } from '../scenarios/questions/question-schema.ts';
import type { Question } from '../scenarios/questions/question.ts';
import { moveText } from '../scenarios/saved/expectations.ts';
import type { Terminal } from './terminal.ts';

/** One question whole: what is asked, what is changed, what is expected and what was found. */
export function questionText(terminal: Terminal, question: Question): string[] {
  const { language, number, numbers } = terminal, words = wordsIn(questionWords, language), { name, title, when, seeds, changes, indicators, against = 'baseline' } = question;
  const listed = (lines: readonly string[]): string[] => lines.map((line) => `  - ${terminal.spaced(line)}`);
  return [
    `${terminal.bold(name)}  ${textIn(title, language)}`, textIn(question.question, language),
    terminal.faint(words.asked(when.from, numbers.lasting(when.hours), number(seeds), against)),
    '', terminal.bold(words.changes), ...(changes.length === 0 ? [`  ${words.noChanges}`] : changes.flatMap((change) => [...listed([changeInWords(change, language)]), terminal.faint(`    ${textIn(change.why, language)}`)])),
    ...expectedText(terminal, question), ...(questionNamed(name) && changes.length > 0 ? foundText(terminal, question) : []),
    '', terminal.bold(words.figures), ...listed(indicators.map((indicator) => `${textIn(indicatorNamed(indicator).title, language)}  ${terminal.faint(indicator)}`)),
  ];
}

function expectedText(terminal: Terminal, { expected = [] }: Question): string[] {
  const { language } = terminal, words = wordsIn(questionWords, language);
  if (expected.length === 0) return [];
  return ['', terminal.bold(words.expected), ...expected.flatMap((one) => [`  - ${terminal.words.saidBy(textIn(indicatorNamed(one.indicator).title, language), moveText(one, language))}`, terminal.faint(`    ${textIn(one.why, language)}`)])];
}

function foundText(terminal: Terminal, { found, expected = [] }: Question): string[] {
  const { number, numbers } = terminal, words = wordsIn(questionWords, terminal.language);
  if (!found) return ['', terminal.faint(words.notFound)];
  const { runs } = found;
  return [
    '', terminal.bold(runs ? words.foundInRuns(runs.from, numbers.lasting(runs.hours), number(runs.seeds)) : words.foundInYear),
    ...found.figures.flatMap((figure) => figureText(terminal, figure, found, expected)),
  ];
}

function figureText(terminal: Terminal, figure: FoundFigure, found: Found, expected: readonly Expectation[]): string[] {
  const { language } = terminal, words = wordsIn(questionWords, language), { title } = indicatorNamed(figure.indicator);
  const expectation = expected.find(({ indicator }) => indicator === figure.indicator), outcome = expectation && outcomeIn(expectation, found), surprise = found.surprises?.[figure.indicator];
  const said = outcome === undefined ? '' : wordsIn(expectationWords, language).outcomes(outcome), verdict = said === '' ? [] : [surprise ? words.because(said, textIn(surprise, language)) : said];
  return [`  - ${terminal.words.saidBy(textIn(title, language), differenceText(terminal, figure))}`, ...verdict.map((line) => terminal.faint(`    ${line}`))];
}

/** '−75.0 s per km (−75.7%), 95%: −76.2 to −73.8'. */
export function differenceText({ language, numbers }: Pick<Terminal, 'language' | 'numbers'>, { indicator, baseline, difference, low, high }: FoundFigure): string {
  const words = wordsIn(questionWords, language), { unit, decimals, relative } = indicatorNamed(indicator);
  const percent = relative && baseline ? ` (${numbers.signedPercent((100 * difference) / Math.abs(baseline))})` : '';
  const interval = low === high ? '' : `, ${words.interval(numbers.signed(low, decimals), numbers.signed(high, decimals))}`;
  return `${numbers.signed(difference, decimals)} ${textIn(unit, language)}${percent}${interval}`;
}
