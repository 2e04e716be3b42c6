import type { Question } from './question.ts';

export const holdHeadways: Question = {
  name: 'hold-headways',
  title: { fr: 'Régulation par intervalles', en: 'Holding to headways' },
  question: {
    fr: 'Les voyageurs attendent-ils moins si les bus des lignes fréquentes gardent leurs distances au lieu de suivre l’horaire ?',
    en: 'Do passengers wait less if buses of frequent lines keep their distances instead of following the timetable?',
  },
  when: { from: '00:00', hours: 24 },
  seeds: 3,
  changes: [
    {
      change: 'bus-holding', lines: ['L3', 'L5', 'L6', 'L8'], hold: 'headway', everyStops: 3, leastHeadwayShare: 0.8, longestStandS: 90,
      why: {
        fr: 'Qui arrive au hasard attend d’autant moins que les bus se suivent régulièrement ; les exploitants de lignes fréquentes régulent de plus en plus par intervalles.',
        en: 'People who come at random wait the less the more evenly buses follow each other; operators of frequent lines hold to headways more and more.',
      },
    },
  ],
  indicators: ['passenger-mean-time-s', 'passenger-mean-wait-s', 'bus-excess-wait-s', 'bus-commercial-speed-kmh', 'bus-run-time-spread-s', 'bus-on-time-percent', 'bus-mean-delay-s', 'passengers-left-behind', 'traffic-mean-travel-time-s', 'traffic-not-arrived', 'rescues', 'collisions'],
  expected: [
    {
      indicator: 'bus-excess-wait-s', moves: 'falls', least: 0, most: 30, unit: 'own',
      why: { fr: 'Moins de bus qui se suivent : l’attente excédentaire vient de la dispersion des intervalles.', en: 'Fewer buses close behind each other: excess wait comes from the spread of headways.' },
    },
    {
      indicator: 'bus-on-time-percent', moves: 'falls', least: 0, most: 40, unit: 'own',
      why: { fr: 'Sur ces lignes, plus personne n’attend son heure en route.', en: 'On these lines nobody waits for the timetabled time on the way any more.' },
    },
    {
      indicator: 'traffic-mean-travel-time-s', moves: 'stays', most: 1, unit: 'percent',
      why: { fr: 'Les bus retenus à leurs arrêts ne gênent presque personne.', en: 'Buses held at their stops are in almost nobody’s way.' },
    },
  ],
  found: {
    runs: { from: '07:00', hours: 1, seeds: 3 },
    figures: [
      { indicator: 'bus-excess-wait-s', baseline: 3.44, difference: 5.87, low: 2.04, high: 9.7 },
      { indicator: 'bus-on-time-percent', baseline: 99.8, difference: -20.7, low: -21.4, high: -20 },
      { indicator: 'traffic-mean-travel-time-s', baseline: 730.4, difference: -0.236, low: -2.02, high: 1.55 },
      { indicator: 'passenger-mean-time-s', baseline: 847.7, difference: -10.07, low: -12.38, high: -7.76 },
      { indicator: 'bus-commercial-speed-kmh', baseline: 19.49, difference: 0.624, low: 0.576, high: 0.672 },
    ],
    surprises: {
      'bus-excess-wait-s': {
        fr: 'Les bus de la ville sont presque à l’heure (99 % entre −1 et +3 min), donc déjà réguliers : l’attente excédentaire n’est que de 3,4 s. Sans attendre leur heure ils partent en avance et se dispersent ; ce que les voyageurs gagnent, c’est du trajet, pas de l’attente.',
        en: 'Buses of the city are nearly on time (99% from −1 to +3 min), and so evenly spaced already: the excess wait is 3.4 s only. Without waiting for the timetable they run ahead of it and spread; what passengers gain is ride, not wait.',
      },
    },
  },
};
