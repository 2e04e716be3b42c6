import type { Indicator } from './indicator.ts';
import { isBus } from './vehicle-kind.ts';

export const busStopLineDelay: Indicator<'bus-stop-line-delay-s'> = {
  name: 'bus-stop-line-delay-s',
  title: { fr: 'Temps perdu par un bus avant une ligne de feu (200 derniers mètres)', en: 'Delay of a bus before a stop line (last 200 m)' },
  subject: { fr: 'le temps perdu par un bus avant une ligne de feu', en: 'the delay of a bus before a stop line' },
  unit: { fr: 's par passage', en: 's per passage' },
  better: 'lower',
  chance: true,
  relative: true,
  decimals: 2,
  about: {
    fr: 'Temps mis sur les 200 derniers mètres de la voie avant la ligne de feu, ou depuis le dernier arrêt desservi, au-delà de ce qu’un bus seul mettrait avec le feu vert ; moyenne par passage. Une file plus longue que la voie n’est comptée que sur celle-ci ; le redémarrage au-delà n’est pas compté.',
    en: 'Time on the last 200 m of the lane before the stop line, or from the last stop served there, beyond what a bus alone with a green signal would take; mean per passage. Of a queue longer than the lane, what is lost on the lane counts; pulling away behind the line does not.',
  },
  measure({ twin, tables: { signalPassages } }) {
    let lostS = 0, passages = 0;
    for (let row = 0; row < signalPassages.count; row++) {
      if (!isBus(twin, signalPassages.departure[row]!)) continue;
      lostS += signalPassages.lostS[row]!;
      passages++;
    }
    return passages > 0 ? lostS / passages : null;
  },
};
