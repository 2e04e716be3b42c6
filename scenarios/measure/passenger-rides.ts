import type { Indicator } from './indicator.ts';
import { peopleRiding } from './people-riding.ts';

export const passengerRides: Indicator<'passenger-rides'> = {
  name: 'passenger-rides',
  title: { fr: 'Montées dans les bus et trams', en: 'Boardings of buses and trams' },
  subject: { fr: 'le nombre de montées', en: 'the number of boardings' },
  unit: { fr: 'montées', en: 'boardings' },
  better: 'neither',
  chance: true,
  relative: true,
  decimals: 0,
  about: { fr: 'Personnes montées dans un bus ou un tram.', en: 'People who boarded a bus or tram.' },
  measure: ({ tables }) => (tables.boardings.count > 0 ? peopleRiding(tables).boarded : null),
};
