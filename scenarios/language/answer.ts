/** The answer of a comparison in plain sentences, for whoever knows no statistics: no word of intervals, levels or tests. */
export const answerWords = {
  falls: { fr: (what: string, by: string) => `${what} baisse de ${by}`, en: (what: string, by: string) => `${what} falls by ${by}` },
  rises: { fr: (what: string, by: string) => `${what} augmente de ${by}`, en: (what: string, by: string) => `${what} rises by ${by}` },
  between: { fr: (low: string, high: string) => `entre ${low} et ${high}`, en: (low: string, high: string) => `between ${low} and ${high}` },
  howSure: { fr: (between: string) => `${between}, 19 fois sur 20`, en: (between: string) => `${between}, 19 times out of 20` },
  inBrackets: { fr: (parts: string[]) => ` (${parts.join(' ; ')})`, en: (parts: string[]) => ` (${parts.join('; ')})` },
  holds: { fr: (what: string) => `${what} ne change pas`, en: (what: string) => `${what} does not change` },
  unclear: { fr: (what: string, between: string) => `aucune différence nette pour ${what}${between}`, en: (what: string, between: string) => `there is no clear difference in ${what}${between}` },
  amongMany: {
    fr: (sentence: string, count: number) => `${sentence}, mais parmi ${count} chiffres, le hasard seul peut en faire bouger un d’autant`,
    en: (sentence: string, count: number) => `${sentence}, but among ${count} figures chance alone can move one that far`,
  },
  onOneSeed: { fr: (sentence: string) => `${sentence} (une seule simulation de chaque côté : le hasard n’est pas exclu)`, en: (sentence: string) => `${sentence} (one run of each side only: chance is not ruled out)` },
  onFewSeeds: { fr: (sentence: string) => `${sentence} (trop peu de simulations pour conclure)`, en: (sentence: string) => `${sentence} (too few runs to tell)` },
  further: {
    fr: (clear: number, further: number) => `sur ${further} autre${further > 1 ? 's' : ''} chiffre${further > 1 ? 's' : ''}, ${clear} ${clear > 1 ? 'diffèrent' : 'diffère'} nettement`,
    en: (clear: number, further: number) => `of ${further} further figure${further > 1 ? 's' : ''}, ${clear} ${clear > 1 ? 'differ' : 'differs'} clearly`,
  },
  beside: {
    fr: (moved: string, more: number) => `en plus de ce qui était demandé, ${moved}${more > 0 ? ` ; ${more} autre${more > 1 ? 's chiffres diffèrent' : ' chiffre diffère'} nettement` : ''}`,
    en: (moved: string, more: number) => `beside what was asked, ${moved}${more > 0 ? `; ${more} more ${more === 1 ? 'figure differs' : 'figures differ'} clearly` : ''}`,
  },
  points: { fr: 'points', en: 'percentage points' },
  nothingMeasured: { fr: 'Ces simulations ne donnent rien à mesurer pour cette question.', en: 'These runs hold nothing to measure for this question.' },
  noneAskedMeasured: {
    fr: (others: number) => (others === 1 ? 'Rien de ce qui était demandé ne se mesure ici ; le seul autre chiffre ne diffère pas nettement.' : `Rien de ce qui était demandé ne se mesure ici ; aucun des ${others} autres chiffres ne diffère nettement.`),
    en: (others: number) => (others === 1 ? 'Nothing of what was asked can be measured here; the only other figure does not differ clearly.' : `Nothing of what was asked can be measured here; none of the ${others} other figures differs clearly.`),
  },
  // Behind the verdict of a figure that is clear alone and not among all.
  notClearAmong: { fr: (count: number) => `pas net parmi ${count} chiffres`, en: (count: number) => `not clear among ${count} figures` },
};
