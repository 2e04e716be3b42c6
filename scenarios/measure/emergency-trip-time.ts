import { tripEnd } from '../../engine/results/tables.ts';
import type { Indicator } from './indicator.ts';
import { isEmergency } from './vehicle-kind.ts';

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
    fr: 'De l’heure de départ voulue à l’arrivée, ou à la fin de la simulation pour ceux qui ne sont pas arrivés, moyenne sur tous les trajets de secours ; « emergency-not-arrived » dit combien manquent. Les autres conducteurs ne leur cèdent pas le passage hors des règles ordinaires.',
    en: 'From the time at which they want to leave to arrival, or to the end of the run for those that did not arrive, mean over all emergency trips; "emergency-not-arrived" says how many are missing. Other drivers do not make way for them beyond the ordinary rules.',
  },
  measure({ twin, tables: { trips }, figures: { endS } }) {
    let sumS = 0, planned = 0;
    for (let row = 0; row < trips.count; row++) {
      if (!isEmergency(twin, trips.departure[row]!)) continue;
      sumS += (trips.end[row] === tripEnd.arrived ? trips.arriveS[row]! : endS) - trips.plannedDepartS[row]!;
      planned++;
    }
    return planned > 0 ? sumS / planned : null;
  },
};
