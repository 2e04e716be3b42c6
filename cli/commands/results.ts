import { basename } from 'node:path';
import { measureStartS } from '../../engine/run-settings.ts';
import { wordsIn } from '../../scenarios/language/language.ts';
import { storeWords } from '../../scenarios/language/store.ts';
import { roomsIn } from '../../scenarios/runs/rooms.ts';
import { allResults, type ShortResult } from '../asked-result.ts';
import { badInput } from '../bad-input.ts';
import { bytesText } from '../bytes-text.ts';
import { clockText } from '../clock-text.ts';
import { theStore } from '../home.ts';
import type { Terminal } from '../terminal.ts';
import { tellKept } from './results-kept.ts';

export interface ResultFilter { question?: string; city?: string }
export interface ResultsOptions extends ResultFilter { by?: string; kept?: boolean }

/** `jumeau results`: what is stored, and what it takes. */
export async function resultsCommand(terminal: Terminal, { by = 'newest', kept = false, ...filter }: ResultsOptions): Promise<void> {
  if (kept) return tellKept(terminal);
  if (by !== 'newest' && by !== 'question') throw badInput('store-order-unknown', '--by', { value: by });
  const store = await theStore(), listed = (await allResults(store)).filter(fits(filter)).sort(by === 'newest' ? newestFirst : byQuestion), rooms = await roomsIn(store.folder);
  if (terminal.json) return terminal.out(JSON.stringify({ results: listed.map(resultJson), rooms, home: store.home }));
  const words = wordsIn(storeWords, terminal.language), size = (bytes: number) => bytesText(terminal, bytes);
  if (listed.length === 0) {
    const isPart = filter.question !== undefined || filter.city !== undefined;
    terminal.out(isPart ? words.noneFits : words.none);
    if (!isPart) terminal.out(words.howToMake);
  } else {
    for (const line of tableOf(terminal, listed)) terminal.out(line);
    terminal.out(`\n${words.resultsTaking(terminal.number(listed.length), size(sumOf(listed)))}`);
  }
  for (const { name, count, bytes } of rooms) terminal.out(terminal.faint(words.room(words.rooms(name), terminal.number(count), size(bytes))));
}

export const fits = ({ question, city }: ResultFilter) => ({ about }: ShortResult): boolean =>
  (question === undefined || (about !== undefined && [question, basename(question)].includes(about.scenario)) || (about !== undefined && basename(about.scenario) === question)) && (city === undefined || about?.city === city);

export const sumOf = (listed: readonly ShortResult[]): number => listed.reduce((sum, { bytes }) => sum + bytes, 0);

const newestFirst = (one: ShortResult, other: ShortResult): number => other.keptMs - one.keptMs;
const byQuestion = (one: ShortResult, other: ShortResult): number =>
  (one.about?.scenario ?? '~').localeCompare(other.about?.scenario ?? '~') || (one.about?.state ?? '').localeCompare(other.about?.state ?? '') || (one.about?.settings.seed ?? 0) - (other.about?.settings.seed ?? 0) || newestFirst(one, other);

const KEY_CHARACTERS = 8, STATE_CHARACTERS = 4;
/** Of a question and a city, however narrow the terminal; where nobody looks, and in a file, nothing is cut. */
const LEAST = { question: 20, city: 14 };
const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

function tableOf(terminal: Terminal, listed: readonly ShortResult[]): string[] {
  const words = wordsIn(storeWords, terminal.language), { key, question, city, span, seed, size, kept, hash } = words, names = namesOf(listed);
  const cells = listed.map((one) => {
    const { about } = one, settings = about?.settings;
    return [
      one.key.slice(0, KEY_CHARACTERS), about ? names.get(one)! : words.unreadable, about?.city ?? '', settings ? `${clockText(measureStartS(settings))}–${clockText(settings.untilS)}` : '',
      settings ? String(settings.seed) : '', bytesText(terminal, one.bytes), new Date(one.keptMs).toISOString().slice(0, 10), about?.hash.slice(0, KEY_CHARACTERS) ?? '',
    ];
  });
  const table = [[key, question, city, span, seed, size, kept, hash], ...cells], QUESTION = 1, CITY = 2, toTheRight = new Set([4, 5]);
  const widthOf = (column: number): number => Math.max(...table.map((row) => row[column]!.length)), spare = (process.stdout.columns ?? Infinity) - table[0]!.reduce((sum, _, column) => sum + widthOf(column) + 2, -2);
  // The name of the city is most often one and the same: it gives way first.
  const widths = table[0]!.map((_, column) => widthOf(column)), cityWidth = widths[CITY]!;
  widths[CITY] = Math.min(cityWidth, Math.max(LEAST.city, cityWidth + Math.min(0, spare)));
  widths[QUESTION] = Math.min(widths[QUESTION]!, Math.max(LEAST.question, widths[QUESTION]! + Math.min(0, spare + cityWidth - widths[CITY])));
  const lines = table.map((row) => row.map((text, column) => (toTheRight.has(column) ? text.padStart(widths[column]!) : cut(text, widths[column]!).padEnd(widths[column]!))).join('  ').trimEnd());
  return [terminal.bold(lines[0]!), ...lines.slice(1)];
}

/** A question by its name; where results of one name stand on different changes, for a file was edited between, with the start of what tells them apart. */
function namesOf(listed: readonly ShortResult[]): Map<ShortResult, string> {
  const states = new Map<string, Set<string>>();
  for (const { about } of listed) if (about) states.set(about.scenario, (states.get(about.scenario) ?? new Set()).add(about.state));
  return new Map(listed.map((one) => [one, one.about && states.get(one.about.scenario)!.size > 1 ? `${one.about.scenario} #${one.about.state.slice(0, STATE_CHARACTERS)}` : one.about?.scenario ?? '']));
}

/** For scripts: all that the table shows, uncut. */
export const resultJson = ({ key, folder, keptMs, bytes, about }: ShortResult) => ({
  key, folder, keptAt: new Date(keptMs).toISOString(), bytes,
  ...(about ? { question: about.scenario, state: about.state.slice(0, STATE_CHARACTERS), city: about.city, twinHash: about.twinHash, settings: about.settings, engine: about.engine, hash: about.hash } : { unreadable: true }),
});
