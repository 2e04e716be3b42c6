import type { Problem } from '../../engine/foundation/problem.ts';

type Words = (p: Problem['parameters']) => string;

/** Words for what can be wrong with a GTFS feed: what it is, and how to mend it. */
export const gtfsProblems: Record<string, { en: Words; fr: Words }> = {
  'file-not-found': {
    en: () => 'there is no such file or folder. Check the path.',
    fr: () => 'ce fichier ou dossier n’existe pas. Vérifiez le chemin.',
  },
  'more-of-these': {
    en: (p) => `${p['count']} more problems of this kind (${p['code']}) are not listed.`,
    fr: (p) => `${p['count']} autres problèmes de ce type (${p['code']}) ne sont pas affichés.`,
  },
  'gtfs-unknown-timezone': {
    en: (p) => `agency_timezone "${p['timezone']}" is no time zone that is known: the clock of the city is kept. Write one of the IANA names, as Europe/Paris.`,
    fr: (p) => `agency_timezone « ${p['timezone']} » n’est pas un fuseau connu : l’heure légale de la ville est gardée. Écrivez un nom IANA, comme Europe/Paris.`,
  },
  'gtfs-not-a-zip': {
    en: (p) => `this is not a whole zip archive (${p['cause']}). Download the feed again, or give the folder with its .txt files.`,
    fr: (p) => `ce n’est pas une archive zip complète (${p['cause']}). Téléchargez-la de nouveau, ou donnez le dossier de ses fichiers .txt.`,
  },
  'gtfs-too-large': {
    en: (p) => `the feed holds more than is read: at most ${p['maxFiles']} files of ${p['maxBytes']} bytes each, none of an archive of more than 200 times its packed size. Cut the feed to your region.`,
    fr: (p) => `le jeu de données dépasse les limites : ${p['maxFiles']} fichiers de ${p['maxBytes']} octets chacun, aucun d’une archive de plus de 200 fois sa taille compressée. Réduisez-le à votre région.`,
  },
  'gtfs-missing-file': {
    en: (p) => `the feed has no ${p['file']}, without which there is no timetable. Ask its publisher for the whole feed.`,
    fr: (p) => `il manque ${p['file']}, sans lequel il n’y a pas d’horaire. Demandez le jeu de données complet à l’éditeur.`,
  },
  'gtfs-missing-column': {
    en: (p) => `the column "${p['column']}" is missing from the first line. The GTFS reference requires it.`,
    fr: (p) => `la colonne « ${p['column']} » manque dans la première ligne. La référence GTFS l’exige.`,
  },
  'gtfs-empty-file': { en: () => 'the file is empty. Download it again.', fr: () => 'le fichier est vide. Téléchargez-le de nouveau.' },
  'gtfs-unreadable-file': {
    en: (p) => `the file cannot be read past line ${p['line']} (${p['cause']}). It may be cut short: download it again.`,
    fr: (p) => `le fichier est illisible après la ligne ${p['line']} (${p['cause']}). Il est peut-être tronqué : téléchargez-le de nouveau.`,
  },
  'gtfs-not-a-number': {
    en: (p) => `"${p['value']}" in column "${p['column']}" is not a number; the row is passed over.`,
    fr: (p) => `« ${p['value']} » dans la colonne « ${p['column']} » n’est pas un nombre ; la ligne est ignorée.`,
  },
  'gtfs-not-a-time': {
    en: (p) => `"${p['value']}" in column "${p['column']}" is not a time as HH:MM:SS.`,
    fr: (p) => `« ${p['value']} » dans la colonne « ${p['column']} » n’est pas une heure au format HH:MM:SS.`,
  },
  'gtfs-unknown-route': {
    en: (p) => `trip "${p['trip']}" belongs to route "${p['route']}", which routes.txt does not have; it is passed over.`,
    fr: (p) => `la course « ${p['trip']} » renvoie à la ligne « ${p['route']} », absente de routes.txt ; elle est ignorée.`,
  },
  'gtfs-unknown-stop': {
    en: (p) => `trip "${p['trip']}" calls at stop "${p['stop']}", which stops.txt does not have; the call is passed over.`,
    fr: (p) => `la course « ${p['trip']} » dessert l’arrêt « ${p['stop']} », absent de stops.txt ; le passage est ignoré.`,
  },
  'gtfs-too-many-trips': {
    en: (p) => `more than ${p['maxTrips']} trips; the rest are passed over. Cut the feed to your region.`,
    fr: (p) => `plus de ${p['maxTrips']} courses ; les suivantes sont ignorées. Réduisez le jeu de données à votre région.`,
  },
  'gtfs-place-off-the-globe': {
    en: (p) => `stop "${p['stop']}" lies off the globe: latitude within ±90, longitude within ±180; it is passed over.`,
    fr: (p) => `l’arrêt « ${p['stop']} » est hors du globe : latitude entre ±90, longitude entre ±180 ; il est ignoré.`,
  },
  'gtfs-no-service': {
    en: () => 'no service runs on any day. calendar.txt or calendar_dates.txt must name one.',
    fr: () => 'aucun service ne circule. calendar.txt ou calendar_dates.txt doit en désigner un.',
  },
  'gtfs-no-trips-on-day': {
    en: (p) => `no trip runs on ${p['date']}. Choose another day with --date.`,
    fr: (p) => `aucune course ne circule le ${p['date']}. Choisissez un autre jour avec --date.`,
  },
  'gtfs-no-usable-trips': {
    en: (p) => `of the ${p['trips']} trips of ${p['date']} none has two usable calls. Check that stop_times.txt and stops.txt belong together.`,
    fr: (p) => `des ${p['trips']} courses du ${p['date']}, aucune n’a deux passages utilisables. Vérifiez que stop_times.txt et stops.txt vont ensemble.`,
  },
  'gtfs-undrivable-trip': {
    en: (p) => `trip "${p['trip']}" has ${p['calls']} usable calls or times that go back; it is passed over.`,
    fr: (p) => `la course « ${p['trip']} » a ${p['calls']} passages utilisables ou des heures qui reculent ; elle est ignorée.`,
  },
  'gtfs-impossible-headway': {
    en: (p) => `the headway of ${p['headwayS']} s of trip "${p['trip']}" is not possible; the row is passed over.`,
    fr: (p) => `l’intervalle de ${p['headwayS']} s de la course « ${p['trip']} » est impossible ; la ligne est ignorée.`,
  },
  'gtfs-stop-far-away': {
    en: (p) => `stop "${p['stop']}" lies ${p['km']} km from the others. Are latitude and longitude swapped?`,
    fr: (p) => `l’arrêt « ${p['stop']} » est à ${p['km']} km des autres. Latitude et longitude sont-elles inversées ?`,
  },
  'gtfs-trips-off-streets': {
    en: (p) => `${p['unmatched']} trips are not simulated, ${p['matched']} are: ${p['stops']} stops lie off the map, or no street leads from one stop to the next.`,
    fr: (p) => `${p['unmatched']} courses ne sont pas simulées, ${p['matched']} le sont : ${p['stops']} arrêts sont hors de la carte, ou aucune rue ne mène d’un arrêt au suivant.`,
  },
};
