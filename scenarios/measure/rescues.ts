import type { Indicator } from './indicator.ts';

export const rescues: Indicator<'rescues'> = {
  name: 'rescues',
  title: { fr: 'Véhicules débloqués', en: 'Vehicles rescued' },
  subject: { fr: 'le nombre de véhicules débloqués', en: 'the number of vehicles rescued' },
  unit: { fr: 'véhicules', en: 'vehicles' },
  better: 'lower',
  chance: true,
  relative: true,
  decimals: 0,
  about: {
    fr: 'Véhicules que le simulateur a déplacés parce qu’ils étaient arrêtés trop longtemps. Beaucoup : le résultat est à prendre avec prudence.',
    en: 'Vehicles that the simulator moved on because they had stood too long. Many of them: take the result with caution.',
  },
  measure: ({ tables }) => tables.rescues.count,
};
