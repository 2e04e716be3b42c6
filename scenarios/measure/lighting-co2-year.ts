import type { CityAlone, Indicator } from './indicator.ts';
import { hasYearOfLighting, yearOfLighting } from './year-of-lighting.ts';

export const lightingCo2Year: Indicator<'lighting-co2-year-kg', CityAlone> = {
  name: 'lighting-co2-year-kg',
  title: { fr: 'CO₂ de l’éclairage', en: 'CO₂ of lighting' },
  subject: { fr: 'le CO₂ annuel de l’éclairage', en: 'the yearly CO₂ of lighting' },
  unit: { fr: 'kg CO₂e/an', en: 'kg CO₂e/year' },
  better: 'lower',
  chance: false,
  relative: true,
  decimals: 0,
  about: {
    fr: 'Énergie sur l’année multipliée par l’intensité carbone de l’électricité consommée ; sans la fabrication des lampes.',
    en: 'Energy over the year times the carbon intensity of the electricity consumed; without the making of lamps.',
  },
  measure: ({ twin }) => (hasYearOfLighting(twin) ? (yearOfLighting(twin).energyKwh * twin.facts.energy.carbonGPerKwh) / 1000 : null),
};
