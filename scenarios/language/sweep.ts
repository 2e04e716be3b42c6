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
  judging: { fr: 'Comparaison des variantes', en: 'Comparing the variants' },
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
  ofVariants: {
    fr: (count: string, subject: string, parts: string, price: string) => `Sur ${many(count, 'variante', 'variantes')}, pour ${subject} : ${parts}${price}.`,
    en: (count: string, subject: string, parts: string, price: string) => `Of ${manyEn(count, 'variant', 'variants')}, for ${subject}: ${parts}${price}.`,
  },
  /** Behind how many do better, in the same sentence. `areAll`: all that do better. */
  someAtAPrice: {
    fr: (count: string, areAll: boolean, losses: string) => ` ; ${count === '1' ? (areAll ? 'celle qui fait mieux dégrade' : 'une de celles qui font mieux dégrade') : `${areAll ? 'toutes celles' : `${count} de celles`} qui font mieux dégradent`} nettement ${losses}`,
    en: (count: string, areAll: boolean, losses: string) => `; ${count === '1' ? (areAll ? 'the one that does better clearly worsens' : 'one of those that do better clearly worsens') : `${areAll ? 'all' : `${count} of those`} that do better clearly worsen`} ${losses}`,
  },
  /** The same where they do not all worsen the same: each figure of `losses` says how many worsen it. */
  someAtPrices: {
    fr: (count: string, areAll: boolean, losses: string) => ` ; ${areAll ? 'toutes celles' : `${count} de celles`} qui font mieux dégradent nettement au moins un autre chiffre : ${losses}`,
    en: (count: string, areAll: boolean, losses: string) => `; ${areAll ? 'all' : `${count} of those`} that do better clearly worsen at least one other figure: ${losses}`,
  },
  lossOf: { fr: (count: string) => `${many(count, 'variante', 'variantes')} :`, en: (count: string) => `${manyEn(count, 'variant', 'variants')}:` },
  lossIs: { fr: (subject: string, by: string) => `${subject} (${by})`, en: (subject: string, by: string) => `${subject} (${by})` },
  moreLosses: { fr: (count: string) => `${many(count, 'autre chiffre', 'autres chiffres')}`, en: (count: string) => `${manyEn(count, 'more figure', 'more figures')}` },
  lossLine: { fr: (title: string, count: string, by: string) => `${title} : ${many(count, 'variante', 'variantes')}, ${by}`, en: (title: string, count: string, by: string) => `${title}: ${manyEn(count, 'variant', 'variants')}, ${by}` },
  bestIs: { fr: (what: string, by: string) => `La meilleure : ${what}, avec ${by}.`, en: (what: string, by: string) => `The best: ${what}, with ${by}.` },
  /** `price`: what it pays, or nothing. */
  bestAtAPrice: { fr: (what: string, by: string, price: string) => `Le plus fort gain pour ce seul chiffre : ${what}, avec ${by}${price}.`, en: (what: string, by: string, price: string) => `The largest gain by this figure alone: ${what}, with ${by}${price}.` },
  atThePriceOf: { fr: (losses: string) => `, mais en dégradant nettement ${losses}`, en: (losses: string) => `, but clearly worsening ${losses}` },
  bestWithoutPrice: { fr: (what: string, by: string) => `Sans rien dégrader nettement d’autre, la meilleure : ${what}, avec ${by}.`, en: (what: string, by: string) => `The best that clearly worsens nothing else: ${what}, with ${by}.` },
  largestIs: { fr: (what: string, by: string, price: string) => `Le plus grand écart : ${what}, avec ${by}${price}.`, en: (what: string, by: string, price: string) => `The largest difference: ${what}, with ${by}${price}.` },
  noneBetter: { fr: 'Aucune ne fait mieux.', en: 'None does better.' },
  leastBadIs: { fr: (what: string, by: string, price: string) => `Aucune ne fait mieux ; la moins mauvaise : ${what}, avec ${by}${price}.`, en: (what: string, by: string, price: string) => `None does better; the least bad: ${what}, with ${by}${price}.` },
  nothingElseLookedAt: { fr: 'Aucun autre chiffre n’a été regardé : on ne sait pas ce que cela coûte ailleurs.', en: 'No other figure was looked at: what this costs elsewhere is not known.' },
  measuredWere: {
    fr: (subjects: string, first: string) => `Ont été mesurés : ${subjects}. Pour juger les variantes par l’un d’eux, nommez-le en premier sous « indicators: » (${first}).`,
    en: (subjects: string, first: string) => `Measured were: ${subjects}. To judge the variants by one of them, name it first under "indicators:" (${first}).`,
  },
  /** In place of `bestIs` where there are too few runs to call anything the best. */
  largestInRuns: { fr: (what: string, by: string) => `Le plus fort gain dans ces simulations : ${what}, avec ${by}.`, en: (what: string, by: string) => `The largest gain in these runs: ${what}, with ${by}.` },
  priceIsUntold: { fr: 'Il y a trop peu de simulations pour savoir ce que cela dégrade par ailleurs.', en: 'There are too few runs to tell what else it worsens.' },
  bestIsUnsure: { fr: 'Cet écart lui-même peut être dû au hasard.', en: 'That difference itself may be chance.' },
  bestOfMany: {
    fr: 'Le meilleur chiffre de plusieurs est un peu flatté par le hasard qui l’a fait choisir : refaites cette variante seule avec d’autres graines avant de promettre son gain.',
    en: 'The best of several figures is a little flattered by the chance that picked it: run that variant alone with more seeds before you promise its gain.',
  },
  tableBest: { fr: (title: string, unit: string) => `${title} (${unit}), du meilleur chiffre au moins bon`, en: (title: string, unit: string) => `${title} (${unit}), from the best figure to the least good` },
  tableLargest: { fr: (title: string, unit: string) => `${title} (${unit}), le plus grand écart d’abord`, en: (title: string, unit: string) => `${title} (${unit}), the largest difference first` },
  baselineIs: { fr: (value: string) => `Situation de référence : ${value}`, en: (value: string) => `Baseline: ${value}` },
  yesNo: { fr: (yes: boolean) => (yes ? 'oui' : 'non'), en: (yes: boolean) => (yes ? 'yes' : 'no') },
  /** Behind a verdict. */
  withLosses: { fr: (verdict: string) => `${verdict}, mais ✗`, en: (verdict: string) => `${verdict}, but ✗` },
  lossesBelow: { fr: '✗ nettement moins bien pour un autre chiffre :', en: '✗ clearly worse by another figure:' },
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
  runsDone: {
    fr: (computed: string, stored: string) => `${many(computed, 'simulation faite', 'simulations faites')}, ${many(stored, 'reprise', 'reprises')} des résultats conservés`,
    en: (computed: string, stored: string) => `${manyEn(computed, 'run', 'runs')} simulated, ${stored} taken from what was kept`,
  },
  kind: { fr: 'Balayage de paramètres', en: 'Sweep of parameters' },
  whatVaries: { fr: 'Ce qui varie', en: 'What varies' },
  parameter: { fr: 'Paramètre', en: 'Parameter' },
  itsValues: { fr: 'Valeurs', en: 'Values' },
  valuesFromTo: { fr: (from: string, until: string, count: string) => `de ${from} à ${until}, ${count} valeurs`, en: (from: string, until: string, count: string) => `from ${from} to ${until}, ${count} values` },
  asInVariant: { fr: (number: string, what: string) => `Tel que dans la variante ${number} (${what})`, en: (number: string, what: string) => `As in variant ${number} (${what})` },
  baselineQuestion: { fr: (title: string) => `Situation de référence : ${title}`, en: (title: string) => `Baseline: ${title}` },
  command: { fr: 'Commande', en: 'Command' },
  warmUpSpan: { fr: 'Mise en charge des rues', en: 'Filling of the streets' },
  warmUpFrom: { fr: (from: string, lasting: string) => `simulée et non mesurée à partir de ${from}, ${lasting}`, en: (from: string, lasting: string) => `simulated and not measured from ${from}, ${lasting}` },
  noneKept: { fr: 'Aucun balayage conservé. « npx jumeau sweep fichier.yaml » en fait un (docs/models/sweep.md).', en: 'No sweep kept. `npx jumeau sweep file.yaml` makes one (docs/models/sweep.md).' },
  reportAbout: { fr: 'affiche de nouveau un balayage conservé, ou en écrit la page, l’impression ou le tableau, sans rien simuler', en: 'says a kept sweep again, or writes its page, print or table, without simulating' },
  reportArgument: { fr: 'début du numéro du balayage, nom de son fichier, ou un fichier sweep.json ; sans rien : la liste', en: 'beginning of the number of the sweep, name of its file, or a sweep.json file; with nothing: the list' },
  reportOutOption: { fr: 'page .html, tableau .csv ou impression .pdf à écrire', en: '.html page, .csv table or .pdf print to write' },
  keptAs: { fr: (id: string) => `Balayage conservé. Sa page : npx jumeau report sweep ${id} -o balayage.html`, en: (id: string) => `Sweep kept. Its page: npx jumeau report sweep ${id} -o sweep.html` },
  runsMissingInAll: { fr: (count: string) => `${many(count, 'simulation n’a', 'simulations n’ont')} pas abouti.`, en: (count: string) => `${manyEn(count, 'run', 'runs')} came to no result.` },
  /** In the viewer. */
  kept: { fr: (count: string) => `${many(count, 'balayage conservé', 'balayages conservés')}`, en: (count: string) => `${manyEn(count, 'sweep kept', 'sweeps kept')}` },
  /** Before a list of warnings on its page. */
  mindThat: { fr: 'À savoir avant de lire ces chiffres :', en: 'To know before reading these figures:' },
  saidOf: { fr: (place: string) => `${place} : `, en: (place: string) => `${place}: ` },
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
    fr: 'Chaque colonne de chiffres est un écart avec la situation de référence, graine par graine ; ✓ nettement mieux, ✗ nettement moins bien. L’intervalle est celui de chaque variante prise seule ; la conclusion et les marques tiennent compte de tous les écarts jugés ensemble, ceux des chiffres demandés pour toutes les variantes, et à part ceux des chiffres regardés en plus, dont un peut paraître net par hasard : elles peuvent donc être plus prudentes que l’intervalle.',
    en: 'Each column of figures is a difference to the baseline, seed by seed; ✓ clearly better, ✗ clearly worse. The interval is that of each variant taken alone; verdict and marks reckon with all differences that are judged together, those of the figures asked for over all variants, and apart those of figures looked at beside, of which one may look clear by chance, and so may be more careful than the interval.',
  },
  method: {
    fr: 'Toutes les variantes et la situation de référence sont simulées avec les mêmes graines : mêmes conducteurs, mêmes départs. Chaque graine donne un écart ; leur moyenne et son intervalle à 95 % (Student) sont ce qui est montré.',
    en: 'All variants and the baseline are simulated with the same seeds: the same drivers, the same departures. Each seed gives one difference; their mean and its 95% interval (Student) are what is shown.',
  },
  seedsTo: { fr: (last: string) => `1 à ${last}`, en: (last: string) => `1 to ${last}` },
  sweepId: { fr: 'Identifiant du balayage', en: 'Identifier of the sweep' },
} as const;
