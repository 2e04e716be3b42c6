import type { priorityReason, Service } from '../../engine/twin/priority-words.ts';
import type { priorityMeans } from '../../engine/twin/priority.ts';
import type { Loser } from '../measure/class-losses.ts';
import type { PlanControl } from '../measure/stage-limits.ts';
import { directionNames } from './directions.ts';

const reasonsFr: Readonly<Record<keyof typeof priorityReason, string>> = {
  none: 'sans raison notée', comesOnGreen: 'passe au vert sans cela', missesGreen: 'manque son vert', comesOnRed: 'arrive au rouge', beyondLongest: 'au-delà de la durée maximale de la phase', lockout: 'un autre vient d’être servi',
  planTooFarOff: 'le plan ne serait pas repris à temps', atShortest: 'phase à sa durée minimale', anotherFirst: 'un autre a demandé avant', noSuchMeans: 'moyen non prévu à ce carrefour', notLate: 'pas assez en retard',
  signedOff: 'déjà passé', withdrawn: 'demande retirée', notRenewed: 'plus de nouvelles', othersWaitTooLong: 'd’autres attendraient au-delà de la limite', stageAskedFor: 'une phase à escamoter est demandée',
  tooCloseBehind: 'trop près du véhicule précédent', tooFewAboard: 'trop peu de personnes à bord', otherLineClass: 'ligne non servie ici', outOfHours: 'hors des heures de priorité', solvedTogether: 'coûterait plus à l’ensemble de ceux qui demandent', tooManyAsk: 'trop de demandes à la fois',
  greenTaken: 'du vert lui avait été pris', planChanged: 'changement de plan', beforeThePlan: 'passe avant le plan', absoluteFirst: 'une priorité absolue passe d’abord', planBeingRegained: 'le plan est en cours de reprise',
};
const reasonsEn: Readonly<Record<keyof typeof priorityReason, string>> = {
  none: 'no reason noted', comesOnGreen: 'passes on green anyway', missesGreen: 'misses its green', comesOnRed: 'comes on red', beyondLongest: 'beyond the longest time of the stage', lockout: 'another was served a short while ago',
  planTooFarOff: 'the plan could not be regained soon enough', atShortest: 'stage at its shortest time', anotherFirst: 'another asked before', noSuchMeans: 'no such means at this junction', notLate: 'not late enough',
  signedOff: 'has passed already', withdrawn: 'withdrawn', notRenewed: 'nothing heard any more', othersWaitTooLong: 'others would wait beyond the limit', stageAskedFor: 'a stage to leave out is asked for',
  tooCloseBehind: 'too close behind the vehicle before', tooFewAboard: 'too few people aboard', otherLineClass: 'line not served here', outOfHours: 'outside the hours of priority', solvedTogether: 'would cost more to all who ask together', tooManyAsk: 'too many ask at once',
  greenTaken: 'green had been taken from it', planChanged: 'change of plan', beforeThePlan: 'goes before the plan', absoluteFirst: 'an absolute priority goes first', planBeingRegained: 'the plan is being regained',
};

const servicesFr: Readonly<Record<Service, string>> = {
  extension: 'Vert prolongé', earlyGreen: 'Vert avancé', skip: 'Phases sans demande escamotées', rotation: 'Ordre des phases changé', insertion: 'Phase intercalée', heldUntilPassed: 'Vert tenu jusqu’au passage', stageCalled: 'Phase appelée hors tour',
};
const servicesEn: Readonly<Record<Service, string>> = {
  extension: 'Green extended', earlyGreen: 'Early green', skip: 'Stages without demand left out', rotation: 'Order of stages changed', insertion: 'Stage inserted', heldUntilPassed: 'Green held until passed', stageCalled: 'Stage called out of turn',
};

/** Figures of lines, as columns of a table. */
export const lineFigureWords = {
  fr: { signalDelayPerTripS: 'Temps perdu aux feux (s)', meanRunS: 'Parcours (s)', runSpreadS: 'Dispersion (s)', speedKmh: 'Vitesse (km/h)', onTimePercent: 'À l’heure (%)', meanLateS: 'Retard aux arrêts (s)', excessWaitS: 'Attente en trop (s)', meanWaitS: 'Attente (s)', meanRideS: 'Temps à bord (s)' },
  en: { signalDelayPerTripS: 'Delay at signals (s)', meanRunS: 'Run time (s)', runSpreadS: 'Spread (s)', speedKmh: 'Speed (km/h)', onTimePercent: 'On time (%)', meanLateS: 'Lateness at stops (s)', excessWaitS: 'Excess wait (s)', meanWaitS: 'Wait (s)', meanRideS: 'Ride (s)' },
} as const;

