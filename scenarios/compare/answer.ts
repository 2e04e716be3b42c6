import { answerWords } from '../language/answer.ts';
import { wordsIn, type Language } from '../language/language.ts';
import { numbersIn } from '../language/numbers.ts';
import { unmeasuredWords } from '../language/unmeasured.ts';
import { unitAfter } from '../language/plural.ts';
import { isClear, isUnclearAmongMany } from './compare-all.ts';
import { isExact, type Comparison } from './compare-runs.ts';
import { differenceDecimals, percentDecimals } from './interval-decimals.ts';
import type { Interval } from './paired-mean.ts';

/** Figures that the answer names: the first of the question; and of those that it does not name, the first that moved. */
const MOST_FIGURES = 4, MOST_BESIDE = 3;

/** A figure asked for that was not measured: what it is, why not, and its place among those asked for. */
interface Missing { subject: string; why: string; place: number }

/**
 * The answer in a few plain sentences: what moved, by how much and how sure that is; what moved in too few runs to tell; what may be chance; what did
 * not move; how many of the further figures asked for differ clearly; what of the first asked for could not be measured, and why; and what moved beside
 * what was asked, so that side effects are seen.
 */
export function answerSentence(comparisons: readonly Comparison[], language: Language, missing: readonly Missing[] = []): string {
  const words = wordsIn(answerWords, language), { percent } = numbersIn(language);
  const asked = comparisons.filter((one) => one.asked), leading = asked.slice(0, MOST_FIGURES), further = asked.slice(MOST_FIGURES);
  const beside = comparisons.filter((one) => !one.asked && isClear(one));
  const notHere = missing.filter(({ place }) => place < MOST_FIGURES).map(({ subject, why }) => wordsIn(unmeasuredWords, language).notHere(subject, why));
  if (leading.length === 0 && beside.length === 0) return [comparisons.length === 0 ? words.nothingMeasured : words.noneAskedMeasured(comparisons.length), ...notHere.map(sentence)].join(' ');
  const subject = ({ indicator }: Comparison) => indicator.subject[language];
  const move = (one: Comparison, sure: string[]): string => {
    const share = one.differencePercent === null ? [] : [percent(Math.abs(one.differencePercent), percentDecimals(one.differencePercent))], brackets = [...share, ...sure];
    return (one.differenceMean < 0 ? words.falls : words.rises)(subject(one), `${amountOf(one, language)}${brackets.length > 0 ? words.inBrackets(brackets) : ''}`);
  };
  // How sure is said where bounds are first named, and holds for all that follow.
  let told = false;
  const sure = (one: Comparison): string[] => {
    const between = boundsOf(one, language), first = between.length > 0 && !told;
    told ||= first;
    return first ? between.map(words.howSure) : between;
  };
  const moved = leading.filter(isClear).map((one) => move(one, sure(one)));
  // The caution stands with what it is about, and with nothing else.
  const cautious = (['single', 'few'] as const).map((unsure) => {
    const some = joined(leading.filter(({ verdict }) => verdict === unsure).map((one) => move(one, [])), language);
    return some === '' ? '' : (unsure === 'single' ? words.onOneSeed : words.onFewSeeds)(some);
  });
  const amongMany = leading.filter(isUnclearAmongMany).map((one) => words.amongMany(move(one, sure(one)), one.familySize));
  const unclear = leading.filter((one) => one.verdict === 'unclear' && !isUnclearAmongMany(one)).map((one) => words.unclear(subject(one), words.inBrackets(sure(one))));
  const held = leading.filter(({ verdict }) => verdict === 'same').map((one) => words.holds(subject(one)));
  const clear = further.filter(isClear).length, besides = beside.slice(0, MOST_BESIDE).map((one) => move(one, sure(one)));
  const sideEffects = besides.length === 0 ? '' : words.beside(joined(besides, language), beside.length - besides.length);
  return [joined(moved, language), ...cautious, ...amongMany, joined(unclear, language), joined(held, language), clear > 0 ? words.further(clear, further.length) : '', ...notHere, sideEffects].filter((part) => part !== '').map(sentence).join(' ');
}

const sentence = (part: string): string => `${part.charAt(0).toUpperCase()}${part.slice(1)}.`;

const amountOf = (one: Comparison, language: Language): string => {
  const amount = numbersIn(language).rough(Math.abs(one.differenceMean), differenceDecimals(one.interval95, one.indicator.decimals, one.differenceMean));
  return `${amount}\u202f${unitOf(one, one.differenceMean, language)}`;
};

/** Within which bounds the difference lies: without a sign where both bounds lie on the side that was named; none where no chance is involved. */
function boundsOf(one: Comparison, language: Language): string[] {
  const { interval95, differenceMean, indicator } = one, words = wordsIn(answerWords, language), { rough, signed } = numbersIn(language);
  if (interval95 === null || isExact(one)) return [];
  const decimals = differenceDecimals(interval95, indicator.decimals), oneSided = interval95.low > 0 || interval95.high < 0;
  const { low, high }: Interval = oneSided && differenceMean < 0 ? { low: -interval95.high, high: -interval95.low } : interval95;
  return [words.between((oneSided ? rough : signed)(low, decimals), `${(oneSided ? rough : signed)(high, decimals)}\u202f${unitOf(one, high, language)}`)];
}

/** A difference of per cents is told in points. */
const unitOf = ({ indicator: { unit, decimals } }: Comparison, amount: number, language: Language): string =>
  unitAfter(Math.abs(Number(amount.toFixed(decimals))), unit[language].startsWith('%') ? wordsIn(answerWords, language).points : unit[language].replace(/\/(an|year)$/, ''), language);

const joined = (parts: readonly string[], language: Language): string => new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
