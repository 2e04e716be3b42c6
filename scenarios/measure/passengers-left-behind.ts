import type { Indicator } from './indicator.ts';
import { peopleRiding } from './people-riding.ts';

export const passengersLeftBehind: Indicator<'passengers-left-behind'> = {
  name: 'passengers-left-behind',
  title: { fr: 'Voyageurs laissés à l’arrêt faute de place', en: 'Passengers left behind for lack of room' },
  subject: { fr: 'le nombre de voyageurs laissés à l’arrêt', en: 'the number of passengers left behind' },
  unit: { fr: 'voyageurs', en: 'passengers' },
  better: 'lower',
  chance: true,
  relative: true,
  decimals: 0,
  about: {
    fr: 'Voyageurs qui n’ont pas trouvé place dans un bus ou un tram plein, comptés à chaque véhicule qui les laisse.',
    en: 'Passengers who found no room in a full bus or tram, counted at each vehicle that leaves them.',
  },
  measure: ({ tables }) => (tables.boardings.count > 0 ? peopleRiding(tables).leftBehind : null),
};
