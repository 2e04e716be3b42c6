import type { Indicator } from './indicator.ts';

export const vehiclesDiverted: Indicator<'vehicles-diverted'> = {
  name: 'vehicles-diverted',
  title: { fr: 'Véhicules déviés', en: 'Vehicles diverted' },
  subject: { fr: 'le nombre de véhicules déviés', en: 'the number of vehicles diverted' },
  unit: { fr: 'véhicules', en: 'vehicles' },
  better: 'neither',
  chance: true,
  relative: true,
  decimals: 0,
  about: {
    fr: 'Véhicules dont l’itinéraire passait par une rue fermée et qui en ont pris un autre, ou se sont arrêtés avant ; bus compris.',
    en: 'Vehicles whose route met a closed street and that took another one, or stopped before it; buses included.',
  },
  measure({ tables: { diversions } }) {
    const diverted = new Set<number>();
    for (let row = 0; row < diversions.count; row++) if (diversions.isAround[row] === 1) diverted.add(diversions.departure[row]!);
    return diverted.size;
  },
};
