import type { CityAlone, Indicator } from './indicator.ts';
import { cityStreetYear, nightOfStreets } from './street-compliance.ts';
import { hasYearOfLighting } from './year-of-lighting.ts';

export const lightingOverLit: Indicator<'lighting-over-lit-percent', CityAlone> = {
  name: 'lighting-over-lit-percent',
  title: { fr: 'Part des rues trop éclairées', en: 'Share of streets lit too much' },
  subject: { fr: 'la part des rues trop éclairées', en: 'the share of streets lit too much' },
  unit: { fr: '% des km × h de nuit', en: '% of km × h of night' },
  better: 'lower',
  chance: false,
  relative: false,
  decimals: 1,
  about: {
    fr: 'Part des km × h (longueur de rues × heures de nuit de l’année) où la moyenne dépasse 1,5 fois celle de la classe demandée (limite d’EN 13201-2 pour les classes P, prise aussi pour M et C).',
    en: 'Share of km × h (street length × hours of darkness of the year) in which the mean is above 1.5 times that of the class asked for (the limit of EN 13201-2 for classes P, taken for M and C too).',
  },
  measure: ({ twin }) => {
    const night = twin.litStreets.count > 0 && hasYearOfLighting(twin) ? nightOfStreets(twin, cityStreetYear(twin)) : null;
    return night && (100 * night.overLitKmH) / night.nightKmH;
  },
};
