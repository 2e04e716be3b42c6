import { forEachBusLateness } from './bus-lateness.ts';
import type { Indicator } from './indicator.ts';

export const busMeanDelay: Indicator<'bus-mean-delay-s'> = {
  name: 'bus-mean-delay-s',
  title: { fr: 'Retard moyen des bus aux arrêts', en: 'Mean delay of buses at stops' },
  subject: { fr: 'le retard moyen des bus', en: 'the mean delay of buses' },
  unit: { fr: 's', en: 's' },
  better: 'lower',
  chance: true,
  relative: false,
  decimals: 1,
  about: {
    fr: 'Écart moyen entre le départ de l’arrêt et l’horaire, sur tous les arrêts des bus ; une avance compte en négatif.',
    en: 'Mean of departure from the stop minus timetable, over all bus stops served; early counts as negative.',
  },
  measure(over) {
    let sumS = 0, visits = 0;
    forEachBusLateness(over, (lateS) => { sumS += lateS; visits++; });
    return visits > 0 ? sumS / visits : null;
  },
};
