import type { Text } from '../../engine/foundation/text.ts';

/** What a row of each table is, as SQL shows it and as docs/models/results.md has it. */
export const resultTableWords: Readonly<Record<string, Text>> = {
  runs: { fr: 'une ligne par résultat', en: 'one row a result' },
  indicators: { fr: 'chaque indicateur de chaque résultat', en: 'every indicator of every result' },
  trips: { fr: 'chaque départ de véhicule', en: 'every departure of a vehicle' },
  links: { fr: 'chaque tronçon, par quart d’heure où un véhicule y était', en: 'every link, by quarter of an hour in which a vehicle was on it' },
  stopVisits: { fr: 'chaque arrêt desservi par un bus ou un tram', en: 'every halt served by a bus or tram' },
  boardings: { fr: 'les voyageurs à chaque arrêt desservi, si la ville en a', en: 'people at every stop that a vehicle served, in a city that has passengers' },
  peopleAtStops: { fr: 'les voyageurs aux arrêts sur toute la durée', en: 'people at the stops of lines over the whole run' },
  signalPassages: { fr: 'chaque passage d’un véhicule de ligne à un feu', en: 'every time a vehicle of a line passed a signal' },
  lighting: { fr: 'l’éclairage, par zone et quart d’heure', en: 'lighting by zone and quarter of an hour' },
  lampSwitches: { fr: 'chaque changement de niveau d’une zone d’éclairage', en: 'every change of output of a lighting zone' },
  groupSwitches: { fr: 'le niveau de chaque groupe d’éclairage, tronçon par tronçon de temps', en: 'how the output of every lighting group moves, stretch by stretch' },
  groupedLamps: { fr: 'les lampes qui ne suivent pas leur zone', en: 'lamps that something sets apart from their zone' },
  signalChanges: { fr: 'chaque changement d’intervalle d’un contrôleur de feux', en: 'every change of interval of a controller' },
  aspectChanges: { fr: 'ce que montrent les lignes de feux entre deux phases', en: 'what signal groups show while their controller changes over' },
  detectors: { fr: 'ce que chaque détecteur a vu, par intervalle', en: 'what every detector has seen, by its interval' },
  minutes: { fr: 'tout le réseau, minute par minute', en: 'the whole network, minute by minute' },
  rescues: { fr: 'les véhicules débloqués', en: 'vehicles that were rescued: moved on because they had stood too long' },
  crossings: { fr: 'les piétons, par passage piéton et heure', en: 'people at crossings, by crossing and hour' },
  diversions: { fr: 'chaque véhicule qui a rencontré une fermeture', en: 'every time a driver met a closure' },
  tripEnergy: { fr: 'l’énergie prise par chaque trajet', en: 'the energy that each trip has taken' },
  linkEnergy: { fr: 'l’énergie par tronçon, heure et source', en: 'the energy by link, hour and source' },
  priorityDecisions: { fr: 'chaque réponse à une demande de priorité, et sa suite', en: 'what controllers answered who asked for priority, and what became of it' },
  junctionPassages: { fr: 'chaque passage par un carrefour à feux, si on l’enregistre', en: 'every passage of a vehicle through signals, in runs that keep a record of junctions' },
  laneGreens: { fr: 'chaque vert d’une voie devant des feux, si on l’enregistre', en: 'every green of a lane before signals, in runs that keep a record of junctions' },
};
