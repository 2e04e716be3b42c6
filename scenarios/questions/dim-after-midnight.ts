import type { Question } from './question.ts';

export const dimAfterMidnight: Question = {
  name: 'dim-after-midnight',
  title: { fr: 'Abaisser l’éclairage après minuit', en: 'Dim after midnight' },
  question: {
    fr: 'Qu’économise-t-on en abaissant toute la ville à 40 % de minuit à 5 heures ?',
    en: 'What does dimming the whole city to 40% from midnight to 5:00 save?',
  },
  when: { from: '00:00', hours: 24 },
  seeds: 3,
  changes: [
    {
      change: 'dim-lamps', zone: 'all', from: '00:00', until: '05:00', outputShare: 0.4,
      why: {
        fr: 'Les rues sont presque vides entre minuit et 5 heures ; d’autres communes y abaissent ou y éteignent l’éclairage.',
        en: 'Streets are almost empty between midnight and 5:00; other municipalities dim or switch off their lamps in these hours.',
      },
    },
  ],
  indicators: [
    'lighting-energy-year-kwh', 'lighting-cost-year-eur', 'lighting-co2-year-kg', 'lighting-below-class-km', 'lighting-over-lit-percent', 'bus-mean-delay-s',
    'lighting-saving-since-led-percent', 'lighting-energy-kwh', 'bus-punctuality-percent', 'traffic-mean-travel-time-s', 'traffic-not-arrived', 'rescues', 'collisions',
  ],
};
