import { didYouMean } from './did-you-mean.ts';
import type { Problem } from '../../engine/foundation/problem.ts';
import type { Text } from '../../engine/foundation/text.ts';
import { asWritten, type ProblemWords, type SayProblem } from './problem-words.ts';

/** The share that somebody meant who wrote 80 for 80 %; undefined where no share was asked for, or none was meant. */
function meantShare({ value, most, whole }: Problem['parameters']): number | undefined {
  const percent = most === 1 && !whole ? Number(value) : NaN;
  return percent > 1 && percent <= 100 ? percent / 100 : undefined;
}

/** The system's short names for why it does not write. */
const refusals: Readonly<Record<string, Text>> = {
  EACCES: { fr: 'accès refusé', en: 'permission denied' },
  EPERM: { fr: 'accès refusé', en: 'permission denied' },
  EROFS: { fr: 'disque en lecture seule', en: 'read-only disk' },
  ENOSPC: { fr: 'disque plein', en: 'disk full' },
  EDQUOT: { fr: 'quota atteint', en: 'quota reached' },
  ENOENT: { fr: 'dossier inexistant', en: 'no such folder' },
  ENOTDIR: { fr: 'un fichier est à la place du dossier', en: 'a file stands where the folder should be' },
  EEXIST: { fr: 'un fichier est à la place du dossier', en: 'a file stands where the folder should be' },
  EISDIR: { fr: 'c’est un dossier', en: 'it is a folder' },
};
const reason = ({ cause }: Parameters<SayProblem>[0], language: 'fr' | 'en'): string => refusals[String(cause)]?.[language] ?? String(cause);

