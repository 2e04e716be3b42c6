import type { Change } from '../changes/change.ts';
import { categoryWords } from './category-words.ts';
import type { Language } from './language.ts';
import { numbersIn } from './numbers.ts';
import { placeInWords } from './place-words.ts';

type Kind = 'headway' | 'timetable-shift' | 'run-time' | 'demand-growth' | 'passenger-growth' | 'event-crowd' | 'bus-lane' | 'bollard-hours' | 'speed-limit';
type Of<Name extends Kind> = Extract<Change, { change: Name }>;

/** What a change of lines, demand or streets for good does, in a sentence. */
export function trafficChangeInWords(change: Of<Kind>, language: Language): string {
  switch (change.change) {
    case 'headway': return headwayInWords(change, language);
    case 'timetable-shift': return shiftInWords(change, language);
    case 'run-time': return runTimeInWords(change, language);
    case 'demand-growth': return growthInWords(change, language);
    case 'passenger-growth': return passengersInWords(change, language);
    case 'event-crowd': return crowdInWords(change, language);
    case 'bus-lane': return busLaneInWords(change, language);
    case 'bollard-hours': return bollardsInWords(change, language);
    case 'speed-limit': return limitInWords(change, language);
  }
}

const DIRECTIONS = { both: { fr: '', en: '' }, outward: { fr: ', sens aller', en: ', outward' }, back: { fr: ', sens retour', en: ', back' } };

const linesInWords = ({ lines, direction }: { lines: readonly string[]; direction: keyof typeof DIRECTIONS }, language: Language): string =>
  `${language === 'fr' ? (lines.length > 1 ? 'lignes' : 'ligne') : lines.length > 1 ? 'lines' : 'line'} ${lines.join(', ')}${DIRECTIONS[direction][language]}`;

/** A span, and nothing for the whole day. */
const spanInWords = ({ from, until }: { from: string; until: string }, language: Language): string =>
  (from === '00:00' && until === '24:00' ? '' : language === 'fr' ? ` de ${from} à ${until}` : ` from ${from} to ${until}`);

const minutes = (value: number, language: Language): string => `${numbersIn(language).plain(value, Number.isInteger(value) ? 0 : 1)}\u00a0min`;

function headwayInWords(change: Of<'headway'>, language: Language): string {
  const where = linesInWords(change, language), every = minutes(change.everyMin, language), when = spanInWords(change, language);
  return language === 'fr' ? `Un départ toutes les ${every}${when} : ${where}.` : `A departure every ${every}${when}: ${where}.`;
}

function growthInWords(change: Of<'demand-growth'>, language: Language): string {
  const { growth, vehicles, fromCommune, toCommune } = change, french = language === 'fr', by = growthBy(growth, language);
  const who = vehicles ? namesOf(vehicles, language) : french ? 'tous les véhicules sans horaire' : 'all vehicles without a timetable';
  const places = [fromCommune === undefined ? '' : french ? ` au départ de ${fromCommune}` : ` from ${fromCommune}`, toCommune === undefined ? '' : french ? ` vers ${toCommune}` : ` to ${toCommune}`].join('');
  return french ? `Déplacements (${who})${places}${spanInWords(change, language)} : ${by}.` : `Trips (${who})${places}${spanInWords(change, language)}: ${by}.`;
}

const namesOf = (vehicles: readonly (keyof typeof categoryWords)[], language: Language): string => vehicles.map((name) => categoryWords[name][language]).join(', ');

const growthBy = (growth: number, language: Language): string => numbersIn(language).signedPercent(growth * 100, Math.abs(growth * 100 - Math.round(growth * 100)) < 1e-9 ? 0 : 1);

function shiftInWords(change: Of<'timetable-shift'>, language: Language): string {
  const where = linesInWords(change, language), by = minutes(Math.abs(change.laterMin), language), when = spanInWords(change, language), isLater = change.laterMin >= 0;
  return language === 'fr' ? `Départs ${isLater ? 'retardés' : 'avancés'} de ${by}${when} : ${where}.` : `Departures ${by} ${isLater ? 'later' : 'earlier'}${when}: ${where}.`;
}

function runTimeInWords(change: Of<'run-time'>, language: Language): string {
  const where = linesInWords(change, language), by = growthBy(change.factor - 1, language), when = spanInWords(change, language);
  return language === 'fr' ? `Temps de parcours prévus entre arrêts : ${by}${when}, ${where}.` : `Timetabled times from stop to stop: ${by}${when}, ${where}.`;
}

function passengersInWords(change: Of<'passenger-growth'>, language: Language): string {
  const by = growthBy(change.growth, language), when = spanInWords(change, language);
  const where = change.lines === 'all' ? (language === 'fr' ? 'toutes les lignes' : 'all lines') : linesInWords({ lines: change.lines, direction: 'both' }, language);
  return language === 'fr' ? `Voyageurs${when} : ${by}, ${where}.` : `Passengers${when}: ${by}, ${where}.`;
}

function crowdInWords(change: Of<'event-crowd'>, language: Language): string {
  const { plain, share } = numbersIn(language), { people, from, overMin, carShare, lineShare } = change, place = placeInWords(change.where, language);
  return language === 'fr'
    ? `Sortie d’un événement (${place}) : ${plain(people, 0)} personnes à partir de ${from}, en ${minutes(overMin, language)}, ${share(carShare)} en voiture, ${share(lineShare)} en bus et tram.`
    : `An event ends (${place}): ${plain(people, 0)} people from ${from} on, within ${minutes(overMin, language)}, ${share(carShare)} by car, ${share(lineShare)} by bus and tram.`;
}

function busLaneInWords(change: Of<'bus-lane'>, language: Language): string {
  const place = placeInWords(change.where, language), who = namesOf(change.for, language), when = spanInWords(change, language);
  return language === 'fr' ? `Voie de droite réservée (${place})${when} : ${who}.` : `Rightmost lane reserved (${place})${when}: ${who}.`;
}

function bollardsInWords(change: Of<'bollard-hours'>, language: Language): string {
  const french = language === 'fr', sites = change.sites === 'all' ? (french ? 'tous les accès' : 'all sites') : change.sites.join(', '), always = change.always.length > 0 ? namesOf(change.always, language) : french ? 'personne' : 'nobody';
  return french
    ? `Bornes (${sites}) baissées de ${change.from} à ${change.until} : ${namesOf(change.letThrough, language)} ; à toute heure : ${always}.`
    : `Bollards (${sites}) down from ${change.from} to ${change.until}: ${namesOf(change.letThrough, language)}; at any time: ${always}.`;
}

const limitInWords = (change: Of<'speed-limit'>, language: Language): string =>
  (language === 'fr' ? `Vitesse limitée à ${numbersIn(language).plain(change.limitKmh, 0)}\u00a0km/h (${placeInWords(change.where, language)}).` : `Speed limit of ${change.limitKmh} km/h (${placeInWords(change.where, language)}).`);
