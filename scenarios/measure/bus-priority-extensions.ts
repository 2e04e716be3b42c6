import type { Indicator } from './indicator.ts';

export const busPriorityExtensions: Indicator<'bus-priority-extensions'> = {
  name: 'bus-priority-extensions',
  title: { fr: 'Verts prolongés pour un bus ou un tram', en: 'Greens prolonged for a bus or tram' },
  subject: { fr: 'le nombre de verts prolongés', en: 'the number of prolonged greens' },
  unit: { fr: 'prolongations', en: 'extensions' },
  better: 'neither',
  chance: true,
  relative: true,
  decimals: 0,
  about: {
    fr: 'Nombre de fois où un carrefour à feux a prolongé un vert pour laisser passer un bus ou un tram.',
    en: 'How often a signal controller prolonged a green to let a bus or tram pass.',
  },
  measure({ tables: { signalChanges } }) {
    let extensions = 0;
    for (let row = 0; row < signalChanges.count; row++) extensions += signalChanges.extendedForPriority[row]!;
    return extensions;
  },
};
