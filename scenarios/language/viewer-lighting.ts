import type { Dictionary } from './language.ts';

type Reference = 'clock' | 'sunset' | 'sunrise' | 'nightMiddle';

const referencesFr: Readonly<Record<Reference, string>> = { clock: 'à l’heure', sunset: 'après le coucher du soleil', sunrise: 'après le lever du soleil', nightMiddle: 'après le milieu de la nuit' };
const referencesEn: Readonly<Record<Reference, string>> = { clock: 'at clock time', sunset: 'after sunset', sunrise: 'after sunrise', nightMiddle: 'after the middle of the night' };
const s = (count: number): string => (count > 1 ? 's' : '');

type Verdict = 'tooDim' | 'neverKeeps' | 'glaring' | 'dark' | 'overLit' | 'keeps';
const verdictsFr: Readonly<Record<Verdict, string>> = {
  tooDim: 'trop faible : plus de lumière suffirait', neverKeeps: 'insuffisant même à pleine puissance', glaring: 'trop d’éblouissement', dark: 'éteint', overLit: 'plus de 1,5 fois sa classe', keeps: 'tient sa classe',
};
const verdictsEn: Readonly<Record<Verdict, string>> = {
  tooDim: 'too dim: more light would do', neverKeeps: 'not even at full output', glaring: 'too much glare', dark: 'off', overLit: 'more than 1.5 times its class', keeps: 'keeps its class',
};

type Criterion = 'lavCdM2' | 'uo' | 'ul' | 'fTiPct' | 'rei' | 'eavLx' | 'eminLx' | 'eUo';
/** Symbols of EN 13201, the same in both languages. */
const criteria: Readonly<Record<Criterion, { name: string; unit: string }>> = {
  lavCdM2: { name: 'Lav', unit: ' cd/m²' }, uo: { name: 'Uo', unit: '' }, ul: { name: 'Ul', unit: '' }, fTiPct: { name: 'fTI', unit: ' %' }, rei: { name: 'REI', unit: '' },
  eavLx: { name: 'Eav', unit: ' lx' }, eminLx: { name: 'Emin', unit: ' lx' }, eUo: { name: 'Uo', unit: '' },
};

