import type { Question } from './question.ts';

export const modemOutage: Question = {
  name: 'modem-outage',
  title: { fr: 'Une nuit sans télégestion', en: 'A night without remote control' },
  question: {
    fr: 'Que coûte une nuit où le poste de pilotage ne joint plus aucune armoire, et où les lampes brûlent à plein flux ?',
    en: 'What does a night cost in which the control post reaches no cabinet, and lamps burn at full output?',
  },
  when: { from: '23:00', hours: 1 },
  seeds: 1,
  changes: [
    {
      change: 'communication-loss', cabinets: 'all', fallback: 'full-output', from: '22:00', until: '06:00',
      why: {
        fr: 'Un opérateur mobile tombe en panne, ou arrête la 2G : le repli des armoires décide de ce que cela coûte.',
        en: 'A mobile network fails, or ends its 2G service: what cabinets fall back to decides what that costs.',
      },
    },
  ],
  indicators: ['lighting-energy-kwh', 'traffic-mean-travel-time-s', 'bus-mean-delay-s', 'traffic-not-arrived', 'rescues', 'collisions'],
  expected: [
    {
      indicator: 'lighting-energy-kwh', moves: 'rises', least: 30, most: 60, unit: 'percent',
      why: {
        fr: 'À 23 heures la ville est à 70 %, les villages et les zones d’activité à 50 % : revenir à plein flux, c’est 1,4 à 2 fois la puissance, un peu moins avec les pertes fixes.',
        en: 'At 23:00 the city is at 70%, villages and works at 50%: full output is 1.4 to 2 times the power, a little less with fixed losses.',
      },
    },
    {
      indicator: 'traffic-mean-travel-time-s', moves: 'stays', most: 0, unit: 'own',
      why: { fr: 'Aucun conducteur du modèle ne regarde les lampes.', en: 'No driver of the model looks at lamps.' },
    },
  ],
  found: {
    runs: { from: '23:00', hours: 1, seeds: 1 },
    figures: [
      { indicator: 'lighting-energy-kwh', baseline: 1128, difference: 517.8, low: 517.8, high: 517.8 },
      { indicator: 'traffic-mean-travel-time-s', baseline: 708.9, difference: 0, low: 0, high: 0 },
    ],
  },
};
