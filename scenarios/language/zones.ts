import type { Text } from '../../engine/foundation/text.ts';
import type { Language } from './language.ts';

/** Lighting zones that many cities have. A zone of another name is called what the city calls it. */
const zoneWords: Readonly<Record<string, Text>> = {
  all: { fr: 'toute la ville', en: 'the whole city' },
  centre: { fr: 'centre-ville', en: 'city centre' },
  'main-roads': { fr: 'grands axes', en: 'main roads' },
  residential: { fr: 'quartiers résidentiels', en: 'residential streets' },
  industrial: { fr: 'zones d’activité', en: 'industrial areas' },
  villages: { fr: 'villages', en: 'villages' },
  parks: { fr: 'parcs', en: 'parks' },
  sennecey: { fr: 'Sennecey-lès-Dijon', en: 'Sennecey-lès-Dijon' },
  '': { fr: 'sans zone', en: 'no zone' },
};

export const zoneInWords = (zone: string, language: Language): string => (Object.hasOwn(zoneWords, zone) ? zoneWords[zone]![language] : zone);

/** What people may call a zone: the name that the city has for it, and its words in both languages. */
export const namesOfZone = (zone: string): string[] => [zone, zoneInWords(zone, 'fr'), zoneInWords(zone, 'en')];
