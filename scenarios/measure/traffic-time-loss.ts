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
    fr: 'Temps perdu à rouler moins vite que souhaité, par trajet arrivé, hors bus et trams.',
    en: 'Time lost to driving below the wanted speed, per arrived trip, buses and trams apart.',
  },
  measure: (over) => meanOverOtherTraffic(over, (row) => over.tables.trips.timeLossS[row]!),
};
