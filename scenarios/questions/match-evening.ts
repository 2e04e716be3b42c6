import type { Question } from './question.ts';

export const matchEvening: Question = {
  name: 'match-evening',
  title: { fr: 'Sortie de match', en: 'The evening of a match' },
  question: {
    fr: 'Que se passe-t-il autour du stade quand dix mille spectateurs sortent à 22 heures ?',
    en: 'What happens around the stadium when ten thousand spectators leave at 22:00?',
  },
  when: { from: '22:00', hours: 1 },
  seeds: 3,
  changes: [
    {
      change: 'event-crowd', where: { street: 'Boulevard Jeanne-d\'Arc', commune: 'Dijon' }, people: 10_000, from: '22:00', overMin: 30, carShare: 0.55, peoplePerCar: 2.5, lineShare: 0.25, walkM: 600,
      why: {
        fr: 'Le stade Gaston-Gérard tient quelque 15 000 personnes ; on suppose une affluence de dix mille, dont plus de la moitié en voiture à deux ou trois, et un quart en tram et en bus.',
        en: 'The Gaston-Gérard stadium holds some 15,000; ten thousand are assumed to come, more than half of them by car in twos and threes, a quarter by tram and bus.',
      },
    },
  ],
  indicators: [
    'traffic-mean-time-loss-s', 'traffic-mean-travel-time-s', 'passenger-mean-wait-s', 'passengers-left-behind', 'traffic-not-arrived', 'tram-time-loss-s-per-km', 'bus-mean-delay-s', 'queue-at-green-m', 'pedestrian-mean-wait-s', 'vehicle-kilometres', 'rescues', 'collisions',
  ],
  expected: [
    {
      indicator: 'traffic-mean-time-loss-s', moves: 'rises', least: 30, most: 600, unit: 'own',
      why: {
        fr: 'Deux mille deux cents voitures quittent le boulevard en une demi-heure, autant que toute la ville n’en fait rouler à cette heure ; deux sens, deux voies et des feux en laissent passer la moitié.',
        en: 'Two thousand two hundred cars leave the boulevard within half an hour, about as many as all of the city sends out at this time; two directions of two lanes with signals let half of them through.',
      },
    },
    {
      indicator: 'passengers-left-behind', moves: 'rises', least: 0, most: 3000, unit: 'own',
      why: {
        fr: 'Deux mille cinq cents voyageurs de plus en une demi-heure pour deux lignes de tram et quelques bus du soir : les premiers trams sont pleins.',
        en: 'Two and a half thousand passengers more within half an hour, for a tram line or two and a few buses of the evening: the first trams are full.',
      },
    },
    {
      indicator: 'passenger-mean-wait-s', moves: 'rises', least: 0, most: 300, unit: 'own',
      why: { fr: 'Qui ne trouve pas place attend le tram suivant.', en: 'Who finds no room waits for the next tram.' },
    },
  ],
  found: {
    runs: { from: '22:00', hours: 1, seeds: 3 },
    figures: [
      { indicator: 'traffic-mean-time-loss-s', baseline: 138.4, difference: 224.8, low: 215.6, high: 234.1 },
      { indicator: 'passengers-left-behind', baseline: 0, difference: 1564, low: 1243, high: 1885 },
      { indicator: 'passenger-mean-wait-s', baseline: 399.4, difference: 82.2, low: 58.3, high: 106.1 },
      { indicator: 'passenger-rides', baseline: 3476, difference: 1320, low: 1236, high: 1404 },
      { indicator: 'bus-mean-delay-s', baseline: 8.94, difference: 18.44, low: 13.45, high: 23.4 },
    ],
  },
};
