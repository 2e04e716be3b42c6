import { cityDayWords } from '../language/city-day.ts';
import { wordsIn, type Language } from '../language/language.ts';
import { numbersIn } from '../language/numbers.ts';
import type { DayCheck } from './day-checks.ts';

/** A check of a day as people read it, in page and terminal alike. */
export function checkText({ name, value, limit, place }: DayCheck, language: Language): { name: string; found: string; limit: string } {
  const words = wordsIn(cityDayWords, language), { plain, percent, signedPercent } = numbersIn(language);
  const said = words.checkNames(name, place ?? '');
  switch (name) {
    case 'morningPeak': case 'eveningPeak': return { name: said, found: plain(value, 2), limit: words.atLeast(plain(limit, 2)) };
    case 'overCapacity': case 'collisions': return { name: said, found: plain(value), limit: words.none };
    case 'count': case 'fittedCount': return { name: said, found: signedPercent(100 * value), limit: words.within(percent(100 * limit, 0)) };
    case 'night': case 'slower': return { name: said, found: percent(100 * value, 0), limit: words.atMost(percent(100 * limit, 0)) };
    default: return { name: said, found: percent(100 * value, 2), limit: words.atMost(percent(100 * limit, 1)) };
  }
}
