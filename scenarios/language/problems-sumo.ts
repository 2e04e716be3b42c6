import type { Problem } from '../../engine/foundation/problem.ts';

type Words = (p: Problem['parameters']) => string;

/** What is wrong with one vehicle is often wrong with many: the others are counted. */
const others: { en: Words; fr: Words } = {
  en: ({ others: count = 0 }) => (Number(count) > 0 ? ` The same keeps ${count} more ${Number(count) === 1 ? 'vehicle' : 'vehicles'} from driving.` : ''),
  fr: ({ others: count = 0 }) => (Number(count) > 0 ? ` La même chose empêche ${count} ${Number(count) === 1 ? 'autre véhicule' : 'autres véhicules'} de circuler.` : ''),
};

/** The same of junctions. */
const moreJunctions: { en: Words; fr: Words } = {
  en: ({ others: count = 0 }) => (Number(count) > 0 ? ` It holds for ${count} more ${Number(count) === 1 ? 'junction' : 'junctions'}.` : ''),
  fr: ({ others: count = 0 }) => (Number(count) > 0 ? ` Cela vaut pour ${count} ${Number(count) === 1 ? 'autre carrefour' : 'autres carrefours'}.` : ''),
};

/** Words for what can be wrong with a SUMO scenario, or could not be taken over: what it is, and how to mend it. */
export const sumoProblems: Record<string, { en: Words; fr: Words }> = {
  'sumo-missing-file': {
    en: (p) => `the file cannot be opened (${p['why']}). Check the path; paths in a .sumocfg count from the folder it lies in.`,
    fr: (p) => `le fichier ne peut pas être ouvert (${p['why']}). Vérifiez le chemin ; ceux d’un .sumocfg partent du dossier où il se trouve.`,
  },
  'sumo-empty-file': { en: () => 'the file is empty. Write it again.', fr: () => 'le fichier est vide. Écrivez-le de nouveau.' },
  'sumo-unreadable-file': {
    en: (p) => `the file cannot be read on from here (${p['why']}). It may be cut short or damaged: copy it again.`,
    fr: (p) => `le fichier est illisible à partir d’ici (${p['why']}). Il est peut-être tronqué ou abîmé : copiez-le de nouveau.`,
  },
  'sumo-malformed-xml': {
    en: (p) => `this is not well-formed XML (${p['what']}). Entities other than XML’s own five are refused. Write the file again with SUMO’s tools.`,
    fr: (p) => `ce n’est pas du XML bien formé (${p['what']}). Les entités autres que les cinq de XML sont refusées. Réécrivez le fichier avec les outils de SUMO.`,
  },
  'sumo-wrong-root': {
    en: (p) => `the file starts with <${p['what']}>, not with one of these: ${p['expected']}. Is it named in the right option?`,
    fr: (p) => `le fichier commence par <${p['what']}> au lieu d’un de ceux-ci : ${p['expected']}. Est-il donné avec la bonne option ?`,
  },
  'sumo-too-deep': {
    en: (p) => `elements lie too deep inside each other at <${p['what']}>: SUMO writes no such file. Write it again with SUMO’s tools.`,
    fr: (p) => `les éléments sont trop imbriqués à <${p['what']}> : SUMO n’écrit pas de tels fichiers. Réécrivez-le avec les outils de SUMO.`,
  },
  'sumo-element-too-long': {
    en: () => 'one element is longer than 64 MiB: SUMO writes no such file. Write it again with SUMO’s tools.',
    fr: () => 'un élément dépasse 64 Mio : SUMO n’écrit pas de tels fichiers. Réécrivez-le avec les outils de SUMO.',
  },
  'sumo-too-large': {
    en: (p) => `the file unpacks to more than ${p['limit']} bytes, or to more than 200 times its size, as no scenario does. Pack it again, or cut it to your region.`,
    fr: (p) => `le fichier décompressé dépasse ${p['limit']} octets, ou 200 fois sa taille, ce que ne fait aucun scénario. Recompressez-le, ou réduisez-le à votre région.`,
  },
  'sumo-unknown-encoding': {
    en: (p) => `the encoding "${p['what']}" is not known. Save the file as UTF-8.`,
    fr: (p) => `l’encodage « ${p['what']} » est inconnu. Enregistrez le fichier en UTF-8.`,
  },
  'sumo-no-net': {
    en: () => 'no street network is named. Name one with --net, or as net-file in the .sumocfg.',
    fr: () => 'aucun réseau de rues n’est désigné. Donnez-le par --net, ou par net-file dans le .sumocfg.',
  },
  'sumo-consequences': {
    en: (p) => `${p['count']} more things do not fit this network, and most likely only follow from the errors above. Mend those first, then import again.`,
    fr: (p) => `${p['count']} autres choses ne vont pas avec ce réseau, et ne font sans doute que suivre des erreurs ci-dessus. Corrigez celles-ci, puis importez de nouveau.`,
  },
  'sumo-net-without-edges': {
    en: () => 'the network has no street. Is it the .net.xml that netconvert wrote?',
    fr: () => 'le réseau n’a aucune rue. Est-ce bien le .net.xml écrit par netconvert ?',
  },
  'sumo-missing-attribute': {
    en: (p) => `the attribute "${p['attribute']}" is missing. Add it, or write the file again with SUMO’s tools.`,
    fr: (p) => `l’attribut « ${p['attribute']} » manque. Ajoutez-le, ou réécrivez le fichier avec les outils de SUMO.`,
  },
  'sumo-bad-number': {
    en: (p) => `"${p['value']}" is not a possible number for "${p['attribute']}". Correct it.`,
    fr: (p) => `« ${p['value']} » n’est pas un nombre possible pour « ${p['attribute']} ». Corrigez-le.`,
  },
  'sumo-bad-time': {
    en: (p) => `"${p['value']}" is not a time for "${p['attribute']}". Give seconds, or HH:MM:SS.`,
    fr: (p) => `« ${p['value']} » n’est pas une heure pour « ${p['attribute']} ». Donnez des secondes, ou HH:MM:SS.`,
  },
  'sumo-bad-shape': {
    en: (p) => `"${p['attribute']}" is not a list of points "x,y x,y". Write the file again with SUMO’s tools.`,
    fr: (p) => `« ${p['attribute']} » n’est pas une suite de points « x,y x,y ». Réécrivez le fichier avec les outils de SUMO.`,
  },
  'sumo-bad-value': {
    en: (p) => `"${p['value']}" is not a possible value of "${p['attribute']}" here. Use a number that fits the street, or a word that SUMO knows.`,
    fr: (p) => `« ${p['value']} » n’est pas une valeur possible de « ${p['attribute']} » ici. Donnez un nombre adapté à la rue, ou un mot connu de SUMO.`,
  },
  'sumo-name-twice': {
    en: () => 'this name is used twice. Every name must stand for one thing: rename one of them.',
    fr: () => 'ce nom sert deux fois. Chaque nom désigne une seule chose : renommez l’un des deux.',
  },
  'sumo-vehicle-twice': {
    en: (p) => `there is another vehicle "${p['vehicle']}". Rename one, or take one of the files out.`,
    fr: (p) => `il existe un autre véhicule « ${p['vehicle']} ». Renommez-en un, ou retirez l’un des fichiers.`,
  },
  'sumo-edge-without-lanes': {
    en: () => 'the edge has no lanes. Write the network again with netconvert.',
    fr: () => 'l’arc n’a aucune voie. Réécrivez le réseau avec netconvert.',
  },
  'sumo-lane-without-shape': {
    en: (p) => `lane "${p['lane']}" has no line of two points. Write the network again with netconvert.`,
    fr: (p) => `la voie « ${p['lane']} » n’a pas de tracé de deux points. Réécrivez le réseau avec netconvert.`,
  },
  'sumo-lane-without-speed': {
    en: (p) => `lane "${p['lane']}" has a limit of 0; it is taken as 0.1 m/s. To close it, use disallow="all".`,
    fr: (p) => `la voie « ${p['lane']} » est limitée à 0 ; on prend 0,1 m/s. Pour la fermer, mettez disallow="all".`,
  },
  'sumo-too-many-lanes': {
    en: (p) => `the edge has more than ${p['limit']} lanes, which no street has and the simulation does not hold. Split it with netconvert, or correct its number of lanes.`,
    fr: (p) => `l’arc a plus de ${p['limit']} voies, ce qu’aucune rue n’a et que la simulation ne contient pas. Divisez-le avec netconvert, ou corrigez son nombre de voies.`,
  },
  'sumo-unknown-junction': {
    en: (p) => `junction "${p['junction']}" is not in the network. Write the network again with netconvert.`,
    fr: (p) => `le carrefour « ${p['junction']} » n’est pas dans le réseau. Réécrivez le réseau avec netconvert.`,
  },
  'sumo-unknown-edge': {
    en: (p) => `edge "${p['edge']}" is not in the network, or no vehicle drives there. Do the files belong together?${others.en(p)}`,
    fr: (p) => `l’arc « ${p['edge']} » n’est pas dans le réseau, ou aucun véhicule n’y circule. Les fichiers vont-ils ensemble ?${others.fr(p)}`,
  },
  'sumo-unknown-lane': {
    en: (p) => `lane "${p['lane'] ?? p['via'] ?? `${p['fromLane']} or ${p['toLane']}`}" is not in the network. Do the files belong together?`,
    fr: (p) => `la voie « ${p['lane'] ?? p['via'] ?? `${p['fromLane']} ou ${p['toLane']}`} » n’est pas dans le réseau. Les fichiers vont-ils ensemble ?`,
  },
  'sumo-connection-elsewhere': {
    en: () => 'the connection joins two edges that do not meet at a junction. Write the network again with netconvert.',
    fr: () => 'la liaison joint deux arcs sans carrefour en commun. Réécrivez le réseau avec netconvert.',
  },
  'sumo-unknown-junction-type': {
    en: (p) => `junction type "${p['type']}" is not known; it is taken as a priority junction. Write the network again with SUMO 1.15.${moreJunctions.en(p)}`,
    fr: (p) => `le type de carrefour « ${p['type']} » est inconnu ; on le prend pour un carrefour à priorité. Réécrivez le réseau avec SUMO 1.15.${moreJunctions.fr(p)}`,
  },
  'sumo-junction-type-approximated': {
    en: (p) => `a junction of type "${p['type']}" is driven by the rules of priority that the network lists: nobody stops before driving on, no train closes a crossing. To change that, set another type with netconvert.${moreJunctions.en(p)}`,
    fr: (p) => `un carrefour de type « ${p['type']} » suit les seules priorités écrites dans le réseau : pas d’arrêt obligé, pas de train qui ferme un passage. Pour changer, donnez un autre type par netconvert.${moreJunctions.fr(p)}`,
  },
  'sumo-left-hand': {
    en: () => 'the network drives on the left; lanes are kept as drawn, but drivers keep to the right. Build it for right-hand traffic if that matters.',
    fr: () => 'ce réseau circule à gauche ; les voies restent telles quelles, mais les conducteurs serrent à droite. Refaites-le pour la circulation à droite si cela compte.',
  },
  'sumo-unknown-place': {
    en: () => 'the network does not say where on Earth it lies; it is put at 0° north, 0° east, and its days have the light of there. Build it with a UTM projection to change that.',
    fr: () => 'le réseau ne dit pas où il se trouve ; il est placé à 0° nord, 0° est, avec la lumière du jour de cet endroit. Refaites-le avec une projection UTM.',
  },
  'sumo-attribute-not-applied': {
    en: (p) => `${p['count']} × <${p['element']} ${p['attribute']}=…>: this is not modelled and changes nothing here. Results may differ from SUMO’s there.`,
    fr: (p) => `${p['count']} × <${p['element']} ${p['attribute']}=…> : ce n’est pas modélisé et ne change rien ici. Les résultats peuvent y différer de ceux de SUMO.`,
  },
  'sumo-element-not-imported': {
    en: (p) => `<${p['element']}> is not modelled and is passed over. Results may differ from SUMO’s where it matters.`,
    fr: (p) => `<${p['element']}> n’est pas modélisé et est ignoré. Les résultats peuvent différer de ceux de SUMO là où il compte.`,
  },
  'sumo-option-not-applied': {
    en: (p) => `the option ${p['option']}="${p['value']}" is not modelled and changes nothing here. Take it out of SUMO’s run to compare the two.`,
    fr: (p) => `l’option ${p['option']}="${p['value']}" n’est pas modélisée et ne change rien ici. Retirez-la de SUMO pour comparer les deux.`,
  },
  'sumo-empty-program': {
    en: () => 'the signal program has no phase that lasts. Give it phases with durations.',
    fr: () => 'le programme de feux n’a aucune phase qui dure. Donnez-lui des phases avec leurs durées.',
  },
  'sumo-too-many-groups': {
    en: (p) => `the signal program switches ${p['groups']} groups, at most ${p['limit']} are possible. Split the controller.`,
    fr: (p) => `le programme commande ${p['groups']} lignes de feux, au plus ${p['limit']} sont possibles. Scindez le contrôleur.`,
  },
  'sumo-phase-length': {
    en: (p) => `phase ${p['phase']} has ${p['length']} letters, the first has ${p['groups']}. Every phase needs one letter a group.`,
    fr: (p) => `la phase ${p['phase']} a ${p['length']} lettres, la première ${p['groups']}. Il faut une lettre par ligne de feux.`,
  },
  'sumo-unknown-state': {
    en: (p) => `phase ${p['phase']} has the letter "${p['state']}", which stands for no signal. Use G g y Y r u o O s.`,
    fr: (p) => `la phase ${p['phase']} a la lettre « ${p['state']} », qui ne désigne aucun feu. Employez G g y Y r u o O s.`,
  },
  'sumo-green-below-french': {
    en: (p) => `the shortest green of the plan, ${p['shownS']} s, is below the French minimum of ${p['limitS']} s (signal groups concerned: ${p['count']}). It holds as the limit here; lengthen it in the plan if that is a mistake.`,
    fr: (p) => `le vert le plus court du plan, ${p['shownS']} s, est inférieur au minimum français de ${p['limitS']} s (lignes de feux concernées : ${p['count']}). Il vaut ici comme limite ; allongez-le dans le plan si c’est une erreur.`,
  },
  'sumo-amber-below-french': {
    en: (p) => `the shortest amber of the plan, ${p['shownS']} s, is below the ${p['limitS']} s that France asks for at this speed (signal groups concerned: ${p['count']}). It holds as the limit here; lengthen it in the plan if that is a mistake.`,
    fr: (p) => `le jaune le plus court du plan, ${p['shownS']} s, est inférieur aux ${p['limitS']} s demandées en France à cette vitesse (lignes de feux concernées : ${p['count']}). Il vaut ici comme limite ; allongez-le dans le plan si c’est une erreur.`,
  },
  'sumo-wait-above-french': {
    en: (p) => `the longest red of the plan, ${p['shownS']} s, is above the French limit of ${p['limitS']} s (signal groups concerned: ${p['count']}). It holds as the limit here; shorten the cycle in the plan if that is a mistake.`,
    fr: (p) => `le rouge le plus long du plan, ${p['shownS']} s, dépasse la limite française de ${p['limitS']} s (lignes de feux concernées : ${p['count']}). Il vaut ici comme limite ; raccourcissez le cycle dans le plan si c’est une erreur.`,
  },
  'sumo-signals-as-fixed': {
    en: (p) => `a program of type "${p['type']}" runs with its fixed durations; it does not react to traffic. Give a static program to choose them.`,
    fr: (p) => `un programme de type « ${p['type']} » garde ses durées fixes ; il ne réagit pas au trafic. Donnez un programme static pour les choisir.`,
  },
  'sumo-detector-off-lane': {
    en: (p) => `the detector lies beyond the ends of lane "${p['lane']}", or has no length. Move it, or set friendlyPos="true".`,
    fr: (p) => `le capteur dépasse la voie « ${p['lane']} », ou n’a pas de longueur. Déplacez-le, ou mettez friendlyPos="true".`,
  },
  'sumo-area-inside-junction': {
    en: (p) => `the lane area lies inside a junction, on lane "${p['lane']}": that part is left out. Put it before or behind the junction.`,
    fr: (p) => `la zone de détection se trouve dans un carrefour, sur la voie « ${p['lane']} » : cette partie est laissée de côté. Placez-la avant ou après le carrefour.`,
  },
  'sumo-unknown-detector': {
    en: (p) => `the program counts on a detector "${p['detector']}" that no file brings. Add the file with it.`,
    fr: (p) => `le programme compte sur un capteur « ${p['detector']} » que n’apporte aucun fichier. Ajoutez le fichier qui le contient.`,
  },
  'sumo-unknown-waut': {
    en: (p) => `there is no WAUT "${p['waut']}" for this junction. Add the file that holds it.`,
    fr: (p) => `il n’y a pas de WAUT « ${p['waut']} » pour ce carrefour. Ajoutez le fichier qui le contient.`,
  },
  'sumo-unknown-controller': {
    en: (p) => `there is no program for the signals "${p['controller']}". Add the file with its tlLogic.`,
    fr: (p) => `il n’y a pas de programme pour les feux « ${p['controller']} ». Ajoutez le fichier qui contient son tlLogic.`,
  },
  'sumo-unknown-link-index': {
    en: (p) => `the signal program has no group ${p['linkIndex']}. Do the program and the network belong together?`,
    fr: (p) => `le programme de feux n’a pas de ligne de feux ${p['linkIndex']}. Le programme et le réseau vont-ils ensemble ?`,
  },
  'sumo-two-controllers': {
    en: (p) => `two controllers share junction "${p['junction']}". Join them to one with netconvert.`,
    fr: (p) => `deux contrôleurs se partagent le carrefour « ${p['junction']} ». Réunissez-les par netconvert.`,
  },
  'sumo-rail-signals-left-open': {
    en: (p) => `${p['count']} ways over railway signals and level crossings are never closed: no train switches them. Results near them differ from SUMO’s.`,
    fr: (p) => `${p['count']} passages sur signaux ferroviaires et passages à niveau ne ferment jamais : aucun train ne les commande. Les résultats à proximité diffèrent de ceux de SUMO.`,
  },
  'sumo-unknown-class': {
    en: (p) => `vehicle class "${p['class']}" drives on no street. Use a class of road or rail vehicles.`,
    fr: (p) => `la classe de véhicules « ${p['class']} » ne circule sur aucune rue. Employez une classe routière ou ferroviaire.`,
  },
  'sumo-car-following-approximated': {
    en: (p) => `the car-following model "${p['model']}" is not there; these vehicles drive by Krauss’s. Set Krauss or IDM to choose.`,
    fr: (p) => `le modèle de poursuite « ${p['model']} » n’existe pas ici ; ces véhicules suivent celui de Krauss. Choisissez Krauss ou IDM.`,
  },
  'sumo-emergency-below-decel': {
    en: (p) => `emergencyDecel (${p['emergencyMps2']} m/s²) is below decel (${p['decelerationMps2']} m/s²): these vehicles brake at decel in an emergency too. Correct one of the two.`,
    fr: (p) => `emergencyDecel (${p['emergencyMps2']} m/s²) est inférieur à decel (${p['decelerationMps2']} m/s²) : ces véhicules freinent à decel même en urgence. Corrigez l’un des deux.`,
  },
  'sumo-unknown-type': {
    en: (p) => `vehicle type "${p['type']}" is defined nowhere before its use. Add the file with its vType, before the routes.`,
    fr: (p) => `le type de véhicule « ${p['type']} » n’est défini nulle part avant son emploi. Ajoutez le fichier de son vType avant les trajets.`,
  },
  'sumo-unknown-route': {
    en: (p) => `route "${p['route']}" is defined nowhere before its use. Add the file with it, before the vehicles.${others.en(p)}`,
    fr: (p) => `l’itinéraire « ${p['route']} » n’est défini nulle part avant son emploi. Ajoutez son fichier avant les véhicules.${others.fr(p)}`,
  },
  'sumo-vehicle-without-route': {
    en: (p) => `the vehicle has neither a route nor both from and to. Give it one; zones and junctions as ends are not read: use duarouter first.${others.en(p)}`,
    fr: (p) => `le véhicule n’a ni itinéraire, ni from et to. Donnez l’un ou l’autre ; les zones et carrefours comme extrémités ne sont pas lus : passez d’abord par duarouter.${others.fr(p)}`,
  },
  'sumo-route-without-edges': {
    en: (p) => `the route has no edges. List them in driving order.${others.en(p)}`,
    fr: (p) => `l’itinéraire n’a aucun arc. Donnez-les dans l’ordre de parcours.${others.fr(p)}`,
  },
  'sumo-route-too-long': {
    en: (p) => `the route has more than ${p['limit']} edges: a mistake. Shorten it.${others.en(p)}`,
    fr: (p) => `l’itinéraire a plus de ${p['limit']} arcs : c’est une erreur. Raccourcissez-le.${others.fr(p)}`,
  },
  'sumo-route-broken': {
    en: (p) => `no lane leads from edge "${p['from']}" to "${p['to']}" for this kind of vehicle. Repair the route with duarouter --repair, or set ignore-route-errors.${others.en(p)}`,
    fr: (p) => `aucune voie ne mène de l’arc « ${p['from']} » à « ${p['to']} » pour cette catégorie de véhicules. Réparez par duarouter --repair, ou mettez ignore-route-errors.${others.fr(p)}`,
  },
  'sumo-route-over-closed-edge': {
    en: (p) => `edge "${p['edge']}" is closed to this kind of vehicle. Repair the route with duarouter --repair, or set ignore-route-errors.${others.en(p)}`,
    fr: (p) => `l’arc « ${p['edge']} » est interdit à cette catégorie de véhicules. Réparez par duarouter --repair, ou mettez ignore-route-errors.${others.fr(p)}`,
  },
  'sumo-no-path': {
    en: (p) => `no way leads from edge "${p['from']}" to "${p['to']}" for this kind of vehicle. Choose other ends, or set ignore-route-errors.${others.en(p)}`,
    fr: (p) => `aucun chemin ne mène de l’arc « ${p['from']} » à « ${p['to']} » pour cette catégorie de véhicules. Choisissez d’autres extrémités, ou mettez ignore-route-errors.${others.fr(p)}`,
  },
  'sumo-flow-without-rate': {
    en: () => 'the flow says neither how many vehicles nor how often, or asks for more than two million. Give period, number, vehsPerHour or probability, and an end.',
    fr: () => 'le flux ne dit ni combien de véhicules ni à quel rythme, ou en demande plus de deux millions. Donnez period, number, vehsPerHour ou probability, et une fin.',
  },
  'sumo-too-many-vehicles': {
    en: (p) => `there are more than ${p['limit']} vehicles. Split the demand into several scenarios.`,
    fr: (p) => `il y a plus de ${p['limit']} véhicules. Répartissez la demande en plusieurs scénarios.`,
  },
  'sumo-depart-triggered': {
    en: (p) => `depart="${p['depart']}" waits for persons, containers or trains, which are not modelled: the vehicle is left out. Give a time to keep it.`,
    fr: (p) => `depart="${p['depart']}" attend des personnes, des conteneurs ou des trains, non modélisés : le véhicule est laissé de côté. Donnez une heure pour le garder.`,
  },
  'sumo-vehicles-before-begin': {
    en: (p) => `${p['count']} vehicles depart before the beginning of the run and are left out, as in SUMO. Set an earlier begin to keep them.`,
    fr: (p) => `${p['count']} véhicules partent avant le début de la simulation et sont laissés de côté, comme dans SUMO. Avancez begin pour les garder.`,
  },
  'sumo-unknown-stop': {
    en: (p) => `the stop "${p['stop']}" is not known. Add the file with its busStop, before the routes.`,
    fr: (p) => `l’arrêt « ${p['stop']} » est inconnu. Ajoutez le fichier de son busStop avant les trajets.`,
  },
  'sumo-stop-not-on-route': {
    en: (p) => `the stop "${p['stop']}" does not lie on the rest of the route. List stops in driving order, on edges of the route.`,
    fr: (p) => `l’arrêt « ${p['stop']} » n’est pas sur la suite de l’itinéraire. Donnez les arrêts dans l’ordre de parcours, sur des arcs de l’itinéraire.`,
  },
  'sumo-stop-backwards': {
    en: (p) => `the stop ends at ${p['endM']} m, before it starts at ${p['startM']} m. Swap startPos and endPos.`,
    fr: (p) => `l’arrêt finit à ${p['endM']} m, avant son début à ${p['startM']} m. Échangez startPos et endPos.`,
  },
  'sumo-ends-before-it-begins': {
    en: (p) => `the run ends at ${p['endS']} s and begins at ${p['beginS']} s. Set an end after the begin.`,
    fr: (p) => `la simulation finit à ${p['endS']} s et commence à ${p['beginS']} s. Mettez une fin après le début.`,
  },
};
