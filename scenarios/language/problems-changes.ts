import { didYouMean } from './did-you-mean.ts';
import type { ProblemWords } from './problem-words.ts';

/** Words for changes that do not fit a city, or are not written as they should be. */
export const changeProblems: ProblemWords = {
  'changes-not-a-list': {
    en: () => 'this is neither a question nor a list of changes. Write [{ "change": "dim-lamps", ... }], or { "changes": [...] }.',
    fr: () => 'ce n’est ni une question ni une liste de changements. Écrivez [{ "change": "dim-lamps", ... }], ou { "changes": [...] }.',
  },
  'change-unknown-kind': {
    en: (p) => `there is no kind of change "${p['kind']}".${didYouMean.en(p['near'])} Known: ${p['known']}.`,
    fr: (p) => `il n’existe pas de changement « ${p['kind']} ».${didYouMean.fr(p['near'])} Connus : ${p['known']}.`,
  },
  'change-unknown-field': {
    en: (p) => `there is no field "${p['field']}" here.${didYouMean.en(p['near'])}${(p['inside'] ?? '') === '' ? '' : ` Write ${p['inside']}: { ${p['field']}: ... }.`} Its fields: ${p['known']}.`,
    fr: (p) => `il n’y a pas ici de champ « ${p['field']} ».${didYouMean.fr(p['near'])}${(p['inside'] ?? '') === '' ? '' : ` Écrivez ${p['inside']}: { ${p['field']}: ... }.`} Ses champs : ${p['known']}.`,
  },
  'change-wrong-field': {
    en: (p) => `the value does not fit (${p['cause']}).${didYouMean.en(p['near'])}`,
    fr: (p) => `la valeur ne convient pas (${p['causeFr']}).${didYouMean.fr(p['near'])}`,
  },
  'change-missing-field': {
    en: (p) => `the field "${p['field']}" is needed, and it is not there.`,
    fr: (p) => `le champ « ${p['field']} » est nécessaire, et il n’y est pas.`,
  },
  'change-without-effect': {
    en: (p) => `the change "${p['change']}" alters nothing in this city: what it is about is not there, or is so already. With it and without it, results are the same.`,
    fr: (p) => `le changement « ${p['change']} » n’a aucun effet dans cette ville : ce qu’il vise n’y est pas, ou y est déjà ainsi. Avec lui ou sans lui, les résultats sont les mêmes.`,
  },
  'change-unknown-zone': {
    en: (p) => `the city has no lighting zone "${p['zone']}".${didYouMean.en(p['near'])} ${p['known'] === '' ? 'It has none at all.' : `Known: ${p['known']}, all.`}`,
    fr: (p) => `la ville n’a pas de zone d’éclairage « ${p['zone']} ».${didYouMean.fr(p['near'])} ${p['known'] === '' ? 'Elle n’en a aucune.' : `Connues : ${p['known']}, all.`}`,
  },
  'change-empty-span': {
    en: (p) => `the span starts and ends at ${p['from']}. For the whole day write from 00:00 until 24:00.`,
    fr: (p) => `la plage commence et finit à ${p['from']}. Pour toute la journée, écrivez de 00:00 à 24:00.`,
  },
  'change-two-levels-at-once': {
    en: (p) => `two levels of the program begin at ${p['from']}. Leave one of them out.`,
    fr: (p) => `deux paliers du programme commencent à ${p['from']}. Supprimez-en un.`,
  },
  'change-one-level-all-night': {
    en: (p) => `a program with one level gives it all night long: ${p['percent']}% before ${p['from']} as well. If it is to begin at ${p['from']}, put what holds until then before it: { "from": "12:00", "outputShare": 1 }. If the whole night is meant, write "from": "12:00".`,
    fr: (p) => `un programme à un seul palier le donne toute la nuit : ${p['percent']} % aussi avant ${p['from']}. S’il doit commencer à ${p['from']}, écrivez avant lui le palier qui vaut jusque-là : { "from": "12:00", "outputShare": 1 }. Si toute la nuit est voulue, écrivez "from": "12:00".`,
  },
  'change-contradicts': {
    en: (p) => `change ${p['other']} (${p['otherKind']}${p['otherLine'] === undefined ? '' : `, line ${p['otherLine']}`}) sets ${p['subject']} of "${p['of']}"${p['more'] === 0 ? '' : ` and ${p['more']} more`} otherwise${p['from'] === '' ? '' : ` between ${p['from']} and ${p['until']}`}. That one: ${p['otherSaid']} This one: ${p['said']} ${p['isOutOfOrder'] === 1 ? 'This one speaks of more at once and would undo it: put it before that one, which then is an exception.' : 'Keep one of the two, or let them be about different places or times.'}`,
    fr: (p) => `le changement ${p['other']} (${p['otherKind']}${p['otherLine'] === undefined ? '' : `, ligne ${p['otherLine']}`}) règle autrement ${p['subjectFr']} de « ${p['of']} »${p['more'] === 0 ? '' : ` et de ${p['more']} autre${p['more'] === 1 ? '' : 's'}`}${p['from'] === '' ? '' : ` entre ${p['from']} et ${p['until']}`}. L’autre : ${p['otherSaidFr']} Celui-ci : ${p['saidFr']} ${p['isOutOfOrder'] === 1 ? 'Celui-ci, plus général, l’effacerait : placez-le avant l’autre, qui devient alors une exception.' : 'Gardez l’un des deux, ou donnez-leur des lieux ou des heures différents.'}`,
  },
  'change-said-twice': {
    en: (p) => `this is change ${p['other']}${p['otherLine'] === undefined ? '' : ` (line ${p['otherLine']})`} once more: it is made once. Leave one of them out.`,
    fr: (p) => `c’est encore une fois le changement ${p['other']}${p['otherLine'] === undefined ? '' : ` (ligne ${p['otherLine']})`} : il n’est appliqué qu’une fois. Supprimez l’un des deux.`,
  },
  'change-unknown-cabinet': {
    en: (p) => `no cabinet of this city is called "${p['name']}".${didYouMean.en(p['near'])} It has ${p['count']}; lamps of the map name theirs.`,
    fr: (p) => `aucune armoire de cette ville ne s’appelle « ${p['name']} ».${didYouMean.fr(p['near'])} Elle en a ${p['count']} ; les points lumineux de la carte nomment la leur.`,
  },
  'change-too-many-orders': {
    en: (p) => `these names fit so many streets, cabinets and zones that ${p['orders']} orders would be given, more than ${p['limit']}. Leave out a name that many of them share, or give them names of their own in the city.`,
    fr: (p) => `ces noms conviennent à tant de rues, d’armoires et de zones qu’il faudrait ${p['orders']} ordres, plus que ${p['limit']}. Retirez un nom que beaucoup partagent, ou donnez-leur dans la ville des noms distincts.`,
  },
  'change-no-lamp-there': {
    en: () => 'no lamp fits all that is said of the place. Say less, or check which zone, street, commune and cabinet belong together.',
    fr: () => 'aucun point lumineux ne répond à tout ce qui est dit du lieu. Dites-en moins, ou vérifiez quelles zone, rue, commune et armoire vont ensemble.',
  },
  'change-whole-cabinets': {
    en: (p) => `${p['count']} cabinets there are switched as a whole: all lamps that they feed follow the order, not those of the street alone.`,
    fr: (p) => `${p['count']} armoires y sont commandées en bloc : tous leurs points lumineux suivent l’ordre, et non ceux de la rue seule.`,
  },
  'change-photocell-flickers': {
    en: (p) => `lamps would go off at ${p['offLx']} lx and come on below ${p['onLx']} lx, over and over in between. Give offLx the value of onLx or more.`,
    fr: (p) => `l’éclairage s’éteindrait à ${p['offLx']} lx et se rallumerait sous ${p['onLx']} lx, sans cesse entre les deux. Donnez à offLx au moins la valeur de onLx.`,
  },
  'change-quiet-brighter': {
    en: () => 'lamps would be brighter while nobody is there. Give quietShare the value of busyShare or less.',
    fr: () => 'l’éclairage serait plus fort quand il n’y a personne. Donnez à quietShare au plus la valeur de busyShare.',
  },
  'change-steps-not-rising': {
    en: () => 'the steps must begin at 0 vehicles an hour and rise from one to the next. Put them in that order.',
    fr: () => 'les paliers doivent commencer à 0 véhicule par heure et monter de l’un à l’autre. Mettez-les dans cet ordre.',
  },
  'change-lamps-without-zone': {
    en: (p) => `${p['count']} lamps belong to no lighting zone and stay as they are.`,
    fr: (p) => `${p['count']} points lumineux n’appartiennent à aucune zone d’éclairage et restent inchangés.`,
  },
  'change-unknown-controller': {
    en: (p) => `none of the ${p['count']} signal controllers is called "${p['controller']}".${didYouMean.en(p['near'])}`,
    fr: (p) => `aucun des ${p['count']} contrôleurs de carrefour ne s’appelle « ${p['controller']} ».${didYouMean.fr(p['near'])}`,
  },
  'change-control-keeps-plan': {
    en: (p) => `signal controllers that keep their plan: ${p['count']} (the first is "${p['first']}"). They have one stage only, not the stage asked for, or so many that someone would wait longer than anyone may.`,
    fr: (p) => `contrôleurs de carrefour qui gardent leur plan : ${p['count']} (le premier est « ${p['first']} »). Ils n’ont qu’une phase, ou pas celle demandée, ou tant de phases que quelqu’un attendrait plus que permis.`,
  },
  'change-unknown-line': {
    en: (p) => `none of the ${p['count']} lines is called "${p['line']}".${didYouMean.en(p['near'])}`,
    fr: (p) => `aucune des ${p['count']} lignes ne s’appelle « ${p['line']} ».${didYouMean.fr(p['near'])}`,
  },
  'change-no-line-stops': {
    en: () => 'the city does not say who stops where on its lines, so nobody knows the headway at a stop. Hold to the timetable instead.',
    fr: () => 'la ville ne dit pas qui s’arrête où sur ses lignes : l’intervalle entre véhicules y est inconnu. Faites attendre l’heure prévue.',
  },
  'change-headway-untold': {
    en: () => 'the city does not say who stops where on its lines, so no bus knows how closely it follows the one before: the condition keeps nobody from being served.',
    fr: () => 'la ville ne dit pas qui s’arrête où sur ses lignes : aucun bus ne sait de combien il suit le précédent, et cette condition n’écarte personne.',
  },
  'change-load-untold': {
    en: () => 'the city does not say who rides in its buses, so no bus tells how many are aboard: the condition keeps nobody from being served.',
    fr: () => 'la ville ne dit pas qui monte dans ses bus : aucun ne dit combien de personnes il transporte, et cette condition n’écarte personne.',
  },
  'change-no-line-of-class': {
    en: () => 'no line of the city is of a class that is to be served: nobody gets priority at these junctions.',
    fr: () => 'aucune ligne de la ville n’appartient à une classe servie : personne n’obtient la priorité à ces carrefours.',
  },
  'change-no-emergency-vehicle': {
    en: () => 'the city has no type of emergency vehicle, so nobody knows how one drives. Give the twin a vehicle type of that category.',
    fr: () => 'la ville n’a aucun type de véhicule de secours : on ignore comment il roule. Donnez-lui un type de véhicule de cette catégorie.',
  },
  'change-no-way': {
    en: () => 'no way leads there that emergency vehicles may drive. Choose another start or goal.',
    fr: () => 'aucun chemin ouvert aux véhicules de secours n’y mène. Choisissez un autre départ ou une autre arrivée.',
  },
  'change-nobody-equipped': {
    en: (p) => `no vehicle of the fleet (${p['carriedBy']}) can ask for priority: their equipment makes no difference.`,
    fr: (p) => `aucun véhicule du parc (${p['carriedBy'] === 'buses' ? 'bus' : p['carriedBy'] === 'trams' ? 'trams' : 'bus et trams'}) ne peut demander la priorité : leur équipement ne change rien.`,
  },
  'change-unknown-link': {
    en: (p) => `none of the ${p['count']} links is called "${p['name']}".${didYouMean.en(p['near'])}`,
    fr: (p) => `aucun des ${p['count']} tronçons ne s’appelle « ${p['name']} ».${didYouMean.fr(p['near'])}`,
  },
  'change-unknown-street': {
    en: (p) => `the city has no street "${p['name']}".${didYouMean.en(p['near'])}`,
    fr: (p) => `la ville n’a pas de rue « ${p['name']} ».${didYouMean.fr(p['near'])}`,
  },
  'change-unknown-commune': {
    en: (p) => `none of the ${p['count']} communes is called "${p['name']}".${didYouMean.en(p['near'])}`,
    fr: (p) => `aucune des ${p['count']} communes ne s’appelle « ${p['name']} ».${didYouMean.fr(p['near'])}`,
  },
  'change-street-elsewhere': {
    en: (p) => `the street "${p['street']}" has no part in the commune "${p['commune']}".`,
    fr: (p) => `la rue « ${p['street']} » ne passe pas par la commune « ${p['commune']} ».`,
  },
  'change-no-such-lane': {
    en: (p) => `there is no lane ${p['lane']} here that has another one beside it. To close all lanes, use "close-link".`,
    fr: (p) => `il n’y a pas ici de voie ${p['lane']} avec une autre à côté. Pour fermer toutes les voies, utilisez « close-link ».`,
  },
  'change-lane-missing': {
    en: (p) => `this link has no lane ${p['lane']}: it has ${p['lanes']}, counted from the right.`,
    fr: (p) => `ce tronçon n’a pas de voie ${p['lane']} : il en a ${p['lanes']}, comptées depuis la droite.`,
  },
  'change-too-narrow': {
    en: (p) => `${p['narrow']} of the ${p['count']} links have no lane ${p['lane']} with another one beside it and stay open.`,
    fr: (p) => `${p['narrow']} des ${p['count']} tronçons n’ont pas de voie ${p['lane']} avec une autre à côté et restent ouverts.`,
  },
  'change-beyond-lane': {
    en: (p) => `the blocked stretch reaches to ${p['untilM']} m, but the lane is ${p['lengthM']} m long.`,
    fr: (p) => `la partie bloquée va jusqu’à ${p['untilM']} m, mais la voie mesure ${p['lengthM']} m.`,
  },
  'change-no-green-to-extend': {
    en: (p) => `${p['count']} signal controllers, "${p['first']}" the first, have no green that may be prolonged: priority changes nothing there.`,
    fr: (p) => `${p['count']} contrôleurs de carrefour, dont « ${p['first']} », n’ont aucun vert prolongeable : la priorité n’y change rien.`,
  },
};
