import { priorityAnswer } from '../../engine/twin/priority-words.ts';
import type { Indicator } from './indicator.ts';

export const priorityArrivalBand: Indicator<'priority-arrivals-in-band-percent'> = {
  name: 'priority-arrivals-in-band-percent',
  title: { fr: 'Arrivées aux feux dans la marge annoncée', en: 'Arrivals at signals within the stated band' },
  subject: { fr: 'la part des arrivées dans la marge annoncée', en: 'the share of arrivals within the stated band' },
  unit: { fr: '% des passages', en: '% of passages' },
  better: 'neither',
  chance: true,
  relative: false,
  decimals: 1,
  about: {
    fr: 'Part des bus et trams passés dans la marge que le carrefour annonçait quand il les a entendus pour la première fois ; il vise 90 %. Ceux qu’un rouge a retenus ne comptent pas.',
    en: 'Share of buses and trams that passed within the band which the controller stated when it first heard of them; it aims at 90 %. Those that red held up do not count.',
  },
  measure({ tables: { priorityDecisions: { count, answer, metRed, timeS, arrivesS, bandS } } }) {
    let passed = 0, inside = 0;
    for (let row = 0; row < count; row++) {
      if (answer[row] !== priorityAnswer.passed || metRed[row] === 1) continue;
      passed++;
      if (Math.abs(timeS[row]! - arrivesS[row]!) <= bandS[row]!) inside++;
    }
    return passed > 0 ? (100 * inside) / passed : null;
  },
};
