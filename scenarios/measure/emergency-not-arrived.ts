import { tripEnd } from '../../engine/results/tables.ts';
import type { Indicator } from './indicator.ts';
import { isEmergency } from './vehicle-kind.ts';

export const emergencyNotArrived: Indicator<'emergency-not-arrived'> = {
  name: 'emergency-not-arrived',
  title: { fr: 'Véhicules de secours non arrivés à la fin', en: 'Emergency vehicles not arrived at the end' },
  subject: { fr: 'le nombre de véhicules de secours non arrivés à la fin', en: 'the number of emergency vehicles not arrived at the end' },
  unit: { fr: 'véhicules', en: 'vehicles' },
  better: 'lower',
  chance: true,
  relative: false,
  decimals: 1,
  about: {
    fr: 'Trajets de secours qui roulaient encore ou attendaient d’entrer à la fin de la simulation : leur temps de parcours n’est compté que jusque-là.',
    en: 'Emergency trips that were under way or waited to come in when the run ended: their time counts only up to then.',
  },
  measure({ twin, tables: { trips } }) {
    let planned = 0, notThere = 0;
    for (let row = 0; row < trips.count; row++) {
      if (!isEmergency(twin, trips.departure[row]!)) continue;
      planned++;
      if (trips.end[row] !== tripEnd.arrived) notThere++;
    }
    return planned > 0 ? notThere : null;
  },
};
