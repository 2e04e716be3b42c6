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
};
