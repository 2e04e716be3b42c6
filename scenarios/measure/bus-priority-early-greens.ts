import { priorityAnswer } from '../../engine/twin/priority-words.ts';
import type { Indicator } from './indicator.ts';

export const busPriorityEarlyGreens: Indicator<'bus-priority-early-greens'> = {
  name: 'bus-priority-early-greens',
  title: { fr: 'Verts avancés pour un bus ou un tram', en: 'Greens brought forward for a bus or tram' },
  subject: { fr: 'le nombre de verts avancés', en: 'the number of greens brought forward' },
  unit: { fr: 'verts avancés', en: 'early greens' },
  better: 'neither',
  chance: true,
  relative: true,
  decimals: 0,
  about: {
    fr: 'Nombre de phases qu’un carrefour à feux a écourtées pour qu’un bus ou un tram ait son vert plus tôt.',
    en: 'How many stages signal controllers cut short so that a bus or tram had its green sooner.',
  },
  measure({ tables: { priorityDecisions: { count, answer } } }) {
    let early = 0;
    for (let row = 0; row < count; row++) if (answer[row] === priorityAnswer.earlyGreen) early++;
    return early;
  },
};
