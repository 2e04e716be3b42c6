import type { Dictionary } from './language.ts';

/** What is said of an expectation beside what came of it. */
export const expectationWords = {
  heading: { fr: 'Ce qui était attendu', en: 'What was expected' },
  expected: { fr: 'Attendu', en: 'Expected' },
  found: { fr: 'Trouvé', en: 'Found' },
  outcome: { fr: 'Constat', en: 'Outcome' },
  outcomes: {
    fr: (outcome: string) => ({ 'as-expected': 'comme attendu', otherwise: 'autrement qu’attendu', unclear: 'pas encore net', unknown: 'non mesuré' })[outcome] ?? outcome,
    en: (outcome: string) => ({ 'as-expected': 'as expected', otherwise: 'otherwise than expected', unclear: 'not clear yet', unknown: 'not measured' })[outcome] ?? outcome,
  },
  line: {
    fr: (title: string, expected: string, found: string, outcome: string) => `${title} : ${expected} ; trouvé : ${found} – ${outcome}`,
    en: (title: string, expected: string, found: string, outcome: string) => `${title}: ${expected}; found: ${found} – ${outcome}`,
  },
  interval: { fr: (bounds: string) => `95 % : ${bounds}`, en: (bounds: string) => `95%: ${bounds}` },
  about: {
    fr: 'Écrit dans la question avant toute simulation. « Comme attendu » : la différence est dans les bornes, et son intervalle à 95 % du côté attendu (entre les bornes, si rien ne devait bouger). « Autrement qu’attendu » : l’intervalle est hors des bornes. « Pas encore net » : ni l’un ni l’autre, ou un écart qui n’est pas net parmi tous les chiffres regardés ensemble ; il faut plus de graines.',
    en: 'Written in the question before any run. “As expected”: the difference is within the bounds, and its 95% interval on the side expected (between the bounds, where nothing should move). “Otherwise than expected”: the interval is outside the bounds. “Not clear yet”: neither, or a difference that is not clear among all figures looked at together; it takes more seeds.',
  },
  otherSpan: {
    fr: (from: string, lasting: string) => `Attendu pour ${lasting} à partir de ${from} : ce n’est pas ce qui est simulé ici.`,
    en: (from: string, lasting: string) => `Expected of ${lasting} from ${from}: not what is simulated here.`,
  },
  keptOf: {
    fr: (count: number) => (count === 1 ? 'Une comparaison enregistrée de ces changements avec la ville telle qu’elle est' : `${count} comparaisons enregistrées de ces changements avec la ville telle qu’elle est, la plus récente d’abord`),
    en: (count: number) => (count === 1 ? 'One saved comparison of these changes with the city as it is' : `${count} saved comparisons of these changes with the city as it is, the newest first`),
  },
  keptNone: {
    fr: (file: string) => `Aucune comparaison enregistrée de ces changements avec la ville telle qu’elle est : npx jumeau compare baseline ${file}`,
    en: (file: string) => `No saved comparison of these changes with the city as it is: npx jumeau compare baseline ${file}`,
  },
  newest: { fr: (id: string) => `Attendu et trouvé dans la plus récente (npx jumeau report ${id})`, en: (id: string) => `Expected and found in the newest (npx jumeau report ${id})` },
} satisfies Dictionary;
