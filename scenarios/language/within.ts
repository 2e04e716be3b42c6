/** Words of `compare --within`: how many seeds a wanted width takes, and what was reached. */
export const withinWords = {
  option: {
    fr: 'ajoute des graines jusqu’à connaître une différence à tant près : 2% (premier indicateur que le hasard touche et dont un pourcentage a un sens), nom=2% ou nom=1.5 (unité de l’indicateur) ; plusieurs fois si besoin. --seeds : nombre des premières graines (par défaut : 10 ; avec 3 il faut au total près de cinq fois plus de simulations)',
    en: 'adds seeds until a difference is known to within this much: 2% (first figure that chance has a part in and a per cent makes sense of), name=2% or name=1.5 (the indicator’s unit); more than once if need be. --seeds: number of first seeds (default: 10; three take nearly five times the runs in the end)',
  },
  title: {
    fr: (first: number, all: number) => (all > first ? `Précision demandée : ${first} graines d’abord, puis ${all - first} de plus d’après leur dispersion` : `Précision demandée : ${first} graines, sans en ajouter`),
    en: (first: number, all: number) => (all > first ? `Precision asked for: ${first} seeds first, then ${all - first} more as their spread asks` : `Precision asked for: ${first} seeds, and none were added`),
  },
  percentIs: { fr: (percent: string, amount: string) => `${percent} (±${amount})`, en: (percent: string, amount: string) => `${percent} (±${amount})` },
  reached: { fr: (wanted: string, half: string) => `±${wanted} demandé, ±${half} atteint`, en: (wanted: string, half: string) => `±${wanted} asked for, ±${half} reached` },
  missed: {
    fr: (wanted: string, half: string, pairs: string, needed: string) => `±${wanted} demandé, non atteint : ±${half} avec ${pairs} graines ; il en faudrait environ ${needed}`,
    en: (wanted: string, half: string, pairs: string, needed: string) => `±${wanted} asked for, not reached: ±${half} with ${pairs} seeds; it would take about ${needed}`,
  },
  exact: { fr: 'sans hasard : connu exactement', en: 'no chance involved: known exactly' },
  alike: { fr: 'les premières graines donnent toutes la même différence : rien ne dit de combien d’autres s’en écarteraient', en: 'the first seeds all give the same difference: nothing tells how far others would lie from it' },
  unmeasured: { fr: 'rien à mesurer dans ces simulations', en: 'nothing to measure in these runs' },
};
