import type { ProblemWords } from './problem-words.ts';

/** Words for changes of lines, demand and streets that do not fit a city, or of which more is to be known. */
export const trafficChangeProblems: ProblemWords = {
  'change-line-does-not-run': {
    en: (p) => `line "${p['line']}" leaves no first stop between ${p['from']} and ${p['until']}${Number(p['count']) > 1 ? ` (nor do ${Number(p['count']) - 1} others)` : ''}: there is no trip to go by. Choose a span in which it runs.`,
    fr: (p) => `aucun départ de la ligne « ${p['line']} » entre ${p['from']} et ${p['until']}${Number(p['count']) > 1 ? ` (ni de ${Number(p['count']) - 1} autres)` : ''} : il n’y a pas de course à prendre pour modèle. Choisissez une plage où elle circule.`,
  },
  'change-vehicles-needed': {
    en: (p) => `at its busiest the line takes ${p['after']} vehicles instead of ${p['before']}. The fleet has them.`,
    fr: (p) => `à l’heure la plus chargée, il faut ${p['after']} véhicules au lieu de ${p['before']}. Le parc les a.`,
  },
  'change-fleet-too-small': {
    en: (p) => `at its busiest the line takes ${p['after']} vehicles instead of ${p['before']}, and ${p['lacking']} of its vehicle blocks find none free in the fleet. They are simulated all the same: the answer is that of a larger fleet.`,
    fr: (p) => `à l’heure la plus chargée, il faut ${p['after']} véhicules au lieu de ${p['before']}, et ${p['lacking']} services n’en trouvent pas de libre dans le parc. Ils sont simulés tout de même : la réponse vaut pour un parc plus grand.`,
  },
};
