import type { CityAlone, Indicator } from './indicator.ts';
import { hasYearOfLighting, yearOfLighting } from './year-of-lighting.ts';

export const lightingCostYear: Indicator<'lighting-cost-year-eur', CityAlone> = {
  name: 'lighting-cost-year-eur',
  title: { fr: 'Coût de l’électricité de l’éclairage', en: 'Cost of electricity for lighting' },
  subject: { fr: 'le coût annuel de cette électricité', en: 'the yearly cost of this electricity' },
  unit: { fr: '€/an', en: '€/year' },
  better: 'lower',
  chance: false,
  relative: true,
  decimals: 0,
  about: {
    fr: 'Énergie sur l’année multipliée par le prix du kilowattheure de la ville ; sans abonnement, entretien ni investissement.',
    en: 'Energy over the year times the city’s price of a kilowatt-hour; without standing charge, maintenance or investment.',
  },
  measure: ({ twin }) => (hasYearOfLighting(twin) ? yearOfLighting(twin).energyKwh * twin.facts.energy.priceEurPerKwh : null),
};
