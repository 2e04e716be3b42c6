import type { Indicator } from './indicator.ts';
import { peopleRiding } from './people-riding.ts';

export const passengerTime: Indicator<'passenger-mean-time-s'> = {
  name: 'passenger-mean-time-s',
  title: { fr: 'Temps des voyageurs : attente et trajet', en: 'Passengers’ time: wait and ride' },
  subject: { fr: 'le temps des voyageurs', en: 'passengers’ time' },
  unit: { fr: 's', en: 's' },
  better: 'lower',
  chance: true,
  relative: true,
  decimals: 1,
  about: {
    fr: 'Attente à l’arrêt et temps passé à bord, par montée dans un bus ou un tram ; marche et correspondances ne sont pas comptées, une seconde d’attente vaut une seconde à bord.',
    en: 'Wait at the stop and time aboard, per boarding of a bus or tram; walking and changing are not counted, a second of waiting counts as one aboard.',
  },
  measure({ tables }) {
    const { boarded, waitedS, rodeS } = peopleRiding(tables);
    return boarded > 0 ? (waitedS + rodeS) / boarded : null;
  },
};