/** What the panel of lighting says. */
export const lightingPanelWords = {
  title: { fr: 'Éclairage', en: 'Lighting' },
  zone: { fr: 'Zone', en: 'Zone' },
  zoneIs: { fr: (lamps: string, powerKw: string) => `${lamps} points lumineux, ${powerKw} kW à pleine puissance`, en: (lamps: string, powerKw: string) => `${lamps} lamps, ${powerKw} kW at full output` },
  noZones: { fr: 'Cette ville n’a pas de zone d’éclairage : rien à régler ici.', en: 'This city has no lighting zone: there is nothing to set here.' },
  chooseZone: { fr: 'Choisissez une zone, ou cliquez un point lumineux sur la carte.', en: 'Choose a zone, or click a lamp on the map.' },

  figures: { fr: 'Effet sur la zone', en: 'Effect on the zone' },
  asItIs: { fr: 'Aujourd’hui', en: 'As it is' },
  tried: { fr: 'À l’essai', en: 'Tried' },
  difference: { fr: 'Écart', en: 'Difference' },
  energy: { fr: 'Énergie', en: 'Energy' },
  cost: { fr: 'Coût', en: 'Cost' },
  co2: { fr: 'CO₂', en: 'CO₂' },
  powerAt: { fr: (time: string) => `Puissance à ${time}`, en: (time: string) => `Power at ${time}` },
  powerWithoutTrial: { fr: 'puissance d’éclairage, sans l’essai', en: 'lighting power, without the trial' },
  powerWithoutTrialWhy: {
    fr: 'Celle de la simulation enregistrée. Celle de la zone à l’essai est dans le panneau Éclairage.', en: 'That of the recorded run. That of the zone as tried stands in the panel Lighting.',
  },
  perYear: { fr: (unit: string) => `${unit}/an`, en: (unit: string) => `${unit}/year` },
  ofCity: { fr: (kWh: string, percent: string) => `Toute la ville, armoires et câbles compris : ${kWh} kWh/an (${percent}).`, en: (kWh: string, percent: string) => `The whole city, cabinets and cables included: ${kWh} kWh/year (${percent}).` },
  factors: { fr: (price: string, carbon: string) => `Prix : ${price}. CO₂ : ${carbon}.`, en: (price: string, carbon: string) => `Price: ${price}. CO₂: ${carbon}.` },

  program: { fr: 'La nuit', en: 'The night' },
  curve: { fr: (zone: string) => `Puissance lumineuse au fil de la nuit, zone ${zone}`, en: (zone: string) => `Output through the night, zone ${zone}` },
  curveLegend: { fr: 'Trait plein : à l’essai ; tirets : aujourd’hui. Tirez les poignées, ou réglez les étapes ci-dessous.', en: 'Solid: tried; dashed: as it is. Drag the handles, or set the steps below.' },
  barsLegend: { fr: 'Barres : part des tronçons sous leur classe, heure par heure.', en: 'Bars: share of stretches below their class, hour by hour.' },
  sunset: { fr: (time: string) => `coucher ${time}`, en: (time: string) => `sunset ${time}` },
  sunrise: { fr: (time: string) => `lever ${time}`, en: (time: string) => `sunrise ${time}` },
  reference: { fr: (reference: Reference) => referencesFr[reference], en: (reference: Reference) => referencesEn[reference] },
  countedFrom: { fr: (number: string) => `Étape ${number} : comptée à partir de`, en: (number: string) => `Step ${number}: counted from` },
  onMap: { fr: 'Montrer ces rues sur la carte', en: 'Show these streets on the map' },
  moreBelow: {
    fr: (count: number, hour: string) => `tronçon${s(Math.abs(count))} sous ${Math.abs(count) > 1 ? 'leur' : 'sa'} classe à ${hour}`,
    en: (count: number, hour: string) => `stretch${Math.abs(count) === 1 ? '' : 'es'} below class at ${hour}`,
  },
  sameBelow: { fr: (hour: string) => `autant de tronçons sous leur classe à ${hour}`, en: (hour: string) => `as many stretches below class at ${hour}` },
  belowAt: { fr: (hour: string) => `Tronçons sous leur classe à ${hour}`, en: (hour: string) => `Stretches below class at ${hour}` },
  stepTime: { fr: (number: string) => `Étape ${number} : heure`, en: (number: string) => `Step ${number}: time` },
  stepOffset: { fr: (number: string) => `Étape ${number} : minutes, négatives avant`, en: (number: string) => `Step ${number}: minutes, below 0 before` },
  stepOutput: { fr: (number: string) => `Étape ${number} : niveau`, en: (number: string) => `Step ${number}: output` },
  stepRamp: { fr: (number: string) => `Étape ${number} : transition en minutes`, en: (number: string) => `Step ${number}: ramp in minutes` },
  ramp: { fr: 'transition', en: 'ramp' },
  minutes: { fr: 'min', en: 'min' },
  removeStep: { fr: (number: string) => `Retirer l’étape ${number}`, en: (number: string) => `Remove step ${number}` },
  addStep: { fr: 'Ajouter une étape', en: 'Add a step' },
  backToNow: { fr: 'Comme aujourd’hui', en: 'As it is' },

  save: { fr: 'Enregistrer et comparer', en: 'Save and compare' },
  sameAsNow: { fr: 'Rien n’est encore changé : réglez une étape ci-dessus.', en: 'Nothing is changed yet: set a step above.' },
  saveFile: { fr: (file: string) => `Enregistrer ${file}`, en: (file: string) => `Save ${file}` },
  why: { fr: (zones: string) => `Programme d’éclairage essayé dans la visionneuse : ${zones}`, en: (zones: string) => `Lighting program tried in the viewer: ${zones}` },
  thenCompare: { fr: 'Puis, là où le fichier est enregistré, comparez-le à la ville telle qu’elle est :', en: 'Then, where the file was saved, compare it with the city as it is:' },
  thenLight: { fr: 'Voyez la lumière de chaque rue sur l’année :', en: 'See the light of every street over the year:' },
  thenReport: { fr: 'Et faites-en un rapport d’économies, qu’un auditeur peut refaire :', en: 'And make a savings report of it, which an auditor can replay:' },
  ownCity: { fr: 'Pour votre propre ville, ajoutez --city votre-ville.twin.', en: 'For your own city, add --city your-city.twin.' },

  streets: { fr: (from: string, until: string) => `Rues de la zone, jugées de ${from} à ${until}`, en: (from: string, until: string) => `Streets of the zone, judged from ${from} to ${until}` },
  judgedHour: { fr: 'Heure jugée', en: 'Hour judged' },
  hourRange: { fr: (from: string, until: string) => `de ${from} à ${until}`, en: (from: string, until: string) => `${from} to ${until}` },
  judgeClockHour: { fr: (range: string) => `Évaluer à l’heure affichée, ${range}`, en: (range: string) => `Judge the hour of the clock, ${range}` },
  onMapNow: {
    fr: (zone: string, range: string, clock: string) => `Rues, zone ${zone} : jugées ${range}. Lampes : telles qu’à ${clock}.`,
    en: (zone: string, range: string, clock: string) => `Streets, zone ${zone}: judged ${range}. Lamps: as at ${clock}.`,
  },
  streetsComing: { fr: 'Calcul de la lumière de toutes les rues …', en: 'Computing the light of all streets …' },
  streetsFailed: { fr: 'La lumière des rues n’a pas pu être calculée.', en: 'The light of the streets could not be computed.' },
  belowOf: {
    fr: (count: number, all: string, km: string) => `tronçon${s(count)} de rue sur ${all} sous ${count > 1 ? 'leur' : 'sa'} classe, soit ${km} km`,
    en: (count: number, all: string, km: string) => `of ${all} stretches of street below ${count === 1 ? 'its' : 'their'} class, ${km} km`,
  },
  against: { fr: (signed: string) => `${signed} par rapport à aujourd’hui`, en: (signed: string) => `${signed} against as it is` },
  judgedAt: { fr: (percent: string) => `Jugés au niveau le plus bas de l’heure (${percent}), selon la classe que le trafic de cette heure demande.`, en: (percent: string) => `Judged at the lowest output of the hour (${percent}), by the class that the traffic of that hour asks for.` },
  legend: { fr: 'Légende et nombre de tronçons', en: 'Legend and number of stretches' },
  verdict: { fr: 'Lumière', en: 'Light' },
  count: { fr: 'Tronçons', en: 'Stretches' },
  verdictNamed: { fr: (name: Verdict) => verdictsFr[name], en: (name: Verdict) => verdictsEn[name] },
  unknown: { fr: (count: number, text: string) => `${text} tronçon${s(count)} sans données photométriques : non jugé${s(count)}.`, en: (count: number, text: string) => `${text} stretch${count === 1 ? '' : 'es'} without photometric data: not judged.` },
  tableBelow: { fr: 'Rues sous leur classe, la pire d’abord', en: 'Streets below their class, the worst first' },
  lightingClass: { fr: 'Classe', en: 'Class' },
  missing: { fr: 'Manque le plus', en: 'Misses most' },
  shortOf: { fr: (criterion: Criterion, value: string, asked: string) => `${criteria[criterion].name} ${value} pour ${asked}${criteria[criterion].unit}`, en: (criterion: Criterion, value: string, asked: string) => `${criteria[criterion].name} ${value} for ${asked}${criteria[criterion].unit}` },
  rowsOf: {
    fr: (shown: string, all: string) => `${shown} rues affichées sur ${all}, la pire d’abord. Toutes les rues de la ville, heure par heure sur l’année :`,
    en: (shown: string, all: string) => `${shown} of ${all} streets shown, the worst first. All streets of the city, hour by hour over the year:`,
  },
  wholeList: { fr: 'Toutes les rues de la ville, heure par heure sur l’année :', en: 'All streets of the city, hour by hour over the year:' },
  streetsCsv: { fr: 'rues.csv', en: 'streets.csv' },
  powerDensity: { fr: 'D_P à pleine puissance', en: 'D_P at full output' },
  energyPerArea: { fr: 'D_E', en: 'D_E' },
  hoursOfNight: { fr: 'Heure jugée : tronçons sous leur classe, heure par heure', en: 'Hour judged: stretches below their class, hour by hour' },
  hourIs: {
    fr: (hour: string, count: number, below: string, all: string, percent: string) => `${hour} : ${below} tronçon${s(count)} sur ${all} sous ${count > 1 ? 'leur' : 'sa'} classe (${percent})`,
    en: (hour: string, count: number, below: string, all: string, percent: string) => `${hour}: ${below} of ${all} stretches below ${count === 1 ? 'its' : 'their'} class (${percent})`,
  },
  hourDay: { fr: (hour: string) => `${hour} : lampes éteintes, il fait jour`, en: (hour: string) => `${hour}: lamps are off, it is day` },
} as const satisfies Dictionary;
