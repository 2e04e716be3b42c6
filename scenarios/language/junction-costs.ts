import { directionNames } from './directions.ts';

/** Table of what junctions cost. Headings of columns carry their unit. */
export const junctionCostWords = {
  junction: { fr: 'carrefour', en: 'junction' },
  approach: { fr: 'entrée', en: 'approach' },
  comesFrom: { fr: (eighth: number) => `côté ${directionNames.fr[eighth % 8]!}`, en: (eighth: number) => `from the ${directionNames.en[eighth % 8]!}` },
  busDelayS: { fr: 'bus s', en: 'bus s' },
  carDelayS: { fr: 'voiture s', en: 'car s' },
  otherDelayS: { fr: 'hors bus et tram s', en: 'all but transit s' },
  personDelayS: { fr: 'personne s', en: 'person s' },
  peopleLostH: { fr: 'personnes × h', en: 'person h' },
  meanQueueM: { fr: 'file m', en: 'queue m' },
  longestQueueM: { fr: 'au plus m', en: 'longest m' },
  splitFailuresPercent: { fr: 'verts trop courts %', en: 'split failures %' },
  spillBackPercent: { fr: 'voie pleine %', en: 'spill-back %' },
  about: {
    fr: '± : demi-largeur de l’intervalle à 95 % sur les graines. Temps perdu par passage, ou par personne, du début du tronçon avant les feux au tronçon suivant. File au début du vert ; verts trop courts, parmi ceux devant lesquels quelqu’un attendait ; voie pleine au début du vert, parmi tous les verts.',
    en: '±: half the 95% interval over the seeds. Delay per passage, or per person, from the start of the link before the signals to the next link. Queue at the start of green; split failures of the greens before which somebody waited; spill-back: lane full at the start of green, of all greens.',
  },
  nothing: { fr: 'Personne n’a passé de feu.', en: 'Nobody passed a signal.' },
} as const;
