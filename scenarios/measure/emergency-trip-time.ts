import { tripEnd } from '../../engine/results/tables.ts';
import { category } from '../../engine/twin/streets.ts';
import type { Indicator } from './indicator.ts';

export const emergencyTripTime: Indicator<'emergency-trip-time-s'> = {
  name: 'emergency-trip-time-s',
  title: { fr: 'Temps de parcours des véhicules de secours', en: 'Time of emergency trips' },
  subject: { fr: 'le temps de parcours des véhicules de secours', en: 'the time of emergency trips' },
  unit: { fr: 's', en: 's' },
  better: 'lower',
  chance: true,
  relative: true,
  decimals: 1,
  about: {
    fr: 'De l’heure de départ voulue à l’arrivée, moyenne sur les véhicules de secours arrivés. Les autres conducteurs ne leur cèdent pas le passage hors des règles ordinaires.',
    en: 'From the time at which they want to leave to arrival, mean over the emergency vehicles that arrived. Other drivers do not make way for them beyond the ordinary rules.',
  },
  measure({ twin: { departures, vehicleTypes }, tables: { trips } }) {
    let sumS = 0, arrived = 0;
    for (let row = 0; row < trips.count; row++) {
      if (trips.end[row] !== tripEnd.arrived || vehicleTypes.category[departures.vehicleType[trips.departure[row]!]!] !== category.emergency) continue;
      sumS += trips.arriveS[row]! - trips.plannedDepartS[row]!;
      arrived++;
    }
    return arrived > 0 ? sumS / arrived : null;
  },
};
