import { familyName } from '../scenarios/compare/compare-all.ts';
import type { Comparison } from '../scenarios/compare/compare-runs.ts';
import type { Language } from '../scenarios/language/language.ts';
import { saidFigure } from '../scenarios/saved/said-figure.ts';
import { csvField } from './csv-field.ts';

/** How the file begins: tells it from files of others. */
export const COMPARISON_HEAD = 'indicator,title,unit,pairs,baselineMean,scenarioMean,difference,low95,high95,differencePercent,percentLow95,percentHigh95,adjustedPValue,verdict,conclusion,family,familySize';

/** The figures of a comparison as CSV, a row an indicator: those asked for, then those looked at beside them, how many are judged with each; numbers in full, in the unit of their row; empty where there is none. Titles, units and conclusions in the language of the reader. */
export function* comparisonFile(comparisons: readonly Comparison[], language: Language): Generator<string> {
  yield `${COMPARISON_HEAD}\n`;
  for (const one of comparisons) {
    const { indicator, pairs, baselineMean, scenarioMean, differenceMean, differencePercent, interval95, percentInterval95, adjustedPValue, verdict, asked, familySize } = one, said = saidFigure(one, language);
    const numbers = [baselineMean, scenarioMean, differenceMean, interval95?.low, interval95?.high, differencePercent, percentInterval95?.low, percentInterval95?.high, adjustedPValue].map((value) => (value == null ? '' : String(value)));
    yield `${[indicator.name, csvField(said.title), csvField(said.unit), String(pairs), ...numbers, verdict, csvField(said.verdict), familyName(asked), String(familySize)].join(',')}\n`;
  }
}