/** Words for what can be wrong with a command: what it is, and how to mend it. */
export const cliProblems: ProblemWords = {
  'cli-unknown-table': {
    fr: (p) => `aucun tableau ne se fait par « ${p['given']} ». Choisissez : ${p['known']}.`,
    en: (p) => `there is no table by "${p['given']}". Choose one of: ${p['known']}.`,
  },
  'cli-unknown-controller': {
    fr: (p) => `aucun des ${p['count']} contrôleurs de feux ne porte ce nom.${didYouMean.fr(p['near'])} Les noms ressemblent à « ${p['example']} ».`,
    en: (p) => `none of the ${p['count']} signal controllers has this name.${didYouMean.en(p['near'])} Names look like "${p['example']}".`,
  },
  'cli-zones-of-one-name': {
    en: (p) => `${p['count']} lighting zones are called "${p['zone']}", and a program goes by the name of its zone: the search cannot give each its own. Leave this name out of --zones, or import the lamps again with a name for each zone.`,
    fr: (p) => `${p['count']} zones d’éclairage s’appellent « ${p['zone']} », et un programme désigne sa zone par son nom : la recherche ne peut pas donner à chacune le sien. Laissez ce nom hors de --zones, ou réimportez les points lumineux avec un nom par zone.`,
  },
  'cli-no-known-light': {
    fr: () => 'aucune rue de cette ville n’a à la fois des points lumineux et une photométrie : rien ne dit comment ils l’éclairent. Nommez les données photométriques de leurs luminaires dans une correspondance, et importez-les avec --lamps-mapping (docs/models/lamp-inventories.md).',
    en: () => 'no street of this city has both lamps and photometric data: nothing says how they light it. Name the photometric data of their luminaires in a mapping, and import them with --lamps-mapping (docs/models/lamp-inventories.md).',
  },
  'cli-no-priority-on-line': {
    fr: (p) => (p['line'] ? `la ligne « ${p['line']} » ne passe par aucun carrefour qui accorde la priorité aux bus.` : 'aucune ligne ne passe par un carrefour qui accorde la priorité aux bus.'),
    en: (p) => (p['line'] ? `line "${p['line']}" passes no junction that grants priority to buses.` : 'no line passes a junction that grants priority to buses.'),
  },
  'cli-settings-head': {
    fr: (p) => `ceci n’est pas un tableau de réglages : sa première ligne commence par « ${p['fr']} » ou « ${p['en']} ». Partez d’un settings.csv de « jumeau tune priority ».`,
    en: (p) => `this is no table of settings: its first line begins with "${p['fr']}" or "${p['en']}". Start from a settings.csv of "jumeau tune priority".`,
  },
  'cli-settings-not-csv': {
    fr: (p) => `ceci ne se lit pas comme du CSV (${p['cause']}). Corrigez la ligne.`,
    en: (p) => `this cannot be read as CSV (${p['cause']}). Mend the line.`,
  },
  'cli-settings-no-column': {
    fr: (p) => `la colonne « ${p['column']} » manque. Gardez la première ligne telle que « jumeau tune priority » l’écrit.`,
    en: (p) => `the column "${p['column']}" is missing. Keep the first line as "jumeau tune priority" writes it.`,
  },
  'cli-settings-empty': {
    fr: () => 'ce tableau de réglages ne nomme aucun carrefour. Écrivez une ligne par carrefour.',
    en: () => 'this table of settings names no junction. Write a line for each junction.',
  },
  'cli-settings-twice': {
    fr: (p) => `le carrefour « ${p['junction']} » apparaît deux fois. Gardez une seule de ses lignes.`,
    en: (p) => `the junction "${p['junction']}" stands twice. Keep one of its lines.`,
  },
  'cli-settings-not-a-value': {
    fr: (p) => `« ${p['value']} » n’est pas une valeur pour « ${p['column']} ». Écrivez un nombre dans les limites du réglage, ou le mot que le titre donne.`,
    en: (p) => `"${p['value']}" is no value for "${p['column']}". Write a number that the setting can have, or the word that the title gives.`,
  },
  'cli-no-such-run': {
    fr: (p) => `cette simulation n’est pas dans les résultats. Lancez d’abord « ${p['command']} », ou dites avec --from et --hours laquelle des vôtres est à expliquer.`,
    en: (p) => `this run is not among the results. Run it first: "${p['command']}", or say with --from and --hours which of yours is meant.`,
  },
  'cli-outside-run': {
    fr: (p) => `cette heure est hors de la simulation, qui va de ${p['from']} à ${p['until']}.`,
    en: (p) => `this time lies outside the run, which goes from ${p['from']} to ${p['until']}.`,
  },
  'cli-unknown-command': {
    fr: (p) => `cette commande n’existe pas.${didYouMean.fr(p['near'])} « jumeau --help » donne la liste.`,
    en: (p) => `there is no such command.${didYouMean.en(p['near'])} "jumeau --help" lists them.`,
  },
  'cli-unknown-option': {
    fr: (p) => `cette option n’existe pas.${didYouMean.fr(p['near'])} « jumeau ${p['command']} --help » donne la liste.`,
    en: (p) => `there is no such option.${didYouMean.en(p['near'])} "jumeau ${p['command']} --help" lists them.`,
  },
  'cli-missing-argument': {
    fr: (p) => `il manque un argument après « jumeau ${p['command']} ». « jumeau ${p['command']} --help » indique lequel.`,
    en: (p) => `something is missing after "jumeau ${p['command']}". "jumeau ${p['command']} --help" tells what.`,
  },
  'cli-missing-option': {
    fr: (p) => `« jumeau ${p['command']} » a besoin de cette option.`,
    en: (p) => `"jumeau ${p['command']}" needs this option.`,
  },
  'cli-missing-value': {
    fr: () => 'cette option attend une valeur à sa suite.',
    en: () => 'this option needs a value after it.',
  },
  'cli-too-many-arguments': {
    fr: (p) => `il y a plus de mots que « jumeau ${p['command']} » n’en attend. Un nom avec des espaces s’écrit entre guillemets.`,
    en: (p) => `there are more words than "jumeau ${p['command']}" expects. A name with spaces stands in quotes.`,
  },
  'cli-misused': {
    fr: (p) => `la commande ne peut pas être lue ainsi (${p['cause']}).`,
    en: (p) => `the command cannot be read like this (${p['cause']}).`,
  },
  'cli-no-sumo': {
    fr: () => 'SUMO n’est pas installé, ou pas dans le PATH. Installez-le (Debian et Ubuntu : « apt install sumo » ; ailleurs : « pip install eclipse-sumo »), ou donnez des sorties calculées ailleurs par --sumo-results.',
    en: () => 'SUMO is not installed, or not on the PATH. Install it (Debian and Ubuntu: "apt install sumo"; elsewhere: "pip install eclipse-sumo"), or give outputs made elsewhere with --sumo-results.',
  },
  'cli-sumo-failed': {
    fr: (p) => `SUMO s’est arrêté sur une erreur, graine ${p['seed']} : ${p['said']} Corrigez le scénario et relancez.`,
    en: (p) => `SUMO ended with an error, seed ${p['seed']}: ${p['said']} Mend the scenario and run again.`,
  },
  'cli-no-sumo-results': {
    fr: () => 'aucune sortie de SUMO ici : il faut tripinfo_1.xml.gz, edge_1.xml.gz et summary_1.xml.gz, le nombre étant la graine.',
    en: () => 'no output of SUMO is here: tripinfo_1.xml.gz, edge_1.xml.gz and summary_1.xml.gz are needed, the number being the seed.',
  },
  'cli-results-do-not-match': {
    fr: (p) => `${p['results']} dossier(s) de sorties pour ${p['scenarios']} scénario(s). Donnez un dossier par scénario, dans le même ordre.`,
    en: (p) => `${p['results']} folder(s) of outputs for ${p['scenarios']} scenario(s). Give one folder a scenario, in the same order.`,
  },
  'cli-no-scenario': {
    fr: () => 'ce n’est pas un scénario SUMO. Donnez un .sumocfg, un dossier qui en contient un, ou des fichiers .rou.xml séparés par des virgules.',
    en: () => 'this is no SUMO scenario. Give a .sumocfg, a folder that holds one, or .rou.xml files separated by commas.',
  },
  'cli-nothing-drives': {
    fr: () => 'rien ne circule dans ce scénario : il n’y a rien à comparer. Donnez ses trajets (.rou.xml).',
    en: () => 'nothing drives in this scenario: there is nothing to compare. Give its routes (.rou.xml).',
  },
  'cli-several-scenarios': {
    fr: (p) => `ce dossier contient plusieurs possibilités : ${p['found']}. Donnez le .sumocfg à lire.`,
    en: (p) => `this folder holds several: ${p['found']}. Name the .sumocfg to read.`,
  },
  'cli-no-such-folder': { fr: () => 'ce dossier n’existe pas, ou ne se laisse pas lire. Vérifiez le chemin.', en: () => 'there is no such folder, or it cannot be read. Check the path.' },
  'cli-not-a-number': {
    fr: (p) => `« ${p['value']} » n’est pas un nombre ${p['whole'] ? 'entier ' : ''}de ${asWritten.fr(p['least'])} à ${asWritten.fr(p['most'])}.${meantShare(p) === undefined ? '' : ` Une part : ${asWritten.fr(meantShare(p))} pour ${p['value']} %.`}`,
    en: (p) => `"${p['value']}" is not a ${p['whole'] ? 'whole ' : ''}number from ${asWritten.en(p['least'])} to ${asWritten.en(p['most'])}.${meantShare(p) === undefined ? '' : ` A share: ${asWritten.en(meantShare(p))} for ${p['value']}%.`}`,
  },
  'cli-not-a-time': {
    fr: (p) => `« ${p['value']} » n’est pas une heure. Écrivez HH:MM, par exemple 07:30.`,
    en: (p) => `"${p['value']}" is not a time. Write HH:MM, for instance 07:30.`,
  },
  'cli-time-past-midnight': {
    fr: (p) => `« ${p['value']} » passe minuit : ici une heure est celle d’une horloge, de 00:00 à 23:59. Écrivez ${p['meant']}.`,
    en: (p) => `"${p['value']}" is past midnight: a time here is that of a clock, 00:00 to 23:59. Write ${p['meant']}.`,
  },
  'cli-starts-after-end': {
    fr: (p) => `cette ville s’arrête à ${p['until']}. Donnez une heure plus tôt, ou la durée avec --hours.`,
    en: (p) => `this city ends at ${p['until']}. Give an earlier time, or say how long with --hours.`,
  },
  'cli-unknown-language': {
    fr: (p) => `« ${p['value']} » n’est pas une langue connue : fr ou en.`,
    en: (p) => `"${p['value']}" is not a known language: fr or en.`,
  },
  'cli-unknown-question': {
    fr: (p) => `cette question n’existe pas.${didYouMean.fr(p['near'])} Les questions sont : ${p['known']}. Une question à vous est un fichier .yaml, .json, .ts ou .csv, une ville importée un fichier .twin.`,
    en: (p) => `there is no such question.${didYouMean.en(p['near'])} The questions are: ${p['known']}. A question of your own is a .yaml, .json, .ts or .csv file, an imported city is a .twin file.`,
  },
  'cli-not-json': {
    fr: (p) => `ceci ne se lit pas comme du JSON (${p['causeFr']}). Écrivez une liste de changements : [{ "change": "bus-priority", ... }].`,
    en: (p) => `this cannot be read as JSON (${p['cause']}). Write a list of changes: [{ "change": "bus-priority", ... }].`,
  },
  'cli-json-too-deep': {
    fr: () => 'ceci ne se lit pas comme du JSON : il y a trop de crochets les uns dans les autres. Écrivez une liste de changements : [{ "change": "bus-priority", ... }].',
    en: () => 'this cannot be read as JSON: there are too many brackets within each other. Write a list of changes: [{ "change": "bus-priority", ... }].',
  },
  'cli-changes-too-large': {
    fr: (p) => `le fichier dépasse ${p['limit']} octets : aucune liste de changements n’est si longue. Vérifiez que c’en est une.`,
    en: (p) => `the file is larger than ${p['limit']} bytes: no list of changes is so long. Check that it is one.`,
  },
  'cli-other-trips': {
    fr: (p) => `ses véhicules, leurs heures ou leurs itinéraires ne sont pas ceux de « ${p['other']} » (tables qui diffèrent : ${p['tables']}) : une même graine n’y vaut pas pour les mêmes véhicules. Partez de la même ville et ne changez que ses feux ou ses réglages.`,
    en: (p) => `its vehicles, their times or their routes are not those of "${p['other']}" (tables that differ: ${p['tables']}): the same draws do not fall on the same vehicles. Start from the same city and change only its signals or settings.`,
  },
  'cli-no-such-file': {
    fr: () => 'ce fichier n’existe pas ou ne peut pas être lu. Vérifiez le chemin.',
    en: () => 'there is no such file, or it cannot be read. Check the path.',
  },
  'cli-not-a-twin': {
    fr: () => 'ce n’est pas un fichier .twin entier de cette version. Refaites-le avec « jumeau import ».',
    en: () => 'this is not a whole .twin file of this version. Make it again with "jumeau import".',
  },
  'cli-lighting-export-ending': {
    fr: (p) => `« ${p['value']} » ne dit pas sous quelle forme écrire les programmes. Donnez un nom en .json (TALQ 2.7) ou en .csv (profils nocturnes EclExt).`,
    en: (p) => `"${p['value']}" does not say in which form to write the programs. Give a name that ends in .json (TALQ 2.7) or in .csv (EclExt night profiles).`,
  },
  'cli-not-inspectable': {
    fr: () => 'inspect lit une ville (.twin) ou un fichier photométrique (.ies, .ldt) ; sans fichier, il montre la ville de référence. Un inventaire, une carte ou un réseau devient une ville avec « jumeau import ».',
    en: () => 'inspect reads a city (.twin) or a photometric file (.ies, .ldt); without a file it shows the reference city. An inventory, a map or a network becomes a city by "jumeau import".',
  },
  'cli-twin-altered': {
    fr: () => 'ce fichier a été modifié ou abîmé depuis qu’il a été écrit. Reprenez une copie, ou refaites-le avec « jumeau import ».',
    en: () => 'this file was altered or damaged since it was written. Take a copy of it, or make it again with "jumeau import".',
  },
  'cli-not-writable': {
    fr: (p) => `on ne peut pas écrire ici (${reason(p, 'fr')}). Choisissez un autre dossier, ou libérez de la place.`,
    en: (p) => `nothing can be written here (${reason(p, 'en')}). Choose another folder, or free some space.`,
  },
  'cli-not-a-day': {
    fr: (p) => `« ${p['value']} » n’est pas un jour. Écrivez-le sous la forme 2026-01-15.`,
    en: (p) => `"${p['value']}" is no day. Write it as 2026-01-15.`,
  },
  'cli-not-a-period': {
    fr: (p) => `du ${p['from']} au ${p['until']} : une période a au moins un jour et au plus ${p['most']}. Changez une des deux dates.`,
    en: (p) => `${p['from']} to ${p['until']}: a period has at least one day and at most ${p['most']}. Change one of the two dates.`,
  },
  'cli-not-an-ipmvp-option': {
    fr: (p) => `« ${p['value']} » n’est pas une option que ce rapport connaît. Donnez A ou B.`,
    en: (p) => `"${p['value']}" is no option that this report knows. Give A or B.`,
  },
  'cli-wrong-ending': {
    fr: (p) => `« ${p['value']} » ne finit pas par ${p['ending']}. Donnez un nom de fichier qui finit ainsi.`,
    en: (p) => `"${p['value']}" does not end in ${p['ending']}. Give a file name that does.`,
  },
  'cli-not-ours': {
    fr: (p) => `ce fichier existe et n’est pas un ${p['ending']} écrit par Jumeau : il n’est pas remplacé. Choisissez un autre nom, ou déplacez-le.`,
    en: (p) => `this file exists and is no ${p['ending']} that Jumeau wrote: it is not replaced. Choose another name, or move it away.`,
  },
  'cli-checkpoint-no-file': {
    fr: () => 'dites aussi où écrire le point d’arrêt, avec --checkpoint FICHIER.checkpoint.',
    en: () => 'say too where to write the checkpoint, with --checkpoint FILE.checkpoint.',
  },
  'cli-checkpoint-outside': {
    fr: (p) => `cette simulation va de ${p['from']} à ${p['until']} : elle ne peut pas s’arrêter à ${p['at']}. Choisissez une heure entre les deux.`,
    en: (p) => `this run goes from ${p['from']} to ${p['until']}: it cannot stop at ${p['at']}. Choose a time between the two.`,
  },
  'cli-checkpoint-no-links': {
    fr: () => 'une simulation arrêtée en chemin n’a pas encore de résultat. Demandez --links à la reprise.',
    en: () => 'a run that is stopped on the way has no result yet. Ask for --links when going on.',
  },
  'cli-no-streets': {
    fr: () => 'rien ne roule : cette ville n’a pas de rues. Ajoutez-en à l’import, avec --osm ou --sumo.',
    en: () => 'nothing drives: this city has no streets. Add some when importing, with --osm or --sumo.',
  },
  'cli-no-departures': {
    fr: () => 'rien ne roule : cette ville n’a aucun départ de véhicule. Ajoutez-en à l’import : avec --routes à un réseau SUMO, avec --gtfs à des rues d’OpenStreetMap (ce sont alors ses bus et ses trams).',
    en: () => 'nothing drives: this city has no departures. Add some when importing: with --routes to a SUMO network, with --gtfs to streets of OpenStreetMap (its buses and trams, then).',
  },
  'cli-none-departs': {
    fr: (p) => `rien ne roule dans cette plage : aucun départ entre ${p['from']} et ${p['until']}. Le premier est à ${p['first']}, le dernier à ${p['last']} ; choisissez avec --from.`,
    en: (p) => `nothing drives in this span: the city has no departures between ${p['from']} and ${p['until']}. The first is at ${p['first']}, the last at ${p['last']}; choose with --from.`,
  },
  'cli-trips-leave-span': {
    en: (p) => `between ${p['from']} and ${p['until']} there are other trips with these changes than without: ${[p['left'] === 0 ? '' : `${p['left']} fewer, for they leave before or after it now`, p['came'] === 0 ? '' : `${p['came']} more, for they leave within it now`].filter((part) => part !== '').join('; ')}. Their number is part of every difference; a longer span (--from, --hours) has them all.`,
    fr: (p) => `entre ${p['from']} et ${p['until']}, les courses ne sont pas les mêmes avec ces changements : ${[p['left'] === 0 ? '' : `${p['left']} en moins, ${p['left'] === 1 ? 'qui part' : 'qui partent'} maintenant avant ou après`, p['came'] === 0 ? '' : `${p['came']} en plus, ${p['came'] === 1 ? 'qui y part' : 'qui y partent'} maintenant`].filter((part) => part !== '').join(' ; ')}. Leur nombre entre dans chaque écart ; une plage plus longue (--from, --hours) les contient toutes.`,
  },
  'cli-change-outside-span': {
    en: (p) => `this change ${p['from'] === p['until'] ? `is at ${p['from']}` : `is from ${p['from']} to ${p['until']}`}, and what is simulated from ${p['simulatedFrom']} to ${p['simulatedUntil']}: nothing of it shows in the figures. Choose the span with --from and --hours.`,
    fr: (p) => `ce changement ${p['from'] === p['until'] ? `est à ${p['from']}` : `va de ${p['from']} à ${p['until']}`} ; on simule de ${p['simulatedFrom']} à ${p['simulatedUntil']} : les chiffres n’en montrent rien. Choisissez la plage avec --from et --hours.`,
  },
  'cli-past-the-end': {
    fr: (p) => `la simulation va jusqu’à ${p['until']}, alors que la journée de cette ville s’arrête à ${p['end']} : aucun véhicule ne part après ${p['last']}.`,
    en: (p) => `the run goes on until ${p['until']}, but this city’s day ends at ${p['end']}: no vehicle departs after ${p['last']}.`,
  },
  'cli-nothing-to-import': {
    fr: () => 'précisez quoi importer : --sumo FICHIER.sumocfg, ou --net avec --routes, ou --osm, ou --gtfs, ou --lamps avec --lamps-mapping.',
    en: () => 'say what to import: --sumo FILE.sumocfg, or --net with --routes, or --osm, or --gtfs, or --lamps with --lamps-mapping.',
  },
  'cli-lamps-too-many-years': {
    fr: (p) => `${p['lamps']} points lumineux sur autant d’années ne tiennent pas en mémoire. Demandez au plus --years ${p['most']}.`,
    en: (p) => `${p['lamps']} lamps over so many years do not fit in memory. Ask for --years ${p['most']} at most.`,
  },
  'cli-lamps-and-mapping': {
    fr: () => '--lamps et --lamps-mapping vont ensemble : l’inventaire, et ce que contiennent ses colonnes ; seule avec --osm, la correspondance dit ce qui est supposé des points lumineux de la carte (docs/models/lamp-inventories.md).',
    en: () => '--lamps and --lamps-mapping go together: the inventory, and what its columns hold; alone with --osm the mapping says what is assumed of the lamps of the map (docs/models/lamp-inventories.md).',
  },
  'cli-city-without-lamps': {
    fr: () => 'avec --city, précisez l’inventaire qui remplace ses points lumineux : --lamps FICHIER --lamps-mapping CORRESPONDANCE.yaml.',
    en: () => 'with --city, say which inventory replaces its lamps: --lamps FILE --lamps-mapping MAPPING.yaml.',
  },
  'cli-no-sumo-config': {
    fr: () => '--sumo attend le fichier de configuration d’un scénario (.sumocfg). Donnez celui-ci, ou les fichiers eux-mêmes : --net RÉSEAU.net.xml --routes TRAJETS.rou.xml.',
    en: () => '--sumo takes the configuration file of a scenario (.sumocfg). Give that, or the files themselves: --net NETWORK.net.xml --routes ROUTES.rou.xml.',
  },
  'cli-import-mixed': {
    fr: () => 'une ville vient de SUMO, ou d’OpenStreetMap et GTFS, ou d’un fichier .twin : d’une seule de ces origines.',
    en: () => 'a city comes from SUMO, or from OpenStreetMap and GTFS, or from a .twin file: from one of these only.',
  },
  'cli-no-browser': {
    fr: () => 'aucun navigateur Chromium ou Chrome n’a été trouvé pour imprimer. Installez-en un, nommez-le dans JUMEAU_CHROMIUM, ou imprimez la page HTML depuis votre navigateur.',
    en: () => 'no Chromium or Chrome was found to print with. Install one, name it in JUMEAU_CHROMIUM, or print the HTML page from your browser.',
  },
  'cli-not-printed': {
    fr: (p) => `le navigateur n’a pas pu imprimer (${p['said']}). Imprimez la page HTML depuis votre navigateur.`,
    en: (p) => `the browser could not print (${p['said']}). Print the HTML page from your browser.`,
  },
  'cli-plans-from-city': {
    fr: () => 'une ville n’est pas un fichier de plans. Écrivez d’abord ses plans avec « jumeau plans export », puis donnez ce fichier.',
    en: () => 'a city is no plan file. Write its plans first, with "jumeau plans export", and give that file.',
  },
  'cli-no-plans': {
    fr: () => 'ces fichiers ne contiennent aucun programme de feux (tlLogic). Donnez aussi le fichier qui les contient.',
    en: () => 'these files hold no signal program (tlLogic). Give the file that holds them too.',
  },
  'cli-plans-mixed': {
    fr: () => 'donnez un seul fichier de plans .yaml, ou une seule ville .twin, ou des fichiers SUMO .xml : pas un mélange.',
    en: () => 'give one plan file .yaml, or one city .twin, or SUMO files .xml: not a mixture.',
  },
  'cli-nobody-passes': {
    en: (p) => `no vehicle of the city passes a counted link in the hours of the counts, ${p['from']} to ${p['until']}: there is nothing to fit. Its vehicles depart from ${p['first']} to ${p['last']}. Give counts of those hours, on links of their routes.`,
    fr: (p) => `aucun véhicule de la ville ne passe sur un tronçon compté aux heures des comptages, de ${p['from']} à ${p['until']} : il n’y a rien à ajuster. Ses véhicules partent de ${p['first']} à ${p['last']}. Donnez des comptages de ces heures, sur des tronçons de leurs itinéraires.`,
  },
  'cli-counts-outside': {
    en: (p) => `${p['count']} of ${p['of']} counts are left out, the first on link "${p['link']}" at ${p['at']}: their hour is not wholly within ${p['from']} to ${p['until']}, the hours of this city’s demand. Give counts of those hours, or a demand of longer ones.`,
    fr: (p) => `${p['count']} comptages sur ${p['of']} sont laissés de côté, le premier sur le tronçon « ${p['link']} » à ${p['at']} : leur heure n’est pas entière entre ${p['from']} et ${p['until']}, les heures de la demande de cette ville. Donnez des comptages de ces heures, ou une demande plus longue.`,
  },
  'cli-counts-unpassed': {
    en: (p) => `${p['count']} of ${p['of']} counts lie where no planned vehicle passes in that hour, the first on link "${p['link']}" at ${p['at']}: no fit can bring traffic there, and they stay in the figures. Check the name of the link, or plan routes over it.`,
    fr: (p) => `${p['count']} comptages sur ${p['of']} sont là où aucun véhicule prévu ne passe à cette heure, le premier sur le tronçon « ${p['link']} » à ${p['at']} : aucun ajustement n’y mène de trafic, et ils restent dans les chiffres. Vérifiez le nom du tronçon, ou prévoyez des itinéraires qui y passent.`,
  },
  'cli-fit-worse': {
    en: (p) => `the fit is worse than the demand given: mean GEH ${p['before']} before, ${p['after']} after; no city is written. ${p['simulated']} vehicles/h pass where ${p['counted']} are counted, and ${p['waiting']} planned could not enter by the end. Likely cause: more is counted than the simulated streets let in or through. Check those counts, signals and lanes; --table gives every count.`,
    fr: (p) => `l’ajustement est moins bon que la demande donnée : GEH moyen ${p['before']} avant, ${p['after']} après ; aucune ville n’est écrite. Il passe ${p['simulated']} véhicules/h là où ${p['counted']} sont comptés, et ${p['waiting']} prévus n’ont pas pu entrer avant la fin. Cause probable : on compte plus que les rues simulées ne laissent entrer ou passer. Vérifiez ces comptages, les feux et les voies ; --table donne chaque comptage.`,
  },
  'cli-no-free-port': {
    fr: (p) => `ni ce port ni les suivants ne sont libres (${p['cause']}). Choisissez-en un autre avec --port.`,
    en: (p) => `neither this port nor the next ones are free (${p['cause']}). Choose another with --port.`,
  },
};
