import type { Indicator } from './indicator.ts';

export const queueAtGreen: Indicator<'queue-at-green-m'> = {
  name: 'queue-at-green-m',
  title: { fr: 'File au début du vert', en: 'Queue at the start of green' },
  subject: { fr: 'la file au début du vert', en: 'the queue at the start of green' },
  unit: { fr: 'm', en: 'm' },
  better: 'lower',
  chance: true,
  relative: true,
  decimals: 1,
  about: {
    fr: 'De la ligne d’arrêt à la fin de la file quand le vert commence, en moyenne sur tous les verts de toutes les voies devant des feux. En file : moins de 5 km/h, à moins de 20 m du précédent. Une file qui remonte sur le tronçon d’avant n’est comptée que jusque-là.',
    en: 'From the stop line to the end of the queue when green begins, mean over all greens of all lanes before signals. In a queue: below 5 km/h, within 20 m of the one before. A queue that reaches back onto the link before is counted up to there only.',
  },
  measure({ tables: { laneGreens: { count, isWhole, queueM } } }) {
    let sumM = 0, greens = 0;
    for (let row = 0; row < count; row++) {
      if (isWhole[row] === 0) continue;
      sumM += queueM[row]!;
      greens++;
    }
    return greens > 0 ? sumM / greens : null;
  },
};
