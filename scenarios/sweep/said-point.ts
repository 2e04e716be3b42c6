import { isExact, type Comparison } from '../compare/compare-runs.ts';
import { differenceDecimals, percentDecimals } from '../compare/interval-decimals.ts';
import type { Language } from '../language/language.ts';
import { wordsIn } from '../language/language.ts';
import { numbersIn } from '../language/numbers.ts';
import { sweepWords } from '../language/sweep.ts';
import { lossesOf, type JudgedPoint } from './sweep-figures.ts';

/** A point by the figure that judges it as tables have it, in terminal and page alike. */
export interface SaidPoint {
  difference: string;
  /** '−3.1 to +0.2'; '–' where chance has no part, or nothing is known of it. */
  interval: string;
  /** '–' where a per cent says nothing. */
  percent: string;
  /** Its interval; empty where there is none. */
  percentInterval: string;
  /** A word, or how many runs are missing. */
  verdict: string;
}

export function saidPoint(judged: JudgedPoint, language: Language): SaidPoint {
  const words = wordsIn(sweepWords, language), { plain, signed, signedPercent } = numbersIn(language), { first: one, missingRuns } = judged;
  const { differencePercent, interval95, percentInterval95 } = one, verdict = words.verdictIs(one.verdict), decimals = decimalsOf(one), hasWidth = interval95 !== null && !isExact(one);
  return {
    difference: saidDifference(one, language),
    interval: hasWidth ? words.lowHigh(signed(interval95.low, decimals), signed(interval95.high, decimals)) : '–',
    percent: differencePercent === null ? '–' : signedPercent(differencePercent, percentDecimals(differencePercent)),
    percentInterval: percentInterval95 && hasWidth ? words.lowHigh(signed(percentInterval95.low, 1), signed(percentInterval95.high, 1)) : '',
    verdict: missingRuns > 0 ? words.runsMissing(plain(missingRuns)) : lossesOf(judged).length > 0 ? words.withLosses(verdict) : verdict,
  };
}

/** A difference with its sign and without its unit: so many digits that one which is not 0 does not read as 0. */
export const saidDifference = (one: Comparison, language: Language): string => numbersIn(language).signed(one.differenceMean, decimalsOf(one));

const decimalsOf = ({ interval95, indicator, differenceMean }: Comparison): number => differenceDecimals(interval95, indicator.decimals, differenceMean);
