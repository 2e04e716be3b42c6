import { singularFr } from './plural.ts';

const many = (count: string, one: string, several: string): string => `${count} ${singularFr(count) ? one : several}`;
const manyEn = (count: string, one: string, several: string): string => `${count} ${count === '1' ? one : several}`;

const counts = {
  fr: {
    better: (count: string) => `${many(count, 'fait mieux', 'font mieux')} que la situation de référence`, worse: (count: string) => many(count, 'fait moins bien', 'font moins bien'),
    changed: (count: string) => many(count, 's’en écarte nettement', 's’en écartent nettement'), same: (count: string) => many(count, 'ne change rien', 'ne changent rien'),
    unclear: (count: string) => `pour ${count}, l’écart peut être dû au hasard`, few: (count: string) => `pour ${count}, il y a trop peu de simulations pour conclure`, incomplete: (count: string) => `pour ${count}, des simulations n’ont pas abouti : pas de conclusion`, missing: (count: string) => `pour ${count}, le chiffre manque`,
  },
  en: {
    better: (count: string) => `${count} ${count === '1' ? 'does' : 'do'} better than the baseline`, worse: (count: string) => `${count} ${count === '1' ? 'does' : 'do'} worse`,
    changed: (count: string) => `${count} clearly ${count === '1' ? 'differs' : 'differ'} from it`, same: (count: string) => `${count} ${count === '1' ? 'makes' : 'make'} no difference`,
    unclear: (count: string) => `for ${count} the difference may be chance`, few: (count: string) => `for ${count} there are too few runs to tell`, incomplete: (count: string) => `for ${count} some runs came to no result, so that nothing is concluded`, missing: (count: string) => `for ${count} the figure is missing`,
  },
} as const;
type CountedKind = keyof typeof counts.fr;

/** A word each, for a table. */
const verdicts = {
  fr: { better: 'mieux', worse: 'moins bien', changed: 'changé', unclear: 'hasard ?', same: 'identique', few: 'trop peu', single: 'graine unique' },
  en: { better: 'better', worse: 'worse', changed: 'changed', unclear: 'chance?', same: 'the same', few: 'too few', single: 'one seed' },
} as const;
type Verdict = keyof typeof verdicts.fr;

