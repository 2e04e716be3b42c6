import type { Question } from './question.ts';

export const rainyMorning: Question = {
  name: 'rainy-morning',
  title: { fr: 'Un matin de pluie', en: 'A rainy morning' },
  question: {
    fr: 'L’horaire des bus tient-il un matin de pluie, avec le trafic d’un jour ordinaire ?',
    en: 'Does the timetable of buses hold on a rainy morning, with the traffic of an ordinary day?',
  },
  when: { from: '07:00', hours: 1 },
  seeds: 3,
  changes: [
    {
      change: 'weather-night', weather: 'rain',
      why: {
        fr: 'Un horaire se construit sur des jours secs, et il pleut à Dijon un jour sur trois environ.',
        en: 'A timetable is made of dry days, and it rains in Dijon on about one day in three.',
      },
    },
  ],
  indicators: [
    'bus-mean-delay-s', 'bus-punctuality-percent', 'traffic-mean-travel-time-s', 'traffic-mean-time-loss-s', 'bus-commercial-speed-kmh', 'bus-run-time-spread-s', 'passenger-mean-time-s', 'passenger-mean-wait-s', 'traffic-not-arrived', 'split-failures-percent', 'traffic-co2-kg', 'rescues', 'collisions',
  ],
  expected: [
    {
      indicator: 'traffic-mean-travel-time-s', moves: 'rises', least: 5, most: 20, unit: 'percent',
      why: {
        fr: 'On roule à 90 % de sa vitesse, et les files s’écoulent à 91 % : un dixième de temps de plus en mouvement, davantage aux feux chargés.',
        en: 'Drivers go at 90% of their speed, and queues discharge at 91%: a tenth more time on the move, more than that at busy signals.',
      },
    },
    {
      indicator: 'bus-mean-delay-s', moves: 'rises', least: 5, most: 60, unit: 'own',
      why: { fr: 'Quelque deux secondes par interstation en roulant, autant aux feux, moins ce que l’horaire rattrape aux arrêts où l’on attend l’heure.', en: 'Some two seconds from stop to stop on the move, as much at signals, less what the timetable makes up for at stops where buses wait for it.' },
    },
    {
      indicator: 'bus-punctuality-percent', moves: 'falls', least: 1, most: 15, unit: 'own',
      why: { fr: 'Une demi-minute de retard de plus fait passer une partie des bus au-delà de trois minutes.', en: 'Half a minute more of lateness takes a part of the buses beyond three minutes.' },
    },
  ],
  found: {
    runs: { from: '07:00', hours: 1, seeds: 3 },
    figures: [
      { indicator: 'traffic-mean-travel-time-s', baseline: 730.4, difference: 45.6, low: 44.4, high: 46.9 },
      { indicator: 'bus-mean-delay-s', baseline: 16.81, difference: 6.25, low: 4.66, high: 7.83 },
      { indicator: 'bus-punctuality-percent', baseline: 99.2, difference: -0.567, low: -0.973, high: -0.162 },
    ],
    surprises: {
      'bus-punctuality-percent': {
        fr: 'Les bus n’ont que 17 s de retard en moyenne par temps sec : six secondes de plus ne mènent presque personne au-delà de trois minutes.',
        en: 'Buses are 17 s late on average on dry days: six seconds more take almost nobody beyond three minutes.',
      },
    },
  },
};
