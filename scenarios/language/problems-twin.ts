import type { Problem } from '../../engine/foundation/problem.ts';

type Words = (p: Problem['parameters']) => string;

/** What to do about a twin that is not whole: the file was damaged, or an import or a change has a fault. */
const MEND = {
  en: ' Import the source again; if it comes back, report it with the source.',
  fr: ' Importez la source de nouveau ; si cela revient, signalez-le avec la source.',
};
const broken = (en: Words, fr: Words): { en: Words; fr: Words } => ({ en: (p) => en(p) + MEND.en, fr: (p) => fr(p) + MEND.fr });
const mended = (en: Words, fr: Words): { en: Words; fr: Words } => ({ en, fr });

/** Words for what makes a twin one that cannot be run. */
export const twinProblems: Record<string, { en: Words; fr: Words }> = {
  'twin-fact': broken(() => 'this fact of the city is missing, unknown or not possible.', () => 'cette donnée de la ville manque, est inconnue ou n’est pas possible.'),
  'twin-ends-before-it-begins': broken((p) => `its day ends at ${p['untilS']} s, and begins at ${p['fromS']} s.`, (p) => `sa journée finit à ${p['untilS']} s, et commence à ${p['fromS']} s.`),
  'twin-column-length': broken((p) => `the column has ${p['length']} values for ${p['rows']} rows.`, (p) => `la colonne a ${p['length']} valeurs pour ${p['rows']} lignes.`),
  'twin-not-finite': broken(() => 'the value is not a finite number.', () => 'la valeur n’est pas un nombre fini.'),
  'twin-unknown-code': broken((p) => `the code ${p['value']} stands for nothing.`, (p) => `le code ${p['value']} ne désigne rien.`),
  'twin-row-elsewhere': broken((p) => `row ${p['value']} of "${p['table']}" does not exist: it has ${p['rows']} rows.`, (p) => `la ligne ${p['value']} de « ${p['table']} » n’existe pas : il y en a ${p['rows']}.`),
  'twin-range-elsewhere': broken((p) => `the rows named in "${p['table']}" do not exist.`, (p) => `les lignes désignées dans « ${p['table']} » n’existent pas.`),
  'twin-range-of-another': broken((p) => `row ${p['child']} of "${p['table']}" belongs to another.`, (p) => `la ligne ${p['child']} de « ${p['table']} » appartient à une autre.`),
  'twin-rows-not-covered': broken((p) => `${p['covered']} of ${p['rows']} rows of "${p['table']}" belong to something.`, (p) => `${p['covered']} des ${p['rows']} lignes de « ${p['table']} » sont rattachées.`),
  'twin-not-sorted': broken(() => 'the rows are out of order.', () => 'les lignes ne sont pas dans l’ordre.'),
  'twin-no-length': broken(() => 'it has no length.', () => 'sa longueur est nulle.'),
  'twin-no-speed': broken(() => 'it has no speed limit above 0.', () => 'sa vitesse limite n’est pas supérieure à 0.'),
  'twin-too-many-movements': broken((p) => `the lane leads on in ${p['count']} ways, more than the ${p['most']} that can be told apart.`, (p) => `la voie mène plus loin par ${p['count']} mouvements, plus que les ${p['most']} que l’on sait distinguer.`),
  'twin-link-without-lanes': broken(() => 'the link has no lanes.', () => 'le tronçon n’a aucune voie.'),
  'twin-too-many-lanes': mended(
    (p) => `the link has ${p['lanes']} lanes; no more than ${p['most']} can lie side by side. Divide it into several links.`,
    (p) => `le tronçon a ${p['lanes']} voies ; ${p['most']} au plus peuvent être côte à côte. Divisez-le en plusieurs tronçons.`,
  ),
  'twin-link-without-junction': broken(() => 'the link does not start and end at a junction.', () => 'le tronçon ne va pas d’un carrefour à un autre.'),
  'twin-link-without-street': broken(() => 'the link belongs to no street.', () => 'le tronçon n’appartient à aucune rue.'),
  'twin-line-without-shape': broken(() => 'its line has fewer than two points.', () => 'son tracé a moins de deux points.'),
  'twin-length-differs': mended(
    (p) => `vehicles drive ${p['lengthM']} m on a line drawn ${p['drawnM']} m long. The source says so; correct it there if it is a mistake.`,
    (p) => `les véhicules y parcourent ${p['lengthM']} m sur un tracé de ${p['drawnM']} m. La source le dit ; corrigez-la si c’est une erreur.`,
  ),
  'twin-movement-loose': broken(() => 'the movement does not lead from a lane to a lane.', () => 'le courant ne va pas d’une voie à une autre.'),
  'twin-movement-elsewhere': broken((p) => `the movement joins lanes that do not meet at junction "${p['junction']}".`, (p) => `le courant joint des voies qui ne se touchent pas au carrefour « ${p['junction']} ».`),
  'twin-wait-outside': broken((p) => `the place to wait at ${p['waitAtM']} m lies outside the movement.`, (p) => `le point d’attente à ${p['waitAtM']} m est hors du courant.`),
  'twin-no-such-group': broken((p) => `the controller has no signal group ${p['group']}.`, (p) => `le contrôleur n’a pas de ligne de feux ${p['group']}.`),
  'twin-conflict-elsewhere': broken(() => 'the conflict joins movements of different junctions.', () => 'le conflit joint des courants de carrefours différents.'),
  'twin-conflict-one-sided': broken(() => 'the conflict stands under one of its two movements only.', () => 'le conflit n’est inscrit que pour l’un de ses deux courants.'),
  'twin-conflict-outside': broken((p) => `the shared area from ${p['fromM']} to ${p['untilM']} m lies outside the movement.`, (p) => `la zone partagée de ${p['fromM']} à ${p['untilM']} m est hors du courant.`),
  'twin-conflict-kind': broken(() => 'the conflict calls a crossing a merge, or the reverse.', () => 'le conflit prend un croisement pour une insertion, ou l’inverse.'),
  'twin-controller-without-plan': mended(() => 'the controller has no plan. Give it a program with phases.', () => 'le contrôleur n’a pas de plan. Donnez-lui un programme avec des phases.'),
  'twin-cycle-differs': broken((p) => `the cycle is ${p['cycleS']} s, its intervals last ${p['sumS']} s.`, (p) => `le cycle est de ${p['cycleS']} s, ses intervalles durent ${p['sumS']} s.`),
  'twin-plan-of-nobody': broken(() => 'the plan belongs to no controller.', () => 'le plan n’appartient à aucun contrôleur.'),
  'twin-plan-elsewhere': broken((p) => `the plan begins with interval ${p['first']} instead of ${p['wanted']}, or has none.`, (p) => `le plan commence par l’intervalle ${p['first']} au lieu de ${p['wanted']}, ou n’en a pas.`),
  'twin-first-plan-differs': broken(() => 'the first plan of a controller is not the one that it has without a schedule.', () => 'le premier plan d’un contrôleur n’est pas celui qu’il a sans calendrier.'),
  'twin-switch-to-another': broken((p) => `the entry of the schedule names plan ${p['plan']}, which is not one of its controller.`, (p) => `l’entrée du calendrier nomme le plan ${p['plan']}, qui n’est pas de son contrôleur.`),
  'twin-coordinated-stage': broken((p) => `the coordinated stage, interval ${p['stage']}, is no stage of its controller.`, (p) => `la phase coordonnée, intervalle ${p['stage']}, n’est pas une phase de son contrôleur.`),
  'twin-switch-time': broken((p) => `the entry of the schedule is at ${p['atS']} s after midnight on days ${p['days']}: out of order, or no time of a week.`, (p) => `l’entrée du calendrier est à ${p['atS']} s après minuit, jours ${p['days']} : hors d’ordre, ou hors de la semaine.`),
  'twin-interval-without-duration': broken((p) => `interval ${p['interval']} has no duration.`, (p) => `l’intervalle ${p['interval']} est sans durée.`),
  'twin-interval-longest': broken((p) => `interval ${p['interval']} may last less long than it lasts.`, (p) => `l’intervalle ${p['interval']} peut durer moins qu’il ne dure.`),
  'twin-plan-breaks-intergreen': mended(
    (p) => `the plan leaves ${p['planS']} s between groups ${p['endingGroup']} and ${p['startingGroup']}, the intergreen matrix asks for ${p['leastS']} s. Lengthen the clearing, or correct the matrix.`,
    (p) => `le plan laisse ${p['planS']} s entre les lignes de feux ${p['endingGroup']} et ${p['startingGroup']}, la matrice de sécurité en demande ${p['leastS']}. Allongez le dégagement, ou corrigez la matrice.`,
  ),
  'twin-green-below-limit': mended(
    (p) => `the plan gives signal group ${p['group']} a green of ${p['planS']} s; its minimum is ${p['limitS']} s. Lengthen the green, or correct the limit.`,
    (p) => `le plan donne à la ligne de feux ${p['group']} un vert de ${p['planS']} s ; son minimum est de ${p['limitS']} s. Allongez le vert, ou corrigez la limite.`,
  ),
  'twin-amber-below-limit': mended(
    (p) => `the plan shows signal group ${p['group']} an amber of ${p['planS']} s after its green; it needs ${p['limitS']} s. Lengthen the amber, or correct the limit.`,
    (p) => `le plan montre à la ligne de feux ${p['group']} un jaune de ${p['planS']} s après son vert ; il en faut ${p['limitS']}. Allongez le jaune, ou corrigez la limite.`,
  ),
  'twin-wait-above-limit': mended(
    (p) => `the plan keeps signal group ${p['group']} at red for ${p['planS']} s; nobody may wait longer than ${p['limitS']} s there. Shorten the cycle, or correct the limit.`,
    (p) => `le plan tient la ligne de feux ${p['group']} au rouge pendant ${p['planS']} s ; l’attente y est limitée à ${p['limitS']} s. Raccourcissez le cycle, ou corrigez la limite.`,
  ),
  'twin-intergreen-tenths': broken((p) => `an intergreen of ${p['leastS']} s is not in whole tenths of a second.`, (p) => `un temps de dégagement de ${p['leastS']} s n’est pas en dixièmes de seconde entiers.`),
  'twin-groups-without-limits': broken((p) => `${p['rows']} of its ${p['groups']} signal groups have limits.`, (p) => `${p['rows']} de ses ${p['groups']} lignes de feux ont des limites.`),
  'twin-group-limits': broken((p) => `a limit of ${p['limitS']} s is not possible.`, (p) => `une limite de ${p['limitS']} s est impossible.`),
  'twin-detector-off-lane': broken((p) => `the detector from ${p['fromM']} m, ${p['lengthM']} m long, lies outside its lane.`, (p) => `le capteur à partir de ${p['fromM']} m, long de ${p['lengthM']} m, est hors de sa voie.`),
  'twin-actuation-bounds': broken((p) => `an interval that traffic prolongs cannot last from ${p['shortestS']} s to ${p['longestS']} s.`, (p) => `un intervalle que le trafic prolonge ne peut durer de ${p['shortestS']} s à ${p['longestS']} s.`),
  'twin-gap-without-loop': broken((p) => `an interval is prolonged by detector ${p['detector']}, which is no loop.`, (p) => `un intervalle est prolongé par le capteur ${p['detector']}, qui n’est pas une boucle.`),
  'twin-rules-of-nobody': broken((p) => `rules of priority stand for controller ${p['controller']}, which is none or has others already.`, (p) => `des règles de priorité portent sur le contrôleur ${p['controller']}, qui n’existe pas ou en a déjà.`),
  'twin-unknown-means': broken((p) => `the means of priority ${p['value']} hold one that does not exist.`, (p) => `les moyens de priorité ${p['value']} en comptent un qui n’existe pas.`),
  'twin-priority-value': broken((p) => `"${p['name']}" cannot be ${p['value']}.`, (p) => `« ${p['name']} » ne peut valoir ${p['value']}.`),
  'twin-type-cannot-drive': mended(() => 'vehicles of this type cannot drive: length, width, acceleration, braking and speed must be above 0, emergency braking no weaker than ordinary, imperfection a share, and no spread below 0. Correct the type.', () => 'ce type de véhicule ne peut pas rouler : longueur, largeur, accélération, freinage et vitesse doivent dépasser 0, le freinage d’urgence ne pas être plus faible que l’ordinaire, l’imperfection être une part, et aucun écart être négatif. Corrigez le type.'),
  'twin-type-category': broken((p) => `the vehicle category ${p['category']} is not exactly one.`, (p) => `la catégorie de véhicule ${p['category']} n’en désigne pas une seule.`),
  'twin-departure-without-route': broken(() => 'the departure has no route or no vehicle type.', () => 'le départ n’a pas d’itinéraire ou pas de type de véhicule.'),
  'twin-route-broken': mended(
    (p) => `route ${p['route']} cannot be driven at link "${p['link']}" by this kind of vehicle. Open the street to it, or give another route.`,
    (p) => `l’itinéraire ${p['route']} est impraticable au tronçon « ${p['link']} » pour cette catégorie de véhicules. Ouvrez-lui la rue, ou donnez un autre itinéraire.`,
  ),
  'twin-depart-outside': broken(() => 'the departure lies outside its first link.', () => 'le départ est hors de son premier tronçon.'),
  'twin-arrive-outside': broken((p) => `the arrival at ${p['positionM']} m lies outside its last link.`, (p) => `l’arrivée à ${p['positionM']} m est hors de son dernier tronçon.`),
  'twin-after-later': broken((p) => `the departure waits for departure ${p['after']}, which is not before it.`, (p) => `le départ attend le départ ${p['after']}, qui ne le précède pas.`),
  'twin-after-twice': broken((p) => `departures ${p['other']} and this one both wait for departure ${p['after']}: only one could follow it.`, (p) => `le départ ${p['other']} et celui-ci attendent tous deux le départ ${p['after']} : un seul peut le suivre.`),
  'twin-halt-off-route': broken((p) => `the halt does not lie on link ${p['routeIndex']} of its route.`, (p) => `l’arrêt n’est pas sur le tronçon ${p['routeIndex']} de son itinéraire.`),
  'twin-halts-not-sorted': broken(() => 'the halts are not in driving order.', () => 'les arrêts ne sont pas dans l’ordre de parcours.'),
  'twin-halt-outside': broken((p) => `the halt at ${p['positionM']} m lies outside its lane.`, (p) => `l’arrêt à ${p['positionM']} m est hors de sa voie.`),
  'twin-interior': mended(
    () => 'a vehicle has room for somebody, its doors take a time that is not negative, and crowding starts at a share of its room. Correct the row.',
    () => 'un véhicule a de la place, ses portes prennent un temps qui n’est pas négatif, et l’affluence commence à une part de sa capacité. Corrigez la ligne.',
  ),
  'twin-riding-share': broken((p) => `the share ${p['value']} of a day's rides is negative.`, (p) => `la part ${p['value']} des montées d’une journée est négative.`),
  'twin-line-stop-of-nothing': broken(() => 'it belongs to no line or to no stop.', () => 'il n’est rattaché à aucune ligne ou à aucun arrêt.'),
  'twin-riding-profile': broken((p) => `the quarter-hours from row ${p['profile']} on do not make a day.`, (p) => `les quarts d’heure à partir de la ligne ${p['profile']} ne font pas une journée.`),
  'twin-line-stop-negative': broken(() => 'a number of people, a share or a time is negative.', () => 'un nombre de personnes, une part ou un temps est négatif.'),
  'twin-posted-not-sorted': broken((p) => `posted time ${p['posted']} is earlier than the one before.`, (p) => `l’heure affichée ${p['posted']} précède celle d’avant.`),
  'twin-call-of-another-line': broken((p) => `stop ${p['lineStop']} of a line is not that of this call's line, direction and stop.`, (p) => `l’arrêt de ligne ${p['lineStop']} n’est pas celui de la ligne, du sens et de l’arrêt de ce passage.`),
  'twin-halt-dwell': broken((p) => `the dwell of ${p['dwellS']} s is not possible.`, (p) => `le temps d’arrêt de ${p['dwellS']} s est impossible.`),
};
