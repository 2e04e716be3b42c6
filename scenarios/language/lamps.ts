import { singularFr } from './plural.ts';

const nightsFr = (count: string): string => `${count} ${singularFr(count) ? 'nuit' : 'nuits'}`, nightsEn = (count: string): string => `${count} ${count === '1' ? 'night' : 'nights'}`;
/** « 1 point lumineux », « 2 points lumineux ». */
const lampsFr = (count: string): string => `${count} ${singularFr(count) ? 'point lumineux' : 'points lumineux'}`, lampsEn = (count: string): string => `${count} ${count === '1' ? 'lamp' : 'lamps'}`;

/** Words of `jumeau lamps`. */
export const lampWords = {
  working: { fr: 'Pannes et rues', en: 'Failures and streets' },
  title: { fr: (city: string, date: string) => `Entretien des points lumineux, ${city}, ${date}`, en: (city: string, date: string) => `Maintenance of the lamps, ${city}, ${date}` },
  noLamps: { fr: 'Cette ville n’a pas de points lumineux.', en: 'This city has no lamps.' },
  kinds: { fr: 'Par type de luminaire', en: 'By kind of luminaire' },
  unknownKind: { fr: '(type inconnu)', en: '(unknown kind)' },
  kindColumns: {
    fr: { kind: 'type', lamps: 'points', ratedKw: 'kW', ageYears: 'âge (ans)', burningH: 'heures', fluxPercent: 'flux restant %', powerPercent: 'puissance %', factor: 'facteur de maintenance', designLifeH: 'à (h)' },
    en: { kind: 'kind', lamps: 'lamps', ratedKw: 'kW', ageYears: 'age (years)', burningH: 'hours', fluxPercent: 'flux left %', powerPercent: 'power %', factor: 'maintenance factor', designLifeH: 'at (h)' },
  },
  kindNotes: {
    fr: (hours: string) => `Flux restant : dépréciation et encrassement, part du flux neuf. Facteur de maintenance (CIE 154) juste avant nettoyage, pour les LED à ${hours} h, limite de TM-21, pour les autres au remplacement systématique.`,
    en: (hours: string) => `Flux left: depreciation and dirt, of the flux when new. Maintenance factor (CIE 154) just before cleaning: for LED at ${hours} h, the limit of TM-21, for others at group replacement.`,
  },
  powerNote: { fr: 'Puissance : part de la puissance nominale à pleine puissance.', en: 'Power: of rated power, at full output.' },
  beyondTm21: {
    fr: (count: string) => `${lampsFr(count)} au-delà des heures que TM-21 permet d’extrapoler : flux donné tel qu’il est à cette limite, le vrai est plus bas.`,
    en: (count: string) => `${lampsEn(count)} beyond the hours that TM-21 lets anybody look ahead: the flux is told as it is at that limit, the true one is lower.`,
  },
  unknownYear: {
    fr: (count: string) => `${lampsFr(count)} sans année de pose : comme neufs pour les pannes, hors des moyennes.`,
    en: (count: string) => `${lampsEn(count)} of unknown year: as new for failures, and left out of means.`,
  },
  yearToCome: {
    fr: (count: string) => `${lampsFr(count)} encore à poser : hors de l’âge et du flux jusqu’au 1er juillet de l’année de pose, sans panne avant la pose ; ce qui éclaire à leur place d’ici là n’est pas dans l’inventaire.`,
    en: (count: string) => `${lampsEn(count)} still to be installed: left out of age and flux until 1 July of the year of installation, no failure before; what burns in their place until then is not in the inventory.`,
  },
  unknownFlux: {
    fr: (least: string, most: string) => `Rues de flux inconnu, en dehors de ces km : ${least === most ? `${most} km` : `de ${least} à ${most} km selon l’année`}.`,
    en: (least: string, most: string) => `Streets of unknown flux, not in these km: ${least === most ? `${most} km` : `from ${least} to ${most} km by year`}.`,
  },
  years: { fr: 'Année par année, sans renouvellement autre que les réparations', en: 'Year by year, nothing renewed but what fails' },
  yearColumns: {
    fr: { year: 'année', ratedMwh: 'MWh', agedMwh: 'avec l’âge', fluxPercent: 'flux %', belowKm: 'km trop sombres', failures: 'pannes', outLampNights: 'nuits × points', availability: 'dispo. %', repairs: 'pire mois', notTakenKwh: 'kWh non pris' },
    en: { year: 'year', ratedMwh: 'MWh', agedMwh: 'with age', fluxPercent: 'flux %', belowKm: 'km too dark', failures: 'failures', outLampNights: 'lamp-nights', availability: 'avail. %', repairs: 'worst month', notTakenKwh: 'kWh not taken' },
  },
  yearNotes: {
    fr: (seeds: string) => `Flux restant et km trop sombres (moyenne ou minimum sous la classe nominale, à pleine puissance) au 31 décembre ; les rues trop peu uniformes le restent à tout âge et n’y sont pas. Nuits × points : points en panne, nuit par nuit ; dispo. : disponibilité ; pire mois : réparations du mois le plus chargé ; kWh que les points en panne ne prennent pas. Pannes : moyenne de ${seeds} ${singularFr(seeds) ? 'tirage' : 'tirages'} ; entre parenthèses, ce qu’une année donnera avec 95 % de probabilité si le modèle est juste.`,
    en: (seeds: string) => `Flux left and km too dark (mean or least value below the design class, at full output) on 31 December; streets too uneven stay so at any age and are not among them. Lamp-nights: lamps out, night by night; avail.: availability; worst month: repairs of the busiest month; kWh that lamps take less for being out. Failures: mean of ${seeds} ${seeds === '1' ? 'draw' : 'draws'}; in brackets what one year will see with 95% probability if the model is right.`,
  },
  agedEnergy: { fr: 'MWh à la puissance nominale, puis avec l’âge.', en: 'MWh at rated power, then with age.' },
  sameEnergy: { fr: 'MWh à la puissance nominale, qu’aucun type ne quitte en vieillissant.', en: 'MWh at rated power, which no kind leaves as it ages.' },
  cleaning: {
    fr: (years: readonly string[], isYearly: boolean) => `Nettoyage tous les ${isYearly && years.length === 1 ? 'ans' : `${years.join(', ')} ans`} : il rend du flux, et les km trop sombres reculent ces années-là.`,
    en: (years: readonly string[], isYearly: boolean) => `Cleaning every ${isYearly && years.length === 1 ? 'year' : `${years.join(', ')} years`}: it gives flux back, and there are fewer km too dark in those years.`,
  },
  assumed: { fr: 'Pannes supposées (aucun relevé donné, voir --failures)', en: 'Failures are assumed (no record given, see --failures)' },
  recorded: { fr: (source: string) => `Pannes d’après « ${source} »`, en: (source: string) => `Failures by “${source}”` },
  failureModel: { fr: (origin: string, modes: string, repair: string) => `${origin} : ${modes} ; ${repair}`, en: (origin: string, modes: string, repair: string) => `${origin}: ${modes}; ${repair}` },
  mode: {
    fr: (percent: string, shape: string, hours: string) => `${percent} % des points (Weibull, forme ${shape}, échelle ${hours} h)`,
    en: (percent: string, shape: string, hours: string) => `${percent}% of lamps (Weibull, shape ${shape}, scale ${hours} h)`,
  },
  repair: {
    fr: (detection: string, repair: string) => `vues après ${nightsFr(detection)}, réparées ${nightsFr(repair)} plus tard.`,
    en: (detection: string, repair: string) => `seen after ${nightsEn(detection)}, repaired ${nightsEn(repair)} later.`,
  },
  flux: { fr: 'Vieillissement et classe des rues, à pleine puissance (km)', en: 'Age and class of streets, at full output (km)' },
  fluxColumns: {
    fr: { state: '', keptKm: 'dans leur classe', belowKm: 'trop sombres', glaringKm: 'éblouissantes', unevenKm: 'trop peu uniformes', unknownKm: 'inconnu' },
    en: { state: '', keptKm: 'keep their class', belowKm: 'too dark', glaringKm: 'glaring', unevenKm: 'too uneven', unknownKm: 'unknown' },
  },
  fluxNote: { fr: 'Dans leur classe : celles qui sont trop éclairées comprises.', en: 'Keep their class: those lit too much among them.' },
  fluxRows: { fr: { asNew: 'neufs et propres', today: 'aujourd’hui', design: 'facteur de maintenance du projet' }, en: { asNew: 'new and clean', today: 'today', design: 'maintenance factor of the design' } },
  oneOut: { fr: 'Un point lumineux en panne', en: 'One lamp out' },
  nothingKnown: {
    fr: (unknown: string) => `La lumière des ${unknown} km de rues éclairées est inconnue (pas de photométrie) : nul ne sait si elles tiennent leur classe, ni si elles la perdent à côté d’un point lumineux en panne.`,
    en: (unknown: string) => `The light of all ${unknown} km of lit streets is unknown (no photometric data): nobody can say whether they keep their class, or lose it beside one lamp that is out.`,
  },
  partKnown: {
    fr: (known: string, unknown: string) => `Lumière connue sur ${known} km, inconnue sur ${unknown} km (pas de photométrie).`,
    en: (known: string, unknown: string) => `Light known on ${known} km, unknown on ${unknown} km (no photometric data).`,
  },
  noneKept: {
    fr: (unknown: string) => `Aucune rue${unknown === '' ? '' : ' de lumière connue'} n’est dans sa classe à pleine puissance : aucune n’a de classe à perdre${unknown === '' ? '' : ` (${unknown} km de lumière inconnue)`}.`,
    en: (unknown: string) => `No street${unknown === '' ? '' : ' whose light is known'} keeps its class at full output: none has a class to lose${unknown === '' ? '' : ` (light unknown on ${unknown} km)`}.`,
  },
  /** `unknown` is empty where the light of all streets is known. */
  oneOutAnswer: {
    fr: (kept: string, unknown: string, lost: string, unevenOnly: string) => `Des ${kept} km de rues dans leur classe à pleine puissance${unknown === '' ? '' : ` (${unknown} km de lumière inconnue à part)`}, ${lost} km la perdent à côté d’un point lumineux en panne, dont ${unevenOnly} km par l’uniformité, le minimum, l’éblouissement ou les abords seuls, la moyenne restant suffisante.`,
    en: (kept: string, unknown: string, lost: string, unevenOnly: string) => `Of ${kept} km of streets that keep their class at full output${unknown === '' ? '' : ` (light unknown on ${unknown} km more)`}, ${lost} km lose it beside one lamp that is out, ${unevenOnly} km of them by uniformity, the least value, glare or the edges alone: their mean is enough.`,
  },
  noMeanLost: { fr: 'Nulle part la valeur moyenne ne passe sous celle de la classe.', en: 'Nowhere does the mean fall below that of the class.' },
  oneOutMean: {
    fr: (dark: string, percent: string, lamps: string) => `Sur ${dark} km (${percent} %, ${lampsFr(lamps)}), la valeur moyenne passe aussi sous celle de la classe : à réparer d’abord.`,
    en: (dark: string, percent: string, lamps: string) => `On ${dark} km (${percent}%, ${lampsEn(lamps)}) the mean falls below that of the class as well: to be repaired first.`,
  },
  worst: { fr: 'Rues qui y perdent le plus', en: 'Streets that lose most by it' },
  worstLine: {
    fr: (street: string, km: string, asked: string, missed: string) => `${street} : ${km} km, ${asked} demandée, ${missed}`,
    en: (street: string, km: string, asked: string, missed: string) => `${street}: ${km} km, ${asked} asked for, ${missed}`,
  },
  moreStreets: { fr: (count: string) => `et ${count} ${singularFr(count) ? 'autre' : 'autres'} : toutes avec -o rues.csv`, en: (count: string) => `and ${count} more: all of them with -o streets.csv` },
} as const;
