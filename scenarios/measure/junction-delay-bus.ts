import type { Indicator } from './indicator.ts';
import { meanDelayAtSignals } from './mean-delay-at-signals.ts';

export const junctionDelayBus: Indicator<'junction-delay-bus-s'> = {
  name: 'junction-delay-bus-s',
  title: { fr: 'Temps perdu par bus et par carrefour à feux', en: 'Delay of a bus at a signalised junction' },
  subject: { fr: 'le temps perdu par les bus aux carrefours à feux', en: 'the delay of buses at signalised junctions' },
  unit: { fr: 's', en: 's' },
  better: 'lower',
  chance: true,
  relative: true,
  decimals: 1,
  about: {
    fr: 'Temps perdu par un bus à rouler moins vite que souhaité, du début du tronçon qui mène aux feux jusqu’au tronçon suivant, en moyenne sur tous les passages. L’attente prévue aux arrêts n’est pas comptée.',
    en: 'Time that a bus loses to driving below the wanted speed, from the start of the link before the signals to the next link, mean over all passages. Planned dwell at stops is not counted.',
  },
  measure: (over) => meanDelayAtSignals(over, (one) => one === 'bus'),
};
