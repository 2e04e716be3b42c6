import type { ProblemWords } from './problem-words.ts';

/** What can be wrong with a question in SQL. */
export const sqlProblems: ProblemWords = {
  'sql-no-question': {
    fr: () => 'il n’y a pas de requête. Un exemple : npx jumeau sql "select question, count(*) from runs group by question" ; `npx jumeau sql --tables` montre les tables.',
    en: () => 'there is no query. An example: npx jumeau sql "select question, count(*) from runs group by question"; `npx jumeau sql --tables` shows the tables.',
  },
  'sql-unknown-table': {
    fr: ({ name, near }) => `il n’y a pas de table « ${name} ». ${near === '' ? '' : `Vouliez-vous dire « ${near} » ? `}\`npx jumeau sql --tables\` les montre toutes.`,
    en: ({ name, near }) => `there is no table "${name}". ${near === '' ? '' : `Did you mean "${near}"? `}\`npx jumeau sql --tables\` shows them all.`,
  },
  'sql-unknown-column': {
    fr: ({ name, known }) => `il n’y a pas de colonne « ${name} » ici. ${known === '' ? '' : `Les plus proches : ${known}. `}\`npx jumeau sql --tables\` les montre toutes ; un texte se met entre apostrophes : 'baseline'.`,
    en: ({ name, known }) => `there is no column "${name}" here. ${known === '' ? '' : `Nearest: ${known}. `}\`npx jumeau sql --tables\` shows them all; a text stands in apostrophes: 'baseline'.`,
  },
  'sql-unknown-function': {
    fr: ({ name, near }) => `DuckDB n’a pas de fonction « ${name} ». ${near === '' ? 'Vérifiez son nom.' : `Vouliez-vous dire « ${near} » ?`}`,
    en: ({ name, near }) => `DuckDB has no function "${name}". ${near === '' ? 'Check its name.' : `Did you mean "${near}"?`}`,
  },
  'sql-syntax': {
    fr: ({ near }) => `${near === '' ? 'la requête s’arrête trop tôt' : `la requête ne se lit pas à partir de « ${near} »`}. Un nom qui est aussi un mot de SQL se met entre guillemets droits : "end".`,
    en: ({ near }) => `${near === '' ? 'the query ends too soon' : `the query cannot be read from "${near}" on`}. A name that is a word of SQL too stands in double quotes: "end".`,
  },
  'sql-one-question': {
    fr: ({ count }) => `une requête à la fois : en voici ${count}. Donnez-les l’une après l’autre.`,
    en: ({ count }) => `one query at a time: here are ${count}. Give them one after the other.`,
  },
  'sql-only-select': {
    fr: () => 'seules les requêtes SELECT sont admises : les résultats se lisent et ne se modifient pas. Pour un fichier, ajoutez -o fichier.csv.',
    en: () => 'only SELECT is answered: results are read and never altered. For a file, add -o file.csv.',
  },
  'sql-forbidden': {
    fr: () => 'la requête demande un fichier, une adresse ou une extension. Seuls les résultats enregistrés peuvent être interrogés : `npx jumeau sql --tables`.',
    en: () => 'the query asks for a file, an address or an extension. Only stored results can be asked: `npx jumeau sql --tables`.',
  },
  'sql-out-of-memory': {
    fr: () => 'la requête demande plus que la moitié de la mémoire de la machine. Choisissez moins de runs (where run in ...), ou regroupez plus tôt (group by).',
    en: () => 'the query needs more than half of the memory of this machine. Choose fewer runs (where run in ...), or group sooner (group by).',
  },
  'sql-too-long': {
    fr: ({ most }) => `la requête a duré plus de ${most} s et a été arrêtée. Choisissez moins de runs, ou vérifiez qu’aucune jointure ne manque de condition.`,
    en: ({ most }) => `the query took longer than ${most} s and was stopped. Choose fewer runs, or see that no join lacks its condition.`,
  },
  'sql-too-many-characters': {
    fr: ({ most }) => `la requête a plus de ${most} signes. Raccourcissez-la.`,
    en: ({ most }) => `the query has more than ${most} characters. Make it shorter.`,
  },
  'sql-refused': {
    fr: ({ cause }) => `DuckDB refuse la requête : ${cause} Corrigez la requête à cet endroit.`,
    en: ({ cause }) => `DuckDB refuses the query: ${cause} Mend the query at that place.`,
  },
  'sql-file-exists': {
    fr: () => 'ce fichier existe déjà, et rien ne dit s’il peut être remplacé. Donnez un autre nom, ou supprimez-le.',
    en: () => 'this file is there already, and nothing says whether it may be replaced. Give another name, or remove it.',
  },
};
