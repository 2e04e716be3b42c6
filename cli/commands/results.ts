import { measureStartS } from '../../engine/run-settings.ts';
import { wordsIn } from '../../scenarios/language/language.ts';
import { storeWords } from '../../scenarios/language/store.ts';
import { roomsIn } from '../../scenarios/runs/rooms.ts';
import type { ListedResult } from '../../scenarios/runs/stored-results.ts';
import { allResults } from '../asked-result.ts';
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
    terminal.out(words.none);
    terminal.out(words.howToMake);
  } else {
    for (const line of tableOf(terminal, listed)) terminal.out(line);
    terminal.out(`\n${words.resultsTaking(terminal.number(listed.length), size(sumOf(listed)))}`);
  }
  for (const { name, count, bytes } of rooms) terminal.out(terminal.faint(words.room(words.rooms(name), terminal.number(count), size(bytes))));
}

export const fits = ({ question, city }: ResultFilter) => ({ manifest }: ListedResult): boolean =>
  (question === undefined || manifest?.scenario === question) && (city === undefined || manifest?.city === city);

export const sumOf = (listed: readonly ListedResult[]): number => listed.reduce((sum, { bytes }) => sum + bytes, 0);

const newestFirst = (one: ListedResult, other: ListedResult): number => other.keptMs - one.keptMs;
const byQuestion = (one: ListedResult, other: ListedResult): number =>
  (one.manifest?.scenario ?? '~').localeCompare(other.manifest?.scenario ?? '~') || (one.manifest?.settings.seed ?? 0) - (other.manifest?.settings.seed ?? 0) || newestFirst(one, other);

const KEY_CHARACTERS = 8, LONGEST = { question: 20, city: 14 };
const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

function tableOf(terminal: Terminal, listed: readonly ListedResult[]): string[] {
  const words = wordsIn(storeWords, terminal.language);
  const cells = listed.map(({ key, keptMs, bytes, manifest }) => {
    const settings = manifest?.settings;
    return [
      key.slice(0, KEY_CHARACTERS), cut(manifest?.scenario ?? words.unreadable, manifest ? LONGEST.question : Infinity), cut(manifest?.city ?? '', LONGEST.city), settings ? `${clockText(measureStartS(settings))}–${clockText(settings.untilS)}` : '',
      settings ? String(settings.seed) : '', bytesText(terminal, bytes), new Date(keptMs).toISOString().slice(0, 10), manifest?.figures.hash.slice(0, KEY_CHARACTERS) ?? '',
    ];
  });
  const { key, question, city, span, seed, size, kept, hash } = words, table = [[key, question, city, span, seed, size, kept, hash], ...cells];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length))), toTheRight = new Set([4, 5]);
  const lines = table.map((row) => row.map((text, column) => (toTheRight.has(column) ? text.padStart(widths[column]!) : text.padEnd(widths[column]!))).join('  ').trimEnd());
  return [terminal.bold(lines[0]!), ...lines.slice(1)];
}

/** For scripts: all that the table shows, uncut. */
export const resultJson = ({ key, folder, keptMs, bytes, manifest }: ListedResult) => ({
  key, folder, keptAt: new Date(keptMs).toISOString(), bytes,
  ...(manifest ? { question: manifest.scenario, city: manifest.city, twinHash: manifest.twinHash, settings: manifest.settings, engine: manifest.engine, hash: manifest.figures.hash } : { unreadable: true }),
});
