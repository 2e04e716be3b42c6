import type { Indicator } from './indicator.ts';
import { commercialSpeedKmh, runTimes } from './run-times.ts';
import { isBus } from './vehicle-kind.ts';

export const busCommercialSpeed: Indicator<'bus-commercial-speed-kmh'> = {
  name: 'bus-commercial-speed-kmh',
  title: { fr: 'Vitesse commerciale des bus', en: 'Commercial speed of buses' },
  subject: { fr: 'la vitesse commerciale des bus', en: 'the commercial speed of buses' },
  unit: { fr: 'km/h', en: 'km/h' },
  better: 'higher',
  chance: true,
  relative: true,
  decimals: 2,
  about: {
    fr: 'Distance parcourue sur le temps entre le départ du premier arrêt et l’arrivée au dernier, arrêts compris ; courses entièrement faites.',
    en: 'Distance driven over the time from leaving the first stop to coming to the last, stops included; trips driven wholly.',
  },
  measure: (over) => commercialSpeedKmh(runTimes(over).filter(({ departure }) => isBus(over.twin, departure))),
};
