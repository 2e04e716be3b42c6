import type { Indicator } from './indicator.ts';

export const vehiclesHeld: Indicator<'vehicles-held-by-closures'> = {
  name: 'vehicles-held-by-closures',
  title: { fr: 'Véhicules bloqués par une fermeture', en: 'Vehicles held by closures' },
  subject: { fr: 'le nombre de véhicules bloqués', en: 'the number of vehicles held' },
  unit: { fr: 'véhicules', en: 'vehicles' },
  better: 'lower',
  chance: true,
  relative: true,
  decimals: 0,
  about: {
    fr: 'Véhicules qui n’ont trouvé aucun itinéraire autour d’une rue fermée et ont attendu sa réouverture ; personne n’est supprimé.',
    en: 'Vehicles that found no way around a closed street and waited for it to open; nobody is removed.',
  },
  measure({ tables: { diversions } }) {
    const last = new Map<number, number>();
    for (let row = 0; row < diversions.count; row++) last.set(diversions.departure[row]!, diversions.isAround[row]!);
    return [...last.values()].filter((isAround) => isAround === 0).length;
  },
};
