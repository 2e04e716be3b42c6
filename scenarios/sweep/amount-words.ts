import type { Comparison } from '../compare/compare-runs.ts';
import { differenceDecimals, percentDecimals } from '../compare/interval-decimals.ts';
import { wordsIn, type Language } from '../language/language.ts';
import { numbersIn } from '../language/numbers.ts';
import { unitAfter } from '../language/plural.ts';
import { sweepWords } from '../language/sweep.ts';

/** '−3.2 s (−9.4%)': a difference with its unit, rounded as a comparison rounds it, and in per cent where that says something. */
export function changeWords(one: Comparison, language: Language): string {
  const { signedPercent } = numbersIn(language), amount = amountWords(one, language);
  return one.differencePercent === null ? amount : `${amount} (${signedPercent(one.differencePercent, percentDecimals(one.differencePercent))})`;
}

/** '−3.2': without its unit. */
export const sizeWords = ({ indicator, differenceMean, interval95 }: Comparison, language: Language): string =>
  `${differenceMean < 0 ? '−' : differenceMean > 0 ? '+' : ''}${numbersIn(language).rough(Math.abs(differenceMean), differenceDecimals(interval95, indicator.decimals, differenceMean))}`;

/** '−3.2 s' */
export function amountWords(one: Comparison, language: Language): string {
  const unit = one.indicator.unit[language];
  // A difference of per cents is told in points.
  return `${sizeWords(one, language)}\u00a0${unit.startsWith('%') ? wordsIn(sweepWords, language).points : unitAfter(Math.abs(one.differenceMean), unit, language)}`;
}
