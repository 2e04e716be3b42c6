import type { Question } from './question.ts';

export const signalsByPeople: Question = {
  name: 'signals-by-people',
  title: { fr: 'Feux réglés sur les personnes', en: 'Signals that count people' },
  question: {
    fr: 'Que gagnent les personnes, à bord des bus et des voitures et à pied, si chaque carrefour choisit ses phases selon ceux qui y attendent ?',
    en: 'What do people in buses and cars and on foot gain if every junction chooses its stages by those who wait there?',
  },
  when: { from: '00:00', hours: 24 },
  seeds: 3,
  changes: [
    {
      change: 'signal-control', controllers: 'all', control: 'occupancy-max-pressure', decisionEveryS: 10, leastStageS: 6,
      why: {
        fr: 'Avant de régler des priorités une à une : ce qu’une commande qui voit tout le monde en ferait, sans plan ni onde verte.',
        en: 'Before priorities are set one by one: what control that sees everybody would make of it, without plan or green wave.',
      },
    },
  ],
  indicators: [
    'bus-mean-delay-s', 'bus-punctuality-percent', 'bus-time-loss-s-per-km', 'traffic-mean-travel-time-s', 'traffic-mean-time-loss-s', 'traffic-not-arrived',
    'passenger-mean-time-s', 'passenger-mean-wait-s', 'bus-stop-line-delay-s', 'bus-on-time-percent', 'bus-commercial-speed-kmh', 'pedestrian-mean-wait-s', 'traffic-co2-kg', 'vehicle-kilometres', 'rescues', 'collisions',
  ],
};
