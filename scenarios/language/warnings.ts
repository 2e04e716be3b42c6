import type { Dictionary } from './language.ts';

/** Over the warnings that go with an answer, wherever it is read. */
export const warningWords = {
  heading: { fr: 'À savoir de cette réponse', en: 'To know of this answer' },
  colon: { fr: '\u202f: ', en: ': ' },
  restsOnNothing: {
    fr: 'Cette réponse ne repose sur rien : rien de ce qui devait être comparé n’a lieu dans ce qui a été simulé. Que les chiffres ne bougent pas n’est pas un résultat.',
    en: 'This answer rests on nothing: nothing of what was to be compared takes place in what was simulated. That figures do not move is no finding.',
  },
} satisfies Dictionary;
