import { category } from '../../engine/twin/streets.ts';
import type { Indicator } from './indicator.ts';

export const tramTimeLoss: Indicator<'tram-time-loss-s-per-km'> = {
  name: 'tram-time-loss-s-per-km',
  title: { fr: 'Temps perdu par les trams', en: 'Time lost by trams' },
  subject: { fr: 'le temps perdu par les trams', en: 'the time lost by trams' },
  unit: { fr: 's/km', en: 's/km' },
  better: 'lower',
  chance: true,
  relative: true,
  decimals: 1,
  about: {
    fr: 'Temps perdu par les trams à rouler moins vite que souhaité (feux, trafic), par kilomètre parcouru ; l’attente prévue aux arrêts n’est pas comptée.',
    en: 'Time that trams lose to driving below the wanted speed (signals, traffic) per kilometre driven; planned dwell at stops is not counted.',
  },
  measure({ twin: { departures, vehicleTypes }, tables: { trips } }) {
    let lossS = 0, lengthM = 0;
    for (let row = 0; row < trips.count; row++) {
      if (vehicleTypes.category[departures.vehicleType[trips.departure[row]!]!] !== category.tram) continue;
      lossS += trips.timeLossS[row]!;
      lengthM += trips.routeLengthM[row]!;
    }
    return lengthM > 0 ? lossS / (lengthM / 1000) : null;
  },
};
