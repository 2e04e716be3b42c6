/** Words of the search for settings of priority. Knobs and peers by the names that scenarios/tune gives them. */
export const tuningWords = {
  whole: { fr: 'La ville entière d’abord, une fois : ce que dure chaque tronçon.', en: 'The whole city first, once: how long every link takes.' },
  searched: {
    fr: (line: string, junctions: string, trips: string, all: string) => `Ligne ${line} : ${junctions} carrefours, ${trips} trajets sur le corridor (${all} dans la ville).`,
    en: (line: string, junctions: string, trips: string, all: string) => `Line ${line}: ${junctions} junctions, ${trips} trips in the corridor (${all} in the city).`,
  },
  round: {
    fr: { spread: 'réglages répartis', again: 'meilleurs rejoués', bred: 'réglages dérivés', junctions: 'réglages essayés à chaque carrefour', combined: 'combinaisons par carrefour', finalists: 'finalistes', tested: 'réglages éprouvés sur des graines nouvelles' },
    en: { spread: 'settings spread out', again: 'the best of them again', bred: 'settings bred', junctions: 'settings tried at each junction', combined: 'combinations by junction', finalists: 'finalists', tested: 'settings tested on unseen seeds' },
  },
  roundLine: {
    fr: (name: string, settings: string, runs: string) => `${name} : ${settings} ; ${runs} simulations en tout`,
    en: (name: string, settings: string, runs: string) => `${name}: ${settings}; ${runs} runs in all`,
  },
  why: { fr: 'réglage proposé par la recherche', en: 'a setting that the search proposes' },
  fromTable: { fr: 'réglage lu dans un tableau de réglages', en: 'a setting read from a table of settings' },
  junction: { fr: 'carrefour', en: 'junction' },
  streets: { fr: 'rues', en: 'streets' },
  /** Titles of the table of settings, each with its unit. */
  knobs: {
    fr: {
      longestExtensionS: 'prolongation du vert au plus (s)', earlyGreen: 'vert anticipé (oui/non)', shortestStageS: 'phase écourtée au moins (s)', clearQueueS: 'vert avant le bus pour la file (s)',
      lockoutCycles: 'attente après une priorité (cycles)', recoveryCycles: 'retour au plan (cycles, 0 : non imposé)', keepsOffset: 'décalage gardé après un vert anticipé (oui/non)', leastLateS: 'bus servi à partir d’un retard de (s, ou tous)',
    },
    en: {
      longestExtensionS: 'longest extension of green (s)', earlyGreen: 'early green (yes/no)', shortestStageS: 'shortest stage when cut (s)', clearQueueS: 'green before the bus for the queue (s)',
      lockoutCycles: 'lockout after a priority (cycles)', recoveryCycles: 'back on plan within (cycles, 0: not asked for)', keepsOffset: 'offset kept after an early green (yes/no)', leastLateS: 'bus served from a lateness of (s, or all)',
    },
  },
  head: {
    fr: ['prol.', 'ant.', 'phase', 'file', 'att.', 'ret.', 'déc.', 'retard', 'bus', 'autres', 'pers.'],
    en: ['ext.', 'early', 'stage', 'queue', 'lock', 'rec.', 'off.', 'late', 'bus', 'others', 'pers.'],
  },
  legend: {
    fr: 'prol. : prolongation du vert au plus (s) ; ant. : vert anticipé ; phase : durée minimale d’une phase écourtée (s) ; file : vert avant le bus pour la file (s) ; att. : attente après une priorité (cycles) ; ret. : retour au plan (cycles, 0 : non imposé) ; déc. : décalage gardé ; retard à partir duquel un bus est servi (s) ; ≠ : selon le carrefour',
    en: 'ext.: longest extension of a green (s); early: early green; stage: shortest stage when cut (s); queue: green before the bus for the queue (s); lock: lockout after a priority (cycles); rec.: back on plan within (cycles, 0: not asked for); off.: offset kept; late: lateness from which a bus is served (s); ≠: by junction',
  },
  yes: { fr: 'oui', en: 'yes' },
  no: { fr: 'non', en: 'no' },
  everybody: { fr: 'tous', en: 'all' },
  lostTitle: { fr: 'Temps perdu sur le corridor, en secondes (* réglage retenu : une personne y perd le moins)', en: 'Time lost in the corridor, seconds (* the chosen setting: a person loses least)' },
  known: {
    fr: { none: 'aucune', absolute: 'tout', usual: 'usuel', everywhere: 'partout' },
    en: { none: 'none', absolute: 'all', usual: 'usual', everywhere: 'alike' },
  },
  peers: {
    fr: { none: 'aucune priorité', absolute: 'tout, pour tous, partout', usual: 'réglage usuel, à la main', everywhere: 'le meilleur réglage identique partout' },
    en: { none: 'no priority', absolute: 'all, for all, everywhere', usual: 'the usual setting, by hand', everywhere: 'the best setting that is the same everywhere' },
  },
  picture: {
    title: { fr: 'Ce que perdent les bus, et ce que perdent les autres', en: 'What buses lose, and what others lose' },
    about: {
      fr: (said: string) => `Secondes perdues sur le corridor par un bus ou tram, en abscisse, et par un autre véhicule, en ordonnée ; en bas à gauche, tous y gagnent. ${said}.`,
      en: (said: string) => `Seconds lost in the corridor by a bus or tram, across, and by any other vehicle, up; towards the lower left everybody gains. ${said}.`,
    },
    across: { fr: 'perdu par un bus ou tram (s)', en: 'lost by a bus or tram (s)' },
    up: { fr: 'perdu par un autre véhicule (s)', en: 'lost by another vehicle (s)' },
    lost: { fr: (bus: string, others: string) => `bus ${bus} s, autres ${others} s`, en: (bus: string, others: string) => `bus ${bus} s, others ${others} s` },
    chosen: { fr: 'réglage retenu', en: 'the chosen settings' },
    front: { fr: 'front : nul autre ne fait mieux pour les deux', en: 'front: nothing found is better for both' },
    tried: { fr: 'essayé (graines de la recherche)', en: 'tried (seeds of the search)' },
  },
  againstTitle: { fr: 'Réglage retenu, par rapport à :', en: 'The chosen setting, against:' },
  kinds: { fr: { busS: 'bus', otherS: 'autres', personS: 'personne' }, en: { busS: 'bus', otherS: 'others', personS: 'person' } },
  difference: {
    fr: (kind: string, mean: string, interval: string) => `${kind} ${mean} s ${interval}`,
    en: (kind: string, mean: string, interval: string) => `${kind} ${mean} s ${interval}`,
  },
  same: {
    fr: 'Le réglage retenu est l’un de ceux-ci : la recherche n’a rien trouvé de mieux dans les limites des curseurs.',
    en: 'The chosen setting is one of these: the search found nothing better within the bounds of its knobs.',
  },
  alike: {
    fr: 'Aucun réglage par carrefour n’a fait mieux : le réglage retenu est le même partout.',
    en: 'Nothing by junction did better: the chosen setting is the same everywhere.',
  },
  noJunctions: {
    fr: 'Trop peu de simulations pour chercher carrefour par carrefour : un seul réglage pour tous.',
    en: 'Too few runs to search junction by junction: one setting for all of them.',
  },
  limits: {
    fr: 'Corridor seul : les véhicules y entrent à l’heure de la ville entière ; ce qui se passe au-delà n’est pas simulé. Occupants par hypothèse : 20 par bus, 60 par tram, 1,3 par voiture.',
    en: 'The corridor alone: vehicles enter it when they do in the whole city; what happens beyond is not simulated. People by assumption: 20 a bus, 60 a tram, 1.3 a car.',
  },
} as const;
