import { DAY_S } from '../../../engine/foundation/clock.ts';
import type { Language } from '../../../scenarios/language/language.ts';
import { numbersIn } from '../../../scenarios/language/numbers.ts';

const DAY_MS = DAY_S * 1000;

/** The day that is simulated at `timeS` (s since midnight of the twin's first day, 'YYYY-MM-DD'), in full and as short as a narrow screen needs. */
export function simulatedDay(firstDate: string, timeS: number, language: Language): { date: string; full: string; short: string } | undefined {
  const firstMs = Date.parse(`${firstDate}T00:00:00Z`);
  if (Number.isNaN(firstMs)) return undefined;
  const day = new Date(firstMs + Math.floor(timeS / DAY_S) * DAY_MS);
  const date = day.toISOString().slice(0, 10);
  const short = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(day);
  return { date, full: numbersIn(language).day(date), short };
}
