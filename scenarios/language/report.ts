import { singularFr } from './plural.ts';

/** Everything that a report says, in the order of its page. */
export const reportWords = {
  kind: { fr: 'Rapport de comparaison', en: 'Comparison report' },
  syntheticBanner: {
    fr: 'Ville de référence synthétique. Ses rues, ses horaires et ses déplacements sont générés à partir de chiffres publiés ; ce ne sont pas ceux de la ville réelle. Ce rapport montre une méthode et des ordres de grandeur : il ne remplace ni mesure ni étude.',
    en: 'Synthetic reference city. Its streets, timetables and trips are generated from published figures; they are not those of the real city. This report shows a method and orders of magnitude: it replaces no measurement and no study.',
  },
  answer: { fr: 'Réponse', en: 'Answer' },
  comparedWith: {
    fr: (scenario: string, baseline: string) => `« ${scenario} » comparé à « ${baseline} »`,
    en: (scenario: string, baseline: string) => `“${scenario}” compared with “${baseline}”`,
  },
  // Key figures
  keyFigures: { fr: 'Chiffres clés', en: 'Key figures' },
  fromTo: { fr: (from: string, to: string) => `de ${from} à ${to}`, en: (from: string, to: string) => `from ${from} to ${to}` },
  allFigures: { fr: 'Tous les indicateurs', en: 'All indicators' },
  indicator: { fr: 'Indicateur', en: 'Indicator' },
  difference: { fr: 'Différence', en: 'Difference' },
  interval: { fr: 'Intervalle à 95 %', en: '95% interval' },
  conclusion: { fr: 'Conclusion', en: 'Conclusion' },
  intervalFromTo: { fr: (low: string, high: string) => `${low} à ${high}`, en: (low: string, high: string) => `${low} to ${high}` },
  intervalIs: { fr: (interval: string) => `intervalle à 95 % : ${interval}`, en: (interval: string) => `95% interval: ${interval}` },
  noInterval: { fr: 'impossible avec si peu de graines', en: 'not possible with so few seeds' },
  noChance: { fr: 'sans aléa', en: 'no chance involved' },
  verdicts: {
    fr: (verdict: string) => ({ better: 'mieux', worse: 'moins bien', changed: 'différent', unclear: 'pas de différence nette', same: 'identique', single: 'une seule graine', few: 'trop peu de simulations pour conclure' })[verdict] ?? verdict,
    en: (verdict: string) => ({ better: 'better', worse: 'worse', changed: 'different', unclear: 'no clear difference', same: 'the same', single: 'one seed only', few: 'too few runs to tell' })[verdict] ?? verdict,
  },
  aboutInterval: {
    fr: (pairs: string) => `Moyennes sur ${pairs} paires de simulations, chaque paire avec les mêmes tirages au sort. L’intervalle à 95 % (loi de Student) dit seulement ce que le hasard du trafic peut expliquer ; il ne dit rien des erreurs du modèle ou des données. Il vaut pour chaque chiffre seul ; la conclusion tient compte du nombre de chiffres jugés ensemble (Holm).`,
    en: (pairs: string) => `Means over ${pairs} pairs of runs, each pair with the same random draws. The 95% interval (Student’s t) tells only what chance in traffic can explain; it tells nothing of errors of model or data. It holds for each figure alone; the conclusion takes into account how many are judged together (Holm).`,
  },
  aboutSingle: {
    fr: 'Une seule paire de simulations : rien ne permet de distinguer une différence de trafic du hasard. Relancez avec --seeds 5 ou plus.',
    en: 'One pair of runs only: nothing tells a difference in traffic from chance. Run again with --seeds 5 or more.',
  },
  fewSeeds: {
    fr: 'Avec moins de cinq graines, les intervalles sont larges et supposent des écarts répartis selon une loi normale.',
    en: 'With fewer than five seeds the intervals are wide and suppose normally spread differences.',
  },
  // Figures
  figures: { fr: 'En images', en: 'In pictures' },
  // What was changed
  whatChanged: { fr: 'Ce qui a été changé', en: 'What was changed' },
  nothingChanged: { fr: 'Rien : la ville telle qu’elle est décrite.', en: 'Nothing: the city as it is described.' },
  otherCity: {
    fr: (file: string, differs: string) => `La ville telle qu’elle est dans ${file}. ${differs === '' ? 'Elle est pareille à l’autre.' : `Ses véhicules, leurs heures et leurs itinéraires sont ceux de l’autre ville ; en diffèrent ces tables du jumeau : ${differs}.`}`,
    en: (file: string, differs: string) => `The city as it is in ${file}. ${differs === '' ? 'It is like the other one.' : `Its vehicles, their times and their routes are those of the other city; these tables of the twin differ: ${differs}.`}`,
  },
  why: { fr: (why: string) => `Pourquoi : ${why}`, en: (why: string) => `Why: ${why}` },
  // How it was computed
  howComputed: { fr: 'Comment ces chiffres sont calculés', en: 'How it was computed' },
  method: {
    fr: 'Chaque véhicule, bus et tram est simulé seul, à chaque pas de temps : il suit celui qui le précède, respecte les feux et les priorités, dessert ses arrêts. Chaque carrefour à feux suit son plan, ou la conduite que le scénario lui donne, sans jamais enfreindre les temps de dégagement. Les points lumineux s’allument au coucher du soleil et s’éteignent à son lever, selon une horloge astronomique et les abaissements de leur zone.',
    en: 'Every vehicle, bus and tram is simulated by itself in every time step: it follows the one ahead, obeys signals and right of way, halts at stops. Every signal controller follows its plan, or runs as the scenario says, and never breaks intergreen times. Lamps light at sunset and go out at sunrise, by an astronomical clock and the dimming of their zone.',
  },
  warmUp: {
    fr: (from: string, measured: string) => `De ${from} à ${measured}, les rues se remplissent : ce temps est simulé et non mesuré. Ne comptent que les véhicules dont le départ est prévu à partir de ${measured}, et ce qui se passe aux arrêts, aux feux et dans les rues à partir de cette heure.`,
    en: (from: string, measured: string) => `From ${from} to ${measured} the streets fill: this time is simulated and not measured. Only vehicles planned to depart from ${measured} on count, and what happens at stops, at signals and in the streets from then on.`,
  },
  methodOfYear: {
    fr: 'Ce qui distingue les deux côtés ne touche pas au trafic : rien n’est simulé, et les chiffres de l’année sont exacts. Les points lumineux s’allument et s’éteignent nuit par nuit, selon les règles d’allumage et les abaissements de leur zone.',
    en: 'Nothing that tells the two sides apart touches traffic: nothing is simulated, and figures of the year are exact. Lamps light and go out night by night, by the switching rules and the dimming of their zone.',
  },
  aboutYear: { fr: 'Chiffres exacts d’une année : le hasard n’y a pas de part.', en: 'Exact figures of a year: chance has no part in them.' },
  year: { fr: 'Année', en: 'Year' },
  lightingMethod: {
    fr: (burning: string, year: string) => `Énergie annuelle : puissance de chaque zone multipliée par ses heures d’allumage et d’abaissement, nuit par nuit, sur ${year} (${burning} h d’allumage). La puissance d’un point lumineux varie linéairement entre la veille et sa puissance nominale.`,
    en: (burning: string, year: string) => `Yearly energy: power of each zone times its hours of burning and dimming, night by night, over ${year} (${burning} h of burning). A lamp’s power varies linearly between standby and rated power.`,
  },
  factors: {
    fr: (price: string, priceSource: string, carbon: string, carbonSource: string) => `Prix : ${price} €/kWh (${priceSource}). Carbone : ${carbon} g CO₂e/kWh (${carbonSource}).`,
    en: (price: string, priceSource: string, carbon: string, carbonSource: string) => `Price: ${price} €/kWh (${priceSource}). Carbon: ${carbon} g CO₂e/kWh (${carbonSource}).`,
  },
  definitions: { fr: 'Définition des indicateurs', en: 'Definition of the indicators' },
  identity: { fr: 'Pour refaire ce calcul', en: 'To compute this again' },
  city: { fr: 'Ville', en: 'City' },
  simulatedDay: { fr: 'Jour simulé', en: 'Simulated day' },
  span: { fr: 'Plage simulée', en: 'Simulated span' },
  spanFrom: { fr: (from: string, lasting: string) => `à partir de ${from}, ${lasting}`, en: (from: string, lasting: string) => `from ${from}, ${lasting}` },
  untilArrived: { fr: ', puis jusqu’à l’arrivée de tous', en: ', then until all have arrived' },
  step: { fr: 'Pas de temps', en: 'Time step' },
  seeds: { fr: 'Graines', en: 'Seeds' },
  twinHash: { fr: 'Empreinte de la ville', en: 'Fingerprint of the city' },
  engineVersion: { fr: 'Version du moteur', en: 'Engine version' },
  nodeVersion: { fr: 'Version de Node', en: 'Node version' },
  runHashes: { fr: 'Empreintes des résultats', en: 'Fingerprints of the results' },
  runsOf: { fr: (question: string) => `${question} : `, en: (question: string) => `${question}: ` },
  seed: { fr: (seed: string) => `graine ${seed}`, en: (seed: string) => `seed ${seed}` },
  sources: { fr: 'Sources et licences', en: 'Sources and licences' },
  sourceWhat: { fr: 'Donnée', en: 'What' },
  sourceFrom: { fr: 'Source', en: 'From' },
  sourceLicence: { fr: 'Licence', en: 'Licence' },
  sourceKind: { fr: 'Nature', en: 'Kind' },
  synthetic: { fr: 'synthétique', en: 'synthetic' },
  observed: { fr: 'observée', en: 'observed' },
  // What is not validated
  limits: { fr: 'Ce qui n’est pas validé', en: 'What is not validated' },
  limitSynthetic: {
    fr: 'Rues, lignes, horaires et déplacements sont synthétiques : un écart calculé ici ne se lit pas rue par rue.',
    en: 'Streets, lines, timetables and trips are synthetic: a difference computed here cannot be read street by street.',
  },
  limitCounts: {
    fr: 'Le trafic n’est pas calé sur les comptages, ni les retards des bus sur les passages réels : les niveaux sont incertains, les écarts le sont moins.',
    en: 'Traffic is not calibrated to counts, nor bus delays to recorded passages: levels are uncertain, differences less so.',
  },
  limitRouteGaps: {
    fr: (spans: string, guided: string) => `Les itinéraires prévus ne sont pas à l’équilibre : les conducteurs y passent plus de temps que sur les plus rapides (${spans} : écart relatif de l’affectation).${guided === '' ? '' : ` Les ${guided} de conducteurs guidés en corrigent une part en route.`}`,
    en: (spans: string, guided: string) => `Planned routes are not in equilibrium: drivers spend more time on them than on the quickest ones (${spans}: relative gap of the assignment).${guided === '' ? '' : ` The ${guided} of drivers with guidance mend a part of it on the way.`}`,
  },
  routeGapOf: { fr: (gap: string, from: string, until: string) => `${gap} de ${from} à ${until}`, en: (gap: string, from: string, until: string) => `${gap} from ${from} to ${until}` },
  limitEnergy: {
    fr: 'L’énergie est calculée, non mesurée : aucune facture ni aucun relevé de compteur n’a servi à la vérifier.',
    en: 'Energy is computed, not measured: no bill and no meter reading was used to check it.',
  },
  limitLight: {
    fr: 'L’éclairement, la visibilité des piétons aux passages et le sentiment de sécurité ne sont pas évalués. Abaisser demande une étude d’éclairage (EN 13201).',
    en: 'Illuminance, visibility of pedestrians at crossings and feeling of safety are not assessed. Dimming needs a lighting study (EN 13201).',
  },
  limitBehaviour: {
    fr: 'Seuls changent d’itinéraire les conducteurs guidés et ceux dont une rue de l’itinéraire est fermée ; personne ne change d’heure, de destination ou de mode de transport parce que la ville a changé.',
    en: 'Only drivers with guidance, and those with a closed street on their way, change route; nobody changes time, destination or mode of travel because the city has changed.',
  },
  limitDwell: {
    fr: 'Les temps d’arrêt des bus ne dépendent pas du nombre de voyageurs.',
    en: 'Dwell times of buses do not depend on the number of passengers.',
  },
  limitEmptyStart: {
    fr: (from: string) => `À ${from}, les simulations commencent sur des rues vides : qui roulait déjà manque, et les premières minutes sont plus fluides qu’en réalité.`,
    en: (from: string) => `At ${from} the runs begin on empty streets: those already under way are missing, and the first minutes flow better than they would.`,
  },
  limitRescues: {
    fr: (most: string) => `Le simulateur a dû débloquer jusqu’à ${most} ${singularFr(most) ? 'véhicule' : 'véhicules'} par simulation, à l’arrêt trop longtemps.`,
    en: (most: string) => `The simulator had to rescue up to ${most} ${most === '1' ? 'vehicle' : 'vehicles'} per run that had stood too long.`,
  },
  limitCollisions: {
    fr: (most: string) => `Jusqu’à ${most} fois par simulation, deux véhicules se sont chevauchés : un défaut du modèle.`,
    en: (most: string) => `Up to ${most} ${most === '1' ? 'time' : 'times'} per run, two vehicles overlapped: a fault of the model.`,
  },
  limitSpan: {
    fr: (amount: string, unit: 'h' | 'min' | 's') => {
      const isOne = singularFr(amount), time = { h: 'heure', min: 'minute', s: 'seconde' }[unit];
      return `${isOne ? `Seule ${amount} ${time} est simulée` : `Seules ${amount} ${time}s sont simulées`} : les chiffres du trafic et des bus valent pour ${isOne || unit !== 'h' ? 'cette durée' : 'ces heures'}, non pour une journée.`;
    },
    en: (amount: string, unit: 'h' | 'min' | 's') => {
      const isOne = amount === '1', time = { h: 'hour', min: 'minute', s: 'second' }[unit];
      return `Only ${amount} ${time}${isOne ? ' is' : 's are'} simulated: figures on traffic and buses hold for ${isOne ? `this ${time}` : `these ${time}s`}, not for a day.`;
    },
  },
  madeWith: { fr: 'Établi avec Jumeau, logiciel libre (Apache-2.0).', en: 'Made with Jumeau, free software (Apache-2.0).' },
} as const;
