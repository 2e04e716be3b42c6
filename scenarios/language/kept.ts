import { singularFr } from './plural.ts';

const elementsFr = (count: string): string => `${count} ${singularFr(count) ? 'élément enregistré' : 'éléments enregistrés'}`;
const itemsEn = (count: string): string => `${count} kept ${count === '1' ? 'item' : 'items'}`;

/** What `jumeau results` says of comparisons, reports on priority and sweeps that are kept. */
export const keptWords = {
  option: { fr: 'les comparaisons, rapports de priorité et balayages enregistrés, au lieu des résultats', en: 'comparisons, reports on priority and sweeps that are kept, instead of results' },
  keysOrIds: { fr: 'début de la clé d’un résultat ; avec --kept : début d’un numéro', en: 'start of the key of a result; with --kept: start of a number' },
  kinds: {
    fr: (kind: string) => ({ comparison: 'comparaison', priority: 'rapport de priorité', sweep: 'balayage' })[kind] ?? kind,
    en: (kind: string) => ({ comparison: 'comparison', priority: 'report on priority', sweep: 'sweep' })[kind] ?? kind,
  },
  untitled: { fr: '(sans titre, d’une autre version ou abîmé)', en: '(without a title, of another version, or broken)' },
  none: { fr: 'Rien n’est enregistré : ni comparaison, ni rapport de priorité, ni balayage.', en: 'Nothing is kept: no comparison, no report on priority, no sweep.' },
  toDelete: { fr: (count: string, size: string) => `Supprimer ${elementsFr(count)} (${size}) ? Les résultats restent. [o/N] `, en: (count: string, size: string) => `Delete ${itemsEn(count)} (${size})? Results stay. [y/N] ` },
  deleting: { fr: 'Suppression', en: 'Deleting' },
  deleted: { fr: (count: string, size: string) => `${elementsFr(count)} ${singularFr(count) ? 'supprimé' : 'supprimés'}, ${size} libérés.`, en: (count: string, size: string) => `${itemsEn(count)} deleted, ${size} freed.` },
  nothingDeleted: { fr: 'Rien n’a été supprimé.', en: 'Nothing was deleted.' },
} as const;
