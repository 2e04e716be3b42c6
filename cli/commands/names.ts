import { nearName } from '../../scenarios/changes/near-name.ts';
import { nameKindWords, nameWords } from '../../scenarios/language/city-names.ts';
import { textIn, wordsIn } from '../../scenarios/language/language.ts';
import { zoneInWords } from '../../scenarios/language/zones.ts';
import { badInput } from '../bad-input.ts';
import { openCity, referenceCity } from '../city.ts';
import { fieldOfKind, nameKinds, namesLike, namesOf, type CityName, type NameKind } from '../city-names.ts';
import type { Terminal } from '../terminal.ts';

export interface NamesOptions { kind?: string; city?: string }

/** Of a longer list nobody reads the end. */
const MOST_SHOWN = 40;
/** Names of one kind that an overview shows. */
const MOST_EXAMPLES = 4;

/** `jumeau names [TEXT] --kind KIND`: what a city calls its lines, streets, zones and the like, as changes have to write it. */
export async function namesCommand(terminal: Terminal, words: readonly string[], { kind, city }: NamesOptions): Promise<void> {
  if (kind !== undefined && !(nameKinds as readonly string[]).includes(kind)) throw badInput('cli-unknown-name-kind', '--kind', { given: kind, near: nearName(kind, nameKinds) ?? '', known: nameKinds.join(', ') });
  const { twin } = await (city === undefined ? referenceCity(terminal) : openCity(city)), text = words.join(' '), kinds = kind === undefined ? nameKinds : [kind as NameKind];
  const all = kinds.map((one) => [one, namesOf(one, twin)] as const), found = all.map(([one, names]) => [one, namesLike(text, names)] as const).filter(([, names]) => names.length > 0);
  if (found.length === 0 && text !== '') throw badInput('cli-no-name-like', text, { near: nearName(text, all.flatMap(([, names]) => names.map(({ name }) => name))) ?? '' });
  if (terminal.json) return terminal.out(JSON.stringify({ city: twin.facts.name, names: Object.fromEntries(found.map(([one, names]) => [one, names.map(({ name, about }) => ({ name, ...about }))])) }));
  for (const line of found.flatMap(([one, names], at) => [...(at > 0 ? [''] : []), ...(text === '' && kind === undefined ? overview(terminal, one, names) : listed(terminal, one, names))])) terminal.out(line);
}

function overview(terminal: Terminal, kind: NameKind, names: readonly CityName[]): string[] {
  const words = wordsIn(nameWords, terminal.language), examples = names.slice(0, MOST_EXAMPLES).map(({ name }) => [name, ...wordsOf(terminal, kind, name).map((said) => `(${said})`)].join(' ')).join(', ');
  return [titleOf(terminal, kind, names.length), `  ${examples}${names.length > MOST_EXAMPLES ? ', …' : ''}`, terminal.faint(`  ${fieldOfKind[kind] === undefined ? '' : `${words.fieldOf(fieldOfKind[kind])}  `}npx jumeau names --kind ${kind}`)].map(terminal.spaced);
}

function listed(terminal: Terminal, kind: NameKind, names: readonly CityName[]): string[] {
  const words = wordsIn(nameWords, terminal.language), shown = names.slice(0, MOST_SHOWN), width = Math.max(...shown.map(({ name }) => name.length));
  return [
    titleOf(terminal, kind, names.length), ...shown.map((one) => terminal.spaced(`  ${one.name.padEnd(width)}  ${terminal.faint([...wordsOf(terminal, kind, one.name), aboutText(terminal, one)].join(' · '))}`.trimEnd())),
    ...(names.length > shown.length ? [terminal.faint(`  ${words.more(terminal.number(names.length - shown.length))}`)] : []),
  ];
}

/** What pages call a zone, where that is another word than changes write. */
function wordsOf({ language }: Terminal, kind: NameKind, name: string): string[] {
  const said = zoneInWords(name, language);
  return kind === 'zones' && said !== name ? [said] : [];
}

const titleOf = (terminal: Terminal, kind: NameKind, count: number): string => `${terminal.bold(textIn(nameKindWords[kind], terminal.language))}  ${terminal.faint(terminal.number(count))}`;

function aboutText(terminal: Terminal, { about }: CityName): string {
  const words = wordsIn(nameWords, terminal.language), { number } = terminal, { title, mode, headwayMin, people, lamps, streets, lines = [], communes = [], lengthM, fewestLanes, mostLanes = 0, wideM = 0 } = about;
  return [
    title ?? '', mode === undefined ? '' : words.modes(mode), headwayMin === undefined ? '' : words.every(number(headwayMin, Number.isInteger(headwayMin) ? 0 : 1)),
    lengthM === undefined ? '' : words.metres(number(lengthM)), fewestLanes === undefined ? '' : words.lanes(fewestLanes, mostLanes), wideM > 0 && fewestLanes === 1 ? words.wide(number(wideM)) : '',
    people === undefined ? '' : words.people(number(people)), lamps === undefined ? '' : words.lamps(number(lamps)), streets === undefined ? '' : streets.join(' × '),
    communes.join(', '), lines.length === 0 ? '' : words.lines(lines.join(', '), lines.length),
  ].filter((part) => part !== '').join(' · ');
}
