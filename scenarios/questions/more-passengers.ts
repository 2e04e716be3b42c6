import type { Question } from './question.ts';

export const morePassengers: Question = {
  name: 'more-passengers',
  title: { fr: 'Un cinquième de voyageurs en plus', en: 'A fifth more passengers' },
  question: {
    fr: 'L’offre d’aujourd’hui suffit-elle le matin si un cinquième de voyageurs en plus prennent bus et trams ?',
    en: 'Is today’s service enough in the morning if a fifth more passengers ride buses and trams?',
  },
  when: { from: '07:00', hours: 1 },
  seeds: 3,
  changes: [
    {
      change: 'passenger-growth', lines: 'all', growth: 0.2, from: '06:00', until: '09:00',
      why: {
        fr: 'Un objectif courant d’un plan de mobilité ; avant de le promettre, on regarde si les véhicules suffisent.',
        en: 'A usual aim of a mobility plan; before it is promised one looks whether vehicles have the room.',
      },
    },
  ],
  indicators: [
    'passengers-left-behind', 'passenger-rides', 'passenger-mean-wait-s', 'passenger-mean-time-s', 'bus-mean-delay-s', 'bus-punctuality-percent', 'bus-run-time-spread-s', 'bus-commercial-speed-kmh', 'tram-time-loss-s-per-km', 'traffic-mean-time-loss-s', 'rescues', 'collisions',
  ],
  expected: [
    {
      indicator: 'passenger-rides', moves: 'rises', least: 17, most: 21, unit: 'percent',
      why: { fr: 'Presque tous trouvent place.', en: 'Almost all of them find room.' },
    },
    {
      indicator: 'passengers-left-behind', moves: 'rises', least: 0, most: 1500, unit: 'own',
      why: { fr: 'Les trams les plus pleins de la pointe atteignent leur capacité sur quelques arrêts du centre.', en: 'The fullest trams of the peak reach their capacity at a few stops of the centre.' },
    },
    {
      indicator: 'bus-mean-delay-s', moves: 'rises', least: 0, most: 15, unit: 'own',
      why: { fr: 'Un bus s’arrête une à deux secondes de plus par arrêt, ce que l’attente de l’heure absorbe en partie.', en: 'A bus stands one or two seconds longer at each stop, which waiting for the timetable takes up in part.' },
    },
  ],
  found: {
    runs: { from: '07:00', hours: 1, seeds: 2 },
    figures: [
      { indicator: 'passenger-rides', baseline: 11_680, difference: 2345, low: 2015, high: 2675 },
      { indicator: 'passengers-left-behind', baseline: 0, difference: 1, low: -11.71, high: 13.71 },
      { indicator: 'bus-mean-delay-s', baseline: 16.92, difference: 4.74, low: 2.62, high: 6.86 },
      { indicator: 'passenger-mean-time-s', baseline: 847.3, difference: 7.4, low: 2.33, high: 12.47 },
    ],
  },
};
