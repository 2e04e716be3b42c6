import type { Indicator } from './indicator.ts';
import { peopleAboard } from './people-aboard.ts';

export const junctionDelayPerson: Indicator<'junction-delay-person-s'> = {
  name: 'junction-delay-person-s',
  title: { fr: 'Temps perdu par personne et par carrefour à feux', en: 'Delay of a person at a signalised junction' },
  subject: { fr: 'le temps perdu par personne aux carrefours à feux', en: 'the delay of a person at signalised junctions' },
  unit: { fr: 's', en: 's' },
  better: 'lower',
  chance: true,
  relative: true,
  decimals: 2,
  about: {
    fr: 'Le temps perdu de tous les véhicules aux carrefours à feux, pondéré par leurs occupants : ceux que la simulation a fait monter dans les bus, sinon par hypothèse 20 par bus, 60 par tram, 1,3 par voiture, 1 par camion ou vélo. Les piétons n’y sont pas.',
    en: 'Delay of all vehicles at signalised junctions, weighted by the people in them: those who boarded in the simulation, else assumed as 20 a bus, 60 a tram, 1.3 a car, 1 a lorry or bicycle. People on foot are not in it.',
  },
  measure(over) {
    const { junctionPassages: { count, departure, passedS, delayS } } = over.tables, aboard = peopleAboard(over);
    let people = 0, lostS = 0;
    for (let row = 0; row < count; row++) {
      const here = aboard(departure[row]!, passedS[row]!);
      people += here;
      lostS += here * delayS[row]!;
    }
    return people > 0 ? lostS / people : null;
  },
};
