import type { Indicator } from './indicator.ts';
import { meanOverOtherTraffic } from './traffic-means.ts';

export const trafficTravelTime: Indicator<'traffic-mean-travel-time-s'> = {
  name: 'traffic-mean-travel-time-s',
  title: { fr: 'Temps de parcours moyen des autres véhicules', en: 'Mean travel time of other traffic' },
  subject: { fr: 'le temps de parcours moyen des autres véhicules', en: 'the mean travel time of other traffic' },
  unit: { fr: 's', en: 's' },
  better: 'lower',
  chance: true,
  relative: true,
  decimals: 1,
  about: {
    fr: 'De l’entrée sur le réseau à l’arrivée, sur les trajets arrivés, hors bus et trams.',
    en: 'From entering the network to arrival, over arrived trips, buses and trams apart.',
  },
  measure: (over) => meanOverOtherTraffic(over, (row) => over.tables.trips.arriveS[row]! - over.tables.trips.departS[row]!),
};
