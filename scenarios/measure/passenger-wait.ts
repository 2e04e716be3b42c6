import type { Indicator } from './indicator.ts';
import { peopleRiding } from './people-riding.ts';

export const passengerWait: Indicator<'passenger-mean-wait-s'> = {
  name: 'passenger-mean-wait-s',
  title: { fr: 'Attente moyenne des voyageurs aux arrêts', en: 'Mean wait of passengers at stops' },
  subject: { fr: 'l’attente des voyageurs', en: 'the wait of passengers' },
  unit: { fr: 's', en: 's' },
  better: 'lower',
  chance: true,
  relative: true,
  decimals: 1,
  about: {
    fr: 'De l’arrivée à l’arrêt à la montée, en moyenne sur tous ceux qui sont montés dans un bus ou un tram ; qui n’a pas trouvé place attend le suivant.',
    en: 'From coming to the stop to boarding, mean over all who boarded a bus or tram; who found no room waits for the next.',
  },
  measure({ tables }) {
    const { boarded, waitedS } = peopleRiding(tables);
    return boarded > 0 ? waitedS / boarded : null;
  },
};
