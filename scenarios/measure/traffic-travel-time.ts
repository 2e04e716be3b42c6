import type { Indicator } from './indicator.ts';
import { meanOverOtherTraffic } from './traffic-means.ts';

export const trafficTravelTime: Indicator<'traffic-mean-travel-time-s'> = {
  name: 'traffic-mean-travel-time-s',
  title: { fr: 'Temps de trajet moyen des autres véhicules, attente comprise', en: 'Mean trip time of other traffic, waits included' },
  subject: { fr: 'le temps de trajet moyen des autres véhicules', en: 'the mean trip time of other traffic' },
  unit: { fr: 's', en: 's' },
  better: 'lower',
  chance: true,
  relative: true,
  decimals: 1,
  about: {
    fr: 'De l’heure de départ prévue à l’arrivée, sur tous les départs prévus dans la plage mesurée, hors bus et trams. Pour qui n’est pas arrivé quand elle finit, jusqu’à cette fin ; l’attente avant d’entrer sur le réseau est comptée.',
    en: 'From the planned departure to arrival, over all departures planned in the measured time, buses and trams apart. For those not there when it ends, up to that end; the wait before coming onto the network counts.',
  },
  measure: (over) => meanOverOtherTraffic(over, ({ plannedDepartS, untilS }) => untilS - plannedDepartS),
};
