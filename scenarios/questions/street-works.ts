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
};
