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
};
