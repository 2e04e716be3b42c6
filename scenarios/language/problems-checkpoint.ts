import type { ProblemWords } from './problem-words.ts';

/** Words for what can be wrong with a checkpoint: why a stopped run cannot be gone on with, and what to do. */
export const checkpointProblems: ProblemWords = {
  'checkpoint-not-whole': {
    fr: () => 'ce n’est pas un point d’arrêt entier de cette version. Refaites-le avec « jumeau run ... --checkpoint ».',
    en: () => 'this is not a whole checkpoint of this version. Make it again with "jumeau run ... --checkpoint".',
  },
  'checkpoint-altered': {
    fr: () => 'ce point d’arrêt a été modifié ou abîmé depuis qu’il a été écrit. Reprenez une copie, ou refaites-le.',
    en: () => 'this checkpoint was altered or damaged since it was written. Take a copy of it, or make it again.',
  },
  'checkpoint-other-city': {
    fr: (p) => `ce point d’arrêt a été fait sur une autre ville (${p['made']}) que celle demandée (${p['asked']}). Donnez la même ville, ou refaites-le sur celle-ci.`,
    en: (p) => `this checkpoint was made on another city (${p['made']}) than the one asked for (${p['asked']}). Give the same city, or make it again on this one.`,
  },
  'checkpoint-other-engine': {
    fr: (p) => `ce point d’arrêt a été fait par une autre version du moteur (${p['made']}, ici ${p['here']}) : la suite ne serait pas la même. Refaites-le avec cette version.`,
    en: (p) => `this checkpoint was made by another version of the engine (${p['made']}, here ${p['here']}): what follows would not be the same. Make it again with this version.`,
  },
  'checkpoint-other-setting': {
    fr: (p) => `la simulation arrêtée avait ${p['option']} ${p['made']}, et non ${p['asked']}. Une reprise garde ce réglage : retirez l’option.`,
    en: (p) => `the run that was stopped had ${p['option']} ${p['made']}, not ${p['asked']}. What goes on keeps this setting: leave the option out.`,
  },
  'checkpoint-past-the-end': {
    fr: (p) => `la simulation s’est arrêtée à ${p['at']}, et la fin demandée est ${p['until']}. Demandez plus longtemps avec --hours.`,
    en: (p) => `the run was stopped at ${p['at']}, and the end asked for is ${p['until']}. Ask for longer with --hours.`,
  },
  'checkpoint-other-rows': {
    fr: () => 'cette question change les rues ou les départs que la simulation arrêtée a comptés : elle ne peut pas partir de ce point d’arrêt. Simulez-la depuis le début.',
    en: () => 'this question changes streets or departures that the stopped run has counted: it cannot begin at this checkpoint. Run it from the start.',
  },
  'checkpoint-other-length': {
    fr: (p) => `cette colonne a ${p['rows']} lignes, et la ville en demande ${p['wanted']}. Refaites le point d’arrêt.`,
    en: (p) => `this column has ${p['rows']} rows, and the city asks for ${p['wanted']}. Make the checkpoint again.`,
  },
  'checkpoint-no-number': {
    fr: () => 'il manque ici un nombre. Refaites le point d’arrêt avec « jumeau run ... --checkpoint ».',
    en: () => 'a number is missing here. Make the checkpoint again with "jumeau run ... --checkpoint".',
  },
  'checkpoint-no-such-row': {
    fr: (p) => `cette colonne nomme la ligne ${p['row']}, qui n’existe pas. Refaites le point d’arrêt.`,
    en: (p) => `this column names row ${p['row']}, which does not exist. Make the checkpoint again.`,
  },
  'checkpoint-chain-broken': {
    fr: () => 'les véhicules ne se suivent pas comme ils le disent. Refaites le point d’arrêt avec « jumeau run ... --checkpoint ».',
    en: () => 'vehicles do not follow each other as they say they do. Make the checkpoint again with "jumeau run ... --checkpoint".',
  },
  'checkpoint-off-the-road': {
    fr: () => 'un véhicule est hors de sa voie, ou plus rapide qu’aucun véhicule. Refaites le point d’arrêt.',
    en: () => 'a vehicle is off its lane, or faster than any vehicle. Make the checkpoint again.',
  },
  'checkpoint-wrong-clock': {
    fr: () => 'cette heure ne va pas avec celle de la simulation arrêtée. Refaites le point d’arrêt avec « jumeau run ... --checkpoint ».',
    en: () => 'this time does not go with that of the stopped run. Make the checkpoint again with "jumeau run ... --checkpoint".',
  },
};
