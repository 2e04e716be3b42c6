import type { Question } from './question.ts';

export const honestTimetable: Question = {
  name: 'honest-timetable',
  title: { fr: 'Un horaire plus honnête', en: 'A more honest timetable' },
  question: {
    fr: 'Si l’horaire du matin accorde 10 % de plus d’arrêt en arrêt aux grandes lignes, gagne-t-on en ponctualité plus que les voyageurs n’y perdent ?',
    en: 'If the morning timetable gives the main lines 10% more from stop to stop, is more gained in punctuality than passengers lose?',
  },
  when: { from: '07:00', hours: 1 },
  seeds: 3,
  changes: [
    {
      change: 'run-time', lines: ['L3', 'L4', 'L5', 'L6', 'L7', 'L8', 'L9', 'Corol', 'City'], factor: 1.1, direction: 'both', from: '06:00', until: '09:00',
      why: {
        fr: 'À l’heure de pointe les bus des grandes lignes perdent leur retard au terminus ; on peut aussi l’inscrire dans l’horaire.',
        en: 'In the peak hour buses of the main lines make up for their lateness at the last stop; it can be put into the timetable as well.',
      },
    },
  ],
  indicators: [
    'bus-punctuality-percent', 'bus-mean-delay-s', 'passenger-mean-time-s', 'bus-commercial-speed-kmh', 'bus-on-time-percent', 'bus-excess-wait-s', 'bus-run-time-spread-s', 'passenger-mean-wait-s', 'traffic-mean-time-loss-s', 'bus-energy-kwh-per-km', 'rescues', 'collisions',
  ],
  expected: [
    {
      indicator: 'bus-punctuality-percent', moves: 'rises', least: 2, most: 20, unit: 'own',
      why: {
        fr: 'Une à deux minutes de marge de plus à mi-ligne, sur des lignes qui font plus de la moitié des passages.',
        en: 'One to two minutes more of slack halfway, on lines that make more than half of all stops served.',
      },
    },
    {
      indicator: 'bus-mean-delay-s', moves: 'falls', least: 10, most: 90, unit: 'own',
      why: { fr: 'Ce que l’horaire donne n’est plus du retard, tant que le bus en a.', en: 'What the timetable gives is lateness no more, as long as a bus has some.' },
    },
    {
      indicator: 'passenger-mean-time-s', moves: 'rises', least: 0, most: 20, unit: 'own',
      why: { fr: 'Les bus en avance attendent leur heure, avec leurs passagers à bord ; un voyageur sur trois environ prend ces lignes.', en: 'Buses ahead of time wait for it with their passengers aboard; about one passenger in three takes these lines.' },
    },
  ],
};
