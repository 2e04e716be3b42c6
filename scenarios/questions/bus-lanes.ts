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
  found: {
    runs: { from: '07:00', hours: 1, seeds: 3 },
    figures: [
      { indicator: 'bus-time-loss-s-per-km', baseline: 76.2, difference: 0.588, low: -1.38, high: 2.55 },
      { indicator: 'traffic-mean-time-loss-s', baseline: 178.3, difference: 0.964, low: -0.494, high: 2.42 },
      { indicator: 'traffic-mean-travel-time-s', baseline: 730.4, difference: 1.01, low: 0.295, high: 1.72 },
      { indicator: 'bus-mean-delay-s', baseline: 16.81, difference: 0.659, low: -2.25, high: 3.57 },
    ],
    surprises: {
      'bus-time-loss-s-per-km': {
        fr: 'À l’échelle de la ville rien ne se voit en une heure : sur 97 des 114 tronçons, qui tourne emprunte encore la voie, et avec si peu de voitures il n’y a guère de file à dépasser.',
        en: 'Nothing shows for the city as a whole within an hour: on 97 of the 114 links whoever turns still drives on the lane, and with so few cars there is hardly a queue to pass.',
      },
      'traffic-mean-time-loss-s': {
        fr: 'Une seconde par trajet environ, que trois graines ne séparent pas de zéro ; le temps de trajet, lui, augmente un peu : +1,0 s.',
        en: 'A second a trip as it seems, which three seeds do not tell from nothing; the trip time does rise a little, by 1.0 s.',
      },
    },
  },
};
