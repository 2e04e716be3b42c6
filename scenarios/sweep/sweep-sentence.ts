import { textIn, wordsIn, type Language } from '../language/language.ts';
import { isClear } from '../compare/compare-all.ts';
import { differenceDecimals, percentDecimals } from '../compare/interval-decimals.ts';
import type { Comparison } from '../compare/compare-runs.ts';
import { numbersIn } from '../language/numbers.ts';
import { unitAfter } from '../language/plural.ts';
import { asWritten } from '../language/problem-words.ts';
import { sweepWords } from '../language/sweep.ts';
import { indicatorNamed, type IndicatorName } from '../measure/indicators.ts';
import type { Parameter, Point } from './points.ts';
import { lossesAmong, lossesOf, type JudgedPoint, type Loss } from './sweep-figures.ts';
import type { Level } from './sweep-file.ts';

/** Figures named as the price of something; a sentence with more is not read. */
const MOST_LOSSES = 3;

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
  const price = losses.length === 0 ? '' : words.atThePriceOf(lossesWords(lossesAmong([best]), language)), unsure = isClear(best.first) ? [] : [words.bestIsUnsure];
  if (verdict === 'same') return indicator.better === 'neither' || whole.every((one) => one.first.verdict === 'same') ? [] : [words.noneBetter];
  if (indicator.better === 'neither') return [words.largestIs(...is(best), price), ...unsure];
  // With a difference to the worse, however uncertain, it is the best of nothing.
  if (differenceMean > 0 === (indicator.better === 'lower')) return whole.length === 1 ? [] : [words.leastBadIs(...is(best), price)];
  if (price === '') return [words.bestIs(...is(best)), ...unsure];
  const free = whole.find((one) => one.first.verdict === 'better' && lossesOf(one).length === 0);
  return [words.bestAtAPrice(...is(best), price), ...unsure, ...(free ? [words.bestWithoutPrice(...is(free))] : [])];
}

/** What those pay that do better: figures that each of them worsens are said of each, else each figure with how many worsen it. */
function priceWords(paid: readonly JudgedPoint[], areAll: boolean, language: Language): string {
  const words = wordsIn(sweepWords, language), { plain } = numbersIn(language), losses = lossesAmong(paid);
  if (losses.every(({ points }) => points === paid.length)) return words.someAtAPrice(plain(paid.length), areAll, lossesWords(losses, language));
  return words.someAtPrices(plain(paid.length), areAll, lossesWords(losses, language, ({ points }) => `${words.lossOf(plain(points))} `));
}

/** 'la longueur de rues sous leur classe (+25 à +592 km)': what gets worse. `howMany`: goes before by how much. */
function lossesWords(losses: readonly Loss[], language: Language, howMany = (_: Loss): string => ''): string {
  const words = wordsIn(sweepWords, language), more = losses.length - MOST_LOSSES;
  const named = losses.slice(0, MOST_LOSSES).map((loss) => words.lossIs(loss.indicator.subject[language], `${howMany(loss)}${extentWords(loss, language)}`));
  return new Intl.ListFormat(language, { type: 'conjunction' }).format([...named, ...(more > 0 ? [words.moreLosses(numbersIn(language).plain(more))] : [])]);
}

/** From the least to the most of a loss; where these are one, in per cent too. It stands in brackets: none within. */
function extentWords({ least, most }: Loss, language: Language): string {
  const low = sizeWords(least, language), high = amountWords(most, language);
  if (low !== sizeWords(most, language)) return wordsIn(sweepWords, language).lowHigh(low, high);
  return most.differencePercent === null ? high : `${numbersIn(language).signedPercent(most.differencePercent, percentDecimals(most.differencePercent))}, ${high}`;
}

/** Figures that points clearly worsen, a line each: for below a table that has no room for them. */
export const lossLines = (judged: readonly JudgedPoint[], language: Language): string[] =>
  lossesAmong(judged).map((loss) => wordsIn(sweepWords, language).lossLine(loss.indicator.title[language], numbersIn(language).plain(loss.points), extentWords(loss, language)));

/** A value as people of the language write it, with its unit; words stay as the file has them. */
export function levelWords(level: Level, { unit }: Pick<Parameter, 'unit'>, language: Language): string {
  if (typeof level === 'boolean') return wordsIn(sweepWords, language).yesNo(level);
  const written = typeof level === 'number' ? asWritten[language](level).replace('-', '−') : level;
  return unit === undefined ? written : `${written}\u00a0${textIn(unit, language)}`;
}

/** What people read for the name of a parameter. */
export const parameterWords = ({ name, title }: Parameter, language: Language): string => (title === undefined ? name : textIn(title, language));

/** 'extensionS = 10, earlyGreen = yes' */
export const pointWords = (parameters: readonly Parameter[], point: Point, language: Language): string => parameters.map((one, at) => `${parameterWords(one, language)}\u00a0=\u00a0${levelWords(point[at]!, one, language)}`).join(', ');

/** '−3.2 s (−9.4%)': a difference with its unit, rounded as a comparison rounds it, and in per cent where that says something. */
export function changeWords(one: Comparison, language: Language): string {
  const { signedPercent } = numbersIn(language), amount = amountWords(one, language);
  return one.differencePercent === null ? amount : `${amount} (${signedPercent(one.differencePercent, percentDecimals(one.differencePercent))})`;
}

const sizeWords = ({ indicator, differenceMean, interval95 }: Comparison, language: Language): string =>
  `${differenceMean < 0 ? '−' : differenceMean > 0 ? '+' : ''}${numbersIn(language).rough(Math.abs(differenceMean), differenceDecimals(interval95, indicator.decimals, differenceMean))}`;

function amountWords(one: Comparison, language: Language): string {
  const unit = one.indicator.unit[language];
  // A difference of per cents is told in points.
  return `${sizeWords(one, language)}\u00a0${unit.startsWith('%') ? wordsIn(sweepWords, language).points : unitAfter(Math.abs(one.differenceMean), unit, language)}`;
}
