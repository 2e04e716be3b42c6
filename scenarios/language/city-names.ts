import type { Text } from '../../engine/foundation/text.ts';

/** What `jumeau names` says. */
export const nameWords = {
  about: { fr: 'montre les noms de la ville, tels que les changements les écrivent : lignes, rues, communes, zones, carrefours, arrêts, bornes', en: 'shows the names of a city as changes write them: lines, streets, communes, zones, junctions, stops, bollards' },
  textArgument: { fr: 'mots du nom cherché, sans souci d’accents ni de majuscules', en: 'words of the name looked for, whatever its accents and capitals' },
  kindOption: { fr: 'de cette sorte seulement : lines, streets, communes, zones, junctions, stops ou bollards', en: 'of this kind only: lines, streets, communes, zones, junctions, stops or bollards' },
  fieldOf: { fr: (field: string) => `Dans un changement : ${field}`, en: (field: string) => `In a change: ${field}` },
  more: { fr: (count: string) => `et ${count} de plus : donnez un mot du nom, ou --json`, en: (count: string) => `and ${count} more: give a word of the name, or --json` },
  modes: { fr: (mode: string) => ({ bus: 'bus', tram: 'tram', rail: 'train' })[mode] ?? 'autre', en: (mode: string) => ({ bus: 'bus', tram: 'tram', rail: 'train' })[mode] ?? 'other' },
  every: { fr: (minutes: string) => `toutes les ${minutes} min`, en: (minutes: string) => `every ${minutes} min` },
  metres: { fr: (metres: string) => `${metres}\u202fm`, en: (metres: string) => `${metres} m` },
  lanes: {
    fr: (fewest: number, most: number) => `${fewest === most ? fewest : `${fewest} à ${most}`} voie${most > 1 ? 's' : ''} par sens`,
    en: (fewest: number, most: number) => `${fewest === most ? fewest : `${fewest} to ${most}`} lane${most > 1 ? 's' : ''} each way`,
  },
  wide: { fr: (metres: string) => `deux voies ou plus sur ${metres}\u202fm, chaque sens compté`, en: (metres: string) => `two lanes or more on ${metres} m, each way counted` },
  people: { fr: (people: string) => `${people} habitants`, en: (people: string) => `${people} people` },
  lamps: { fr: (lamps: string) => `${lamps} points lumineux`, en: (lamps: string) => `${lamps} lamps` },
  lines: { fr: (names: string, count: number) => `${count > 1 ? 'lignes' : 'ligne'} ${names}`, en: (names: string, count: number) => `${count > 1 ? 'lines' : 'line'} ${names}` },
};

/** Headings of the kinds. */
export const nameKindWords = {
  lines: { fr: 'Lignes', en: 'Lines' }, streets: { fr: 'Rues', en: 'Streets' }, communes: { fr: 'Communes', en: 'Communes' }, zones: { fr: 'Zones d’éclairage', en: 'Lighting zones' },
  junctions: { fr: 'Carrefours à feux', en: 'Junctions with signals' }, stops: { fr: 'Arrêts', en: 'Stops' }, bollards: { fr: 'Bornes', en: 'Bollards' },
} satisfies Record<string, Text>;
