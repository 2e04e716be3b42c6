import type { ProblemWords } from './problem-words.ts';

/** Words for what can be wrong with `compare --within`. */
export const withinProblems: ProblemWords = {
  'cli-within-unreadable': {
    en: (p) => `"${p['value']}" says no precision. Write a per cent (2%), or an indicator with an amount above 0 (bus-mean-delay-s=1.5, traffic-mean-time-loss-s=2%).`,
    fr: (p) => `« ${p['value']} » ne dit aucune précision. Écrivez un pourcentage (2%), ou un indicateur avec une valeur au-dessus de 0 (bus-mean-delay-s=1.5, traffic-mean-time-loss-s=2%).`,
  },
  'cli-within-unknown-indicator': {
    en: (p) => `there is no indicator "${p['name']}"${p['near'] === '' ? '' : `; did you mean "${p['near']}"?`} \`npx jumeau compare --json\` gives the name of each figure.`,
    fr: (p) => `aucun indicateur ne s’appelle « ${p['name']} »${p['near'] === '' ? '' : ` ; vouliez-vous dire « ${p['near']} » ?`} « npx jumeau compare --json » donne le nom de chaque chiffre.`,
  },
  'cli-within-no-figure': {
    en: (p) => `no figure of this comparison owes something to chance and can be told in per cent: ${p['value']} says nothing. Name an indicator with an amount in its unit (bus-mean-delay-s=1.5).`,
    fr: (p) => `aucun chiffre de cette comparaison ne dépend du hasard et ne se dit en pourcentage : ${p['value']} ne dit rien. Nommez un indicateur avec une valeur dans son unité (bus-mean-delay-s=1.5).`,
  },
  'cli-within-no-percent': {
    en: (p) => `a per cent of "${p['name']}" says nothing: its mean may be 0, or is a per cent itself. Give an amount in its unit (${p['name']}=1.5).`,
    fr: (p) => `un pourcentage de « ${p['name']} » ne dit rien : sa moyenne peut être 0, ou est déjà un pourcentage. Donnez une valeur dans son unité (${p['name']}=1.5).`,
  },
  'cli-within-few-first-seeds': {
    en: (p) => `${p['seeds']} first seeds tell the spread so badly that several times as many runs follow as ${p['usual']} would take. Leave --seeds out, unless a run is dearer than all that.`,
    fr: (p) => `${p['seeds']} premières graines renseignent si mal sur la dispersion qu’il faudra plusieurs fois plus de simulations qu’avec ${p['usual']}. Laissez --seeds de côté, sauf raison particulière.`,
  },
  'cli-within-too-many': {
    en: (p) => `--within was given more than ${p['most']} times. Keep those that decide.`,
    fr: (p) => `--within est donné plus de ${p['most']} fois. Gardez les indicateurs qui décident.`,
  },
};
