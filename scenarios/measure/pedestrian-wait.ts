import type { Indicator } from './indicator.ts';

export const pedestrianWait: Indicator<'pedestrian-mean-wait-s'> = {
  name: 'pedestrian-mean-wait-s',
  title: { fr: 'Attente moyenne des piétons aux traversées', en: 'Mean wait of people at crossings' },
  subject: { fr: 'l’attente moyenne des piétons', en: 'the mean wait of people on foot' },
  unit: { fr: 's', en: 's' },
  better: 'lower',
  chance: true,
  relative: true,
  decimals: 1,
  about: {
    fr: 'De l’arrivée au bord du trottoir au premier pas sur la chaussée, en moyenne sur toutes les personnes qui ont traversé, avec ou sans feu.',
    en: 'From coming to the kerb to the first step onto the street, mean over all people who crossed, with and without signals.',
  },
  measure({ tables: { crossings } }) {
    let people = 0, waitedS = 0;
    for (let row = 0; row < crossings.count; row++) {
      people += crossings.crossed[row]!;
      waitedS += crossings.crossed[row]! * crossings.meanWaitS[row]!;
    }
    return people > 0 ? waitedS / people : null;
  },
};
