import type { Indicator } from './indicator.ts';

export const splitFailures: Indicator<'split-failures-percent'> = {
  name: 'split-failures-percent',
  title: { fr: 'Verts trop courts pour la file', en: 'Greens too short for their queue' },
  subject: { fr: 'la part des verts trop courts', en: 'the share of greens too short for their queue' },
  unit: { fr: '% des verts', en: '% of greens' },
  better: 'lower',
  chance: true,
  relative: false,
  decimals: 1,
  about: {
    fr: 'Part des verts, voie par voie, qui finissent alors qu’un véhicule présent dans la file à leur début attend encore ; parmi les verts devant lesquels quelqu’un attendait.',
    en: 'Share of greens, lane by lane, that end while a vehicle of the queue that stood at their start still waits; of the greens before which somebody waited.',
  },
  measure({ tables: { laneGreens: { count, isWhole, waitingCount, leftWaitingCount } } }) {
    let asked = 0, failed = 0;
    for (let row = 0; row < count; row++) {
      if (isWhole[row] === 0) continue;
      if (waitingCount[row]! > 0) asked++;
      if (leftWaitingCount[row]! > 0) failed++;
    }
    return asked > 0 ? (100 * failed) / asked : null;
  },
};
