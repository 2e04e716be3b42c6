import type { Indicator } from './indicator.ts';

export const lightingEnergy: Indicator<'lighting-energy-kwh'> = {
  name: 'lighting-energy-kwh',
  title: { fr: 'Énergie de l’éclairage pendant la simulation', en: 'Lighting energy during the run' },
  subject: { fr: 'l’énergie de l’éclairage pendant la simulation', en: 'lighting energy during the run' },
  unit: { fr: 'kWh', en: 'kWh' },
  better: 'lower',
  chance: 'adaptive-lamps',
  relative: true,
  decimals: 0,
  about: {
    fr: 'Énergie prise par tous les points lumineux pendant les heures simulées, veille de jour comprise.',
    en: 'Energy taken by all lamps during the simulated hours, standby by day included.',
  },
  measure({ tables: { lighting } }) {
    let energyWh = 0;
    for (let row = 0; row < lighting.count; row++) energyWh += lighting.energyWh[row]!;
    return energyWh / 1000;
  },
};
