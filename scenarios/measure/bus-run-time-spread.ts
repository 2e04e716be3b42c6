import type { Indicator } from './indicator.ts';
import { runTimes, runTimeSpreadS } from './run-times.ts';
import { isBus } from './vehicle-kind.ts';

export const busRunTimeSpread: Indicator<'bus-run-time-spread-s'> = {
  name: 'bus-run-time-spread-s',
  title: { fr: 'Dispersion des temps de parcours des bus', en: 'Spread of bus run times' },
  subject: { fr: 'la dispersion des temps de parcours', en: 'the spread of run times' },
  unit: { fr: 's', en: 's' },
  better: 'lower',
  chance: true,
  relative: true,
  decimals: 0,
  about: {
    fr: 'Écart type du temps de parcours, du départ du premier arrêt à l’arrivée au dernier, autour de la moyenne de la ligne et du sens ; courses entièrement faites.',
    en: 'Standard deviation of run time, from leaving the first stop to coming to the last, about the mean of line and direction; trips driven wholly.',
  },
  measure: (over) => runTimeSpreadS(runTimes(over).filter(({ departure }) => isBus(over.twin, departure))),
};
