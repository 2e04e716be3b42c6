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
  expected: [
    {
      indicator: 'traffic-mean-time-loss-s', moves: 'falls', least: 5, most: 40, unit: 'percent',
      why: { fr: 'Une commande qui voit les files ne donne pas de vert à une rue vide ; les plans de la ville de référence sont à durées fixes.', en: 'Control that sees queues gives no green to an empty street; the plans of the reference city have fixed times.' },
    },
    {
      indicator: 'bus-time-loss-s-per-km', moves: 'falls', least: 0, most: 40, unit: 'percent',
      why: { fr: 'Un bus compte pour ses passagers, mais perd sa priorité annoncée de loin.', en: 'A bus counts for its passengers, but loses the priority that it asks for from afar.' },
    },
    {
      indicator: 'pedestrian-mean-wait-s', moves: 'stays', most: 3, unit: 'own',
      why: { fr: 'Les piétons comptent aussi, et personne n’attend plus que permis.', en: 'People on foot count as well, and nobody waits longer than anyone may.' },
    },
  ],
  found: {
    runs: { from: '07:00', hours: 1, seeds: 3 },
    figures: [
      { indicator: 'traffic-mean-time-loss-s', baseline: 178.3, difference: -36.7, low: -39, high: -34.3 },
      { indicator: 'bus-time-loss-s-per-km', baseline: 76.2, difference: -13.19, low: -15.61, high: -10.77 },
      { indicator: 'pedestrian-mean-wait-s', baseline: 4.01, difference: -0.984, low: -1.07, high: -0.904 },
      { indicator: 'passenger-mean-time-s', baseline: 847.7, difference: -50.9, low: -59, high: -42.8 },
    ],
  },
};
