import type { Indicator } from './indicator.ts';
import { isBus } from './vehicle-kind.ts';

export const busSignalDelay: Indicator<'bus-signal-delay-s'> = {
  name: 'bus-signal-delay-s',
  title: { fr: 'Temps perdu par un bus à un feu (200 derniers mètres)', en: 'Delay of a bus at a signal (last 200 m)' },
  subject: { fr: 'le temps perdu par un bus à un feu', en: 'the delay of a bus at a signal' },
  unit: { fr: 's par passage', en: 's per passage' },
  better: 'lower',
  chance: true,
  relative: true,
  decimals: 2,
  about: {
    fr: 'Temps mis sur les 200 derniers mètres de la voie avant la ligne de feu, ou depuis le dernier arrêt desservi, au-delà de ce qu’un bus seul mettrait avec le feu vert ; moyenne par passage. Une file plus longue que la voie n’est comptée que sur celle-ci.',
    en: 'Time on the last 200 m of the lane before the stop line, or from the last stop served there, beyond what a bus alone with a green signal would take; mean per passage. Of a queue longer than the lane, what is lost on the lane counts.',
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
