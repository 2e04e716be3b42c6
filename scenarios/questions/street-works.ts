import type { Question } from './question.ts';

export const streetWorks: Question = {
  name: 'street-works',
  title: { fr: 'Travaux boulevard de Brosses', en: 'Works on the boulevard de Brosses' },
  question: {
    fr: 'Que coûte aux bus et aux autres la fermeture du boulevard de Brosses, de 7 heures à midi ?',
    en: 'What does closing the boulevard de Brosses from 7:00 to noon cost buses and others?',
  },
  when: { from: '00:00', hours: 24 },
  seeds: 3,
  changes: [
    {
      change: 'close-link', where: { street: 'Boulevard de Brosses' }, from: '07:00', until: '12:00', except: ['emergency', 'bicycle'],
      why: {
        fr: 'Des travaux de réseaux ferment une rue principale du centre une matinée : bus et voitures sont déviés, les arrêts du boulevard ne sont pas desservis.',
        en: 'Works on pipes close a main street of the centre for a morning: buses and cars go around, stops on the boulevard are not served.',
      },
    },
  ],
  indicators: [
    'bus-mean-delay-s', 'stops-left-out', 'vehicles-diverted', 'traffic-mean-travel-time-s', 'bus-punctuality-percent', 'traffic-mean-time-loss-s', 'traffic-not-arrived',
    'vehicle-kilometres', 'traffic-co2-kg', 'bus-energy-kwh-per-km', 'vehicles-held-by-closures', 'rescues', 'collisions',
  ],
  expected: [
    {
      indicator: 'vehicles-diverted', moves: 'rises', least: 300, most: 10_000, unit: 'own',
      why: { fr: 'Un boulevard à trois voies porte un millier de véhicules par heure et par sens ; tous font un détour.', en: 'A boulevard of three lanes carries some thousand vehicles an hour each way; all of them go around.' },
    },
    {
      indicator: 'traffic-mean-travel-time-s', moves: 'rises', least: 0.2, most: 10, unit: 'percent',
      why: { fr: 'Quelques minutes de plus pour un véhicule sur vingt environ, et des rues voisines plus chargées.', en: 'Some minutes more for about one vehicle in twenty, and fuller streets beside it.' },
    },
    {
      indicator: 'bus-mean-delay-s', moves: 'rises', least: 2, most: 120, unit: 'own',
      why: { fr: 'Les lignes du boulevard font le tour, les autres partagent les rues voisines.', en: 'Lines of the boulevard go around, the others share the streets beside it.' },
    },
    {
      indicator: 'stops-left-out', moves: 'rises', least: 5, most: 2000, unit: 'own',
      why: { fr: 'Les bus déviés ne passent plus à leurs arrêts du boulevard.', en: 'Buses that go around do not come to their stops on the boulevard.' },
    },
  ],
  found: {
    runs: { from: '07:00', hours: 1, seeds: 3 },
    figures: [
      { indicator: 'vehicles-diverted', baseline: 0, difference: 537, low: 534.5, high: 539.5 },
      { indicator: 'stops-left-out', baseline: 0, difference: 69, low: 69, high: 69 },
      { indicator: 'bus-mean-delay-s', baseline: 16.81, difference: 1.4, low: -1.49, high: 4.29 },
      { indicator: 'traffic-mean-travel-time-s', baseline: 730.4, difference: -0.116, low: -0.587, high: 0.356 },
      { indicator: 'traffic-mean-time-loss-s', baseline: 178.3, difference: -1.51, low: -1.77, high: -1.26 },
    ],
    surprises: {
      'bus-mean-delay-s': {
        fr: 'Le détour n’est que de quelque 400 m par véhicule, et un bus dévié ne s’arrête plus sur le boulevard, ce qui lui rend le temps perdu. Ce sont les voyageurs qui paient : 69 arrêts non servis, 209 montées de moins dans l’heure.',
        en: 'The way around is some 400 m longer a vehicle and no more, and a bus that is diverted does not stop on the boulevard, which gives the time back. Passengers pay: 69 stops not served, 209 boardings fewer within the hour.',
      },
      'traffic-mean-travel-time-s': {
        fr: 'Cinq cent quarante véhicules sont déviés en une heure, un sur trente et non un sur vingt, par des rues voisines qui ont de la réserve : la ville entière ne le sent pas.',
        en: 'Five hundred and forty vehicles are diverted within the hour, one in thirty and not one in twenty, by streets beside it that have room left: the city as a whole does not feel it.',
      },
    },
  },
};
