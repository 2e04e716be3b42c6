import type { Indicator } from './indicator.ts';
import { isBus } from './vehicle-kind.ts';

export const busTimeLoss: Indicator<'bus-time-loss-s-per-km'> = {
  name: 'bus-time-loss-s-per-km',
  title: { fr: 'Temps perdu par les bus', en: 'Time lost by buses' },
  subject: { fr: 'le temps perdu par les bus', en: 'the time lost by buses' },
  unit: { fr: 's/km', en: 's/km' },
  better: 'lower',
  chance: true,
  relative: true,
  decimals: 1,
  about: {
    fr: 'Temps perdu par les bus à rouler moins vite que souhaité (feux, trafic), par kilomètre parcouru ; l’attente prévue aux arrêts n’est pas comptée.',
    en: 'Time that buses lose to driving below the wanted speed (signals, traffic) per kilometre driven; planned dwell at stops is not counted.',
  },
  measure({ twin, tables: { trips } }) {
    let lossS = 0, lengthM = 0;
    for (let row = 0; row < trips.count; row++) {
      if (!isBus(twin, trips.departure[row]!)) continue;
      lossS += trips.timeLossS[row]!;
      lengthM += trips.routeLengthM[row]!;
    }
    return lengthM > 0 ? lossS / (lengthM / 1000) : null;
  },
};
