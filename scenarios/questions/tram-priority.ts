import type { Question } from './question.ts';

export const tramPriority: Question = {
  name: 'tram-priority',
  title: { fr: 'Priorité absolue aux trams', en: 'Absolute priority of trams' },
  question: {
    fr: 'Que gagnent les trams, et que paient les autres, si chaque carrefour leur ouvre la voie à leur arrivée ?',
    en: 'What do trams gain, and what do the others pay, if every junction opens to them as they come?',
  },
  when: { from: '07:00', hours: 1 },
  seeds: 5,
  changes: [
    {
      change: 'preemption', controllers: 'all', vehicles: 'tram', level: 'absolute', leastClearS: 2, recoveryCycles: 3,
      why: {
        fr: 'Les trams de Dijon passent avant tous les autres ; ceux de la ville de référence attendent le vert de leur plan.',
        en: 'Trams in Dijon go before everybody; those of the reference city wait for the green of their plan.',
      },
    },
  ],
  indicators: [
    'tram-time-loss-s-per-km', 'traffic-mean-time-loss-s', 'traffic-mean-travel-time-s', 'traffic-not-arrived', 'bus-time-loss-s-per-km', 'bus-mean-delay-s', 'passenger-mean-time-s', 'pedestrian-mean-wait-s', 'rescues', 'collisions',
  ],
  expected: [
    {
      indicator: 'tram-time-loss-s-per-km', moves: 'falls', least: 40, most: 95, unit: 'percent',
      why: { fr: 'Sur leur propre voie, les trams perdent leur temps aux feux et aux arrêts ; les arrêts restent.', en: 'On tracks of their own trams lose their time at signals and stops; the stops remain.' },
    },
    {
      indicator: 'passenger-mean-time-s', moves: 'falls', least: 10, most: 120, unit: 'own',
      why: { fr: 'Près de la moitié des voyageurs prennent le tram, sur quelques kilomètres.', en: 'Almost half of the passengers ride trams, for some kilometres.' },
    },
    {
      indicator: 'traffic-mean-time-loss-s', moves: 'stays', most: 6, unit: 'own',
      why: { fr: 'Peu de véhicules croisent les deux lignes, et le plan reprend en trois cycles.', en: 'Few vehicles cross the two lines, and the plan is regained within three cycles.' },
    },
  ],
  found: {
    runs: { from: '07:00', hours: 1, seeds: 5 },
    figures: [
      { indicator: 'tram-time-loss-s-per-km', baseline: 99.1, difference: -75, low: -76.2, high: -73.8 },
      { indicator: 'passenger-mean-time-s', baseline: null, difference: -42.6, low: -43.5, high: -41.7 },
      { indicator: 'traffic-mean-time-loss-s', baseline: null, difference: 0.75, low: -0.7, high: 2.2 },
    ],
  },
};
