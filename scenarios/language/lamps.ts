/** Words of `jumeau lamps`. */
export const lampWords = {
  working: { fr: 'Pannes et rues', en: 'Failures and streets' },
  title: { fr: (city: string, date: string) => `Entretien des points lumineux, ${city}, au ${date}`, en: (city: string, date: string) => `Maintenance of the lamps, ${city}, on ${date}` },
  noLamps: { fr: 'Cette ville n’a pas de points lumineux.', en: 'This city has no lamps.' },
  kinds: { fr: 'Par type de luminaire', en: 'By kind of luminaire' },
  unknownKind: { fr: '(type inconnu)', en: '(unknown kind)' },
  kindColumns: {
    fr: { kind: 'type', lamps: 'points', ratedKw: 'kW', ageYears: 'âge (ans)', burningH: 'heures', fluxPercent: 'flux restant %', powerPercent: 'puissance %', factor: 'facteur de maintenance', designLifeH: 'à (h)' },
    en: { kind: 'kind', lamps: 'lamps', ratedKw: 'kW', ageYears: 'age (years)', burningH: 'hours', fluxPercent: 'flux left %', powerPercent: 'power %', factor: 'maintenance factor', designLifeH: 'at (h)' },
  },
  kindNotes: {
    fr: (hours: string) => `Flux restant : dépréciation et encrassement, part du flux neuf. Puissance : part de la puissance nominale à pleine puissance. Facteur de maintenance (CIE 154) juste avant nettoyage, pour les LED à ${hours} h, limite de TM-21, pour les autres au remplacement systématique.`,
    en: (hours: string) => `Flux left: depreciation and dirt, of the flux when new. Power: of rated power, at full output. Maintenance factor (CIE 154) just before cleaning: for LED at ${hours} h, the limit of TM-21, for others at group replacement.`,
  },
  beyondTm21: {
    fr: (count: string) => `${count} points lumineux ont brûlé plus longtemps que TM-21 ne permet d’extrapoler : leur flux est donné tel qu’il est à cette limite, le vrai est plus bas.`,
    en: (count: string) => `${count} lamps have burned longer than TM-21 lets anybody look ahead: their flux is told as it is at that limit, the true one is lower.`,
  },
  unknownYear: {
    fr: (count: string) => `${count} points lumineux sans année de pose : ils comptent comme neufs pour les pannes, et pas dans les moyennes.`,
    en: (count: string) => `${count} lamps of unknown year: for failures they count as new, and means leave them out.`,
  },
  years: { fr: 'Année par année, sans renouvellement autre que les réparations', en: 'Year by year, nothing renewed but what fails' },
  yearColumns: {
    fr: { year: 'année', ratedMwh: 'MWh nominal', agedMwh: 'MWh avec l’âge', fluxPercent: 'flux restant %', belowKm: 'km sous classe', failures: 'pannes', interval: '(95 %)', outLampNights: 'nuits en panne', availability: 'disponibilité %', repairs: 'réparations, pire mois', notTakenKwh: 'kWh non pris' },
    en: { year: 'year', ratedMwh: 'MWh rated', agedMwh: 'MWh with age', fluxPercent: 'flux left %', belowKm: 'km below class', failures: 'failures', interval: '(95 %)', outLampNights: 'lamp-nights out', availability: 'availability %', repairs: 'repairs, worst month', notTakenKwh: 'kWh not taken' },
  },
  yearNotes: {
    fr: (seeds: string) => `Flux et km sous classe (pleine puissance, classe nominale) au 31 décembre. Pannes : moyenne de ${seeds} tirages ; entre parenthèses, ce qu’une année donnera avec 95 % de probabilité si le modèle est juste.`,
    en: (seeds: string) => `Flux and km below class (full output, design class) on 31 December. Failures: mean of ${seeds} draws; in brackets what one year will see with 95 % probability if the model is right.`,
  },
  assumed: { fr: 'Pannes supposées (aucun relevé donné, voir --failures) :', en: 'Failures are assumed (no record given, see --failures):' },
  recorded: { fr: (source: string) => `Pannes d’après : ${source} ;`, en: (source: string) => `Failures by: ${source};` },
  mode: {
    fr: (percent: string, shape: string, hours: string) => `${percent} % des points (Weibull, forme ${shape}, échelle ${hours} h)`,
    en: (percent: string, shape: string, hours: string) => `${percent} % of lamps (Weibull, shape ${shape}, scale ${hours} h)`,
  },
  repair: {
    fr: (detection: string, repair: string) => `vues après ${detection} nuit(s), réparées ${repair} nuit(s) plus tard.`,
    en: (detection: string, repair: string) => `seen after ${detection} night(s), repaired ${repair} night(s) later.`,
  },
  flux: { fr: 'Vieillissement et classe des rues, à pleine puissance (km)', en: 'Age and class of streets, at full output (km)' },
  fluxColumns: {
    fr: { state: '', keptKm: 'dans leur classe', belowKm: 'trop peu de lumière', unevenKm: 'trop peu uniformes', unknownKm: 'inconnu' },
    en: { state: '', keptKm: 'keep their class', belowKm: 'too little light', unevenKm: 'too uneven', unknownKm: 'unknown' },
  },
  fluxRows: { fr: { asNew: 'neufs et propres', today: 'aujourd’hui', design: 'facteur de maintenance du projet' }, en: { asNew: 'new and clean', today: 'today', design: 'maintenance factor of the design' } },
  oneOut: { fr: 'Un point lumineux en panne', en: 'One lamp out' },
  oneOutAnswer: {
    fr: (kept: string, lost: string) => `Des ${kept} km de rues dans leur classe à pleine puissance, ${lost} km la perdent à côté d’un point lumineux en panne, presque toujours par l’uniformité ou le minimum.`,
    en: (kept: string, lost: string) => `Of ${kept} km of streets that keep their class at full output, ${lost} km lose it beside one lamp that is out, nearly always by uniformity or the least value.`,
  },
  oneOutMean: {
    fr: (dark: string, percent: string, lamps: string) => `Sur ${dark} km (${percent} %, ${lamps} points lumineux), la valeur moyenne passe aussi sous celle de la classe : à réparer d’abord.`,
    en: (dark: string, percent: string, lamps: string) => `On ${dark} km (${percent} %, ${lamps} lamps) the mean falls below that of the class as well: to be repaired first.`,
  },
  worst: { fr: 'Rues qui y perdent le plus', en: 'Streets that lose most by it' },
  worstLine: {
    fr: (street: string, km: string, asked: string, missed: string) => `${street} : ${km} km, ${asked} demandée, ${missed}`,
    en: (street: string, km: string, asked: string, missed: string) => `${street}: ${km} km, ${asked} asked for, ${missed}`,
  },
  moreStreets: { fr: (count: string) => `et ${count} autres : toutes avec -o rues.csv`, en: (count: string) => `and ${count} more: all of them with -o streets.csv` },
} as const;
