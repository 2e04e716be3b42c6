import type { Question } from './question.ts';

export const longerCycles: Question = {
  name: 'longer-cycles',
  title: { fr: 'Des cycles de 100 secondes partout', en: 'Cycles of 100 seconds everywhere' },
  question: {
    fr: 'Un cycle commun de 100 s à tous les feux écoule-t-il mieux l’heure de pointe, et combien les piétons attendent-ils alors ?',
    en: 'Does a common cycle of 100 s at all signals let the peak hour through more easily, and how long do people on foot wait then?',
  },
  when: { from: '07:00', hours: 1 },
  seeds: 3,
  changes: [
    {
      change: 'signal-plan', controllers: 'all', cycleS: 100,
      why: {
        fr: 'Moins de temps perdu aux changements de phase, et un seul cycle, donc une onde verte possible ; contre des rouges plus longs. Les plans d’aujourd’hui ont des cycles de 60 à 100 s.',
        en: 'Less time lost to changes of stage, and one cycle, so that a green wave can be; against longer reds. Plans have cycles of 60 to 100 s today.',
      },
    },
  ],
  indicators: [
    'traffic-mean-time-loss-s', 'pedestrian-mean-wait-s', 'bus-time-loss-s-per-km', 'split-failures-percent', 'traffic-mean-travel-time-s', 'traffic-not-arrived', 'bus-mean-delay-s', 'bus-punctuality-percent', 'tram-time-loss-s-per-km', 'passenger-mean-time-s', 'queue-at-green-m', 'traffic-co2-kg', 'rescues', 'collisions',
  ],
  expected: [
    {
      indicator: 'traffic-mean-time-loss-s', moves: 'rises', least: 0, most: 20, unit: 'percent',
      why: {
        fr: 'Le retard uniforme de Webster croît comme le cycle, d’un quart ici ; il ne fait qu’une partie du temps perdu, et les carrefours saturés y gagnent.',
        en: 'Webster’s uniform delay grows with the cycle, by a quarter here; it is only a part of the time lost, and junctions that are saturated gain.',
      },
    },
    {
      indicator: 'pedestrian-mean-wait-s', moves: 'rises', least: 3, most: 30, unit: 'percent',
      why: { fr: 'Un quart de rouge en plus aux traversées à feux ; aux autres, la moitié environ, rien ne change.', en: 'A quarter more of red at crossings with signals; at the others, about half of them, nothing changes.' },
    },
    {
      indicator: 'bus-time-loss-s-per-km', moves: 'rises', least: 0, most: 15, unit: 'percent',
      why: { fr: 'Les bus attendent le même rouge plus long ; la priorité en rattrape une part à 113 carrefours.', en: 'Buses wait for the same longer red; priority makes up for a part at 113 junctions.' },
    },
  ],
  found: {
    runs: { from: '07:00', hours: 1, seeds: 3 },
    figures: [
      { indicator: 'traffic-mean-time-loss-s', baseline: 178.3, difference: 7.58, low: 6.85, high: 8.31 },
      { indicator: 'pedestrian-mean-wait-s', baseline: 4.01, difference: 0.706, low: 0.483, high: 0.929 },
      { indicator: 'bus-time-loss-s-per-km', baseline: 76.2, difference: 4.32, low: -0.024, high: 8.67 },
      { indicator: 'tram-time-loss-s-per-km', baseline: 98.5, difference: 19.1, low: 18.4, high: 19.81 },
      { indicator: 'passenger-mean-time-s', baseline: 847.7, difference: 21.1, low: 14.38, high: 27.8 },
    ],
  },
};
