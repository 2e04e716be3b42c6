import type { Indicator } from './indicator.ts';
import { meanDelayAtSignals } from './mean-delay-at-signals.ts';

export const junctionDelayOther: Indicator<'junction-delay-other-s'> = {
  name: 'junction-delay-other-s',
  title: { fr: 'Temps perdu des autres véhicules par carrefour à feux', en: 'Delay of another vehicle at a signalised junction' },
  subject: { fr: 'le temps perdu par les autres véhicules aux carrefours à feux', en: 'the delay of other traffic at signalised junctions' },
  unit: { fr: 's', en: 's' },
  better: 'lower',
  chance: true,
  relative: true,
  decimals: 1,
  about: {
    fr: 'Le même temps perdu, pour tout ce qui n’est ni bus ni tram. L’attente avant de pouvoir entrer sur le réseau n’y est pas.',
    en: 'The same delay, of everything that is neither bus nor tram. Waiting before a vehicle can enter the network is not in it.',
  },
  measure: (over) => meanDelayAtSignals(over, (one) => one !== 'bus' && one !== 'tram'),
};
