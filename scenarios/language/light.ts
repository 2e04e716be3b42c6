/** Words of `jumeau light`: verdicts by the names of `lightVerdict`, criteria by those of `RoadLighting` and of the order of 2018. */
export const lightWords = {
  title: { fr: (city: string) => `Lumière des rues, ${city}`, en: (city: string) => `Light of the streets, ${city}` },
  /** `known`, `unknown`: km whose light is known, and is not; `known` is empty where that is all of them. Shares are of what is known. */
  answer: {
    fr: (km: string, [known, unknown]: readonly [string, string], below: string, over: string, dark: string) =>
      `${km} km de rues éclairées${known === '' ? '' : `, dont ${unknown} km de lumière inconnue (pas de photométrie)`} ; en moyenne sur les nuits de l’année, ${below} ${known === '' ? 'de cette longueur' : `des ${known} km de lumière connue`} sous leur classe, ${over} trop éclairées, ${dark} éteintes.`,
    en: (km: string, [known, unknown]: readonly [string, string], below: string, over: string, dark: string) =>
      `${km} km of lit streets${known === '' ? '' : `, the light of ${unknown} km unknown (no photometric data)`}; over the nights of the year, on average, ${below} of ${known === '' ? 'that length' : `the ${known} km whose light is known`} below their class, ${over} lit too much, ${dark} switched off.`,
  },
  nothingKnown: {
    fr: (km: string) => `${km} km de rues éclairées, toutes de lumière inconnue (pas de photométrie) : on ne sait pas si elles tiennent leur classe.`,
    en: (km: string) => `${km} km of lit streets, the light of all of them unknown (no photometric data): nobody can say whether they keep their class.`,
  },
  defined: {
    fr: (km: string) => `Sous leur classe : allumées, mais avec moins que ce que leur classe demande à cette heure ; éteintes : comptées à part. Une rue va d’un carrefour au suivant. L’indicateur lighting-below-class-km de « compare » prend les deux ensemble : ${km} km en moyenne sur la nuit.`,
    en: (km: string) => `Below their class: lit, but with less than their class asks for at that hour; switched off: counted apart. A street goes from one junction to the next. The indicator lighting-below-class-km of "compare" takes both together: ${km} km, mean of the night.`,
  },
  byZone: { fr: 'Par zone (parts de longueur × heures de nuit de l’année)', en: 'By zone (shares of length × hours of darkness of the year)' },
  traffic: {
    fr: { planned: 'trafic : journée prévue (itinéraires planifiés)', counted: 'trafic : compté par la simulation', none: 'trafic : inconnu, pris pour moyen' },
    en: { planned: 'traffic: the planned day (planned routes)', counted: 'traffic: as the run counted it', none: 'traffic: unknown, taken for moderate' },
  },
  zone: { fr: 'zone', en: 'zone' },
  noZone: { fr: '(sans zone)', en: '(no zone)' },
  allZones: { fr: 'toutes', en: 'all' },
  streets: { fr: 'rues', en: 'streets' },
  km: { fr: 'km', en: 'km' },
  unknownKm: { fr: 'inconnu km', en: 'unknown km' },
  belowPercent: { fr: 'sous classe %', en: 'below %' },
  darkPercent: { fr: 'éteint %', en: 'off %' },
  overLitPercent: { fr: 'trop %', en: 'over %' },
  dpMwPerLxM2: { fr: 'D_P mW/(lx·m²)', en: 'D_P mW/(lx·m²)' },
  deKwhPerM2: { fr: 'D_E kWh/m²/an', en: 'D_E kWh/m²/yr' },
  indicators: {
    fr: 'D_P et D_E selon EN 13201-5, à lire ensemble : D_P à pleine puissance, D_E avec le programme de l’année ; chaussées seules.',
    en: 'D_P and D_E by EN 13201-5, to be read together: D_P at full output, D_E with the schedule of the year; carriageways alone.',
  },
  byHour: { fr: 'Sous leur classe, par heure de nuit (% de la longueur, éteintes à part)', en: 'Below their class by hour of darkness (% of length, those switched off apart)' },
  atTime: { fr: (time: string, day: string) => `À ${time}, ${day}`, en: (time: string, day: string) => `At ${time}, ${day}` },
  byDay: { fr: (time: string) => `À ${time} aucun point lumineux ne brûle ce jour-là.`, en: (time: string) => `At ${time} no lamp burns on that day.` },
  verdicts: {
    fr: { keeps: 'dans leur classe', overLit: 'trop éclairées', tooDim: 'trop abaissées', notAtFull: 'insuffisantes même à pleine puissance', uneven: 'trop peu uniformes', glaring: 'éblouissantes', dark: 'éteintes', unknown: 'lumière inconnue' },
    en: { keeps: 'within their class', overLit: 'lit too much', tooDim: 'dimmed too far', notAtFull: 'too dim even at full output', uneven: 'too uneven', glaring: 'glaring', dark: 'switched off', unknown: 'light unknown' },
  },
  oneVerdict: {
    fr: { tooDim: 'trop abaissée', notAtFull: 'insuffisante même à pleine puissance', uneven: 'trop peu uniforme à toute puissance', glaring: 'éblouissante' },
    en: { tooDim: 'dimmed too far', notAtFull: 'too dim even at full output', uneven: 'too uneven at any output', glaring: 'glaring' },
  },
  belowThen: {
    fr: (count: string) => `Sous leur classe à cette heure : ${count} rues, celles où il manque le plus d’abord (longueur × part qui manque)`,
    en: (count: string) => `Below their class at this hour: ${count} streets, those that lack most first (length × share that is missing)`,
  },
  noneBelowThen: {
    fr: (isAllKnown: boolean) => `Aucune rue allumée${isAllKnown ? '' : ' de lumière connue'} n’est sous sa classe à cette heure.`,
    en: (isAllKnown: boolean) => `No lit street${isAllKnown ? '' : ' whose light is known'} is below its class at this hour.`,
  },
  thenLine: {
    fr: (street: string, km: string, className: string, output: string, missed: string, verdict: string) => `${street} : ${km} km ; ${className} demandée, ${output} de la puissance, ${missed} (${verdict})`,
    en: (street: string, km: string, className: string, output: string, missed: string, verdict: string) => `${street}: ${km} km; ${className} asked for, ${output} of output, ${missed} (${verdict})`,
  },
  criteria: {
    fr: { lavCdM2: 'Lav', uo: 'Uo', ul: 'Ul', fTiPct: 'fTI', rei: 'REI', eavLx: 'Eav', eminLx: 'Emin', eUo: 'Uo (lx)' },
    en: { lavCdM2: 'Lav', uo: 'Uo', ul: 'Ul', fTiPct: 'fTI', rei: 'REI', eavLx: 'Eav', eminLx: 'Emin', eUo: 'Uo (lx)' },
  },
  units: {
    fr: { lavCdM2: 'cd/m²', uo: '', ul: '', fTiPct: '%', rei: '', eavLx: 'lx', eminLx: 'lx', eUo: '' },
    en: { lavCdM2: 'cd/m²', uo: '', ul: '', fTiPct: '%', rei: '', eavLx: 'lx', eminLx: 'lx', eUo: '' },
  },
  worst: {
    fr: (count: string) => `Sous leur classe à une heure au moins de l’année : ${count} rues, celles où il manque le plus d’abord (longueur × heures × part qui manque)`,
    en: (count: string) => `Below their class in at least one hour of the year: ${count} streets, those that lack most first (length × hours × share that is missing)`,
  },
  worstLine: {
    fr: (street: string, km: string, hours: string, asked: string, hour: string, missed: string, verdict: string) => `${street} : ${km} km, ${hours} h par an ; ${asked} demandée à ${hour} h, ${missed} (${verdict})`,
    en: (street: string, km: string, hours: string, asked: string, hour: string, missed: string, verdict: string) => `${street}: ${km} km, ${hours} h a year; ${asked} asked for at ${hour}:00, ${missed} (${verdict})`,
  },
  missed: {
    fr: (criterion: string, value: string, asked: string, unit: string) => `${criterion} ${value} au lieu de ${asked}${unit ? ` ${unit}` : ''}`,
    en: (criterion: string, value: string, asked: string, unit: string) => `${criterion} ${value} instead of ${asked}${unit ? ` ${unit}` : ''}`,
  },
  /** `file` is where all of them are, empty where none was asked for. */
  moreStreets: {
    fr: (count: string, file: string) => `et ${count} autres : toutes ${file === '' ? 'avec -o rues.csv' : `dans ${file}`}`,
    en: (count: string, file: string) => `and ${count} more: all of them ${file === '' ? 'with -o streets.csv' : `in ${file}`}`,
  },
  known: {
    fr: (irregular: string, mixed: string, loose: string) => `${irregular} rues aux points lumineux irréguliers, jugées sur leur espacement moyen ; ${mixed} rues de plusieurs zones, jugées sur celle de la plupart de leurs points ; ${loose} points lumineux hors de toute rue.`,
    en: (irregular: string, mixed: string, loose: string) => `${irregular} streets with irregular lamps, judged by their mean spacing; ${mixed} streets of several zones, judged by that of most of their lamps; ${loose} lamps beside no street.`,
  },
  order: { fr: 'Arrêté du 27 décembre 2018, par installation', en: 'Order of 27 December 2018 (light nuisance), by installation' },
  orderCriteria: {
    fr: { density: 'flux installé, article 3 (lm/m²)', levelUpward: 'lumière vers le haut du luminaire à l’horizontale, article 3 (ULR, %)', upward: 'lumière vers le haut du luminaire en place, articles 3 et 8 (ULR, %)', fluxCode3: 'code de flux CIE n° 3, article 3 (%)', colour: 'température de couleur, article 3 (K)', hours: 'extinction des parcs à 1 h, article 2 (h par an)' },
    en: { density: 'flux installed, article 3 (lm/m²)', levelUpward: 'light upward of the level luminaire, article 3 (ULR, %)', upward: 'light upward as mounted, articles 3 and 8 (ULR, %)', fluxCode3: 'CIE flux code 3, article 3 (%)', colour: 'colour temperature, article 3 (K)', hours: 'parks dark from 1:00, article 2 (h a year)' },
  },
  orderLine: {
    fr: (criterion: string, kept: string, missed: string, unknown: string, notAsked: string) => `${criterion} : ${kept} respectées, ${missed} non respectées, ${unknown} inconnues, ${notAsked} non concernées`,
    en: (criterion: string, kept: string, missed: string, unknown: string, notAsked: string) => `${criterion}: ${kept} kept, ${missed} missed, ${unknown} unknown, ${notAsked} not concerned`,
  },
  orderMissed: {
    fr: (street: string, criterion: string, value: string, limit: string) => `${street} : ${criterion} ${value}, limite ${limit}`,
    en: (street: string, criterion: string, value: string, limit: string) => `${street}: ${criterion} ${value}, limit ${limit}`,
  },
  noStreets: { fr: 'Aucune rue de cette ville n’a de points lumineux.', en: 'No street of this city has lamps.' },
} as const;
