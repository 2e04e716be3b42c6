import type { CityAlone, Indicator } from './indicator.ts';
import { cityStreetYear, nightOfStreets } from './street-compliance.ts';
import { hasYearOfLighting } from './year-of-lighting.ts';

export const lightingBelowClass: Indicator<'lighting-below-class-km', CityAlone> = {
  name: 'lighting-below-class-km',
  title: { fr: 'Rues sous leur classe d’éclairage', en: 'Streets below their lighting class' },
  subject: { fr: 'la longueur de rues sous leur classe d’éclairage', en: 'the length of streets below their lighting class' },
  unit: { fr: 'km', en: 'km' },
  better: 'lower',
  chance: false,
  relative: true,
  decimals: 1,
  about: {
    fr: 'Longueur de rues éclairées qui n’atteignent pas la classe EN 13201-2 que leur trafic demande, moyenne sur les heures de nuit de l’année ; une rue éteinte la nuit compte. Lumière calculée selon EN 13201-3 sur l’installation régulière qui représente les points lumineux de la rue.',
    en: 'Length of lit streets that miss the EN 13201-2 class that their traffic asks for, mean over the hours of darkness of the year; a street switched off at night counts. Light computed by EN 13201-3 on the regular installation that stands for the lamps of the street.',
  },
  measure: ({ twin }) => {
    const night = twin.litStreets.count > 0 && hasYearOfLighting(twin) ? nightOfStreets(twin, cityStreetYear(twin)) : null;
    return night && (night.belowKmH + night.darkKmH) / night.nightH;
  },
};
