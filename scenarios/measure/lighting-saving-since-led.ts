import type { CityAlone, Indicator } from './indicator.ts';
import { hasYearOfLighting, yearOfLighting } from './year-of-lighting.ts';

export const lightingSavingSinceLed: Indicator<'lighting-saving-since-led-percent', CityAlone> = {
  name: 'lighting-saving-since-led-percent',
  title: { fr: 'Économie depuis le passage aux LED', en: 'Saving since the change to LED' },
  subject: { fr: 'l’économie depuis le passage aux LED', en: 'the saving since the change to LED' },
  unit: { fr: '%', en: '%' },
  better: 'higher',
  chance: false,
  relative: false,
  decimals: 1,
  about: {
    fr: 'Part de l’énergie annuelle épargnée par rapport aux lampes d’avant les LED, allumées les mêmes heures et jamais abaissées.',
    en: 'Share of the yearly energy saved against the lamps before LED, burning the same hours and never dimmed.',
  },
  measure({ twin }) {
    if (!hasYearOfLighting(twin)) return null;
    const { energyKwh, beforeLedKwh } = yearOfLighting(twin);
    return beforeLedKwh > 0 ? 100 * (1 - energyKwh / beforeLedKwh) : null;
  },
};
