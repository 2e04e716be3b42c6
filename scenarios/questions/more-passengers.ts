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
    runs: { from: '07:00', hours: 1, seeds: 3 },
    figures: [
      { indicator: 'passenger-rides', baseline: 11_661, difference: 2326, low: 2220, high: 2431 },
      { indicator: 'passengers-left-behind', baseline: 0, difference: 3, low: -5.96, high: 11.96 },
      { indicator: 'bus-mean-delay-s', baseline: 16.81, difference: 5.16, low: 3.31, high: 7 },
      { indicator: 'passenger-mean-time-s', baseline: 847.7, difference: 8.88, low: 2.44, high: 15.31 },
    ],
    surprises: {
      'passengers-left-behind': {
        fr: 'Il y a de la place : trois voyageurs laissés à quai sur quatorze mille montées, et selon le tirage aucun. Bus et trams prennent un cinquième de voyageurs de plus.',
        en: 'There is room: three passengers left behind in fourteen thousand boardings, and by some draws none. Buses and trams take a fifth more.',
      },
    },
  },
};
