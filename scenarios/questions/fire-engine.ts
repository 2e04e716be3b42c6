import type { Change } from '../changes/change.ts';
import type { Question } from './question.ts';

/** There and back across the centre, nine signals on the way there and eight back. */
const trips: readonly Change[] = [
  {
    change: 'emergency-trip', from: { street: 'Avenue Aristide-Briand', commune: 'Dijon' }, to: { street: 'Avenue Victor-Hugo', commune: 'Dijon' }, at: ['07:15', '07:25', '07:35', '07:45'],
    why: {
      fr: 'Une caserne au nord-est du centre, un appel à l’ouest : on suppose un départ toutes les dix minutes pour avoir assez de trajets.',
      en: 'A fire station north-east of the centre, a call in the west: one trip every ten minutes is assumed, to have enough of them.',
    },
  },
  {
    change: 'emergency-trip', from: { street: 'Rue d\'Auxonne', commune: 'Dijon' }, to: { street: 'Avenue Aristide-Briand', commune: 'Dijon' }, at: ['07:20', '07:30', '07:40', '07:50'],
    why: { fr: 'Le même nombre de trajets dans une autre direction.', en: 'As many trips in another direction.' },
  },
];

const common = {
  when: { from: '07:00', hours: 1 }, seeds: 5,
  indicators: ['emergency-trip-time-s', 'emergency-not-arrived', 'traffic-mean-time-loss-s', 'traffic-mean-travel-time-s', 'traffic-not-arrived', 'bus-time-loss-s-per-km', 'bus-mean-delay-s', 'rescues', 'collisions'],
} as const;

export const fireEngine: Question = {
  name: 'fire-engine',
  title: { fr: 'Pompiers sans onde verte', en: 'Fire engine without a green wave' },
  question: {
    fr: 'En combien de temps un fourgon de pompiers traverse-t-il le centre si les feux ne le connaissent pas ?',
    en: 'How fast does a fire engine cross the centre if signals know nothing of it?',
  },
  ...common,
  changes: trips,
  expected: [
    {
      indicator: 'traffic-mean-time-loss-s', moves: 'stays', most: 2, unit: 'percent',
      why: { fr: 'Huit véhicules de plus parmi des dizaines de milliers, que les feux ne connaissent pas.', en: 'Eight vehicles more among tens of thousands, of which signals know nothing.' },
    },
  ],
  found: {
    runs: { from: '07:00', hours: 1, seeds: 3 },
    figures: [
      { indicator: 'traffic-mean-time-loss-s', baseline: 178.3, difference: -0.038, low: -1.67, high: 1.59 },
      { indicator: 'bus-time-loss-s-per-km', baseline: 76.2, difference: -0.187, low: -1.05, high: 0.678 },
      { indicator: 'bus-mean-delay-s', baseline: 16.81, difference: -0.128, low: -0.608, high: 0.352 },
    ],
  },
};

export const fireEngineWave: Question = {
  name: 'fire-engine-wave',
  title: { fr: 'Pompiers avec onde verte', en: 'Fire engine with a green wave' },
  question: {
    fr: 'Et si chaque feu sur son chemin s’ouvre avant son arrivée, que gagne-t-il, et que paient les autres ?',
    en: 'And if every signal on its way opens before it comes: what does it gain, and what do the others pay?',
  },
  ...common,
  changes: [
    ...trips,
    {
      change: 'preemption', controllers: 'all', vehicles: 'emergency', level: 'emergency', leastClearS: 2, recoveryCycles: 3,
      why: {
        fr: 'Se compare à la question « fire-engine », qui a les mêmes trajets : npx jumeau compare fire-engine fire-engine-wave.',
        en: 'To be set against the question "fire-engine", which has the same trips: npx jumeau compare fire-engine fire-engine-wave.',
      },
    },
  ],
  against: 'fire-engine',
  expected: [
    {
      indicator: 'emergency-trip-time-s', moves: 'falls', least: 15, most: 50, unit: 'percent',
      why: { fr: 'Neuf feux sur le chemin, où l’on attend une demi-minute en moyenne quand ils sont au rouge.', en: 'Nine signals on the way, at which one waits half a minute on average where they show red.' },
    },
    {
      indicator: 'traffic-mean-time-loss-s', moves: 'stays', most: 4, unit: 'own',
      why: { fr: 'Huit passages en une heure, sur deux chemins.', en: 'Eight passages in an hour, on two ways.' },
    },
    {
      indicator: 'bus-time-loss-s-per-km', moves: 'stays', most: 2, unit: 'own',
      why: { fr: 'Peu de lignes croisent ces chemins.', en: 'Few lines cross these ways.' },
    },
  ],
  found: {
    runs: { from: '07:00', hours: 1, seeds: 3 },
    figures: [
      { indicator: 'emergency-trip-time-s', baseline: 300.8, difference: -101.2, low: -124.3, high: -78.2 },
      { indicator: 'traffic-mean-time-loss-s', baseline: null, difference: 0.5, low: -1.7, high: 2.7 },
      { indicator: 'bus-time-loss-s-per-km', baseline: null, difference: 0.5, low: 0.3, high: 0.7 },
    ],
  },
};
