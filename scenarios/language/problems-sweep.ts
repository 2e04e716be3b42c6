import { didYouMean } from './did-you-mean.ts';
import type { ProblemWords } from './problem-words.ts';

/** Words for a sweep file that is not written as it should be, or asks for what cannot be run. */
export const sweepProblems: ProblemWords = {
  'sweep-not-yaml': {
    en: (p) => `this cannot be read as YAML or JSON (${p['cause']}). Mend the line.`,
    fr: (p) => `ceci ne se lit ni comme du YAML ni comme du JSON (${p['causeFr']}). Corrigez la ligne.`,
  },
  'sweep-too-large': {
    en: (p) => `the file has more than ${p['limit']} bytes. A sweep is a page that a person writes: check that it is the right file.`,
    fr: (p) => `le fichier dépasse ${p['limit']} octets. Un balayage est une page écrite à la main : vérifiez que c’est le bon fichier.`,
  },
  'sweep-not-fields': {
    en: () => 'this is no sweep: write fields with their values, such as "parameters:" and "changes:".',
    fr: () => 'ce n’est pas un balayage : écrivez des champs avec leurs valeurs, comme « parameters: » et « changes: ».',
  },
  'sweep-unknown-field': {
    en: (p) => `there is no field "${p['field']}" here.${didYouMean.en(p['near'])} Known: ${p['known']}.`,
    fr: (p) => `il n’y a pas de champ « ${p['field']} » ici.${didYouMean.fr(p['near'])} Connus : ${p['known']}.`,
  },
  'sweep-missing-field': {
    en: (p) => `the field "${p['field']}" is needed, and it is not there. Add it.`,
    fr: (p) => `il faut le champ « ${p['field']} », et il n’y est pas. Ajoutez-le.`,
  },
  'sweep-wrong-field': {
    en: (p) => `the value does not fit (${p['cause']}). docs/models/sweep.md says what each field may be.`,
    fr: (p) => `la valeur ne convient pas (${p['causeFr']}). docs/models/sweep.md dit ce qu’un champ peut être.`,
  },
  'sweep-question-or-changes': {
    en: () => 'a sweep asks one question: write either "question:" with a name of the library, or "changes:".',
    fr: () => 'un balayage pose une question : écrivez « question: » avec un nom de la bibliothèque, ou « changes: », l’un des deux.',
  },
  'sweep-unknown-design': {
    en: (p) => `there is no design "${p['design']}".${didYouMean.en(p['near'])} Known: ${p['known']}.`,
    fr: (p) => `il n’existe pas de plan d’expériences « ${p['design']} ».${didYouMean.fr(p['near'])} Connus : ${p['known']}.`,
  },
  'sweep-unknown-indicator': {
    en: (p) => `there is no indicator "${p['indicator']}".${didYouMean.en(p['near'])} "jumeau questions" shows those of the library.`,
    fr: (p) => `il n’existe pas d’indicateur « ${p['indicator']} ».${didYouMean.fr(p['near'])} « jumeau questions » montre ceux de la bibliothèque.`,
  },
  'sweep-samples-of-other-design': {
    en: (p) => `points are drawn for a latin-hypercube only, and the design of this file is "${p['design']}": leave out --samples, or write "design: latin-hypercube".`,
    fr: (p) => `on ne tire des variantes que pour un latin-hypercube, et le plan de ce fichier est « ${p['design']} » : retirez --samples, ou écrivez « design: latin-hypercube ».`,
  },
  'sweep-no-samples': {
    en: () => 'a latin-hypercube needs to know how many points to draw: write "samples: 20" beside "by:", or --samples 20.',
    fr: () => 'un latin-hypercube doit savoir combien de variantes tirer : écrivez « samples: 20 » à côté de « by: », ou --samples 20.',
  },
  'sweep-list-and-parameters': {
    en: () => 'the points of a list have the values of their parameters themselves. Leave none but "title" and "unit" here, or take another design.',
    fr: () => 'les points d’une liste donnent eux-mêmes les valeurs de leurs paramètres. Ne laissez ici que « title » et « unit », ou prenez un autre plan.',
  },
  'sweep-parameter-name': {
    en: (p) => `"${p['name']}" is no name for a parameter: a letter, then letters, digits and _, 40 at most.`,
    fr: (p) => `« ${p['name']} » n’est pas un nom de paramètre : une lettre, puis des lettres, des chiffres et _, 40 au plus.`,
  },
  'sweep-parameter-count': {
    en: (p) => `there are ${p['count']} parameters. A sweep has from one to ${p['limit']}.`,
    fr: (p) => `il y a ${p['count']} paramètres. Un balayage en a de un à ${p['limit']}.`,
  },
  'sweep-range-or-values': {
    en: () => 'a parameter has either a range, with all of "from", "until" and "step", or "values".',
    fr: () => 'un paramètre a soit une étendue, avec « from », « until » et « step » tous les trois, soit « values ».',
  },
  'sweep-range-backwards': {
    en: (p) => `the range ends at ${p['until']}, before it begins at ${p['from']}. Exchange them.`,
    fr: (p) => `l’étendue finit à ${p['until']}, avant de commencer à ${p['from']}. Échangez-les.`,
  },
  'sweep-value-twice': {
    en: (p) => `the value ${p['value']} stands twice. Leave one out.`,
    fr: (p) => `la valeur ${p['value']} figure deux fois. Retirez-en une.`,
  },
  'sweep-undeclared-parameter': {
    en: (p) => `no parameter is called "${p['name']}".${didYouMean.en(p['near'])} Declared: ${p['known']}.`,
    fr: (p) => `aucun paramètre ne s’appelle « ${p['name']} ».${didYouMean.fr(p['near'])} Déclarés : ${p['known']}.`,
  },
  'sweep-unused-parameter': {
    en: (p) => `nothing uses the parameter "${p['name']}".${didYouMean.en(p['near'])} Write { parameter: ${p['name']} } where its value is to stand, or leave it out.`,
    fr: (p) => `rien n’utilise le paramètre « ${p['name']} ».${didYouMean.fr(p['near'])} Écrivez { parameter: ${p['name']} } là où sa valeur doit aller, ou retirez-le.`,
  },
  'sweep-point-without': {
    en: (p) => `point ${p['point']} has no value for "${p['name']}", which the first one has. Give it one.`,
    fr: (p) => `le point ${p['point']} n’a pas de valeur pour « ${p['name']} », que le premier a. Donnez-lui-en une.`,
  },
  'sweep-point-twice': {
    en: (p) => `point ${p['point']} is the same as point ${p['first']}. Leave one out.`,
    fr: (p) => `le point ${p['point']} est le même que le point ${p['first']}. Retirez-en un.`,
  },
  'sweep-too-many-runs': {
    en: (p) => `this asks for ${p['runs']} runs, the baseline included; ${p['limit']} are the most. Take longer steps, fewer seeds, or a latin-hypercube.`,
    fr: (p) => `cela demande ${p['runs']} simulations, situation actuelle comprise ; ${p['limit']} au plus. Allongez les pas, réduisez les graines, ou prenez un latin-hypercube.`,
  },
  'sweep-at-points': {
    en: (p) => `at ${p['points']} of ${p['of']} variants${p['points'] === 1 ? '' : ', the first'} with ${p['first']}: ${p['cause']}`,
    fr: (p) => `${p['points'] === 1 ? 'pour une variante' : `pour ${p['points']} variantes`} sur ${p['of']}${p['points'] === 1 ? '' : ', la première'} avec ${p['first']} : ${p['causeFr']}`,
  },
  'sweep-none-kept': {
    en: (p) => `no sweep is kept under this name. Kept are${p['known'] === '' ? ': none' : `: ${p['known']}`}. "npx jumeau report sweep" lists them.`,
    fr: (p) => `aucun balayage n’est conservé sous ce nom. Conservés : ${p['known'] === '' ? 'aucun' : p['known']}. « npx jumeau report sweep » en donne la liste.`,
  },
  'sweep-not-read': {
    en: (p) => `this is no sweep that this version reads (${p['path'] === '' ? 'no JSON, or too large' : p['path']}). "npx jumeau sweep" with its file makes it again from the runs that are kept.`,
    fr: (p) => `ce n’est pas un balayage que cette version sait lire (${p['path'] === '' ? 'pas du JSON, ou trop volumineux' : p['path']}). « npx jumeau sweep » avec son fichier le refait à partir des simulations conservées.`,
  },
  'sweep-is-kept': {
    en: (p) => `this is the number of a sweep: "npx jumeau report sweep ${p['id']}".`,
    fr: (p) => `c’est le numéro d’un balayage : « npx jumeau report sweep ${p['id']} ».`,
  },
  'sweep-runs-failed': {
    en: (p) => `${p['runs']} of ${p['of']} runs came to no result (${p['cause']}), the first with ${p['first']}, seed ${p['seed']}. The other runs count; the same command tries these again.`,
    fr: (p) => `${p['runs'] === 1 ? 'une simulation' : `${p['runs']} simulations`} sur ${p['of']} sans résultat (${p['cause']}), la première avec ${p['first']}, graine ${p['seed']}. Les autres comptent ; la même commande réessaie celles-ci.`,
  },
};
