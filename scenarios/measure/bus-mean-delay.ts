import { forEachBusLateness } from './bus-lateness.ts';
import type { Indicator } from './indicator.ts';

export const busMeanDelay: Indicator<'bus-mean-delay-s'> = {
  name: 'bus-mean-delay-s',
  title: { fr: 'Retard moyen des bus aux arrêts', en: 'Mean lateness of buses at stops' },
  subject: { fr: 'le retard moyen des bus', en: 'the mean lateness of buses' },
  unit: { fr: 's', en: 's' },
  better: 'lower',
  chance: true,
  relative: false,
  decimals: 1,
  about: {
    fr: 'Retard moyen au départ de l’arrêt sur l’horaire, sur tous les arrêts des bus ; une avance compte pour zéro, car elle ne rattrape rien.',
    en: 'Mean of how late the stop was left against the timetable, over all bus stops served; early counts as zero, for it makes up for nothing.',
  },
  measure(over) {
    let sumS = 0, visits = 0;
    forEachBusLateness(over, (lateS) => { sumS += Math.max(0, lateS); visits++; });
    return visits > 0 ? sumS / visits : null;
  },
};
