/** Titles, legends and descriptions of the pictures of signals and priority. Descriptions are read aloud to people who do not see the picture. */
export const priorityFigureWords = {
  stages: { fr: (controller: string) => `Diagramme de phases, ${controller}`, en: (controller: string) => `Stage diagram, ${controller}` },
  stagesAbout: {
    fr: (cycle: string, stages: string, greens: string) => `Ce que montre chaque ligne de feux sur un cycle de ${cycle} s, en ${stages} phases. Durée de vert : ${greens}.`,
    en: (cycle: string, stages: string, greens: string) => `What every signal group shows over a cycle of ${cycle} s, in ${stages} stages. Green times: ${greens}.`,
  },
  stageNumbers: { fr: 'Phases ; dégagements hachurés', en: 'Stages; clearing times hatched' },
  green: { fr: 'vert', en: 'green' },
  permissive: { fr: 'vert, cède le passage', en: 'green, gives way' },
  amber: { fr: 'jaune', en: 'amber' },
  red: { fr: 'rouge', en: 'red' },
  secondsAxis: { fr: 'secondes depuis le début du cycle', en: 'seconds since the start of the cycle' },
  timeSpace: { fr: (corridor: string, side: string) => `Diagramme espace-temps, ${corridor} : ${side}`, en: (corridor: string, side: string) => `Time-space diagram, ${corridor}: ${side}` },
  timeSpaceAbout: {
    fr: (buses: string, signals: string, km: string, from: string, until: string) => `Trajectoires de ${buses} bus sur ${km} km et ${signals} carrefours à feux, de ${from} à ${until}. Là où une barre coupe la route, le feu n’est pas vert.`,
    en: (buses: string, signals: string, km: string, from: string, until: string) => `Ways of ${buses} buses over ${km} km and ${signals} signalised junctions, from ${from} to ${until}. Where a bar crosses the way, the signal is not green.`,
  },
  busTrack: { fr: 'un bus ; à plat : il attend', en: 'a bus; flat: it stands' },
  closedSignal: { fr: 'feu fermé dans le sens du bus', en: 'signal closed to the bus' },
  stopLine: { fr: 'arrêt', en: 'bus stop' },
  queue: { fr: (approach: string) => `File au début du vert, ${approach}`, en: (approach: string) => `Queue at the start of green, ${approach}` },
  queueAbout: {
    fr: (storage: string, read: string) => `Longueur de la file quand le vert commence, moyenne par cinq minutes. L’entrée mesure ${storage} m. ${read}`,
    en: (storage: string, read: string) => `Length of the queue when green begins, mean over five minutes. The approach is ${storage} m long. ${read}`,
  },
  queueRead: { fr: (side: string, most: string) => `${side} : au plus ${most} m.`, en: (side: string, most: string) => `${side}: at most ${most} m.` },
  storage: { fr: (metres: string) => `longueur de l’entrée : ${metres} m`, en: (metres: string) => `length of the approach: ${metres} m` },
  delays: { fr: (whose: string) => `Répartition du temps perdu, ${whose}`, en: (whose: string) => `Distribution of delay, ${whose}` },
  delaysAbout: { fr: (read: string) => `Barres de la part des passages selon le temps perdu. ${read}`, en: (read: string) => `Bars of the share of passages by delay. ${read}` },
  delaysRead: {
    fr: (side: string, mean: string, share: string, bin: string) => `${side} : ${mean} s en moyenne, ${share} % des passages perdent moins de ${bin} s.`,
    en: (side: string, mean: string, share: string, bin: string) => `${side}: ${mean} s on average, ${share}% of passages lose less than ${bin} s.`,
  },
  withMean: { fr: (side: string, mean: string) => `${side} (trait : moyenne ${mean} s)`, en: (side: string, mean: string) => `${side} (line: mean ${mean} s)` },
  delayAxis: { fr: 'temps perdu au carrefour (s)', en: 'delay at the junction (s)' },
} as const;
