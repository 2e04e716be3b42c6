import type { Indicator } from './indicator.ts';

export const vehicleKilometres: Indicator<'vehicle-kilometres'> = {
  name: 'vehicle-kilometres',
  title: { fr: 'Distance parcourue', en: 'Distance driven' },
  subject: { fr: 'la distance parcourue', en: 'the distance driven' },
  unit: { fr: 'véhicules-km', en: 'vehicle-km' },
  better: 'neither',
  chance: true,
  relative: true,
  decimals: 0,
  about: { fr: 'Kilomètres parcourus par tous les véhicules, bus et trams compris.', en: 'Kilometres driven by all vehicles, buses and trams included.' },
  measure({ tables: { trips } }) {
    let lengthM = 0;
    for (let row = 0; row < trips.count; row++) lengthM += trips.routeLengthM[row]!;
    return lengthM / 1000;
  },
};
