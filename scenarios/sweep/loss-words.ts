import { percentDecimals } from '../compare/interval-decimals.ts';
import { wordsIn, type Language } from '../language/language.ts';
import { numbersIn } from '../language/numbers.ts';
import { sweepWords } from '../language/sweep.ts';
import { amountWords, sizeWords } from './amount-words.ts';
import { lossesAmong, type JudgedPoint, type Loss } from './sweep-figures.ts';

/** Figures named as the price of something; a sentence with more is not read. */
const MOST_LOSSES = 3;

/** What those pay that do better: figures that each of them worsens are said of each, else each figure with how many worsen it. */
export function priceWords(paid: readonly JudgedPoint[], areAll: boolean, language: Language): string {
  const words = wordsIn(sweepWords, language), { plain } = numbersIn(language), losses = lossesAmong(paid);
  if (losses.every(({ points }) => points === paid.length)) return words.someAtAPrice(plain(paid.length), areAll, lossesWords(losses, language));
  return words.someAtPrices(plain(paid.length), areAll, lossesWords(losses, language, ({ points }) => `${words.lossOf(plain(points))} `));
}

/** 'la longueur de rues sous leur classe (+25 à +592 km)': what gets worse. `howMany`: goes before by how much. */
export function lossesWords(losses: readonly Loss[], language: Language, howMany = (_: Loss): string => ''): string {
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
