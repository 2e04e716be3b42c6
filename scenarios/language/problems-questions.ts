import type { ProblemWords } from './problem-words.ts';

/** Words for questions in files that cannot be asked. */
export const questionProblems: ProblemWords = {
  'question-name-taken': {
    en: (p) => `"${p['name']}" is a question of the library, and results of both would bear one name. Give yours another one.`,
    fr: (p) => `« ${p['name']} » est une question de la bibliothèque, et les résultats des deux porteraient le même nom. Donnez-en un autre à la vôtre.`,
  },
  'question-figure-twice': {
    en: (p) => `"${p['name']}" stands here already, as entry ${p['first']}. Leave one of them.`,
    fr: (p) => `« ${p['name']} » y est déjà, à l’entrée ${p['first']}. N’en gardez qu’une.`,
  },
  'question-expected-nothing': {
    en: (p) => `no figure lies between ${p['least']} and ${p['most']}: "least" is more than "most". Write the smaller of the two as "least".`,
    fr: (p) => `aucun chiffre n’est compris entre ${p['least']} et ${p['most']} : « least » dépasse « most ». Donnez la plus petite des deux valeurs à « least ».`,
  },
  'question-expected-twice': {
    en: (p) => `entry ${p['first']} expects something of "${p['name']}" already, and only one of them can be what is expected. Leave one; or expect the same direction in the other unit.`,
    fr: (p) => `l’entrée ${p['first']} attend déjà quelque chose de « ${p['name']} », et une seule des deux peut être ce qui est attendu. N’en gardez qu’une, ou attendez le même sens dans l’autre unité.`,
  },
  'question-no-changes': {
    fr: () => 'il n’y a aucun changement dans ce fichier : ses simulations seraient celles de la ville telle qu’elle est. Pour celle-ci, écrivez « baseline ».',
    en: () => 'there is no change in this file: its runs would be those of the city as it is. For that, write "baseline".',
  },
  'cli-unknown-name-kind': {
    en: (p) => `there are no names of the kind "${p['given']}".${p['near'] === '' ? '' : ` Did you mean "${p['near']}"?`} Write one of these: ${p['known']}.`,
    fr: (p) => `il n’y a pas de noms de la sorte « ${p['given']} ».${p['near'] === '' ? '' : ` Vouliez-vous dire « ${p['near']} » ?`} Écrivez l’un de ces mots : ${p['known']}.`,
  },
  'cli-no-name-like': {
    en: (p) => `no name of this city holds these words.${p['near'] === '' ? '' : ` Did you mean "${p['near']}"?`} Give fewer of them, or look through all: npx jumeau names`,
    fr: (p) => `aucun nom de cette ville ne contient ces mots.${p['near'] === '' ? '' : ` Vouliez-vous dire « ${p['near']} » ?`} Donnez-en moins, ou parcourez-les tous : npx jumeau names`,
  },
  'cli-same-on-both-sides': {
    en: (p) => `it changes the same as "${p['other']}" in the same city: all figures of both sides will be alike. To see what it does, hold it against "baseline".`,
    fr: (p) => `elle change la même chose que « ${p['other']} » dans la même ville : tous les chiffres des deux côtés seront identiques. Pour voir ce qu’elle fait, comparez-la à « baseline ».`,
  },
  'question-not-yaml': {
    en: (p) => `this cannot be read as YAML: ${p['cause']}. Write "changes:" and under it entries such as "- { change: bus-priority, ... }".`,
    fr: (p) => `ceci ne se lit pas comme du YAML : ${p['causeFr']}. Écrivez « changes: » et, dessous, des éléments comme « - { change: bus-priority, ... } ».`,
  },
  'question-not-a-module': {
    en: (p) => `this cannot be run as TypeScript or JavaScript (${p['cause']}). Write a module of plain data: export default defineQuestion({ changes: [...] }).`,
    fr: (p) => `ceci ne s’exécute pas comme du TypeScript ou du JavaScript (${p['cause']}). Écrivez un module de simples données : export default defineQuestion({ changes: [...] }).`,
  },
  'question-no-default': {
    en: () => 'this module exports nothing by default. Write: export default defineQuestion({ changes: [...] }).',
    fr: () => 'ce module n’a pas d’export par défaut. Écrivez : export default defineQuestion({ changes: [...] }).',
  },
};
