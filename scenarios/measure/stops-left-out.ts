import type { Indicator } from './indicator.ts';

export const stopsLeftOut: Indicator<'stops-left-out'> = {
  name: 'stops-left-out',
  title: { fr: 'Arrêts non desservis à cause d’une déviation', en: 'Stops left out on detours' },
  subject: { fr: 'le nombre d’arrêts non desservis', en: 'the number of stops left out' },
  unit: { fr: 'passages', en: 'calls' },
  better: 'lower',
  chance: true,
  relative: true,
  decimals: 0,
  about: {
    fr: 'Passages prévus à un arrêt que bus et trams n’ont pas faits parce que leur itinéraire contournait une rue fermée.',
    en: 'Planned calls at stops that buses and trams did not make because they went around a closed street.',
  },
  measure({ tables: { diversions } }) {
    let skipped = 0;
    for (let row = 0; row < diversions.count; row++) skipped += diversions.skippedHaltCount[row]!;
    return skipped;
  },
};
