import type { ProblemWords } from './problem-words.ts';

/** Words for what the safety monitor stops a run for. */
export const signalProblems: ProblemWords = {
  'signal-conflicting-greens': {
    en: (p) => `at ${p['at']} signal groups ${p['group']} and ${p['other']} were green together, which the intergreen matrix forbids. The run was stopped; correct the plan or its control.`,
    fr: (p) => `à ${p['at']}, les lignes de feux ${p['group']} et ${p['other']} étaient vertes ensemble, ce que la matrice de sécurité interdit. La simulation a été arrêtée ; corrigez le plan ou sa commande.`,
  },
  'signal-intergreen-short': {
    en: (p) => `at ${p['at']} signal group ${p['group']} turned green ${p['shownS']} s after group ${p['other']} lost its green; the intergreen is ${p['limitS']} s. The run was stopped; correct the plan or its control.`,
    fr: (p) => `à ${p['at']}, la ligne de feux ${p['group']} est passée au vert ${p['shownS']} s après la fin du vert de la ligne ${p['other']} ; le temps de dégagement est de ${p['limitS']} s. La simulation a été arrêtée ; corrigez le plan ou sa commande.`,
  },
  'signal-green-short': {
    en: (p) => `at ${p['at']} signal group ${p['group']} lost its green after ${p['shownS']} s; its minimum is ${p['limitS']} s. The run was stopped; correct the plan or its control.`,
    fr: (p) => `à ${p['at']}, la ligne de feux ${p['group']} a perdu le vert au bout de ${p['shownS']} s ; son minimum est de ${p['limitS']} s. La simulation a été arrêtée ; corrigez le plan ou sa commande.`,
  },
  'signal-amber-short': {
    en: (p) => `at ${p['at']} signal group ${p['group']} had shown amber for ${p['shownS']} s after its green; it needs ${p['limitS']} s. The run was stopped; correct the plan or its control.`,
    fr: (p) => `à ${p['at']}, la ligne de feux ${p['group']} avait montré le jaune pendant ${p['shownS']} s après son vert ; il en faut ${p['limitS']}. La simulation a été arrêtée ; corrigez le plan ou sa commande.`,
  },
  'signal-wait-long': {
    en: (p) => `at ${p['at']} signal group ${p['group']} was red for ${p['shownS']} s; nobody may wait longer than ${p['limitS']} s there. The run was stopped; correct the plan or its control.`,
    fr: (p) => `à ${p['at']}, la ligne de feux ${p['group']} était rouge depuis ${p['shownS']} s ; l’attente y est limitée à ${p['limitS']} s. La simulation a été arrêtée ; corrigez le plan ou sa commande.`,
  },
};
