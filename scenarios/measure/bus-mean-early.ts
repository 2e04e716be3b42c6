import { forEachBusLateness } from './bus-lateness.ts';
import type { Indicator } from './indicator.ts';

export const busMeanEarly: Indicator<'bus-mean-early-s'> = {
  name: 'bus-mean-early-s',
  title: { fr: 'Avance moyenne des bus aux arrêts', en: 'Mean earliness of buses at stops' },
  subject: { fr: 'l’avance moyenne des bus', en: 'the mean earliness of buses' },
  unit: { fr: 's', en: 's' },
  better: 'lower',
  chance: true,
  relative: false,
  decimals: 1,
  about: {
    fr: 'Avance moyenne au départ de l’arrêt sur l’horaire, sur tous les arrêts des bus ; un retard compte pour zéro. Qui arrive à l’heure voit partir un bus en avance.',
    en: 'Mean of how early the stop was left against the timetable, over all bus stops served; late counts as zero. Who comes on time misses a bus that left early.',
  },
  measure(over) {
    let sumS = 0, visits = 0;
    forEachBusLateness(over, (lateS) => { sumS += Math.max(0, -lateS); visits++; });
    return visits > 0 ? sumS / visits : null;
  },
};
