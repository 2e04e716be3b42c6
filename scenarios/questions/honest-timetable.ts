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
  found: {
    runs: { from: '07:00', hours: 1, seeds: 3 },
    figures: [
      { indicator: 'bus-punctuality-percent', baseline: 99.2, difference: 0.382, low: 0.001, high: 0.763 },
      { indicator: 'bus-mean-delay-s', baseline: 16.81, difference: -4.94, low: -9.89, high: 0.016 },
      { indicator: 'passenger-mean-time-s', baseline: 847.7, difference: 13.4, low: 5.55, high: 21.2 },
      { indicator: 'bus-commercial-speed-kmh', baseline: 19.49, difference: -0.686, low: -0.88, high: -0.492 },
    ],
    surprises: {
      'bus-punctuality-percent': {
        fr: 'Il n’y a presque rien à gagner : les bus de la ville sont à l’heure à 99,2 % déjà, de −1 à +3 min. On comptait sur des lignes en retard, comme les vraies.',
        en: 'There is almost nothing to gain: buses of the city are on time at 99.2% of stops already, from −1 to +3 min. What was expected supposed lines that run late, as real ones do.',
      },
      'bus-mean-delay-s': {
        fr: 'Les bus n’ont que 17 s de retard en moyenne, et l’horaire ne peut en rendre davantage : il en rend cinq. Le reste de la marge se passe à attendre l’heure aux arrêts, ce que les voyageurs paient de 13 s.',
        en: 'Buses are 17 s late on average, and the timetable can give back no more than that: it gives five. The rest of the slack is spent waiting for the time at stops, which costs passengers 13 s.',
      },
    },
  },
};
