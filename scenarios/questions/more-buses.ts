import type { Question } from './question.ts';

export const moreBuses: Question = {
  name: 'more-buses',
  title: { fr: 'Un bus toutes les six minutes', en: 'A bus every six minutes' },
  question: {
    fr: 'Que gagnent les voyageurs si L3, L5 et L6, les trois lignes de bus les plus chargées, passent toutes les six minutes le matin ?',
    en: 'What do passengers gain if L3, L5 and L6, the three busiest bus lines, run every six minutes in the morning?',
  },
  when: { from: '07:00', hours: 1 },
  seeds: 3,
  changes: [
    {
      change: 'headway', lines: ['L3', 'L5', 'L6'], everyMin: 6, direction: 'both', from: '06:00', until: '09:00',
      why: {
        fr: 'La demande qui revient le plus souvent des voyageurs. À partir de 6 heures, pour que la ligne entière soit servie ainsi à 7 heures.',
        en: 'What passengers ask for most often. From 6:00 on, so that all of the line is served like that at 7:00.',
      },
    },
  ],
  indicators: [
    'passenger-mean-wait-s', 'passenger-mean-time-s', 'bus-excess-wait-s', 'passengers-left-behind', 'bus-commercial-speed-kmh', 'bus-mean-delay-s', 'bus-run-time-spread-s', 'bus-energy-kwh-per-km',
    'traffic-mean-time-loss-s', 'traffic-not-arrived', 'traffic-co2-kg', 'rescues', 'collisions',
  ],
  expected: [
    {
      indicator: 'passenger-mean-wait-s', moves: 'falls', least: 5, most: 30, unit: 'own',
      why: {
        fr: 'De 8 à 11 minutes on passe à 6 : l’attente de qui vient au hasard baisse de 60 à 150 s sur ces lignes, que prend un voyageur sur six environ.',
        en: 'From 8 to 11 minutes it comes to 6: who comes at random waits 60 to 150 s less on these lines, which about one passenger in six takes.',
      },
    },
    {
      indicator: 'passenger-mean-time-s', moves: 'falls', least: 3, most: 30, unit: 'own',
      why: { fr: 'Le trajet reste le même, l’attente fait la différence ; des bus moins pleins s’arrêtent un peu moins longtemps.', en: 'The ride stays what it is, the wait makes the difference; buses that are less full stand a little shorter.' },
    },
    {
      indicator: 'traffic-mean-time-loss-s', moves: 'stays', most: 3, unit: 'percent',
      why: { fr: 'Une vingtaine de courses de plus par heure, parmi seize mille véhicules.', en: 'Some twenty trips more an hour, among sixteen thousand vehicles.' },
    },
  ],
  found: {
    runs: { from: '07:00', hours: 1, seeds: 3 },
    figures: [
      { indicator: 'passenger-mean-wait-s', baseline: 272.1, difference: -17.8, low: -19.32, high: -16.27 },
      { indicator: 'passenger-mean-time-s', baseline: 847.7, difference: -18.61, low: -21.3, high: -15.95 },
      { indicator: 'traffic-mean-time-loss-s', baseline: 178.3, difference: 1.94, low: 0.153, high: 3.72 },
    ],
  },
};
