import type { CityAlone, Indicator } from './indicator.ts';
import { belowOrDarkKm, cityStreetYear, nightOfStreets } from './street-compliance.ts';
import { hasYearOfLighting } from './year-of-lighting.ts';

export const lightingBelowClass: Indicator<'lighting-below-class-km', CityAlone> = {
  name: 'lighting-below-class-km',
  title: { fr: 'Rues sous leur classe d’éclairage ou éteintes', en: 'Streets below their lighting class or switched off' },
  subject: { fr: 'la longueur de rues sous leur classe d’éclairage ou éteintes', en: 'the length of streets below their lighting class or switched off' },
  unit: { fr: 'km, moyenne de la nuit', en: 'km, mean of the night' },
  better: 'lower',
  chance: false,
  relative: true,
  decimals: 1,
  about: {
    fr: 'Longueur de rues qui n’ont pas la lumière de la classe EN 13201-2 que leur trafic demande, moyenne sur les heures de nuit de l’année : allumées mais sous leur classe, ou éteintes (« light » compte ces dernières à part). Lumière calculée selon EN 13201-3 sur l’installation régulière qui représente les points lumineux de la rue.',
    en: 'Length of streets without the light of the EN 13201-2 class that their traffic asks for, mean over the hours of darkness of the year: lit but below class, or switched off (which “light” counts apart). Light computed by EN 13201-3 on the regular installation that stands for the lamps of the street.',
  },
  measure: ({ twin }) => {
    const night = twin.litStreets.count > 0 && hasYearOfLighting(twin) ? nightOfStreets(twin, cityStreetYear(twin)) : null;
    return night && belowOrDarkKm(night);
  },
};
