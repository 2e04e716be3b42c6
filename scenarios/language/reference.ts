import type { Dictionary } from './language.ts';

/** Words of the page that says what a question may hold. */
export const referenceWords = {
  head: { fr: '# Ce qu’une question peut dire', en: '# What a question can say' },
  about: {
    fr: 'Écrit d’après les schémas par `npx jumeau schema -o changements.md --lang fr`. Après un nom de champ, `?` : il peut manquer.',
    en: 'Written from the schemas by `npx jumeau schema -o docs/reference/changes.md --lang en`. `?` after the name of a field: it may be left out. How to use a file of one\'s own: [comparison](../models/comparison.md#your-own-changes).',
  },
  question: { fr: '## Une question', en: '## A question' },
  forms: { fr: 'En YAML, JSON ou TypeScript ; un fichier peut aussi contenir la seule liste des `changes`.', en: 'In YAML, JSON or TypeScript; a file may also hold the list of `changes` alone.' },
  changes: { fr: '## Changements', en: '## Changes' },
  why: {
    fr: 'Chaque changement a son `why` : d’où vient l’idée (dix lettres au moins, ou `{ fr, en }`) ; les rapports l’impriment.',
    en: 'Every change has `why`: where the idea comes from (ten letters or more, or `{ fr, en }`); reports print it.',
  },
  table: { fr: '| champ | valeur | sens |', en: '| field | value | meaning |' },
  beside: { fr: (field: string) => `avec ${field} : `, en: (field: string) => `beside ${field}: ` },
  withoutIt: { fr: (value: string) => `sans lui : ${value}`, en: (value: string) => `without it: ${value}` },
  or: { fr: ' ou ', en: ' or ' },
  number: { fr: 'nombre', en: 'number' },
  whole: { fr: 'nombre entier', en: 'whole number' },
  truth: { fr: '`true` (oui) ou `false` (non)', en: '`true` or `false`' },
  fields: { fr: 'des champs', en: 'fields' },
  text: { fr: 'texte', en: 'text' },
  textOf: { fr: (letters: string) => `texte de ${letters} lettres ou plus`, en: (letters: string) => `text of ${letters} letters or more` },
  oneOf: { fr: (count: string) => `un parmi ${count} mots`, en: (count: string) => `one of ${count} words` },
  list: { fr: 'liste', en: 'list' },
  listOf: { fr: (what: string) => ` : ${what}`, en: (what: string) => ` of ${what}` },
  count: { fr: (least: string, most: string) => ` (${least} à ${most})`, en: (least: string, most: string) => ` (${least} to ${most})` },
  countFrom: { fr: (least: string) => ` (${least} ou plus)`, en: (least: string) => ` (${least} or more)` },
  above: { fr: (limit: string) => `plus de ${limit}`, en: (limit: string) => `above ${limit}` },
  orMore: { fr: (limit: string) => `${limit} ou plus`, en: (limit: string) => `${limit} or more` },
  orLess: { fr: (limit: string) => `${limit} ou moins`, en: (limit: string) => `${limit} or less` },
  upTo: { fr: (least: string, most: string) => `${least} à ${most}`, en: (least: string, most: string) => `${least} to ${most}` },
} satisfies Dictionary;
