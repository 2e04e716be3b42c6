import type { Indicator } from './indicator.ts';
import { meanOverOtherTraffic } from './traffic-means.ts';

export const trafficTimeLoss: Indicator<'traffic-mean-time-loss-s'> = {
  name: 'traffic-mean-time-loss-s',
  title: { fr: 'Temps perdu moyen des autres véhicules', en: 'Mean time loss of other traffic' },
  subject: { fr: 'le temps perdu moyen des autres véhicules', en: 'the mean time loss of other traffic' },
  unit: { fr: 's', en: 's' },
  better: 'lower',
  chance: true,
  relative: true,
  decimals: 1,
  about: {
    fr: 'Temps perdu à rouler moins vite que souhaité et à attendre d’entrer sur le réseau, sur tous les départs prévus dans la plage mesurée, hors bus et trams ; de qui n’est pas arrivé quand elle finit, ce qu’il a perdu jusque-là.',
    en: 'Time lost to driving below the wanted speed and to waiting to come onto the network, over all departures planned in the measured time, buses and trams apart; of those not there when it ends, what they have lost by then.',
  },
  measure: (over) => meanOverOtherTraffic(over, ({ row, plannedDepartS, departS }) => over.tables.trips.timeLossS[row]! + departS - plannedDepartS),
};
