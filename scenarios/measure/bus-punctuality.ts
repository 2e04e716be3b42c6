import { percentOnTime } from './bus-lateness.ts';
import type { Indicator } from './indicator.ts';

/** From one minute early to three minutes late. Transport authorities differ: this span is our choice, printed in every report. */
const ON_TIME_S = { earliest: -60, latest: 180 };

export const busPunctuality: Indicator<'bus-punctuality-percent'> = {
  name: 'bus-punctuality-percent',
  title: { fr: 'Ponctualité des bus (−1 à +3 min)', en: 'Bus punctuality (−1 to +3 min)' },
  subject: { fr: 'la ponctualité des bus', en: 'bus punctuality' },
  unit: { fr: '% des passages', en: '% of stops' },
  better: 'higher',
  chance: true,
  relative: false,
  decimals: 1,
  about: {
    fr: 'Part des passages aux arrêts entre une minute d’avance et trois minutes de retard.',
    en: 'Share of stops left from one minute early to three minutes late.',
  },
  measure: (over) => percentOnTime(over, ON_TIME_S),
};
