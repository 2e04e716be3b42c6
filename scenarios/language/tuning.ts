
/** Words of the search for settings of priority. */
export const tuningWords = {
  whole: { fr: 'La ville entière d’abord, une fois : ce que dure chaque tronçon.', en: 'The whole city first, once: how long every link takes.' },
  searched: {
    fr: (line: string, junctions: string, trips: string, all: string) => `Ligne ${line} : ${junctions} carrefours, ${trips} trajets sur le corridor (${all} dans la ville).`,
    en: (line: string, junctions: string, trips: string, all: string) => `Line ${line}: ${junctions} junctions, ${trips} trips in the corridor (${all} in the city).`,
  },
  round: {
    fr: { spread: 'réglages répartis', again: 'meilleurs rejoués', bred: 'réglages dérivés' },
    en: { spread: 'settings spread out', again: 'the best of them again', bred: 'settings bred' },
  },
  roundLine: {
    fr: (name: string, settings: string, runs: string, front: string) => `${name} : ${settings} ; ${runs} simulations en tout ; front de ${front}`,
    en: (name: string, settings: string, runs: string, front: string) => `${name}: ${settings}; ${runs} runs in all; front of ${front}`,
  },
  testing: { fr: (seeds: string) => `Les réglages du front et les réglages connus, sur ${seeds} graines nouvelles.`, en: (seeds: string) => `Settings of the front and known settings, on ${seeds} seeds not seen before.` },
  why: { fr: 'réglage proposé par la recherche', en: 'a setting that the search proposes' },
  head: {
    fr: ['prol.', 'ant.', 'phase', 'att.', 'retour', 'retard', 'bus', 'autres', 'pers.'],
    en: ['ext.', 'early', 'stage', 'lock', 'recov.', 'late', 'bus', 'others', 'person'],
  },
  legend: {
    fr: 'prol. : prolongation du vert au plus (s) ; ant. : vert anticipé ; phase : durée minimale d’une phase écourtée (s) ; att. : attente après une priorité (cycles) ; retour au plan (cycles, 0 : non imposé) ; retard à partir duquel un bus est servi (s)',
    en: 'ext.: longest extension of a green (s); early: early green; stage: shortest stage when cut (s); lock: lockout after a priority (cycles); recov.: back on plan within (cycles, 0: not asked for); late: lateness from which a bus is served (s)',
  },
  yes: { fr: 'oui', en: 'yes' },
  no: { fr: 'non', en: 'no' },
  everybody: { fr: 'tous', en: 'all' },
  lostTitle: { fr: 'Temps perdu sur le corridor, en secondes (* réglage retenu : une personne y perd le moins)', en: 'Time lost in the corridor, seconds (* the chosen setting: a person loses least)' },
  known: {
    fr: { none: 'aucune', absolute: 'tout, tous', usual: 'usuel' } satisfies Record<'none' | 'absolute' | 'usual', string>,
    en: { none: 'none', absolute: 'all, for all', usual: 'usual' } satisfies Record<'none' | 'absolute' | 'usual', string>,
  },
  againstTitle: { fr: 'Réglage retenu, par rapport à :', en: 'The chosen setting, against:' },
  kinds: { fr: { busS: 'bus', otherS: 'autres', personS: 'personne' }, en: { busS: 'bus', otherS: 'others', personS: 'person' } },
  difference: {
    fr: (kind: string, mean: string, interval: string) => `${kind} ${mean} s ${interval}`,
    en: (kind: string, mean: string, interval: string) => `${kind} ${mean} s ${interval}`,
  },
  same: {
    fr: 'Le réglage retenu est l’un des réglages connus : la recherche n’a rien trouvé de mieux dans les limites des curseurs.',
    en: 'The chosen setting is one of the known ones: the search found nothing better within the bounds of its knobs.',
  },
  limits: {
    fr: 'Corridor seul : les véhicules y entrent à l’heure de la ville entière ; ce qui se passe au-delà n’est pas simulé. Occupants par hypothèse : 20 par bus, 60 par tram, 1,3 par voiture.',
    en: 'The corridor alone: vehicles enter it when they do in the whole city; what happens beyond is not simulated. People by assumption: 20 a bus, 60 a tram, 1.3 a car.',
  },
} as const;
