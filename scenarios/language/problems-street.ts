import { asWritten, type ProblemWords, type SayProblem } from './problem-words.ts';

/** Half a turn: the light goes to the houses; a quarter: C0 is not along the road. */
const whyTurned = {
  fr: (p: Parameters<SayProblem>[0]) => (p['moreDeg'] === 180 ? 'Il semble éclairer le côté opposé à la chaussée' : p['isIes'] ? 'Beaucoup de fichiers IES ont C0 en travers de la route' : 'C0 semble en travers de la route'),
  en: (p: Parameters<SayProblem>[0]) => (p['moreDeg'] === 180 ? 'It seems to light the side away from the carriageway' : p['isIes'] ? 'Many IES files have C0 across the road' : 'C0 seems to lie across the road'),
};

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
    fr: (p) => `tel quel le luminaire donne ${asWritten.fr(p['asIs'])} cd/m² ; avec une rotation de ${p['turnDeg']}° il en donnerait ${asWritten.fr(p['turned'])}. ${whyTurned.fr(p)} : vérifiez, et donnez --turn ${p['turnDeg']} au besoin.`,
    en: (p) => `as it is, the luminaire gives ${p['asIs']} cd/m²; with a turn of ${p['turnDeg']}° it would give ${p['turned']}. ${whyTurned.en(p)}: check it, and give --turn ${p['turnDeg']} if so.`,
  },
  'street-low': {
    fr: (p) => `les luminaires sont à ${asWritten.fr(p['heightM'])} m, pas plus haut que les yeux d’un conducteur (${asWritten.fr(p['eyesM'])} m) : EN 13201-3 ne dit rien de leur éblouissement, fTI reste inconnu et les classes M sont jugées sans lui.`,
    en: (p) => `luminaires are ${asWritten.en(p['heightM'])} m up, no higher than a driver’s eyes (${asWritten.en(p['eyesM'])} m): EN 13201-3 says nothing of their glare, fTI stays unknown and classes M are told without it.`,
  },
  'street-hours': {
    fr: (p) => `« ${p['value']} » n’est pas un temps du profil. Écrivez des heures par an, de 0 à ${asWritten.fr(p['most'])}, ou des heures et une part du flux : 2200@0,5.`,
    en: (p) => `"${p['value']}" is no time of a profile. Write hours a year, 0 to ${asWritten.en(p['most'])}, or hours and a share of the output: 2200@0.5.`,
  },
  'street-year': {
    fr: (p) => `le profil compte ${asWritten.fr(p['hours'])} h : une année n’en a pas plus de ${asWritten.fr(p['most'])}. Donnez moins d’heures.`,
    en: (p) => `the profile has ${asWritten.en(p['hours'])} h: a year has no more than ${asWritten.en(p['most'])}. Give fewer hours.`,
  },
};
