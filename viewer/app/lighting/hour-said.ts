import { numbersIn } from '../../../scenarios/language/numbers.ts';
import { lightingWordsFor } from '../session/words.ts';
import { useSession } from '../viewer-context.ts';
import { belowClass, judgedStreets } from './city-streets.ts';
import { hourText } from './clock-text.ts';
import type { StreetHour } from './trial-streets.ts';

/** What a bar of the strip of hours shows, in words. */
export function useHourSaid(): (of: StreetHour) => string {
  const language = useSession((state) => state.language), words = lightingWordsFor(language), { plain, percent } = numbersIn(language);
  return ({ hour, share, counts }) => {
    if (share === undefined) return words.hourDay(hourText(hour));
    const below = belowClass(counts.streets), all = judgedStreets(counts);
    return words.hourIs(hourText(hour), below, plain(below), plain(all), percent(all > 0 ? (100 * below) / all : 0));
  };
}
