import type { Change } from '../changes/change.ts';
import { categoryWords } from './category-words.ts';
import type { Language } from './language.ts';
import { numbersIn } from './numbers.ts';

type Kind = 'headway' | 'demand-growth';
type Of<Name extends Kind> = Extract<Change, { change: Name }>;

/** What a change of lines, demand or streets for good does, in a sentence. */
export function trafficChangeInWords(change: Of<Kind>, language: Language): string {
  switch (change.change) {
    case 'headway': return headwayInWords(change, language);
    case 'demand-growth': return growthInWords(change, language);
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
  const { growth, vehicles, fromCommune, toCommune } = change, french = language === 'fr', by = numbersIn(language).signedPercent(growth * 100, Number.isInteger(growth * 100) ? 0 : 1);
  const who = vehicles ? vehicles.map((name) => categoryWords[name][language]).join(', ') : french ? 'tous les véhicules sans horaire' : 'all vehicles without a timetable';
  const places = [fromCommune === undefined ? '' : french ? ` au départ de ${fromCommune}` : ` from ${fromCommune}`, toCommune === undefined ? '' : french ? ` vers ${toCommune}` : ` to ${toCommune}`].join('');
  return french ? `Déplacements (${who})${places}${spanInWords(change, language)} : ${by}.` : `Trips (${who})${places}${spanInWords(change, language)}: ${by}.`;
}
