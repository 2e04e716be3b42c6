import { parseClock } from '../../engine/foundation/clock.ts';
import { measureStartS } from '../../engine/run-settings.ts';
import { isUnclearAmongMany } from '../compare/compare-all.ts';
import { FEWEST_PAIRS, isExact, type Comparison } from '../compare/compare-runs.ts';
import { expectationWords } from '../language/expectations.ts';
import { textIn, wordsIn, type Language } from '../language/language.ts';
import { numbersIn } from '../language/numbers.ts';
import { questionWords } from '../language/questions.ts';
import { indicatorNamed } from '../measure/indicators.ts';
import { outcomeOf, type Measured, type Outcome } from '../questions/found.ts';
import type { Expectation } from '../questions/question-schema.ts';
import type { Question } from '../questions/question.ts';
import { saidFigure } from './said-figure.ts';
import type { SavedComparison } from './saved-comparison.ts';

/** What was expected of one figure, beside what came of it. `unknown`: it was not measured, or is expected in per cent of nothing. */
export interface HeldExpectation { expectation: Expectation; found: Comparison | undefined; outcome: Outcome | 'unknown' }

/** Each expectation of a comparison, in the order in which they were written. */
export const heldExpectations = (expected: readonly Expectation[] | undefined, comparisons: readonly Comparison[]): HeldExpectation[] => (expected ?? []).map((expectation) => {
  const found = comparisons.find(({ indicator }) => indicator.name === expectation.indicator), measured = found && measuredOf(found, expectation);
  if (!found) return { expectation, found, outcome: 'unknown' };
  const outcome = measured ? outcomeOf(expectation, measured) ?? 'unknown' : 'unclear';
  // A figure that may well differ by chance among all that are looked at shows no move, of whatever sign; that it stays between bounds asks for no move.
  return { expectation, found, outcome: isUnclearAmongMany(found) && !(expectation.moves === 'stays' && outcome === 'as-expected') ? 'unclear' : outcome };
});

/** The difference and its interval; undefined where there are too few runs to tell. Two that are alike to the bit are enough to say that nothing moves, and not that nothing will. */
function measuredOf(one: Comparison, { moves }: Expectation): Measured | undefined {
  const { baselineMean, differenceMean, interval95, verdict, spreadPairs } = one, isSame = verdict === 'same', bounds = isSame ? { low: 0, high: 0 } : interval95;
  if (!bounds || (spreadPairs < FEWEST_PAIRS && !isExact(one) && !(isSame && moves === 'stays'))) return undefined;
  return { baseline: baselineMean, difference: differenceMean, ...bounds };
}

/** An expectation as people read it: the same words in terminal, report, table and viewer. */
export interface SaidExpectation { title: string; expected: string; found: string; outcome: string; sign: string; why: string }

const SIGNS: Record<HeldExpectation['outcome'], string> = { 'as-expected': '✓', otherwise: '✗', unclear: '?', unknown: '–' };

export function saidExpectation({ expectation, found, outcome }: HeldExpectation, language: Language): SaidExpectation {
  const words = wordsIn(expectationWords, language);
  return {
    title: textIn(indicatorNamed(expectation.indicator).title, language), expected: moveText(expectation, language), found: found ? foundText(found, language) : '–',
    outcome: words.outcomes(outcome), sign: SIGNS[outcome], why: textIn(expectation.why, language),
  };
}

/** '−3.1 s (−12%), 95%: −4.0 to −2.2'. */
function foundText(one: Comparison, language: Language): string {
  const { difference, unit, percent, interval } = saidFigure(one, language), hasWidth = one.interval95 !== null && !isExact(one) && one.verdict !== 'same';
  return `${difference} ${unit}${percent === '–' || one.verdict === 'same' ? '' : ` (${percent})`}${hasWidth ? `, ${wordsIn(expectationWords, language).interval(interval)}` : ''}`;
}

/** 'falls by 8% to 25%'. */
export function moveText({ indicator, moves, least = 0, most, unit }: Expectation, language: Language): string {
  const words = wordsIn(questionWords, language), numbers = numbersIn(language), plain = (value: number): string => numbers.plain(value, decimalsOf(value));
  const sized = (value: number): string => (unit === 'percent' ? numbers.percent(value, decimalsOf(value)) : `${plain(value)} ${textIn(indicatorNamed(indicator).unit, language)}`);
  if (moves === 'stays') return most === 0 ? words.staysExactly : words.stays(sized(most));
  return words[moves](words.between(plain(least), sized(most)));
}

const decimalsOf = (value: number): number => (Number.isInteger(value) ? 0 : 1);

/** The span that the question was asked of, where these runs are of another one: what was expected of it need not hold here. A whole day says nothing: it stands where nothing was said. */
export function expectedOfOtherSpan({ settings, scenario: { question: { when } } }: { settings?: SavedComparison['settings'] | undefined; scenario: { question: Pick<Question, 'when'> } }): { from: string; hours: number } | undefined {
  if (!settings || when.hours >= 24) return undefined;
  const fromS = measureStartS(settings);
  return fromS === parseClock(when.from) && Math.abs(settings.untilS - fromS - when.hours * 3600) < 1 ? undefined : when;
}
