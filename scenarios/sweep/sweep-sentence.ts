import { isClear } from '../compare/compare-all.ts';
import type { Comparison } from '../compare/compare-runs.ts';
import { wordsIn, type Language } from '../language/language.ts';
import { numbersIn } from '../language/numbers.ts';
import { sweepWords } from '../language/sweep.ts';
import { indicatorNamed, type IndicatorName } from '../measure/indicators.ts';
import { changeWords } from './amount-words.ts';
import { judgedSweep } from './judged-sweep.ts';
import { lossesWords, priceWords } from './loss-words.ts';
import { pointWords } from './parameter-words.ts';
import type { Parameter } from './points.ts';
import type { SavedSweep } from './saved-sweep.ts';
import { lossesAmong, lossesOf, type JudgedPoint } from './sweep-figures.ts';

/** The answer of a kept sweep. Where no point has the figure that the file names first, it says which there are. */
export function sweepAnswer(saved: SavedSweep, language: Language): string {
  const { figures, judged, indicators } = judgedSweep(saved), sentence = sweepSentence(judged, saved.points.length, indicators, saved.parameters, language);
  const measured = judged.length > 0 ? [] : indicators.filter((name) => figures.some(({ comparisons }) => comparisons.some(({ indicator }) => indicator.name === name)));
  if (measured.length === 0) return sentence;
  return `${sentence} ${wordsIn(sweepWords, language).measuredWere(new Intl.ListFormat(language, { type: 'conjunction' }).format(measured.map((name) => indicatorNamed(name).subject[language])), measured[0]!)}`;
}

/**
 * How many points do better and worse than the baseline, and which is best, for a reader who knows no statistics. None is called best without what gets
 * clearly worse with it in the same sentence: that sentence is quoted. `judged`: the best first; `points`: all there are; `indicators`: the first one judges them.
 */
export function sweepSentence(judged: readonly JudgedPoint[], points: number, indicators: readonly IndicatorName[], parameters: readonly Parameter[], language: Language): string {
  const words = wordsIn(sweepWords, language), { plain } = numbersIn(language), first = indicatorNamed(indicators[0]!);
  const whole = judged.filter(({ missingRuns }) => missingRuns === 0), better = whole.filter((one) => one.first.verdict === 'better'), paid = better.filter((one) => lossesOf(one).length > 0);
  const price = paid.length === 0 ? '' : priceWords(paid, paid.length === better.length, language);
  const counted = words.ofVariants(plain(points), first.subject[language], countsOf(judged, points, language).join(language === 'fr' ? ' ; ' : '; '), price);
  const best = whole[0];
  if (!best) return counted;
  return [counted, ...bestWords(best, whole, parameters, language), ...(best.first.verdict === 'better' && indicators.length === 1 ? [words.nothingElseLookedAt] : [])].join(' ');
}

/** '12 font mieux', '3 ne changent rien'. */
function countsOf(judged: readonly JudgedPoint[], points: number, language: Language): string[] {
  const words = wordsIn(sweepWords, language), { plain } = numbersIn(language);
  const whole = judged.filter(({ missingRuns }) => missingRuns === 0), count = (...verdicts: Comparison['verdict'][]): number => whole.filter((one) => verdicts.includes(one.first.verdict)).length;
  const kinds = { better: count('better'), worse: count('worse'), changed: count('changed'), unclear: count('unclear'), few: count('few', 'single'), same: count('same'), incomplete: judged.length - whole.length, missing: points - judged.length };
  return Object.entries(kinds).filter(([, of]) => of > 0).map(([kind, of]) => words.counted(kind as keyof typeof kinds, plain(of)));
}

/** The best point, what it costs, and the best that clearly costs nothing; where none does better, that. */
function bestWords(best: JudgedPoint, whole: readonly JudgedPoint[], parameters: readonly Parameter[], language: Language): string[] {
  const words = wordsIn(sweepWords, language), { indicator, verdict, differenceMean } = best.first, losses = lossesOf(best);
  const is = (one: JudgedPoint): [string, string] => [pointWords(parameters, one.point, language), changeWords(one.first, language)];
  const price = losses.length === 0 ? '' : words.atThePriceOf(lossesWords(lossesAmong([best]), language)), unsure = isClear(best.first) ? [] : [words.bestIsUnsure], untold = isPriceTold(best) ? [] : [words.priceIsUntold];
  if (verdict === 'same') return indicator.better === 'neither' || whole.every((one) => one.first.verdict === 'same') ? [] : [words.noneBetter];
  if (indicator.better === 'neither') return [words.largestIs(...is(best), price), ...unsure, ...untold];
  // With a difference to the worse, however uncertain, it is the best of nothing.
  if (differenceMean > 0 === (indicator.better === 'lower')) return whole.length === 1 ? [] : [words.leastBadIs(...is(best), price), ...(isOfFew(best.first) ? unsure : [])];
  if (price === '' && (isOfFew(best.first) || untold.length > 0)) return [words.largestInRuns(...is(best)), ...unsure, ...untold];
  if (price === '') return [words.bestIs(...is(best)), ...unsure];
  const free = whole.find((one) => one.first.verdict === 'better' && lossesOf(one).length === 0 && isPriceTold(one));
  return [words.bestAtAPrice(...is(best), price), ...unsure, ...untold, ...(free ? [words.bestWithoutPrice(...is(free))] : [])];
}

/** Whether there are too few runs to conclude anything of a figure. */
const isOfFew = ({ verdict }: Comparison): boolean => verdict === 'single' || verdict === 'few';

/** Whether enough is known of all other figures of a point to say what it worsens, be it nothing. */
const isPriceTold = ({ comparisons, first }: JudgedPoint): boolean => !comparisons.some((one) => one.indicator.name !== first.indicator.name && isOfFew(one));
