import type { Indicator } from './indicator.ts';
import { busEnergyWh } from './vehicle-energy.ts';
import { isBus } from './vehicle-kind.ts';

export const busEnergy: Indicator<'bus-energy-kwh-per-km'> = {
  name: 'bus-energy-kwh-per-km',
  title: { fr: 'Énergie des bus par kilomètre', en: 'Energy of buses per kilometre' },
  subject: { fr: 'l’énergie des bus par kilomètre', en: 'the energy of buses per kilometre' },
  unit: { fr: 'kWh/km', en: 'kWh/km' },
  better: 'lower',
  chance: true,
  relative: true,
  decimals: 2,
  about: {
    fr: 'Énergie de tous les bus (10 kWh valent un litre de gazole) sur la distance qu’ils ont parcourue.',
    en: 'Energy of all buses (10 kWh are a litre of diesel) over the distance that they drove.',
  },
  measure(over) {
    const { twin, tables: { trips, tripEnergy } } = over;
    let lengthM = 0;
    for (let row = 0; row < trips.count; row++) if (isBus(twin, trips.departure[row]!)) lengthM += trips.routeLengthM[row]!;
    return tripEnergy.count > 0 && lengthM > 0 ? busEnergyWh(over) / lengthM : null;
  },
};
