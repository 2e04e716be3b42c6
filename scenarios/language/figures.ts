/** Titles and descriptions of the figures. Descriptions are read aloud to people who do not see the picture. */
export const figureWords = {
  lampPower: { fr: 'Puissance de l’éclairage au fil de la journée (kW)', en: 'Lighting power through the day (kW)' },
  lampPowerAbout: {
    fr: (sides: string, most: string, least: string) => `Courbes de la puissance prise par tous les points lumineux. ${sides}. Au plus ${most} kW, au moins ${least} kW.`,
    en: (sides: string, most: string, least: string) => `Curves of the power taken by all lamps. ${sides}. At most ${most} kW, at least ${least} kW.`,
  },
  zoneEnergy: { fr: 'Énergie annuelle par zone d’éclairage (MWh)', en: 'Yearly energy by lighting zone (MWh)' },
  zoneEnergyUnknown: {
    fr: 'Inconnue : des points lumineux suivent le trafic, et une année de leur éclairage demande une année de trafic.',
    en: 'Not known: some lamps follow the traffic, and a year of their light takes a year of traffic.',
  },
  zoneEnergyOfOneNight: { fr: 'Laissée de côté : une année n’est pas faite de telles nuits.', en: 'Left out: no year is made of such nights.' },
  zoneEnergyAbout: {
    fr: (zones: string) => `Barres de l’énergie annuelle en MWh, par zone : ${zones}.`,
    en: (zones: string) => `Bars of the yearly energy in MWh, by zone: ${zones}.`,
  },
  busDelay: { fr: 'Retard moyen des bus par ligne (s)', en: 'Mean delay of buses by line (s)' },
  busDelayAbout: {
    fr: (lines: string) => `Barres du retard moyen au départ des arrêts, en secondes, par ligne : ${lines}.`,
    en: (lines: string) => `Bars of the mean delay on leaving stops, in seconds, by line: ${lines}.`,
  },
  linesShown: {
    fr: (shown: string, all: string) => `Les ${shown} lignes de bus les plus fréquentes, sur ${all}.`,
    en: (shown: string, all: string) => `The ${shown} busiest bus lines of ${all}.`,
  },
  linesShownAsked: {
    fr: (shown: string, all: string) => `Celles que la question concerne, puis les plus fréquentes : ${shown} lignes de bus sur ${all}.`,
    en: (shown: string, all: string) => `Those that the question is about, then the busiest: ${shown} bus lines of ${all}.`,
  },
  lineAsked: { fr: (line: string) => `${line} ◂ la question porte sur elle`, en: (line: string) => `${line} ◂ what the question is about` },
  running: { fr: 'Véhicules en circulation', en: 'Vehicles on the road' },
  runningAbout: {
    fr: (sides: string, most: string) => `Courbes du nombre de véhicules présents sur le réseau. ${sides}. Au plus ${most}.`,
    en: (sides: string, most: string) => `Curves of the number of vehicles on the network. ${sides}. At most ${most}.`,
  },
} as const;
