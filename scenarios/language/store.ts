import { singularFr } from './plural.ts';

const resultsFr = (count: string): string => `${count} ${singularFr(count) ? 'résultat' : 'résultats'}`;
const resultsEn = (count: string): string => `${count} ${count === '1' ? 'result' : 'results'}`;

/** What `jumeau results` and `jumeau sql` say. */
export const storeWords = {
  resultsAbout: { fr: 'montre les résultats enregistrés', en: 'shows stored results' },
  showAbout: { fr: 'montre un résultat : réglages, changements, chiffres, fichiers', en: 'shows a result: settings, changes, figures, files' },
  deleteAbout: { fr: 'supprime des résultats', en: 'deletes results' },
  cleanAbout: { fr: 'montre ce dont plus rien n’a besoin (villes, données d’entrée, quarantaine, copies de compartiments S3) et, avec --yes, le supprime', en: 'shows what nothing needs any more (cities, inputs, quarantine, copies of buckets) and, with --yes, deletes it' },
  verifyAbout: { fr: 'vérifie que les résultats sont entiers et intacts', en: 'verifies that results are whole and unaltered' },
  exportAbout: { fr: 'écrit toutes les tables d’un résultat en CSV', en: 'writes all tables of a result as CSV' },
  sqlAbout: { fr: 'interroge les résultats en SQL (lecture seule)', en: 'asks the results in SQL (read only)' },
  keyArgument: { fr: 'début de la clé d’un résultat', en: 'start of the key of a result' },
  queryArgument: { fr: 'une requête SELECT', en: 'one SELECT query' },
  byOption: { fr: 'ordre : newest (par défaut, les plus récents d’abord) ou question', en: 'order: newest (default, newest first) or question' },
  questionOption: { fr: 'seulement cette question', en: 'this question only' },
  cityOption: { fr: 'seulement cette ville, par son nom', en: 'this city only, by its name' },
  olderOption: { fr: 'seulement ceux qui ont plus de D jours', en: 'only those older than D days' },
  unusedOption: { fr: 'seulement ceux que cette version de Jumeau ne retrouve plus', en: 'only those that this version of Jumeau no longer finds' },
  cleanOlderOption: { fr: 'seulement ce que personne n’a écrit ni demandé depuis D jours (7 par défaut, 1 au moins)', en: 'only what nobody has written or asked for in D days (default 7, at least 1)' },
  cleanYesOption: { fr: 'le supprime', en: 'deletes it' },
  yesOption: { fr: 'sans demander confirmation', en: 'without asking' },
  exportOption: { fr: 'dossier où écrire', en: 'folder to write into' },
  tablesOption: { fr: 'montre les tables et leurs colonnes', en: 'shows the tables and their columns' },
  csvOption: { fr: 'répond en CSV', en: 'answers as CSV' },
  csvOutOption: { fr: 'écrit la réponse en CSV dans ce fichier', en: 'writes the answer as CSV into this file' },

  key: { fr: 'clé', en: 'key' }, question: { fr: 'question', en: 'question' }, city: { fr: 'ville', en: 'city' }, span: { fr: 'horaires', en: 'span' }, seed: { fr: 'graine', en: 'seed' },
  size: { fr: 'taille', en: 'size' }, kept: { fr: 'date', en: 'date' }, hash: { fr: 'empreinte', en: 'hash' },
  unreadable: { fr: '(autre version ou abîmé)', en: '(other version, or broken)' },
  none: { fr: 'Aucun résultat.', en: 'No results.' },
  noneFits: { fr: 'Aucun résultat de cette question ou de cette ville. Sans ces options, npx jumeau results les montre tous.', en: 'No results of this question or city. Without these options npx jumeau results shows all.' },
  howToMake: { fr: 'Un premier : npx jumeau run baseline --seed 1 --from 07:30 --hours 0.5', en: 'A first one: npx jumeau run baseline --seed 1 --from 07:30 --hours 0.5' },
  resultsTaking: { fr: (count: string, size: string) => `${resultsFr(count)}, ${size}`, en: (count: string, size: string) => `${resultsEn(count)}, ${size}` },
  rooms: {
    fr: (name: string) => ({ twins: 'villes', inputs: 'données d’entrée', quarantine: 'résultats en quarantaine', buckets: 'copies de compartiments S3', comparisons: 'comparaisons', 'priority-reports': 'rapports de priorité', sweeps: 'balayages', aside: 'en cours d’écriture' })[name] ?? name,
    en: (name: string) => ({ twins: 'cities', inputs: 'inputs', quarantine: 'results in quarantine', buckets: 'copies of buckets', comparisons: 'comparisons', 'priority-reports': 'reports on priority', sweeps: 'sweeps', aside: 'being written' })[name] ?? name,
  },
  room: { fr: (name: string, count: string, size: string) => `${name} : ${count}, ${size}`, en: (name: string, count: string, size: string) => `${name}: ${count}, ${size}` },

  settings: { fr: 'Réglages', en: 'Settings' },
  changes: { fr: 'Changements', en: 'Changes' },
  noChanges: { fr: 'aucun : la ville telle qu’elle est', en: 'none: the city as it is' },
  measured: { fr: 'Indicateurs', en: 'Indicators' },
  files: { fr: 'Fichiers', en: 'Files' },
  engine: { fr: 'moteur', en: 'engine' },

  toDelete: { fr: (count: string, size: string) => `Supprimer ${resultsFr(count)} (${size}) ? [o/N] `, en: (count: string, size: string) => `Delete ${resultsEn(count)} (${size})? [y/N] ` },
  yesAnswers: { fr: 'o oui y', en: 'y yes' },
  deleted: { fr: (count: string, size: string) => `${resultsFr(count)} ${singularFr(count) ? 'supprimé' : 'supprimés'}, ${size} libérés.`, en: (count: string, size: string) => `${resultsEn(count)} deleted, ${size} freed.` },
  nothingDeleted: { fr: 'Rien n’a été supprimé.', en: 'Nothing was deleted.' },

  looking: { fr: 'Recherche de ce qui ne sert plus', en: 'Looking for what is not needed' },
  deleting: { fr: 'Suppression', en: 'Deleting' },
  wouldFree: { fr: (size: string) => `Les supprimer libérerait ${size} : ajoutez --yes. Résultats, comparaisons et balayages restent.`, en: (size: string) => `To delete them would free ${size}: add --yes. Results, comparisons and sweeps stay.` },
  freed: { fr: (size: string) => `${size} libérés. Résultats, comparaisons et balayages restent.`, en: (size: string) => `${size} freed. Results, comparisons and sweeps stay.` },
  nothingUnused: { fr: (days: string) => `Rien à supprimer : tout a servi depuis moins de ${days} ${singularFr(days) ? 'jour' : 'jours'}.`, en: (days: string) => `Nothing that nothing has needed for ${days} ${days === '1' ? 'day' : 'days'}.` },

  exporting: { fr: 'Écriture des tables', en: 'Writing tables' },
  verifying: { fr: 'Vérification', en: 'Verifying' },
  allWhole: { fr: (count: string, size: string) => `${resultsFr(count)} (${size}) ${singularFr(count) ? 'vérifié, entier et intact' : 'vérifiés, entiers et intacts'}.`, en: (count: string, size: string) => `${resultsEn(count)} (${size}) verified, whole and unaltered.` },
  exported: { fr: (tables: string, folder: string) => `${tables} tables écrites dans ${folder}`, en: (tables: string, folder: string) => `${tables} tables written to ${folder}` },

  asking: { fr: 'Requête', en: 'Query' },
  makingTables: { fr: 'préparation des tables', en: 'preparing the tables' },
  noRows: { fr: 'Aucune ligne.', en: 'No rows.' },
  rowCount: { fr: (count: string) => `${count} ${singularFr(count) ? 'ligne' : 'lignes'}`, en: (count: string) => `${count} ${count === '1' ? 'row' : 'rows'}` },
  firstRows: { fr: (count: string) => `Les ${count} premières lignes ; --csv ou --json les donne toutes.`, en: (count: string) => `The first ${count} rows; --csv or --json gives all of them.` },
  moreColumns: { fr: (names: string) => `Sans la place d’être montrées : ${names} ; --csv ou --json les donne.`, en: (names: string) => `Without room to be shown: ${names}; --csv or --json gives them.` },
  cut: { fr: 'Les textes coupés (…) sont entiers avec --csv ou --json.', en: 'Texts that are cut (…) are whole with --csv or --json.' },
  yes: { fr: 'oui', en: 'yes' },
  no: { fr: 'non', en: 'no' },
} as const;
