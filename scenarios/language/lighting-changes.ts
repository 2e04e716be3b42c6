import type { Change } from '../changes/change.ts';
import type { Language } from './language.ts';
import { numbersIn } from './numbers.ts';
import { zoneInWords } from './zones.ts';

type LightingChange = Extract<Change, { change: 'lighting-program' }>;

const EVENTS = { sunset: { fr: 'coucher du soleil', en: 'sunset' }, sunrise: { fr: 'lever du soleil', en: 'sunrise' }, 'night-middle': { fr: 'milieu de la nuit', en: 'middle of the night' } } as const;
const NIGHTS_FR = { monday: 'lundi', tuesday: 'mardi', wednesday: 'mercredi', thursday: 'jeudi', friday: 'vendredi', saturday: 'samedi', sunday: 'dimanche' } as const;
const NIGHTS_EN = { monday: 'Monday', tuesday: 'Tuesday', wednesday: 'Wednesday', thursday: 'Thursday', friday: 'Friday', saturday: 'Saturday', sunday: 'Sunday' } as const;

/** What a change of lighting does, in a sentence. */
export function lightingChangeInWords(change: LightingChange, language: Language): string {
  const french = language === 'fr', zone = zoneInWords(change.zone, language), { share } = numbersIn(language);
  const levels = change.levels.map(({ from, outputShare, rampS }) => {
    const ramp = rampS === 0 ? '' : french ? ` en ${rampS}\u00a0s` : ` over ${rampS} s`;
    return french ? `${share(outputShare)} à partir de ${levelTimeInWords(from, language)}${ramp}` : `${share(outputShare)} from ${levelTimeInWords(from, language)}${ramp}`;
  }).join(', ');
  const nights = change.nightsOf === undefined ? '' : french ? `, nuits commençant le ${change.nightsOf.map((day) => NIGHTS_FR[day]).join(', ')}` : `, in nights that begin on ${change.nightsOf.map((day) => NIGHTS_EN[day]).join(', ')}`;
  return french ? `Programme d’éclairage (${zone}${nights}) : ${levels}.` : `Lighting program (${zone}${nights}): ${levels}.`;
}

/** "sunset+01:30" as people say it. */
export function levelTimeInWords(time: string, language: Language): string {
  const [, event, sign, offset] = /^([a-z-]+?)(?:([+-])(\d\d:\d\d))?$/.exec(time) ?? [];
  if (event === undefined) return time;
  const name = EVENTS[event as keyof typeof EVENTS][language];
  if (offset === undefined) return name;
  if (language === 'fr') return `${offset.replace(':', '\u00a0h\u00a0')} ${sign === '-' ? 'avant' : 'après'} le ${name}`;
  return `${offset} h ${sign === '-' ? 'before' : 'after'} ${name === EVENTS['night-middle'].en ? `the ${name}` : name}`;
}
