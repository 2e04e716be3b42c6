import { tripEnd } from '../../engine/results/tables.ts';
import type { Indicator } from './indicator.ts';
import { isOtherTraffic } from './vehicle-kind.ts';

export const trafficNotArrived: Indicator<'traffic-not-arrived'> = {
  name: 'traffic-not-arrived',
  title: { fr: 'Autres véhicules non arrivés à la fin', en: 'Other traffic not arrived at the end' },
  subject: { fr: 'le nombre de véhicules non arrivés à la fin', en: 'the number of vehicles not arrived at the end' },
  unit: { fr: 'véhicules', en: 'vehicles' },
  better: 'lower',
  chance: true,
  relative: true,
  decimals: 0,
  about: {
    fr: 'Départs prévus dans la plage mesurée, hors bus et trams, qui roulaient encore ou attendaient d’entrer quand elle a fini : leur trajet n’est compté que jusque-là. S’ils sont nombreux ou diffèrent beaucoup, simulez plus longtemps.',
    en: 'Departures planned in the measured time, buses and trams apart, that were under way or waited to come in when it ended: their trips count only up to then. Where they are many, or differ much, simulate longer.',
  },
  measure({ twin, tables: { trips } }) {
    let planned = 0, notThere = 0;
    for (let row = 0; row < trips.count; row++) {
      if (!isOtherTraffic(twin, trips.departure[row]!)) continue;
      planned++;
      if (trips.end[row] !== tripEnd.arrived) notThere++;
    }
    return planned > 0 ? notThere : null;
  },
};
