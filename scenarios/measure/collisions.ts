import type { Indicator } from './indicator.ts';

export const collisions: Indicator<'collisions'> = {
  name: 'collisions',
  title: { fr: 'Collisions simulées', en: 'Simulated collisions' },
  subject: { fr: 'le nombre de collisions simulées', en: 'the number of simulated collisions' },
  unit: { fr: 'collisions', en: 'collisions' },
  better: 'lower',
  chance: true,
  relative: true,
  decimals: 0,
  about: {
    fr: 'Véhicules qui se chevauchent dans la simulation : un défaut du modèle s’il n’est pas nul, jamais une prévision d’accidents.',
    en: 'Vehicles that overlap in the simulation: a fault of the model unless zero, never a forecast of accidents.',
  },
  measure: ({ figures }) => figures.collisions,
};