/** Words of sweeps. A point of the design is a variant to those who read. */
export const sweepWords = {
  about: { fr: 'simule une question avec beaucoup de valeurs de ses paramètres, et les compare toutes à la situation actuelle', en: 'simulates one question with many values of its parameters, and holds all of them against the baseline' },
  fileArgument: { fr: 'le balayage, en YAML ou JSON (docs/models/sweep.md)', en: 'the sweep, in YAML or JSON (docs/models/sweep.md)' },
  samplesOption: { fr: 'variantes d’un latin-hypercube, au lieu de celles du fichier', en: 'points of a latin-hypercube, in place of those of the file' },
  seedsOption: { fr: 'graines de chaque variante, de 1 à N, au lieu de celles du fichier', en: 'seeds of each point, from 1 to N, in place of those of the file' },
  outOption: { fr: 'toutes les variantes et tous leurs chiffres, en CSV', en: 'every point with all its figures, as CSV' },
  reportOption: { fr: 'une page à lire et à transmettre', en: 'a page to read and to pass on' },
  checking: { fr: 'Vérification des variantes', en: 'Checking the variants' },
  untitled: { fr: (file: string) => `Balayage de ${file}`, en: (file: string) => `Sweep of ${file}` },
  size: {
    fr: (variants: string, seeds: string) => `${many(variants, 'variante', 'variantes')}, ${many(seeds, 'graine', 'graines')}`,
    en: (variants: string, seeds: string) => `${manyEn(variants, 'variant', 'variants')}, ${manyEn(seeds, 'seed', 'seeds')}`,
  },
  /** How many variants do what, judged by the first indicator. */
  counted: { fr: (kind: CountedKind, count: string) => counts.fr[kind](count), en: (kind: CountedKind, count: string) => counts.en[kind](count) },
  points: { fr: 'points', en: 'percentage points' },
  sizeWithoutRuns: { fr: (variants: string) => many(variants, 'variante', 'variantes'), en: (variants: string) => manyEn(variants, 'variant', 'variants') },
  exact: {
    fr: 'Calcul exact, sans simuler le trafic : ces chiffres n’en dépendent pas. Pour ceux du trafic, nommez-les sous « indicators: ».',
    en: 'Exact, without simulating traffic, on which these figures do not depend. For figures of traffic, name them under "indicators:".',
  },
  ofVariants: { fr: (count: string, parts: string) => `Sur ${many(count, 'variante', 'variantes')} : ${parts}.`, en: (count: string, parts: string) => `Of ${manyEn(count, 'variant', 'variants')}: ${parts}.` },
  bestIs: { fr: (what: string, by: string) => `La meilleure : ${what}, avec ${by}.`, en: (what: string, by: string) => `The best: ${what}, with ${by}.` },
  largestIs: { fr: (what: string, by: string) => `Le plus grand écart : ${what}, avec ${by}.`, en: (what: string, by: string) => `The largest difference: ${what}, with ${by}.` },
  bestIsUnsure: { fr: 'Cet écart lui-même peut être dû au hasard.', en: 'That difference itself may be chance.' },
  bestOfMany: {
    fr: 'Le meilleur chiffre de plusieurs est un peu flatté par le hasard qui l’a fait choisir : refaites cette variante seule avec d’autres graines avant de promettre son gain.',
    en: 'The best of several figures is a little flattered by the chance that picked it: run that variant alone with more seeds before you promise its gain.',
  },
  tableBest: { fr: (title: string, unit: string) => `${title} (${unit}), la meilleure variante d’abord`, en: (title: string, unit: string) => `${title} (${unit}), the best variant first` },
  tableLargest: { fr: (title: string, unit: string) => `${title} (${unit}), le plus grand écart d’abord`, en: (title: string, unit: string) => `${title} (${unit}), the largest difference first` },
  baselineIs: { fr: (value: string) => `Situation de référence : ${value}`, en: (value: string) => `Baseline: ${value}` },
  variant: { fr: 'variante', en: 'variant' },
  values: { fr: 'valeurs', en: 'values' },
  difference: { fr: 'écart', en: 'difference' },
  interval: { fr: 'à 95 %', en: 'at 95%' },
  verdict: { fr: 'conclusion', en: 'verdict' },
  lowHigh: { fr: (low: string, high: string) => `${low} à ${high}`, en: (low: string, high: string) => `${low} to ${high}` },
  verdictIs: { fr: (verdict: Verdict) => verdicts.fr[verdict], en: (verdict: Verdict) => verdicts.en[verdict] },
  runsMissing: { fr: (count: string) => `${many(count, 'simulation manque', 'simulations manquent')}`, en: (count: string) => `${manyEn(count, 'run', 'runs')} missing` },
  effects: { fr: 'Écart moyen selon la valeur de chaque paramètre, toutes les autres confondues :', en: 'Mean difference by the value of each parameter, over all values of the others:' },
  more: { fr: (count: string) => `${many(count, 'autre variante', 'autres variantes')} ; -o points.csv les donne toutes.`, en: (count: string) => `${manyEn(count, 'more variant', 'more variants')}; -o points.csv has them all.` },
  savedAs: { fr: (folder: string) => `Balayage conservé dans ${folder}`, en: (folder: string) => `Sweep kept in ${folder}` },
  runsDone: {
    fr: (computed: string, stored: string) => `${many(computed, 'simulation faite', 'simulations faites')}, ${many(stored, 'reprise', 'reprises')} des résultats conservés`,
    en: (computed: string, stored: string) => `${manyEn(computed, 'run', 'runs')} simulated, ${stored} taken from what was kept`,
  },
  kind: { fr: 'Balayage de paramètres', en: 'Sweep of parameters' },
  byParameter: { fr: 'Ce que fait chaque paramètre', en: 'What each parameter does' },
  baselineOf: { fr: (title: string, value: string, unit: string) => `${title} : ${value} ${unit} dans la situation de référence ; les figures montrent l’écart.`, en: (title: string, value: string, unit: string) => `${title}: ${value} ${unit} in the baseline; the pictures show the difference.` },
  thinned: { fr: (most: string) => `Elles en montrent ${most} au plus, réparties de la meilleure à la moins bonne.`, en: (most: string) => `They show ${most} variants at most, spread from the best to the least good.` },
  pictureTitle: { fr: (name: string) => `Écart selon ${name}`, en: (name: string) => `Difference by ${name}` },
  pictureAbout: {
    fr: (title: string, name: string) => `Une marque par variante : en abscisse la valeur de ${name}, en ordonnée l’écart avec la référence pour « ${title} », avec son intervalle à 95 %. Le tableau plus bas donne les nombres.`,
    en: (title: string, name: string) => `One mark a variant: across the value of ${name}, up the difference to the baseline for "${title}", with its 95% interval. The table below has the numbers.`,
  },
  legendClear: { fr: 'nettement mieux, nettement moins bien', en: 'clearly better, clearly worse' },
  legendUnclear: { fr: 'pas d’écart net', en: 'no clear difference' },
  legendMean: { fr: 'moyenne de toutes les variantes de cette valeur', en: 'mean of all variants with that value' },
  allVariants: { fr: 'Toutes les variantes', en: 'All variants' },
  moreInCsv: { fr: (count: string) => `${many(count, 'autre variante', 'autres variantes')} dans le tableau CSV (-o).`, en: (count: string) => `${manyEn(count, 'more variant', 'more variants')} in the table of CSV (-o).` },
  aboutTable: {
    fr: 'Chaque colonne de chiffres est un écart avec la situation de référence, graine par graine ; ✓ nettement mieux, ✗ nettement moins bien. L’intervalle est celui de chaque variante prise seule ; la conclusion et les marques tiennent compte de tous les écarts du balayage, de toutes les variantes et de tous les chiffres, dont un peut paraître net par hasard : elles peuvent donc être plus prudentes que l’intervalle.',
    en: 'Each column of figures is a difference to the baseline, seed by seed; ✓ clearly better, ✗ clearly worse. The interval is that of each variant taken alone; verdict and marks reckon with all differences of the sweep, of all variants and all figures, of which one may look clear by chance, and so may be more careful than the interval.',
  },
  method: {
    fr: 'Toutes les variantes et la situation de référence sont simulées avec les mêmes graines : mêmes conducteurs, mêmes départs. Chaque graine donne un écart ; leur moyenne et son intervalle à 95 % (Student) sont ce qui est montré.',
    en: 'All variants and the baseline are simulated with the same seeds: the same drivers, the same departures. Each seed gives one difference; their mean and its 95% interval (Student) are what is shown.',
  },
  seedsTo: { fr: (last: string) => `1 à ${last}`, en: (last: string) => `1 to ${last}` },
  sweepId: { fr: 'Identifiant du balayage', en: 'Identifier of the sweep' },
} as const;
