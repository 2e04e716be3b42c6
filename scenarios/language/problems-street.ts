import type { ProblemWords } from './problem-words.ts';

/** Words for what can be wrong with a question about the light of one street. */
export const streetProblems: ProblemWords = {
  'street-arrangement': {
    fr: (p) => `aucune implantation ne s’appelle « ${p['given']} ». Choisissez : ${p['known']}.`,
    en: (p) => `there is no arrangement "${p['given']}". Choose one of: ${p['known']}.`,
  },
  'street-surface': {
    fr: (p) => `aucun revêtement ne s’appelle « ${p['given']} ». Choisissez : ${p['known']}, ou donnez un fichier .csv.`,
    en: (p) => `there is no surface "${p['given']}". Choose one of: ${p['known']}, or give a .csv file.`,
  },
  'street-turned': {
    fr: (p) => `tel quel, C0 le long de la route, le luminaire donne ${String(p['asIs']).replace('.', ',')} cd/m² ; tourné de ${p['turnDeg']}° il en donnerait ${String(p['turned']).replace('.', ',')}. Beaucoup de fichiers IES ont C0 en travers de la route : vérifiez, et donnez --turn ${p['turnDeg']} au besoin.`,
    en: (p) => `as it is, with C0 along the road, the luminaire gives ${p['asIs']} cd/m²; turned by ${p['turnDeg']}° it would give ${p['turned']}. Many IES files have C0 across the road: check it, and give --turn ${p['turnDeg']} if so.`,
  },
  'street-hours': {
    fr: (p) => `« ${p['value']} » n’est pas un temps du profil. Écrivez des heures par an, de 0 à 8784, ou des heures et une part du flux : 2200@0.5.`,
    en: (p) => `"${p['value']}" is no time of a profile. Write hours a year, 0 to 8784, or hours and a share of the output: 2200@0.5.`,
  },
  'street-year': {
    fr: (p) => `le profil compte ${p['hours']} h : une année n’en a pas plus de 8784.`,
    en: (p) => `the profile has ${p['hours']} h: a year has no more than 8784.`,
  },
};
