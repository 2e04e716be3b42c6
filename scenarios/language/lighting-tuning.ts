/** Words of the search for lighting schedules. Constraints by the names that scenarios/tune/lighting gives them. */
export const lightingTuningWords = {
  title: { fr: (city: string) => `Programmes d’éclairage, ${city}`, en: (city: string) => `Lighting schedules, ${city}` },
  answer: {
    fr: (spare: string, kwh: string, now: string, change: string) => `Le moins d’énergie qui n’abaisse aucune rue sous sa classe, à toute heure${spare} : ${kwh} kWh par an, contre ${now} aujourd’hui (${change}).`,
    en: (spare: string, kwh: string, now: string, change: string) => `The least energy that dims no street below its class at any hour${spare}: ${kwh} kWh a year, against ${now} today (${change}).`,
  },
  /** What changes of the search say of themselves. */
  why: { fr: 'programme proposé par la recherche : le moins d’énergie qui n’abaisse aucune rue sous sa classe', en: 'a program that the search proposes: the least energy that dims no street below its class' },
  overLit: {
    fr: (kmH: string) => `Trop éclairées malgré cela : ${kmH} km × h de rues de classe P, au-dessus de 1,5 fois la moyenne de leur classe, ce qu’EN 13201-2 (tableau 3) n’admet pas. Un niveau pour toute la zone suit sa rue la plus exigeante.`,
    en: (kmH: string) => `Lit too much all the same: ${kmH} km × h of streets of P classes, above 1.5 times the mean of their class, which EN 13201-2 (table 3) does not allow. One level for a whole zone follows its most demanding street.`,
  },
  unknown: {
    fr: (km: string) => `Hors du calcul, ${km} km de rues de lumière inconnue (pas de photométrie) : on ne sait pas si le programme les abaisse sous leur classe.`,
    en: (km: string) => `Not in the reckoning: ${km} km of streets whose light is unknown (no photometric data); nobody can say whether the schedule dims them below their class.`,
  },
  spared: { fr: (percent: string) => `, sauf ${percent} % de la longueur de chaque zone`, en: (percent: string) => `, but for ${percent}% of the length of each zone` },
  dearer: {
    fr: (spare: string, kwh: string, change: string) => `C’est plus qu’aujourd’hui, où des rues restent sous leur classe : les rues les plus exigeantes commandent toute leur zone. Avec --spare ${spare}, qui laisse de côté ${spare} % de la longueur de chaque zone, ${kwh} kWh par an suffisent (${change} par rapport à aujourd’hui).`,
    en: (spare: string, kwh: string, change: string) => `That is more than today, when streets are left below their class: the most demanding streets decide for their whole zone. With --spare ${spare}, which leaves out ${spare}% of the length of each zone, ${kwh} kWh a year do (${change} against today).`,
  },
  adaptive: {
    fr: 'Des points lumineux suivent le trafic : ce que leurs règles leur font donner de plus ou de moins que leur programme n’est connu que d’une simulation.',
    en: 'Some lamps follow the traffic: what their rules make them give beyond or below their program only a run knows.',
  },
  limited: {
    fr: (kwh: string, limit: string, hours: string, perEuro: string) => `Retenu, dans la limite de ${limit} kWh : ${kwh} kWh par an ; ${hours} km × h de rues de plus passent sous leur classe, soit ${perEuro} km × h par euro économisé.`,
    en: (kwh: string, limit: string, hours: string, perEuro: string) => `Chosen, within the limit of ${limit} kWh: ${kwh} kWh a year; ${hours} km × h more of streets fall below their class, ${perEuro} km × h for each euro saved.`,
  },
  nextPoint: {
    fr: (unused: string, next: string) => `${unused} kWh de la limite restent sans emploi : le point suivant de trade-off.csv prend ${next} kWh par an, et les programmes entre les deux ne sont pas cherchés. Un programme écrit à la main peut mieux s’en servir.`,
    en: (unused: string, next: string) => `${unused} kWh of the limit stay unused: the next point of trade-off.csv takes ${next} kWh a year, and schedules between the two are not searched. One written by hand may use them better.`,
  },
  beyondLimit: {
    fr: (kwh: string, limit: string) => `Même aux niveaux les plus bas, l’éclairage prend ${kwh} kWh par an : la limite de ${limit} kWh est hors d’atteinte sans éteindre. Le programme proposé reste celui qui n’abaisse aucune rue sous sa classe.`,
    en: (kwh: string, limit: string) => `Even at the lowest levels lighting takes ${kwh} kWh a year: the limit of ${limit} kWh is out of reach without switching off. What is proposed stays the schedule that dims no street below its class.`,
  },
  withinLimit: { fr: (limit: string) => `C’est dans la limite de ${limit} kWh : rien n’est à abandonner.`, en: (limit: string) => `That is within the limit of ${limit} kWh: nothing has to be given up.` },
  columns: {
    fr: { kwh: 'kWh/an', eur: '€/an', co2: 'kg CO2/an', below: 'sous leur classe km × h', dark: 'éteintes km × h', over: 'trop éclairées km × h' },
    en: { kwh: 'kWh/yr', eur: '€/yr', co2: 'kg CO2/yr', below: 'below their class km × h', dark: 'switched off km × h', over: 'lit too much km × h' },
  },
  defined: {
    fr: 'km × h : longueur de rues × heures de nuit de l’année ; sous leur classe : allumées, celles qui sont éteintes à part.',
    en: 'km × h: length of streets × hours of darkness of the year; below their class: lit, those switched off apart.',
  },
  rows: {
    fr: { full: 'pleine puissance', now: 'aujourd’hui', best: 'le moins d’énergie', chosen: 'retenu' },
    en: { full: 'full output', now: 'today', best: 'least energy', chosen: 'chosen' },
  },
  programs: { fr: 'Programme de chaque zone (% de la pleine puissance, de l’allumage à l’extinction)', en: 'Program of each zone (% of full output, from dusk to dawn)' },
  allNight: { fr: (percent: string) => `${percent} toute la nuit`, en: (percent: string) => `${percent} all night` },
  off: { fr: 'éteint', en: 'off' },
  step: { fr: (output: string, time: string) => `${output} dès ${time}`, en: (output: string, time: string) => `${output} from ${time}` },
  changes: {
    fr: (ramp: string) => `Un niveau change d’au plus ${ramp} par minute, et monte avant l’heure où il est demandé. Dans settings.json le premier niveau de chaque programme part de 12:00 : les points lumineux sont alors éteints.`,
    en: (ramp: string) => `A level changes by no more than ${ramp} a minute, and rises before the hour that asks for it. In settings.json the first level of each program is from 12:00, when lamps are off anyway.`,
  },
  /** `hour` is empty where the zone needs the same in all of them. */
  binding: {
    fr: (zone: string, street: string, hour: string, percent: string) => `${zone} : ${street} demande ${percent} % ${hour === '' ? 'à toute heure' : `à ${hour} h, l’heure la moins exigeante`}`,
    en: (zone: string, street: string, hour: string, percent: string) => `${zone}: ${street} asks for ${percent}% ${hour === '' ? 'at every hour' : `at ${hour}:00, the least demanding hour`}`,
  },
  bindingTitle: {
    fr: (isSparing: boolean) => `Les rues qui commandent le niveau de leur zone${isSparing ? ', une fois laissées de côté celles qui demandent le plus (--spare)' : ''}`,
    en: (isSparing: boolean) => `The streets that decide for their zone${isSparing ? ', those left out that ask for most (--spare)' : ''}`,
  },
  constraintsTitle: { fr: 'Ce que coûte chaque contrainte : kWh par an de moins, ou de plus, si…', en: 'What each constraint costs: kWh a year less, or more, if…' },
  constraints: {
    fr: {
      levels: (most: string) => `… une nuit pouvait avoir plus de ${most} niveaux`, ramps: () => '… les niveaux changeaient d’un coup', leastOutput: (_: string, least: string) => `… on pouvait descendre sous ${least} %`,
      worstStreets: () => '… 1 % de plus de la longueur de chaque zone, ses rues les plus exigeantes, pouvait passer sous sa classe (--spare)',
      oneLevelAZone: () => '… chaque rue avait son niveau à chaque heure, au lieu d’un pour toute sa zone', fixedClass: () => '… la classe ne baissait pas avec le trafic', darkHours: () => '… les heures éteintes aujourd’hui étaient éclairées',
    },
    en: {
      levels: (most: string) => `… a night could have more than ${most} levels`, ramps: () => '… levels changed at once', leastOutput: (_: string, least: string) => `… levels could go below ${least}%`,
      worstStreets: () => '… 1% more of the length of each zone, its most demanding streets, could fall below its class (--spare)',
      oneLevelAZone: () => '… every street had its own level in every hour, instead of one for its whole zone', fixedClass: () => '… classes did not fall with traffic', darkHours: () => '… the hours that are off today were lit',
    },
  },
  apart: {
    fr: (km: string, uneven: string, beyond: string, glaring: string) => `À part, ${km} km de rues restent sous leur classe à certaines heures, quel que soit le programme : ${uneven} km trop peu uniformes, ${beyond} km insuffisantes même à pleine puissance, ${glaring} km éblouissantes. Liste : streets-apart.csv.`,
    en: (km: string, uneven: string, beyond: string, glaring: string) => `Apart, ${km} km of streets stay below their class at some hours whatever the schedule: ${uneven} km too uneven, ${beyond} km too dim even at full output, ${glaring} km glaring. Listed in streets-apart.csv.`,
  },
  givenUp: {
    fr: (km: string, spare: string) => `${km} km de rues sont abaissées sous leur classe à une heure au moins de l’année, comme demandé : à chaque heure, au plus ${spare} % de la longueur de chaque zone, mais ce ne sont pas les mêmes rues à toute heure.`,
    en: (km: string, spare: string) => `${km} km of streets are dimmed below their class in at least one hour of the year, as asked: at most ${spare} % of the length of each zone in any hour, but not the same streets in all of them.`,
  },
  givenUpForLimit: {
    fr: (km: string) => `${km} km de rues sont abaissées sous leur classe à une heure au moins de l’année, pour tenir la limite demandée.`,
    en: (km: string) => `${km} km of streets are dimmed below their class in at least one hour of the year, to keep to the limit asked for.`,
  },
  leftBelow: {
    fr: (km: string) => `${km} km de rues restent abaissées sous leur classe à une heure au moins de l’année, par des programmes que la recherche n’a pas changés.`,
    en: (km: string) => `${km} km of streets stay dimmed below their class in at least one hour of the year, by programs that the search did not change.`,
  },
  nothingApart: { fr: 'Aucune rue ne reste sous sa classe.', en: 'No street stays below its class.' },
  replay: { fr: (path: string) => `Rejouer : npx jumeau compare baseline ${path}`, en: (path: string) => `Replay: npx jumeau compare baseline ${path}` },
  figure: {
    title: { fr: 'Programmes par zone', en: 'Schedules by zone' },
    about: {
      fr: (said: string) => `Part de la pleine puissance à chaque heure de la nuit : ce que demande la rue qui commande dans la zone (tireté) et le programme proposé. ${said}.`,
      en: (said: string) => `Share of full output in each hour of the night: what the street that decides for the zone needs (dashed) and the schedule proposed. ${said}.`,
    },
    need: { fr: 'besoin de la rue qui commande', en: 'need of the street that decides' },
    level: { fr: 'programme proposé', en: 'schedule proposed' },
    zone: { fr: (zone: string, low: string, high: string) => `${zone} : de ${low} à ${high} %`, en: (zone: string, low: string, high: string) => `${zone}: ${low} to ${high}%` },
  },
} as const;
