import type { Question } from './question.ts';

export const busPriorityOff: Question = {
  name: 'bus-priority-off',
  title: { fr: 'Sans priorité aux bus', en: 'Without bus priority' },
  question: {
    fr: 'Que perdent les bus, et que gagnent les autres, si les feux cessent de prolonger le vert pour eux ?',
    en: 'What do buses lose, and others gain, if signals no longer prolong greens for them?',
  },
  when: { from: '00:00', hours: 24 },
  seeds: 3,
  changes: [
    {
      change: 'bus-priority', enabled: false, controllers: 'all',
      why: {
        fr: 'La priorité aux feux doit pouvoir être justifiée : on mesure ce qu’elle apporte en la coupant.',
        en: 'Priority at signals must be justified: switching it off measures what it brings.',
      },
    },
  ],
  indicators: [
    'bus-mean-delay-s', 'bus-punctuality-percent', 'bus-time-loss-s-per-km', 'traffic-mean-travel-time-s',
    'bus-priority-extensions', 'bus-priority-early-greens', 'priority-arrivals-in-band-percent', 'traffic-mean-time-loss-s', 'traffic-not-arrived',
    'passenger-mean-time-s', 'passenger-mean-wait-s', 'bus-stop-line-delay-s', 'bus-on-time-percent', 'bus-excess-wait-s', 'bus-commercial-speed-kmh', 'bus-run-time-spread-s', 'bus-energy-kwh-per-km', 'traffic-co2-kg', 'vehicle-kilometres', 'rescues', 'collisions', 'lighting-energy-kwh',
  ],
  expected: [
    {
      indicator: 'bus-punctuality-percent', moves: 'falls', least: 0.5, most: 10, unit: 'own',
      why: { fr: 'Un bus attend quelques secondes de plus à chaque feu ; sur une ligne d’une vingtaine de feux, c’est une minute ou moins.', en: 'A bus waits a few seconds more at each signal; on a line of some twenty signals that is a minute or less.' },
    },
    {
      indicator: 'passenger-mean-time-s', moves: 'rises', least: 2, most: 60, unit: 'own',
      why: { fr: 'Un voyageur passe une dizaine de feux et attend un bus un peu moins régulier.', en: 'A passenger passes some ten signals, and waits for a bus that is a little less regular.' },
    },
    {
      indicator: 'traffic-mean-time-loss-s', moves: 'stays', most: 5, unit: 'percent',
      why: { fr: 'Quelques secondes de vert sont prises à peu de cycles, et d’autres voitures passent avec le bus.', en: 'A few seconds of green are taken in few cycles, and other cars pass with the bus.' },
    },
  ],
  found: {
    runs: { from: '07:00', hours: 1, seeds: 5 },
    figures: [
      { indicator: 'bus-punctuality-percent', baseline: 99.2, difference: -2.76, low: -3.12, high: -2.39 },
      { indicator: 'passenger-mean-time-s', baseline: 847.9, difference: 9.53, low: 6.09, high: 12.96 },
      { indicator: 'traffic-mean-time-loss-s', baseline: 178.1, difference: 0.335, low: -0.556, high: 1.23 },
      { indicator: 'bus-time-loss-s-per-km', baseline: 76.2, difference: 9.72, low: 9.13, high: 10.31 },
    ],
  },
};
