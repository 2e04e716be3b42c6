import type { ProblemWords } from './problem-words.ts';

const form = {
  fr: 'La première ligne nomme les angles bêta, de 0 à 180 ; chaque ligne suivante commence par tan gamma, à partir de 0, et donne r × 10 000.',
  en: 'The first line names the angles beta, from 0 to 180; each line after it begins with tan gamma, from 0 on, and gives r x 10,000.',
};

/** Words for what can be wrong with the r-table of a road surface. */
export const rTableProblems: ProblemWords = {
  'r-table-too-large': {
    fr: (p) => `le fichier dépasse ${p['limit']} octets : aucune table r n’est si grande. Vérifiez que c’en est une.`,
    en: (p) => `the file is larger than ${p['limit']} bytes: no r-table is so large. Check that it is one.`,
  },
  'r-table-too-short': {
    fr: () => `ce n’est pas une table r : il y faut au moins trois lignes. ${form.fr}`,
    en: () => `this is no r-table: it needs at least three lines. ${form.en}`,
  },
  'r-table-not-csv': {
    fr: (p) => `le fichier n’est pas un CSV lisible (${p['cause']}). ${form.fr}`,
    en: (p) => `the file is not readable as CSV (${p['cause']}). ${form.en}`,
  },
  'r-table-betas': {
    fr: (p) => `les angles bêta doivent croître de 0 à 180 degrés, ${p['most']} au plus. ${form.fr}`,
    en: (p) => `the angles beta must rise from 0 to 180 degrees, ${p['most']} at most. ${form.en}`,
  },
  'r-table-tan-gammas': {
    fr: (p) => `les valeurs de tan gamma doivent croître à partir de 0, jusqu’à ${p['mostTan']} au plus, sur ${p['most']} lignes au plus. ${form.fr}`,
    en: (p) => `the values of tan gamma must rise from 0, to ${p['mostTan']} at most, on ${p['most']} lines at most. ${form.en}`,
  },
  'r-table-width': {
    fr: (p) => `cette ligne a ${p['count']} valeurs pour ${p['betas']} angles bêta. Donnez-en une pour chaque angle, 0 compris.`,
    en: (p) => `this line has ${p['count']} values for ${p['betas']} angles beta. Give one for each angle, zeros included.`,
  },
  'r-table-not-a-value': {
    fr: (p) => `chaque valeur doit être un nombre de 0 à ${p['most']}. Corrigez celles de cette ligne.`,
    en: (p) => `every value must be a number from 0 to ${p['most']}. Mend those of this line.`,
  },
  'r-table-dark': {
    fr: () => 'la première valeur, vers la verticale, est 0 : une chaussée réfléchit toujours la lumière d’aplomb. Donnez-la.',
    en: () => 'the first value, straight down, is 0: a road always reflects light from right above. Give it.',
  },
};
