import { expected } from './expected-values.ts';
import type { ProblemWords } from './problem-words.ts';

/** Words for what can be wrong with a record of failures of lamps. */
export const lampFailureProblems: ProblemWords = {
  'failures-too-large': {
    en: (p) => `the file is longer than ${p['limit']} bytes: a record of failures is a page. Check that it is the right file.`,
    fr: (p) => `le fichier dépasse ${p['limit']} octets : un modèle de pannes tient sur une page. Vérifiez que c’est le bon fichier.`,
  },
  'failures-not-yaml': {
    en: (p) => `the file cannot be read as YAML or JSON (${p['cause']}). Mend the line.`,
    fr: (p) => `le fichier ne se lit pas comme du YAML ou du JSON (${p['cause']}). Corrigez la ligne.`,
  },
  'failures-unknown-field': {
    en: (p) => `a record of failures has no field "${p['field']}". Check its spelling in docs/models/lamp-maintenance.md.`,
    fr: (p) => `un modèle de pannes n’a pas de champ « ${p['field']} ». Vérifiez son orthographe dans docs/models/lamp-maintenance.md.`,
  },
  'failures-missing-field': {
    en: (p) => `the field "${p['field']}" is missing here. Add it as docs/models/lamp-maintenance.md shows.`,
    fr: (p) => `le champ « ${p['field']} » manque ici. Ajoutez-le comme le montre docs/models/lamp-maintenance.md.`,
  },
  'failures-wrong-field': {
    en: (p) => `this should be ${expected(p, 'en')}. Correct it; docs/models/lamp-maintenance.md has an example.`,
    fr: (p) => `on attend ici ${expected(p, 'fr')}. Corrigez ; docs/models/lamp-maintenance.md donne un exemple.`,
  },
  'failures-shares': {
    en: (p) => `the shares of the modes add up to ${p['sum']}. Every lamp fails in one of them: make them add up to 1.`,
    fr: (p) => `les parts des modes de panne totalisent ${p['sum']}. Chaque point lumineux tombe en panne selon l’un d’eux : leur somme doit faire 1.`,
  },
};
