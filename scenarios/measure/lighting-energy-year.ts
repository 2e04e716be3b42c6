import type { CityAlone, Indicator } from './indicator.ts';
import { hasYearOfLighting, yearOfLighting } from './year-of-lighting.ts';

export const lightingEnergyYear: Indicator<'lighting-energy-year-kwh', CityAlone> = {
  name: 'lighting-energy-year-kwh',
  title: { fr: 'Énergie de l’éclairage sur l’année', en: 'Lighting energy over the year' },
  subject: { fr: 'l’énergie annuelle de l’éclairage', en: 'the yearly energy of lighting' },
  unit: { fr: 'kWh/an', en: 'kWh/year' },
  better: 'lower',
  chance: false,
  relative: true,
  decimals: 0,
  about: {
    fr: 'Énergie de tous les points lumineux sur l’année civile : chaque nuit avec son coucher et son lever du soleil et ses abaissements, et non une nuit multipliée par 365.',
    en: 'Energy of all lamps over the calendar year: every night with its own sunset, sunrise and dimming, not one night times 365.',
  },
  measure: ({ twin }) => (hasYearOfLighting(twin) ? yearOfLighting(twin).energyKwh : null),
};
