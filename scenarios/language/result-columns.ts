/** What the columns of results mean, in French; in English their declarations say it. By table, then column. */
export const resultColumnsFr: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  runs: {
    run: 'clé du résultat : le nom de son dossier ; toutes les autres tables l’ont aussi', question: 'nom de la question, ou du fichier de la ville', city: 'nom de la ville', twin: 'empreinte de la ville à laquelle les changements ont été appliqués',
    synthetic: 'si une partie de la ville est inventée', changes: 'les changements, en JSON', seed: 'ce dont découle chaque tirage au sort', fromS: 'début de la simulation, depuis minuit du premier jour',
    measuredFromS: 'à partir de quand on mesure : après fromS si les rues se remplissent d’abord', untilS: 'quand elle devait finir au plus tard', stepS: 'durée d’un pas', busPriority: 'si les feux accordent la priorité',
    hash: 'empreinte de l’état final et de toutes les tables', simulatedS: 'durée simulée, remplissage des rues compris', endS: 'quand la simulation a fini', vehicleUpdates: 'véhicules sur le réseau, additionnés sur les pas',
    vehiclesLoaded: 'départs', vehiclesInserted: 'dont entrés', vehiclesArrived: 'dont arrivés', vehiclesRunning: 'en route à la fin', vehiclesWaitingToEnter: 'qui n’ont pas pu entrer avant la fin', rescued: 'véhicules débloqués', collisions: 'collisions',
    meanTravelTimeS: 'moyenne des véhicules arrivés, bus compris', meanTimeLossS: 'moyenne des véhicules arrivés, bus compris', meanDepartDelayS: 'moyenne des véhicules arrivés : du départ voulu à l’entrée', busMeanTravelTimeS: 'moyenne des bus arrivés', busMeanTimeLossS: 'moyenne des bus arrivés',
    lightingEnergyKwh: 'prise par toutes les lampes', engine: 'version et empreinte du code', node: 'version de Node', keptAt: 'quand il a été enregistré, UTC', wallS: 'durée du calcul', bytesCount: 'place de ses fichiers',
  },
  indicators: { run: 'clé du résultat', indicator: 'nom de l’indicateur', value: 'null si la simulation n’avait rien à mesurer', unit: 'unité de la valeur, en anglais', better: 'quel sens est le meilleur' },
  trips: {
    departure: 'quel départ', end: 's’il est arrivé', plannedDepartS: 'quand il voulait entrer', departS: 'quand il est entré ; -1 sinon', arriveS: 'quand il est arrivé ; -1 sinon',
    timeLossS: 'perdu à rouler moins vite que voulu ; les arrêts prévus n’en sont pas', waitingS: 'passé sous 0,1 m/s, arrêts prévus exclus', routeLengthM: 'parcourus',
  },
  links: {
    link: 'quel tronçon', fromS: 'début de l’intervalle', entered: 'véhicules venus d’un autre tronçon dans l’intervalle ; ceux qui y sont partis n’en sont pas, comme dans SUMO', left: 'véhicules passés à un autre tronçon ; ceux qui y sont arrivés n’en sont pas, comme dans SUMO',
    travelTimeS: 'moyenne des véhicules qui l’ont quitté, ou y sont arrivés au bout, après l’avoir parcouru en entier ; -1 s’il n’y en a pas', vehicleSeconds: 'temps qu’y ont passé tous les véhicules', vehicleMetres: 'distance qu’y ont parcourue tous les véhicules',
  },
  stopVisits: { departure: 'quel départ', stop: 'où ; -1 pour un autre lieu', arriveS: 'quand il s’est immobilisé', departS: 'quand il est reparti', timetabledDepartS: 'quand il aurait dû repartir ; -1 sans horaire' },
  boardings: {
    departure: 'quel départ', lineStop: 'où ; -1 pour un arrêt où personne n’attend cette ligne, et pour la fin d’une course avec des voyageurs à bord', departS: 'quand le véhicule est reparti', boardedCount: 'montées', alightedCount: 'descentes',
    aboardCount: 'voyageurs à bord au départ', leftBehindCount: 'voyageurs qui n’ont pas trouvé de place', waitedS: 'de l’arrivée à l’arrêt à la montée, additionné sur les montées ; qui arrive pendant l’arrêt n’attend pas', rodeS: 'temps passé dans le véhicule depuis l’arrêt précédent, additionné sur tous',
  },
  peopleAtStops: { lineStop: 'où', cameCount: 'personnes venues', boardedCount: 'dont montées', waitingCount: 'dont attendaient encore à la fin', waitedS: 'combien celles-ci avaient alors attendu, en tout' },
  signalPassages: { departure: 'quel départ', movement: 'comment il a traversé le carrefour', passedS: 'quand son avant a passé la ligne de feu', lostS: 'temps sur les 200 derniers mètres de sa voie, ou depuis son dernier arrêt, au-delà de ce qu’il aurait mis seul et au vert' },
  lighting: { zone: 'quelle zone', fromS: 'début de l’intervalle', energyWh: 'prise par ses lampes dans l’intervalle' },
  lampSwitches: { zone: 'quelle zone', timeS: 'à partir de quand', outputShare: '0 éteint, 1 à plein' },
  groupSwitches: { group: 'quel groupe', timeS: 'à partir de quand', outputShare: '0 éteint, 1 à plein, à ce moment', endShare: 'à la fin de la rampe ; le même si le niveau saute', rampS: 'durée de la rampe, 0 si le niveau saute' },
  groupedLamps: { lamp: 'quelle lampe', group: 'le groupe qu’elle suit' },
  signalChanges: { controller: 'quel contrôleur', timeS: 'à partir de quand', interval: 'ce qu’il montre dès lors', extendedForPriority: '1 si un bus ou un tram a prolongé l’intervalle qui finit' },
  aspectChanges: { controller: 'quel contrôleur', timeS: 'à partir de quand', signalGroup: 'laquelle de ses lignes de feux', shown: 'ce qu’elle montre dès lors' },
  detectors: {
    detector: 'quel détecteur', fromS: 'début de l’intervalle', untilS: 'fin de l’intervalle', vehicleCount: 'boucles : véhicules passés en entier ; zones : véhicules qui y sont entrés',
    occupancyShare: 'boucles : part du temps avec un véhicule dessus ; zones : part couverte par des véhicules, moyenne sur le temps', meanSpeedMps: 'boucles : moyenne des véhicules passés ; zones : mètres parcourus par temps passé ; -1 s’il n’y en a pas',
  },
  minutes: {
    timeS: 'début de la minute', running: 'véhicules sur le réseau', waitingToEnter: 'véhicules qui voulaient entrer et ne le pouvaient pas encore', arrived: 'véhicules arrivés depuis le début', halting: 'véhicules sous 0,1 m/s', meanSpeedMps: 'moyenne des véhicules sur le réseau ; -1 s’il n’y en a pas', lightingPowerW: 'prise par toutes les lampes',
  },
  rescues: { departure: 'quel départ', timeS: 'quand', lane: 'où il était bloqué' },
  crossings: { crossing: 'quel passage piéton', fromS: 'début de l’heure', crossed: 'piétons qui se sont engagés dans l’heure', meanWaitS: 'de l’arrivée au trottoir à l’engagement, moyenne de ces piétons', longestWaitS: 'la plus longue de ces attentes' },
  diversions: { departure: 'quel départ', timeS: 'quand', link: 'le tronçon fermé sur son chemin', isAround: 's’il a trouvé un détour, ou une fin avant la fermeture', skippedHaltCount: 'arrêts de la ligne laissés de côté par le détour' },
  tripEnergy: { departure: 'quel départ ; ceux qui ont roulé', propulsion: 'ce qui meut le véhicule', takenWh: 'jusqu’ici : carburant par son pouvoir calorifique inférieur, électricité à la prise' },
  linkEnergy: { link: 'quel tronçon ; qui est dans un carrefour compte encore pour le tronçon d’avant', fromS: 'début de l’heure', source: 'd’où vient l’énergie', takenWh: 'dans l’heure ; peut être négative si les véhicules freinent et la rendent' },
  junctionPassages: { departure: 'quel départ', lane: 'la voie d’où il a passé la ligne de feu', enteredS: 'quand il est entré sur le tronçon avant les feux', passedS: 'quand son avant a passé la ligne de feu', delayS: 'perdu jusqu’au tronçon après les feux' },
  laneGreens: {
    lane: 'quelle voie ; elle est au vert tant qu’un de ses mouvements l’est', fromS: 'début du vert', untilS: 'fin du vert', waitingCount: 'véhicules en file au début du vert', queueM: 'de la ligne de feu à la fin de cette file',
    leftWaitingCount: 'dont encore avant la ligne de feu à la fin du vert', isWhole: 's’il a commencé et fini pendant la simulation ; sinon rien n’est compté',
  },
  priorityDecisions: {
    controller: 'quel contrôleur', timeS: 'quand', departure: 'qui a demandé', signalGroup: 'pour quelle ligne de feux', answer: 'ce qui a été répondu, ou comment la demande a fini', reason: 'pourquoi', interval: 'ce que montrait alors le contrôleur',
    askedS: 'quand le contrôleur en a entendu parler', arrivesS: 'quand il était attendu à la ligne de feu, tel qu’on le savait alors ; une fois passé, tel qu’on le savait au début', bandS: 'neuf sur dix devaient passer à cet écart au plus, d’après l’expérience',
    metRed: 'si le rouge l’a retenu, de sorte que son trajet n’a pas seul décidé de son heure', lateS: 'son retard au dernier arrêt', headwayShare: 'à quel intervalle du précédent de sa ligne il a quitté cet arrêt, en part de l’intervalle prévu ; -1 si on ne le sait pas',
    aboardCount: 'voyageurs à bord ; -1 si on ne le sait pas', togetherCount: 'avec combien d’autres demandes elle a été réglée, si c’est la raison ; sinon 0', untilS: 'jusqu’à quand son vert est tenu, ou quand la phase en cours finit pour lui ; -1 si rien ne change',
    gainS: 'combien plus tôt il a le vert, d’après le plan ; 0 si rien ne change', costVehicleS: 'secondes d’attente de plus pour les autres, en tout, estimées d’après qui était là ou venait', otherDeparture: 'qui a demandé avant et voulait le contraire ; -1 pour personne',
    givenBackS: 'secondes de vert que la phase montrée a alors retrouvées, ou ne retrouvera pas ; 0 si la ligne dit autre chose',
  },
};
