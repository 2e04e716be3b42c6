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
};
