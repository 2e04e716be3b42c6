import type { Question } from './question.ts';

export const snowyMorning: Question = {
  name: 'snowy-morning',
  title: { fr: 'Un matin de neige', en: 'A snowy morning' },
  question: {
    fr: 'De combien un matin de neige ralentit-il la ville si tout le monde part quand même ?',
    en: 'How much does a snowy morning slow the city down if everybody sets out all the same?',
  },
  when: { from: '07:00', hours: 1 },
  seeds: 3,
  changes: [
    {
      change: 'weather-night', weather: 'snow',
      why: {
        fr: 'Faut-il un horaire d’hiver, ou prévenir d’un service réduit ? On suppose la neige sur la chaussée et la demande d’un jour ordinaire : le pire des cas.',
        en: 'Is a winter timetable needed, or a warning of reduced service? Snow on the road and the demand of an ordinary day are assumed: the worst case.',
      },
    },
  ],
  indicators: [
    'traffic-mean-travel-time-s', 'traffic-mean-time-loss-s', 'traffic-not-arrived', 'bus-mean-delay-s', 'bus-punctuality-percent', 'bus-commercial-speed-kmh', 'passenger-mean-time-s', 'passenger-mean-wait-s', 'tram-time-loss-s-per-km', 'split-failures-percent', 'rescues', 'collisions',
  ],
  expected: [
    {
      indicator: 'traffic-mean-travel-time-s', moves: 'rises', least: 20, most: 70, unit: 'percent',
      why: {
        fr: 'À 70 % de la vitesse un trajet libre prend 43 % de plus ; les feux laissent passer un cinquième de moins, et ceux qui étaient chargés débordent. La plage d’une heure borne ce qu’on en voit.',
        en: 'At 70% of the speed a free trip takes 43% more; signals let a fifth less through, and busy ones overflow. The span of an hour limits how much of it is seen.',
      },
    },
    {
      indicator: 'bus-mean-delay-s', moves: 'rises', least: 40, most: 300, unit: 'own',
      why: { fr: 'Trois à quatre fois ce que fait la pluie : une dizaine de secondes par interstation, et les files.', en: 'Three to four times what rain does: some ten seconds from stop to stop, and queues.' },
    },
    {
      indicator: 'passenger-mean-time-s', moves: 'rises', least: 20, most: 200, unit: 'own',
      why: { fr: 'La moitié des voyageurs prennent le tram, qui roule comme par temps sec.', en: 'Half of the passengers ride trams, which run as on dry days.' },
    },
  ],
  found: {
    runs: { from: '07:00', hours: 1, seeds: 3 },
    figures: [
      { indicator: 'traffic-mean-travel-time-s', baseline: 730.4, difference: 167.4, low: 165.4, high: 169.4 },
      { indicator: 'bus-mean-delay-s', baseline: 16.81, difference: 51.8, low: 46, high: 57.6 },
      { indicator: 'passenger-mean-time-s', baseline: 847.7, difference: 31.7, low: 27.2, high: 36.3 },
      { indicator: 'bus-punctuality-percent', baseline: 99.2, difference: -9.99, low: -11.54, high: -8.44 },
      { indicator: 'traffic-mean-time-loss-s', baseline: 178.3, difference: -8.34, low: -12.5, high: -4.19 },
    ],
  },
};
