import type { Problem } from '../../engine/foundation/problem.ts';
import type { IndicatorName } from '../measure/indicators.ts';
import type { Expectation } from './question-schema.ts';

/** What is wrong with the figures that a question asks for and expects, each of them well formed: nothing that is found could agree with it, or it is said twice. */
export function figureFaults({ indicators = [], expected = [] }: { indicators?: readonly IndicatorName[] | undefined; expected?: readonly Expectation[] | undefined }): Problem[] {
  const error = (code: string, where: string, parameters: Problem['parameters']): Problem => ({ severity: 'error', code, where, parameters });
  return [
    ...indicators.flatMap((name, at) => {
      const first = indicators.indexOf(name);
      return first < at ? [error('question-figure-twice', `indicators.${at}`, { name, first: first + 1 })] : [];
    }),
    ...expected.flatMap(({ indicator, moves, least = 0, most, unit }, at) => {
      // In per cent and in its own unit a figure may be expected to move the same way: both hold, or do not.
      const first = expected.findIndex((one, other) => other < at && one.indicator === indicator && (one.moves !== moves || one.unit === unit));
      return [
        ...(least > most ? [error('question-expected-nothing', `expected.${at}.least`, { least, most })] : []),
        ...(first >= 0 ? [error('question-expected-twice', `expected.${at}.indicator`, { name: indicator, first: first + 1 })] : []),
      ];
    }),
  ];
}
