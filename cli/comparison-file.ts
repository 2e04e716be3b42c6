import type { Problem } from '../engine/foundation/problem.ts';
import { familyName } from '../scenarios/compare/compare-all.ts';
import type { Comparison } from '../scenarios/compare/compare-runs.ts';
import { wordsIn, type Language } from '../scenarios/language/language.ts';
import { unmeasuredWords } from '../scenarios/language/unmeasured.ts';
import { warningWords } from '../scenarios/language/warnings.ts';
import { saidFigure } from '../scenarios/saved/said-figure.ts';
import { heldExpectations, saidExpectation } from '../scenarios/saved/expectations.ts';
import type { SavedComparison } from '../scenarios/saved/saved-comparison.ts';
import type { Unmeasured } from '../scenarios/saved/unmeasured.ts';
import { saidWarning } from '../scenarios/saved/warnings.ts';
import { csvLine } from './csv-lines.ts';

/** How the file begins: tells it from files of others. */
export const COMPARISON_HEAD = 'indicator,title,unit,pairs,baselineMean,scenarioMean,difference,low95,high95,differencePercent,percentLow95,percentHigh95,adjustedPValue,verdict,conclusion';
/** Columns that are written behind it: with which others the figure is judged, and how many these are; what was expected of the figure, before any run, and what came of that; what is to be known of all of them before they are read. */
const FURTHER_COLUMNS = 'family,familySize,expected,outcome,warnings';

/** What a table tells beside its figures: what is to be known before they are read, and what was asked for and not measured. */
interface Beside { warnings?: readonly Problem[]; missing?: readonly Unmeasured[] }

/** The figures of a comparison as CSV, a row an indicator: those asked for, then those looked at beside them, how many are judged with each; numbers in full, in the unit of their row; empty where there is none. Titles, units and conclusions in the language of the reader. */
export function* comparisonFile({ expected }: Pick<SavedComparison, 'expected'>, comparisons: readonly Comparison[], language: Language, { warnings = [], missing = [] }: Beside = {}): Generator<string> {
  const held = heldExpectations(expected, comparisons), told = joined(warnings.map((problem) => saidWarning(problem, language)).map(({ place, said }) => (place === '' ? said : `${place}${wordsIn(warningWords, language).colon}${said}`)), ' ');
  yield csvLine(`${COMPARISON_HEAD},${FURTHER_COLUMNS}`.split(','), language);
  const row = (one: Comparison): string => {
    const { indicator, pairs, baselineMean, scenarioMean, differenceMean, differencePercent, interval95, percentInterval95, adjustedPValue, verdict, asked, familySize } = one, said = saidFigure(one, language), about = held.filter(({ found }) => found === one);
    const numbers = [baselineMean, scenarioMean, differenceMean, interval95?.low, interval95?.high, differencePercent, percentInterval95?.low, percentInterval95?.high, adjustedPValue].map((value) => value ?? null);
    return csvLine([indicator.name, said.title, said.unit, pairs, ...numbers, verdict, said.verdict, familyName(asked), familySize, joined(about.map((each) => saidExpectation(each, language).expected)), joined(about.map(({ outcome }) => outcome)), told], language);
  };
  yield* comparisons.filter(({ asked }) => asked).map(row);
  for (const { name, title, unit, why } of missing) {
    const about = held.filter(({ expectation }) => expectation.indicator === name), words = wordsIn(unmeasuredWords, language);
    yield csvLine([name, title, unit, 0, ...new Array<null>(9).fill(null), 'unmeasured', why === '' ? words.verdict : `${words.verdict}${wordsIn(warningWords, language).colon}${why}`, familyName(true), 0, joined(about.map((each) => saidExpectation(each, language).expected)), joined(about.map(({ outcome }) => outcome)), told], language);
  }
  yield* comparisons.filter(({ asked }) => !asked).map(row);
}

/** Of several expectations on one figure all, in the order in which they were written. */
const joined = (parts: readonly string[], between = '; '): string | null => (parts.length === 0 ? null : parts.join(between));
