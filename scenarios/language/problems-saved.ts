import type { ProblemWords } from './problem-words.ts';

/** Words for saved comparisons that cannot be read, and for runs that one lacks. */
export const savedProblems: ProblemWords = {
  'saved-runs-failed': {
    en: (p) => `${p['runs']} of ${p['of']} runs came to no result (${p['cause']}), the first with seed ${p['seed']}. All others are kept; the same command tries only ${p['runs'] === 1 ? 'this one' : 'these'} again.`,
    fr: (p) => `${p['runs'] === 1 ? 'une simulation' : `${p['runs']} simulations`} sur ${p['of']} sans résultat (${p['cause']}), la première avec la graine ${p['seed']}. Toutes les autres sont gardées ; la même commande ne réessaie que ${p['runs'] === 1 ? 'celle-ci' : 'celles-ci'}.`,
  },
  'cli-saved-unknown': {
    en: () => 'no comparison of this number is saved. `npx jumeau report` lists those that are; for a new one name two questions.',
    fr: () => 'aucune comparaison de ce numéro n’est enregistrée. « npx jumeau report » donne la liste ; pour une nouvelle, nommez deux questions.',
  },
  'cli-priority-unknown': {
    en: () => 'no report on priority of this number is kept. `npx jumeau results --kept` lists those that are; for a new one name two questions.',
    fr: () => 'aucun rapport de priorité de ce numéro n’est enregistré. « npx jumeau results --kept » donne la liste ; pour un nouveau, nommez deux questions.',
  },
  'cli-priority-one-side': {
    en: () => 'a report compares two sides, and this is one. Name a second question, or the number of a report that is kept (`npx jumeau results --kept`).',
    fr: () => 'un rapport compare deux côtés, et ceci n’en est qu’un. Nommez une seconde question, ou le numéro d’un rapport enregistré (« npx jumeau results --kept »).',
  },
  'cli-saved-one-side': {
    en: () => 'a report compares two sides, and this is one. Name a second question, or a saved comparison: its number from `npx jumeau report`, or its comparison.json.',
    fr: () => 'un rapport compare deux côtés, et ceci n’en est qu’un. Nommez une seconde question, ou une comparaison enregistrée : son numéro donné par « npx jumeau report », ou son fichier comparison.json.',
  },
  'cli-saved-too-large': {
    en: (p) => `the file is larger than ${p['limit']} bytes: no comparison is. Check that it is the right file.`,
    fr: (p) => `le fichier dépasse ${p['limit']} octets : aucune comparaison n’est si grande. Vérifiez que c’est le bon fichier.`,
  },
  'cli-saved-not-json': {
    en: () => 'the file is no JSON, or lacks its end. Copy it again, or run the comparison again with `npx jumeau compare`.',
    fr: () => 'le fichier n’est pas du JSON, ou sa fin manque. Copiez-le de nouveau, ou refaites la comparaison avec « npx jumeau compare ».',
  },
  'cli-saved-other': {
    en: (p) => `this is no saved comparison of this version${p['path'] === '' ? '' : `: "${p['path']}" is not as it should be`}. Give a comparison.json as it was written, or run the comparison again with \`npx jumeau compare\`.`,
    fr: (p) => `ceci n’est pas une comparaison enregistrée de cette version${p['path'] === '' ? '' : ` : « ${p['path']} » n’est pas comme il faut`}. Donnez un comparison.json tel qu’il a été écrit, ou refaites la comparaison avec « npx jumeau compare ».`,
  },
};