/** Everything that the report on priority says and the other reports do not, in the order of its page. */
export const priorityReportWords = {
  kind: { fr: 'Rapport sur la priorité aux feux', en: 'Report on priority at signals' },
  headline: { fr: (is: string, was: string) => `${is}, face à : ${was}`, en: (is: string, was: string) => `${is}, against: ${was}` },
  question: {
    fr: (is: string, was: string) => `De « ${was} » à « ${is} » : que gagnent les bus et les trams, et que paient les autres ?`,
    en: (is: string, was: string) => `From “${was}” to “${is}”: what do buses and trams win, and what do the others pay?`,
  },
  side: { fr: 'Côté', en: 'Side' },
  classes: { fr: 'Qui gagne, qui paie', en: 'Who wins, who pays' },
  classesAbout: {
    fr: 'À tous les carrefours à feux ensemble. Un passage : un véhicule qui franchit des feux, ou une personne à pied qui traverse au feu. La dernière colonne multiplie ce que perd chaque passage par les personnes qui y sont : c’est ce que la ville perd en tout dans cette classe, et la somme dit si la priorité rend plus de temps qu’elle n’en prend.',
    en: 'At all signalised junctions together. A passage: a vehicle that passes signals, or a person on foot who crosses at a signal. The last column multiplies what each passage loses by the people in it: that is what the city loses in all in this class, and the sum says whether priority gives back more time than it takes.',
  },
  whoLoses: { fr: 'Classe', en: 'Class' },
  loser: {
    fr: (one: Loser) => ({ bus: 'Bus', tram: 'Trams', car: 'Voitures, camionnettes, deux-roues à moteur', lorry: 'Camions', bicycle: 'Vélos', onFoot: 'Piétons aux feux' })[one],
    en: (one: Loser) => ({ bus: 'Buses', tram: 'Trams', car: 'Cars, vans, motorcycles', lorry: 'Lorries', bicycle: 'Bicycles', onFoot: 'People on foot at signals' })[one],
  },
  everyone: { fr: 'Toutes les personnes', en: 'All people' },
  passagesARun: { fr: 'Passages par simulation', en: 'Passages a run' },
  delayPassage: { fr: 'Temps perdu par passage (s)', en: 'Delay a passage (s)' },
  peopleHours: { fr: 'Perdu en tout (heures de personne)', en: 'Lost in all (hours of a person)' },
  lines: { fr: 'Ligne par ligne', en: 'Line by line' },
  line: { fr: 'Ligne', en: 'Line' },
  linesAbout: {
    fr: 'Temps perdu aux feux : par course, avant les lignes d’arrêt, sur toutes les courses qui ont desservi un arrêt. Parcours, dispersion (écart type) et vitesse : courses faites en entier, du départ du premier arrêt à l’arrivée au dernier. À l’heure : partis d’un arrêt avec au plus 1 min d’avance et 5 min de retard. Attente en trop : au-delà de ce que l’horaire ferait attendre, quand il prévoit un passage toutes les 12 min au moins. Attente et temps à bord : par voyageur monté.',
    en: 'Delay at signals: per trip, before the stop lines, over all trips that served a stop. Run time, spread (standard deviation) and speed: trips driven wholly, from leaving the first stop to coming to the last. On time: left a stop at most 1 min early and 5 min late. Excess wait: beyond what the timetable would make people wait, where it has a vehicle every 12 min or more often. Wait and ride: per person who boarded.',
  },
  linesDriving: { fr: 'Comment elles roulent', en: 'How they drive' },
  linesServing: { fr: 'Ce que les voyageurs en ont', en: 'What passengers have of it' },
  noLines: { fr: 'Aucune ligne n’a desservi d’arrêt avec horaire.', en: 'No line served a stop with a timetable.' },
  junctions: { fr: 'Carrefour par carrefour', en: 'Junction by junction' },
  junction: { fr: 'Carrefour', en: 'Junction' },
  noJunctions: { fr: 'Aucun bus ni tram n’a passé de feu.', en: 'No bus or tram passed a signal.' },
  junctionsTold: {
    fr: (all: string, given: string, better: string, worse: string) => `Bus et trams passent à ${all} carrefours à feux, dont ${given} qui donnent la priorité d’un côté au moins. Le temps perdu des bus baisse nettement à ${better} d’entre eux ; celui des autres véhicules monte nettement à ${worse}.`,
    en: (all: string, given: string, better: string, worse: string) => `Buses and trams pass ${all} signalised junctions, of which ${given} give priority on one side at least. The delay of buses falls clearly at ${better} of them; that of other traffic rises clearly at ${worse}.`,
  },
  withPriority: { fr: 'priorité', en: 'priority' },
  byChance: {
    fr: (all: string, chance: string) => `Avec des intervalles à 95 %, il faut s’attendre à ce que le hasard seul fasse paraître net un écart à ${chance} carrefours sur ${all}.`,
    en: (all: string, chance: string) => `With intervals of 95%, chance alone is to be expected to make a difference look clear at ${chance} of ${all} junctions.`,
  },
  junctionsShown: { fr: (shown: string, all: string) => `Les ${shown} carrefours où passent le plus de bus et de trams, sur ${all}.`, en: (shown: string, all: string) => `The ${shown} junctions with most buses and trams, of ${all}.` },
  cellsAre: {
    fr: (pairs: string) => `Dans tous les tableaux de ce rapport, chaque case est une moyenne sur ${pairs} graines, avant → après, puis l’écart et son intervalle de confiance à 95 %, graine par graine ; ✓ et ✗ : l’intervalle laisse 0 d’un côté.`,
    en: (pairs: string) => `In all tables of this report each cell is a mean over ${pairs} seeds, before → after, then the difference with its 95% confidence interval, seed by seed; ✓ and ✗: the interval leaves 0 on one side.`,
  },
  cellsOfOne: {
    fr: 'Une seule graine, ou deux : les tableaux donnent avant → après et l’écart, sans intervalle ; rien n’y distingue un effet du hasard.',
    en: 'One seed only, or two: tables tell before → after and the difference, without an interval; nothing in them tells an effect from chance.',
  },
  junctionCells: {
    fr: 'Secondes par passage, ou par personne ; verts trop courts en % des verts devant lesquels quelqu’un attendait ; voie pleine en % de tous les verts : au début du vert, la file ne laissait plus la place d’une voiture.',
    en: 'Seconds per passage, or per person; greens too short in % of the greens before which somebody waited; lane full in % of all greens: when green began, the queue left less room than one car takes.',
  },
  allJunctions: {
    fr: (command: string) => `Tous les carrefours, ou toutes les entrées d’un carrefour, classe par classe : « ${command} ».`,
    en: (command: string) => `All junctions, or all approaches of one, class by class: "${command}".`,
  },
  busDelay: { fr: 'Bus (s)', en: 'Buses (s)' },
  tramDelay: { fr: 'Trams (s)', en: 'Trams (s)' },
  otherDelay: { fr: 'Autres véhicules (s)', en: 'Other traffic (s)' },
  personDelay: { fr: 'Par personne (s)', en: 'Per person (s)' },
  failures: { fr: 'Verts trop courts (%)', en: 'Greens too short (%)' },
  spillBack: { fr: 'Voie pleine (%)', en: 'Lane full (%)' },
  whoPays: { fr: 'Où les autres perdent le plus', en: 'Where others lose most' },
  whoPaysAbout: {
    fr: 'Les carrefours où le temps perdu total des autres véhicules augmente le plus, entrée par entrée.',
    en: 'The junctions at which the delay of other traffic in all grows most, approach by approach.',
  },
  approach: { fr: 'Entrée', en: 'Approach' },
  directions: { fr: (eighth: number) => directionNames.fr[eighth % 8]!, en: (eighth: number) => directionNames.en[eighth % 8]! },
  comesFrom: { fr: (direction: string) => `côté ${direction}`, en: (direction: string) => `from the ${direction}` },
  meanQueue: { fr: 'File moyenne (m)', en: 'Mean queue (m)' },
  answers: { fr: 'Demandes et réponses', en: 'Requests and answers' },
  answer: { fr: 'Par simulation, en moyenne', en: 'Per run, on average' },
  answersAbout: {
    fr: 'Chaque demande d’un bus ou d’un tram est comptée une fois, par la meilleure réponse obtenue. Gain et coût sont ceux que le carrefour a estimés au moment de décider : ils ne sont pas mesurés ; les tableaux ci-dessus le sont.',
    en: 'Each request of a bus or tram is counted once, by the best answer that it got. Gain and cost are what the controller estimated when it decided: they are not measured; the tables above are.',
  },
  nobodyAsked: { fr: 'Aucun bus ni tram n’a demandé la priorité, d’un côté comme de l’autre.', en: 'No bus or tram asked for priority on either side.' },
  requests: { fr: 'Demandes', en: 'Requests' },
  unanswered: { fr: 'Finies sans réponse, ou répondues avant les heures mesurées', en: 'Ended without an answer, or answered before the measured hours' },
  notNeededAnswers: { fr: 'Passent sans rien changer', en: 'Pass without any change' },
  servedBy: { fr: (service: Service) => servicesFr[service], en: (service: Service) => servicesEn[service] },
  refusedFor: { fr: (reason: keyof typeof priorityReason) => `Refusées : ${reasonsFr[reason]}`, en: (reason: keyof typeof priorityReason) => `Refused: ${reasonsEn[reason]}` },
  gain: { fr: 'Gain estimé par demande servie (s)', en: 'Estimated gain per request served (s)' },
  cost: { fr: 'Coût estimé pour les autres, par demande servie (véhicule·s)', en: 'Estimated cost to others, per request served (vehicle·s)' },
  givenBack: { fr: 'Vert rendu aux phases écourtées (s)', en: 'Green given back to stages that were cut short (s)' },
  notGivenBack: { fr: 'Vert non rendu (s)', en: 'Green not given back (s)' },
  busDelays: { fr: 'Temps perdu des bus aux carrefours à feux, toutes graines', en: 'Delay of buses at signalised junctions, all seeds' },
  tramDelays: { fr: 'Temps perdu des trams aux carrefours à feux, toutes graines', en: 'Delay of trams at signalised junctions, all seeds' },
  carDelays: { fr: 'Temps perdu des voitures aux carrefours à feux, toutes graines', en: 'Delay of cars at signalised junctions, all seeds' },
  ofBuses: { fr: 'bus aux carrefours à feux', en: 'buses at signalised junctions' },
  ofTrams: { fr: 'trams aux carrefours à feux', en: 'trams at signalised junctions' },
  ofCars: { fr: 'voitures aux carrefours à feux', en: 'cars at signalised junctions' },
  corridorOf: { fr: (line: string, side: string) => `Ligne ${line}, une graine : ${side}`, en: (line: string, side: string) => `Line ${line}, one seed: ${side}` },
  peopleCross: { fr: (street: string) => `piétons${street === '' ? '' : `, ${street}`}`, en: (street: string) => `people on foot${street === '' ? '' : `, ${street}`}` },
  queueGrows: { fr: (street: string) => `L’entrée dont la file augmente le plus : ${street}`, en: (street: string) => `The approach whose queue grows most: ${street}` },
  queueShrinks: { fr: (street: string) => `L’entrée dont la file diminue le plus : ${street}`, en: (street: string) => `The approach whose queue shrinks most: ${street}` },
  settings: { fr: 'Réglages', en: 'Settings' },
  settingsAbout: {
    fr: 'Les règles de priorité des carrefours, de chaque côté. Les plans eux-mêmes s’écrivent avec « npx jumeau plans export ».',
    en: 'The rules of priority of the controllers, on each side. The plans themselves are written by "npx jumeau plans export".',
  },
  controllersCount: { fr: 'Carrefours', en: 'Controllers' },
  means: { fr: 'Moyens', en: 'Means' },
  meansNamed: {
    fr: (name: keyof typeof priorityMeans) => ({ extension: 'prolongation', earlyGreen: 'vert avancé', skip: 'escamotage', insertion: 'phase intercalée', rotation: 'rotation des phases' })[name],
    en: (name: keyof typeof priorityMeans) => ({ extension: 'extension', earlyGreen: 'early green', skip: 'skip', insertion: 'insertion', rotation: 'rotation' })[name],
  },
  noPriority: { fr: 'pas de priorité', en: 'no priority' },
  everybody: { fr: 'toute demande', en: 'any request' },
  lateFrom: { fr: 'Retard à partir de', en: 'Late by at least' },
  otherConditions: { fr: 'Autres conditions', en: 'Other conditions' },
  shortestStage: { fr: 'Phase écourtée, au moins', en: 'Stage cut to at least' },
  lockout: { fr: 'Blocage (cycles)', en: 'Lockout (cycles)' },
  recovery: { fr: 'Retour au plan (cycles)', en: 'Recovery (cycles)' },
  compensation: { fr: 'Vert rendu (cycles)', en: 'Given back (cycles)' },
  notNeeded: { fr: 'sans objet', en: 'not needed' },
  timeOut: { fr: 'Oubli sans nouvelles', en: 'Dropped without renewal' },
  someControllers: { fr: (count: string) => `${count} carrefours à feux`, en: (count: string) => `${count} signal controllers` },
  controlledBy: { fr: (counts: string) => `Conduite des carrefours à feux : ${counts}.`, en: (counts: string) => `How signal controllers run: ${counts}.` },
  controllersRun: {
    fr: (control: PlanControl, count: string) => `${({ fixed: 'à durées fixes', actuated: 'adaptés au trafic', coordinated: 'coordonnés', chosen: 'qui choisissent leurs phases' })[control]} (${count})`,
    en: (control: PlanControl, count: string) => `${({ fixed: 'with fixed lengths', actuated: 'actuated', coordinated: 'coordinated', chosen: 'that choose their stages' })[control]} (${count})`,
  },
  methodSignals: {
    fr: 'Un bus ou un tram équipé appelle le feu suivant par radio ; le carrefour ne sait de lui que ce que disent ces messages, jamais sa position vraie. Il prévoit son arrivée, apprend de ses erreurs, et accorde ou refuse selon ses règles ; chaque réponse est une ligne des résultats, que « npx jumeau explain » raconte. Un moniteur indépendant regarde les feux montrés et arrête toute simulation qui enfreindrait la matrice de dégagement, un vert minimal, un jaune ou l’attente maximale.',
    en: 'An equipped bus or tram calls the next signal by radio; the controller knows of it what these messages say, never its true position. It predicts its arrival, learns from its errors, and grants or refuses by its rules; each answer is a row of the results, which "npx jumeau explain" tells. An independent monitor looks at the aspects shown and stops any run that would break the intergreen matrix, a minimum green, an amber or the longest wait.',
  },
  methodDelay: {
    fr: 'Le temps perdu à un carrefour est relevé passage par passage : la durée du trajet du début du tronçon qui mène aux feux jusqu’au tronçon suivant, moins ce qu’il faudrait à la vitesse voulue, sans personne devant et feu vert ; l’arrêt prévu à un arrêt de bus n’en est pas. Deux simulations de même graine ont les mêmes véhicules, conducteurs et heures de départ : l’écart est pris graine par graine, puis sa moyenne et son intervalle de Student.',
    en: 'Delay at a junction is taken passage by passage: the time from the start of the link before the signals to the next link, less what it would take at the wanted speed with nobody ahead and a green signal; planned dwell at a stop is not in it. Two runs of one seed have the same vehicles, drivers and times of departure: the difference is taken seed by seed, then its mean and its interval by Student.',
  },
  command: { fr: (command: string) => `Ce rapport : ${command}`, en: (command: string) => `This report: ${command}` },
  limitNotValidated: {
    fr: 'Non validé : aucun chiffre de cette page n’a été comparé à des mesures de temps perdu, de files ou de priorité de ces carrefours. Le modèle est vérifié contre la théorie des files et comparé à un autre simulateur.',
    en: 'Not validated: no figure of this page has been compared with measured delays, queues or priority at these junctions. The model is verified against queueing theory and compared with another simulator.',
  },
  limitPlans: {
    fr: 'Les plans de feux de la ville de référence sont construits par une règle, non relevés : ceux de la ville réelle sont autres.',
    en: 'The signal plans of the reference city are made by a rule, not surveyed: those of the real city are others.',
  },
  limitDelay: {
    fr: 'Le temps perdu à un carrefour va du début du tronçon qui mène aux feux au tronçon suivant. Une file qui remonte plus loin compte pour le carrefour d’avant ; qui attend d’entrer sur le réseau n’y est pas.',
    en: 'Delay at a junction is counted from the start of the link before its signals to the next link. A queue that reaches further back counts at the junction before; who waits to enter the network is not in it.',
  },
  limitQueue: {
    fr: 'Les files sont relevées au début du vert, voie par voie : la fin d’une file recule encore un peu pendant qu’elle s’écoule.',
    en: 'Queues are taken at the start of green, lane by lane: the end of a queue still moves back a little while it discharges.',
  },
  limitPeople: {
    fr: (bus: string, tram: string, car: string, lorry: string) => `Personnes : celles que la simulation fait monter, sinon par hypothèse ${bus} par bus, ${tram} par tram, ${car} par voiture, ${lorry} par camion ou vélo.`,
    en: (bus: string, tram: string, car: string, lorry: string) => `People: those who board in the simulation, else assumed as ${bus} a bus, ${tram} a tram, ${car} a car, ${lorry} a lorry or bicycle.`,
  },
  limitPedestrians: { fr: 'Le temps perdu par personne ne compte pas les piétons ; leur attente est donnée à part.', en: 'Delay per person leaves out people on foot; their wait is given apart.' },
  limitDemand: { fr: 'La demande est la même des deux côtés.', en: 'Demand is the same on both sides.' },
  limitMany: { fr: 'Beaucoup de lignes et de carrefours sont comparés à la fois : un écart net à un seul d’entre eux peut être dû au hasard.', en: 'Many lines and junctions are compared at once: a clear difference at a single one of them may be chance.' },
} as const;
