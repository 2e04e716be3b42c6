import { percentOnTime } from './bus-lateness.ts';
import type { Indicator } from './indicator.ts';

/** From one minute early to five minutes late: what the Transit Capacity and Quality of Service Manual counts as on time, and most operators that publish a figure. */
export const ON_TIME_S = { earliest: -60, latest: 300 };

export const busOnTime: Indicator<'bus-on-time-percent'> = {
  name: 'bus-on-time-percent',
  title: { fr: 'Bus à l’heure (−1 à +5 min)', en: 'Buses on time (−1 to +5 min)' },
  subject: { fr: 'la part des bus à l’heure', en: 'the share of buses on time' },
  unit: { fr: '% des passages', en: '% of stops' },
  better: 'higher',
  chance: true,
  relative: false,
  decimals: 1,
  about: {
    fr: 'Part des passages aux arrêts entre une minute d’avance et cinq minutes de retard au départ, comme le comptent la plupart des exploitants.',
    en: 'Share of stops left from one minute early to five minutes late, as most operators count it.',
  },
  measure: (over) => percentOnTime(over, ON_TIME_S),
};
