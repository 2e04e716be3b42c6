/** Words of the search for lighting schedules. Constraints by the names that scenarios/tune/lighting gives them. */
export const lightingTuningWords = {
  title: { fr: (city: string) => `Programmes d’éclairage, ${city}`, en: (city: string) => `Lighting schedules, ${city}` },
  answer: {
    fr: (spare: string, kwh: string, now: string, change: string) => `Le moins d’énergie qui garde chaque rue dans sa classe à toute heure${spare} : ${kwh} kWh par an, contre ${now} aujourd’hui (${change}).`,
    en: (spare: string, kwh: string, now: string, change: string) => `The least energy that keeps every street in its class at every hour${spare}: ${kwh} kWh a year, against ${now} today (${change}).`,
  },
  spared: { fr: (percent: string) => `, sauf ${percent} % de la longueur de chaque zone`, en: (percent: string) => `, but for ${percent} % of the length of each zone` },
  adaptive: {
    fr: 'Des points lumineux suivent le trafic : ce que leurs règles leur font donner de plus ou de moins que leur programme n’est connu que d’une simulation.',
    en: 'Some lamps follow the traffic: what their rules make them give beyond or below their program only a run knows.',
  },
  limited: {
    fr: (kwh: string, limit: string, hours: string, perEuro: string) => `Retenu, dans la limite de ${limit} kWh : ${kwh} kWh par an ; ${hours} km × h de rues de plus passent sous leur classe, soit ${perEuro} km × h par euro économisé.`,
    en: (kwh: string, limit: string, hours: string, perEuro: string) => `Chosen, within the limit of ${limit} kWh: ${kwh} kWh a year; ${hours} km × h more of streets fall below their class, ${perEuro} km × h for each euro saved.`,
  },
  beyondLimit: {
    fr: (kwh: string, limit: string) => `Même aux niveaux les plus bas, l’éclairage prend ${kwh} kWh par an : la limite de ${limit} kWh est hors d’atteinte sans éteindre. Le programme proposé reste celui qui garde les classes.`,
    en: (kwh: string, limit: string) => `Even at the lowest levels lighting takes ${kwh} kWh a year: the limit of ${limit} kWh is out of reach without switching off. What is proposed stays the schedule that keeps classes.`,
  },
  withinLimit: { fr: (limit: string) => `C’est dans la limite de ${limit} kWh : rien n’est à abandonner.`, en: (limit: string) => `That is within the limit of ${limit} kWh: nothing has to be given up.` },
  columns: {
    fr: { kwh: 'kWh/an', eur: '€/an', co2: 'kg CO2/an', below: 'sous classe km × h', dark: 'éteint km × h', over: 'trop km × h' },
    en: { kwh: 'kWh/yr', eur: '€/yr', co2: 'kg CO2/yr', below: 'below km × h', dark: 'off km × h', over: 'over km × h' },
  },
  rows: {
    fr: { full: 'pleine puissance', now: 'aujourd’hui', best: 'le moins d’énergie', chosen: 'retenu' },
    en: { full: 'full output', now: 'today', best: 'least energy', chosen: 'chosen' },
  },
  programs: { fr: 'Programme de chaque zone (heure : % de la pleine puissance)', en: 'Program of each zone (time: % of full output)' },
  binding: {
    fr: (zone: string, street: string, hour: string, percent: string) => `${zone} : ${street} demande ${percent} % à ${hour} h`,
    en: (zone: string, street: string, hour: string, percent: string) => `${zone}: ${street} asks for ${percent} % at ${hour}:00`,
  },
  bindingTitle: { fr: 'Les rues qui commandent, à l’heure la plus calme de leur zone', en: 'The streets that bind, in the quietest hour of their zone' },
  constraintsTitle: { fr: 'Ce que coûte chaque contrainte (kWh par an)', en: 'What each constraint costs (kWh a year)' },
  constraints: {
    fr: {
      levels: (most: string) => `au plus ${most} niveaux par nuit`, ramps: () => 'variations lentes', leastOutput: (_: string, least: string) => `pas moins de ${least} %`,
      worstStreets: () => '1 % de plus de la longueur de chaque zone, ses rues les plus exigeantes', oneLevelAZone: () => 'un seul niveau par zone, au lieu d’un par rue et par heure',
      fixedClass: () => 'classe qui ne baisserait pas avec le trafic (en plus)', darkHours: () => 'éclairer les heures éteintes aujourd’hui (en plus)',
    },
    en: {
      levels: (most: string) => `${most} levels a night at most`, ramps: () => 'slow changes', leastOutput: (_: string, least: string) => `no less than ${least} %`,
      worstStreets: () => '1 % more of the length of each zone, its most demanding streets', oneLevelAZone: () => 'one level for a zone, instead of one for each street and hour',
      fixedClass: () => 'a class that would not fall with traffic (more)', darkHours: () => 'lighting the hours that are off today (more)',
    },
  },
  apart: {
    fr: (km: string, uneven: string, beyond: string, glaring: string) => `À part, ${km} km de rues restent sous leur classe à certaines heures, quel que soit le programme : ${uneven} km trop peu uniformes, ${beyond} km insuffisantes même à pleine puissance, ${glaring} km éblouissantes. Liste : streets-apart.csv.`,
    en: (km: string, uneven: string, beyond: string, glaring: string) => `Apart, ${km} km of streets stay below their class at some hours whatever the schedule: ${uneven} km too uneven, ${beyond} km too dim even at full output, ${glaring} km glaring. Listed in streets-apart.csv.`,
  },
  givenUp: { fr: (km: string) => `${km} km de rues sont abaissées sous leur classe, comme demandé.`, en: (km: string) => `${km} km of streets are dimmed below their class, as asked.` },
  nothingApart: { fr: 'Aucune rue ne reste sous sa classe.', en: 'No street stays below its class.' },
  replay: { fr: (path: string) => `Rejouer : npx jumeau compare baseline ${path}`, en: (path: string) => `Replay: npx jumeau compare baseline ${path}` },
  figure: {
    title: { fr: 'Programmes par zone', en: 'Schedules by zone' },
    about: {
      fr: (said: string) => `Part de la pleine puissance à chaque heure de la nuit : ce que demande la rue la plus exigeante de la zone (tireté) et le programme proposé. ${said}.`,
      en: (said: string) => `Share of full output in each hour of the night: what the most demanding street of the zone needs (dashed) and the schedule proposed. ${said}.`,
    },
    need: { fr: 'besoin de la rue la plus exigeante', en: 'need of the most demanding street' },
    level: { fr: 'programme proposé', en: 'schedule proposed' },
    zone: { fr: (zone: string, low: string, high: string) => `${zone} : de ${low} à ${high} %`, en: (zone: string, low: string, high: string) => `${zone}: ${low} to ${high} %` },
  },
} as const;
