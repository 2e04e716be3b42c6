import type { Change } from '../changes/change.ts';
import type { Text } from '../../engine/foundation/text.ts';
import type { Dictionary } from './language.ts';

/** What `jumeau questions` and `jumeau schema` say. */
export const questionWords = {
  questionArgument: { fr: 'nom d’une question, ou fichier .yaml, .json ou .ts : la montre en entier', en: 'name of a question, or .yaml, .json or .ts file: shows all of it' },
  schemaAbout: { fr: 'écrit ce que peut contenir un fichier de question : schéma JSON pour les éditeurs (.json), page de référence (.md)', en: 'writes what a file of a question may hold: JSON Schema for editors (.json), reference page (.md)' },
  schemaOutOption: { fr: 'fichier à écrire, .json ou .md (sans lui : le schéma à l’écran)', en: 'file to write, .json or .md (without it: the schema on the screen)' },
  asked: {
    fr: (from: string, lasting: string, seeds: string, against: string) => `À partir de ${from}, pendant ${lasting}, ${seeds} ${seeds === '1' ? 'graine' : 'graines'}, comparée à « ${against} »`,
    en: (from: string, lasting: string, seeds: string, against: string) => `From ${from}, for ${lasting}, ${seeds} ${seeds === '1' ? 'seed' : 'seeds'}, held against "${against}"`,
  },
  changes: { fr: 'Changements', en: 'Changes' },
  noChanges: { fr: 'Aucun : la ville telle qu’elle est.', en: 'None: the city as it is.' },
  held: { fr: (city: string) => `Vérifié avec la ville (${city}) : tout ce que ces changements nomment y est, et rien ne se contredit.`, en: (city: string) => `Held against the city (${city}): all that these changes name is there, and nothing contradicts.` },
  notHeld: {
    fr: (file: string) => `Pas vérifié avec une ville : la ville de référence n’est pas encore construite ici. Avec une autre : npx jumeau questions ${file} --city ville.twin`,
    en: (file: string) => `Not held against a city: the reference city is not built here yet. Against another: npx jumeau questions ${file} --city city.twin`,
  },
  figures: { fr: 'Indicateurs, les plus importants d’abord', en: 'Figures, the most important first' },
  expected: { fr: 'Attendu, avant toute simulation', en: 'Expected, before anything is run' },
  falls: { fr: (range: string) => `baisse ${range}`, en: (range: string) => `falls ${range}` },
  rises: { fr: (range: string) => `augmente ${range}`, en: (range: string) => `rises ${range}` },
  stays: { fr: (most: string) => `ne change pas de plus de ${most}`, en: (most: string) => `does not move by more than ${most}` },
  staysExactly: { fr: 'ne change pas du tout', en: 'does not move at all' },
  between: { fr: (least: string, most: string) => `de ${least} à ${most}`, en: (least: string, most: string) => `by ${least} to ${most}` },
  foundInYear: { fr: 'Trouvé, sur un an, sans simulation', en: 'Found, over a year, without a run' },
  foundInRuns: { fr: (from: string, lasting: string, seeds: string) => `Trouvé à partir de ${from}, pendant ${lasting}, ${seeds} ${seeds === '1' ? 'graine' : 'graines'}`, en: (from: string, lasting: string, seeds: string) => `Found from ${from}, for ${lasting}, ${seeds} ${seeds === '1' ? 'seed' : 'seeds'}` },
  notFound: { fr: 'Pas encore de résultat enregistré.', en: 'No result is written down yet.' },
  interval: { fr: (low: string, high: string) => `95 % : ${low} à ${high}`, en: (low: string, high: string) => `95%: ${low} to ${high}` },
  because: { fr: (outcome: string, why: string) => `${outcome} : ${why}`, en: (outcome: string, why: string) => `${outcome}: ${why}` },
} satisfies Dictionary;

/** Titles of the kinds of change, for headings and forms. */
export const changeTitles: Readonly<Record<Change['change'], Text>> = {
  'dim-lamps': { fr: 'Abaisser l’éclairage', en: 'Dim lamps' },
  'lamp-replacement': { fr: 'Remplacer des lampes', en: 'Replace lamps' },
  'lighting-program': { fr: 'Programme d’éclairage', en: 'Lighting program' },
  'switching-rule': { fr: 'Allumage et extinction', en: 'Switching on and off' },
  'adaptive-lighting': { fr: 'Éclairage selon le trafic', en: 'Lighting by traffic' },
  'lighting-override': { fr: 'Ordre du poste de pilotage', en: 'Order of the control post' },
  'communication-loss': { fr: 'Perte de communication', en: 'Loss of communication' },
  'cabinet-control': { fr: 'Commande par point ou par armoire', en: 'Control by lamp or by cabinet' },
  'bus-priority': { fr: 'Priorité aux bus', en: 'Bus priority' },
  'priority-rules': { fr: 'Réglages de la priorité', en: 'Settings of priority' },
  transponders: { fr: 'Équipement de priorité des véhicules', en: 'Equipment of vehicles for priority' },
  'bus-holding': { fr: 'Régulation des lignes', en: 'Holding of lines' },
  'signal-control': { fr: 'Commande des feux', en: 'Control of signals' },
  'signal-plan': { fr: 'Plan de feux', en: 'Signal plan' },
  'close-link': { fr: 'Rue fermée', en: 'Closed street' },
  'close-lane': { fr: 'Voie fermée', en: 'Closed lane' },
  incident: { fr: 'Incident', en: 'Incident' },
  'limit-by-time': { fr: 'Vitesse limite à certaines heures', en: 'Speed limit by time' },
  divert: { fr: 'Déviation', en: 'Detour' },
  'weather-night': { fr: 'Intempéries', en: 'Weather' },
  headway: { fr: 'Intervalle de passage', en: 'Headway' },
  'timetable-shift': { fr: 'Horaires décalés', en: 'Shifted timetable' },
  'run-time': { fr: 'Temps de parcours prévus', en: 'Planned run times' },
  'demand-growth': { fr: 'Croissance du trafic', en: 'Growth of traffic' },
  'passenger-growth': { fr: 'Croissance de la fréquentation', en: 'Growth of ridership' },
  'event-crowd': { fr: 'Sortie d’un événement', en: 'Crowd of an event' },
  'bus-lane': { fr: 'Voie réservée aux bus', en: 'Bus lane' },
  'bollard-hours': { fr: 'Horaires des bornes', en: 'Hours of bollards' },
  'speed-limit': { fr: 'Vitesse limite', en: 'Speed limit' },
  preemption: { fr: 'Passage avant le plan de feux', en: 'Going before the signal plan' },
  'emergency-trip': { fr: 'Trajet de secours', en: 'Emergency trip' },
};
