import { wordsIn, type Language } from '../language/language.ts';
import { savedWords } from '../language/saved.ts';
import { isOfOneNight } from '../questions/leading-indicators.ts';
import type { SavedSide } from './saved-comparison.ts';

/** Why figures of a year are left out of a comparison of runs, or what they do not know; undefined where neither is so. */
export function yearLeftOut(sides: readonly Pick<SavedSide, 'question' | 'yearLacks'>[], language: Language): string | undefined {
  const lacks = sides.map((side) => side.yearLacks), words = wordsIn(savedWords, language);
  if (sides.some(({ question }) => isOfOneNight(question))) return words.noYearOfOneNight;
  return lacks.includes('traffic') ? words.noYearOfTraffic : lacks.includes('orders') ? words.noYearOfOrders : undefined;
}
