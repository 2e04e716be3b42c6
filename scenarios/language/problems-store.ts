import type { ProblemWords } from './problem-words.ts';

/** What can be wrong with stored results, and with what is asked of them. */
export const storeProblems: ProblemWords = {
  'kept-no-such': {
    fr: ({ near }) => `rien d’enregistré n’a un numéro qui commence ainsi. ${near === '' ? '`npx jumeau results --kept` en donne la liste.' : `Vouliez-vous dire « ${near} » ?`}`,
    en: ({ near }) => `nothing that is kept has a number that begins like this. ${near === '' ? '`npx jumeau results --kept` lists them.' : `Did you mean "${near}"?`}`,
  },
  'kept-ambiguous': {
    fr: ({ count, first, second }) => `${count} numéros enregistrés commencent ainsi, dont ${first} et ${second}. Donnez quelques signes de plus.`,
    en: ({ count, first, second }) => `${count} numbers that are kept begin like this, ${first} and ${second} among them. Give a few more characters.`,
  },
  'kept-delete-what': {
    fr: () => 'rien ne dit quoi supprimer. Donnez des numéros de `npx jumeau results --kept`.',
    en: () => 'nothing says what to delete. Give numbers from `npx jumeau results --kept`.',
  },
  'kept-no-conditions': {
    fr: () => 'les critères valent pour les résultats. Avec --kept, donnez des numéros de `npx jumeau results --kept`.',
    en: () => 'conditions are for results. With --kept give numbers from `npx jumeau results --kept`.',
  },
  'store-no-such-result': {
    fr: ({ near }) => `aucun résultat ne commence ainsi. ${near === '' ? '`npx jumeau results` les montre tous.' : `Vouliez-vous dire « ${near} » ?`}`,
    en: ({ near }) => `no result begins like this. ${near === '' ? '`npx jumeau results` shows them all.' : `Did you mean "${near}"?`}`,
  },
  'store-ambiguous-key': {
    fr: ({ count, first, second }) => `${count} résultats commencent ainsi, dont ${first} et ${second}. Donnez quelques signes de plus.`,
    en: ({ count, first, second }) => `${count} results begin like this, ${first} and ${second} among them. Give a few more characters.`,
  },
  'store-other-version': {
    fr: () => 'ce résultat vient d’une autre version de Jumeau, ou son manifeste est abîmé : il ne se lit pas ici. Refaites la simulation ; `npx jumeau results delete --unused-engine` libère la place.',
    en: () => 'this result comes from another version of Jumeau, or its manifest is broken: it cannot be read here. Run it again; `npx jumeau results delete --unused-engine` frees the room.',
  },
  'store-manifest-unreadable': {
    fr: () => 'le manifeste manque, est abîmé ou vient d’une autre version de Jumeau : ce dossier n’est pas un résultat. Supprimez-le avec `npx jumeau results delete` ; la prochaine demande refera la simulation.',
    en: () => 'the manifest is missing, broken or of another version of Jumeau: this folder is no result. Remove it with `npx jumeau results delete`; whoever asks next has it computed again.',
  },
  'store-wrong-key': {
    fr: ({ key }) => `le manifeste ne donne pas la clé de ce dossier (il dit « ${key} ») : ses réglages ou ses changements ont été modifiés. Supprimez ce résultat et refaites la simulation.`,
    en: ({ key }) => `the manifest does not give the key of this folder (it says "${key}"): its settings or changes were altered. Remove this result and run it again.`,
  },
  'store-no-sums': {
    fr: () => 'les sommes de contrôle manquent ou ne se lisent pas : personne ne peut dire si les fichiers ont changé. Supprimez ce résultat et refaites la simulation.',
    en: () => 'the sums are missing or cannot be read: nobody can tell whether files were altered. Remove this result and run it again.',
  },
  'store-file-missing': {
    fr: ({ bytes }) => `ce fichier de ${bytes} octets manque. Supprimez ce résultat et refaites la simulation.`,
    en: ({ bytes }) => `this file of ${bytes} bytes is missing. Remove this result and run it again.`,
  },
  'store-file-size': {
    fr: ({ bytes, found }) => `ce fichier a ${found} octets au lieu de ${bytes}. Supprimez ce résultat et refaites la simulation.`,
    en: ({ bytes, found }) => `this file has ${found} bytes instead of ${bytes}. Remove this result and run it again.`,
  },
  'store-file-altered': {
    fr: () => 'ce fichier ne contient plus ce qui y a été écrit : le disque ou quelqu’un l’a modifié. Supprimez ce résultat et refaites la simulation.',
    en: () => 'this file no longer holds what was written: the disk or somebody altered it. Remove this result and run it again.',
  },
  'store-file-extra': {
    fr: () => 'ce fichier n’est pas de ce résultat : quelqu’un l’y a mis. Retirez-le.',
    en: () => 'this file is not of this result: somebody put it there. Take it away.',
  },
  'store-faults': {
    fr: ({ faults, results }) => `${faults === 1 ? '1 défaut trouvé' : `${faults} défauts trouvés`} dans ${results === 1 ? '1 résultat' : `${results} résultats`}. \`npx jumeau results delete\` supprime ce qui est nommé ; la prochaine demande le refera.`,
    en: ({ faults, results }) => `${faults === 1 ? '1 fault' : `${faults} faults`} found in ${results === 1 ? '1 result' : `${results} results`}. \`npx jumeau results delete\` removes what is named; whoever asks next has it computed again.`,
  },
  'store-delete-what': {
    fr: () => 'rien ne dit quoi supprimer. Donnez des clés, ou --question, --older-than ou --unused-engine.',
    en: () => 'nothing says what to delete. Give keys, or --question, --older-than or --unused-engine.',
  },
  'store-delete-both': {
    fr: () => 'des clés et des critères ensemble ne disent pas lequel compte. Donnez des clés, ou bien des critères.',
    en: () => 'keys and conditions together do not say which of them counts. Give either keys or conditions.',
  },
  'store-needs-yes': {
    fr: ({ count }) => `rien n’a été supprimé : personne n’est là pour confirmer (résultats concernés : ${count}). Ajoutez --yes.`,
    en: ({ count }) => `nothing was deleted: nobody is there to confirm it (results meant: ${count}). Add --yes.`,
  },
  'store-order-unknown': {
    fr: ({ value }) => `« ${value} » n’est pas un ordre. Il y a newest (les plus récents d’abord) et question.`,
    en: ({ value }) => `"${value}" is no order. There are newest (newest first) and question.`,
  },
  'store-export-not-ours': {
    fr: ({ name }) => `ce dossier contient « ${name} », qui ne vient pas d’un export. Donnez un autre dossier, ou videz celui-ci.`,
    en: ({ name }) => `this folder holds "${name}", which no export wrote. Give another folder, or empty this one.`,
  },
};
