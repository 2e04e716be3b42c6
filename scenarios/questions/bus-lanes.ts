import type { Change } from '../changes/change.ts';
import type { Question } from './question.ts';

/** Main streets of two lanes each way on which buses are most frequent. */
const onStreet = (street: string): Change => ({
  change: 'bus-lane', where: { street, commune: 'Dijon' }, for: ['bus', 'taxi', 'bicycle', 'emergency'], from: '00:00', until: '24:00',
  why: {
    fr: 'Douze à vingt-quatre bus par heure et par sens, et deux voies ou plus : le premier endroit où l’on cherche une voie réservée.',
    en: 'Twelve to twenty-four buses an hour each way, and two lanes or more: the first place where one looks for a bus lane.',
  },
});

export const busLanes: Question = {
  name: 'bus-lanes',
  title: { fr: 'Voies réservées sur cinq grands axes', en: 'Bus lanes on five main streets' },
  question: {
    fr: 'Que gagnent les bus, et que perdent les voitures, si le boulevard de Brosses, le boulevard Carnot, la rue de Tivoli, l’avenue Albert-Ier et l’avenue de Talant donnent une voie aux bus ?',
    en: 'What do buses gain and cars lose if the boulevard de Brosses, boulevard Carnot, rue de Tivoli, avenue Albert-Ier and avenue de Talant give one lane to buses?',
  },
  when: { from: '07:00', hours: 1 },
  seeds: 3,
  changes: ['Boulevard de Brosses', 'Boulevard Carnot', 'Rue de Tivoli', 'Avenue Albert-Ier', 'Avenue de Talant'].map(onStreet),
  indicators: [
    'bus-time-loss-s-per-km', 'bus-mean-delay-s', 'bus-commercial-speed-kmh', 'bus-punctuality-percent', 'passenger-mean-time-s', 'traffic-mean-time-loss-s', 'traffic-mean-travel-time-s', 'traffic-not-arrived',
    'split-failures-percent', 'queue-at-green-m', 'vehicle-kilometres', 'traffic-co2-kg', 'rescues', 'collisions',
  ],
  expected: [
    {
      indicator: 'bus-time-loss-s-per-km', moves: 'falls', least: 0, most: 4, unit: 'own',
      why: {
        fr: 'Ces rues portent moins d’un dixième des kilomètres des bus ; ils y dépassent la file, mais attendent le même feu.',
        en: 'These streets carry less than a tenth of the kilometres of buses; there they pass the queue, and still wait for the same signal.',
      },
    },
    {
      indicator: 'traffic-mean-time-loss-s', moves: 'rises', least: 0, most: 8, unit: 'percent',
      why: {
        fr: 'Deux cents à quatre cent cinquante voitures par heure et par sens tiennent sur une voie, sauf à quelques feux.',
        en: 'Two hundred to four hundred and fifty cars an hour each way fit on one lane, but at a few signals.',
      },
    },
  ],
};
