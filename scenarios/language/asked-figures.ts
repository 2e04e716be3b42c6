import type { Dictionary } from './language.ts';

/** How figures that were asked for and those looked at beside them are told apart. */
export const askedWords = {
  beside: { fr: 'Regardés aussi, jugés entre eux', en: 'Also looked at, judged among themselves' },
  // Of figures that chance has no part in, or of which nothing is judged.
  besideUnjudged: { fr: 'Regardés aussi', en: 'Also looked at' },
  aboutFamilies: {
    fr: (asked: string, beside: string) => `Les ${asked} chiffres de la question, choisis avant toute simulation, sont jugés ensemble ; les ${beside} autres, regardés pour leurs effets secondaires, le sont entre eux.`,
    en: (asked: string, beside: string) => `The ${asked} figures of the question, chosen before any run, are judged together; the ${beside} others, looked at for side effects, among themselves.`,
  },
  besideCount: {
    fr: (count: number) => (count === 1 ? 'un autre est identique ou sans différence nette' : `${count} autres sont identiques ou sans différence nette`),
    en: (count: number) => (count === 1 ? '1 other is the same or not clear' : `${count} others are the same or not clear`),
  },
  besideTooFew: {
    fr: (count: number) => (count === 1 ? 'un autre, dont si peu de simulations ne disent rien de sûr' : `${count} autres, dont si peu de simulations ne disent rien de sûr`),
    en: (count: number) => (count === 1 ? '1 other, of which so few runs tell nothing for sure' : `${count} others, of which so few runs tell nothing for sure`),
  },
  showAll: { fr: (said: string) => `${said} : --all les montre`, en: (said: string) => `${said}: --all shows them` },
  besideClear: { fr: 'Changent aussi nettement, sans avoir été demandés (jugés entre eux)', en: 'Also changed clearly, without being asked for (judged among themselves)' },
  besideClearUnjudged: { fr: 'Changent aussi nettement, sans avoir été demandés', en: 'Also changed clearly, without being asked for' },
  allOption: { fr: 'montre aussi les chiffres non demandés qui ne changent pas nettement', en: 'also shows figures that were not asked for and do not differ clearly' },
} satisfies Dictionary;
