import type { KeyedRows } from '../../scenarios/compare/compare-rows.ts';
import { wordsIn } from '../../scenarios/language/language.ts';
import { transitWords } from '../../scenarios/language/transit.ts';
import { lineOperation, type Operated } from '../../scenarios/measure/line-operation.ts';
import { signalDelays } from '../../scenarios/measure/signal-delays.ts';
import { stopService } from '../../scenarios/measure/stop-service.ts';
import { askedSides } from '../asked.ts';
import { badInput } from '../bad-input.ts';
import { readWishes, type RunOptions } from '../plan.ts';
import { readOperated } from '../read-operated.ts';
import { seedRows } from '../seed-rows.ts';
import { seedTableText } from '../seed-table.ts';
import type { Terminal } from '../terminal.ts';

export interface TransitOptions extends RunOptions { seeds?: string; city?: string; by?: string }

/** Outward and back. */
const directionNames = ['→', '←'];

/** What a table of buses and trams is about: one row each. */
const tables = {
  line: (over: Operated): KeyedRows => new Map(lineOperation(over).map((row) => [row.line, { ...row }])),
  stop: (over: Operated): KeyedRows => new Map(stopService(over).map(({ lineStop, direction, ...row }) => [`${row.line} ${direction} ${lineStop}`, { direction: directionNames[direction]!, ...row }])),
  junction: (over: Operated): KeyedRows => new Map(signalDelays(over).map((row) => [row.controller, { ...row }])),
};
type TransitBy = keyof typeof tables;

/** Columns that a person reads: the name of the number, digits that mean something. */
const columns: Record<TransitBy, readonly (readonly [name: keyof typeof transitWords, decimals: number])[]> = {
  line: [['boarded', 0], ['onTimePercent', 1], ['speedKmh', 1], ['meanRunS', 0], ['runSpreadS', 0], ['excessWaitS', 0], ['signalDelayPerTripS', 0], ['meanWaitS', 0], ['meanRideS', 0], ['leftBehind', 0]],
  stop: [['boarded', 0], ['onTimePercent', 1], ['speedKmh', 1], ['meanRunS', 0], ['runSpreadS', 0], ['excessWaitS', 0], ['meanSignalDelayS', 1], ['meanWaitS', 0], ['meanRideS', 0], ['meanDwellS', 1], ['leftBehind', 0]],
  junction: [['passages', 0], ['meanLostS', 1], ['lostSpreadS', 1], ['longestLostS', 0], ['peopleLostH', 2]],
};

/** `jumeau transit A [B]`: buses and trams by line, stop or junction over several seeds; with B the difference, seed by seed. */
export async function transitCommand(terminal: Terminal, names: readonly string[], options: TransitOptions, signal: AbortSignal): Promise<void> {
  const by = (options.by ?? 'line') as TransitBy;
  readWishes(options);
  if (!Object.hasOwn(tables, by)) throw badInput('cli-unknown-table', '--by', { given: by, known: Object.keys(tables).join(', ') });
  const asked = await askedSides(terminal, names, options.city);
  const { city, questions, seeds, before, differences } = await seedRows(terminal, asked, options, signal, async (folder, twin) => tables[by](await readOperated(folder, twin)));
  if (terminal.json) return terminal.out(JSON.stringify({ by, questions: questions.map(({ name }) => name), seeds, rows: before, ...(differences ? { differences } : {}) }));
  const words = wordsIn(transitWords, terminal.language);
  const table = {
    heading: words[by], columns: columns[by].map(([name, decimals]) => [name, words[name] as string, decimals] as const), note: by === 'junction' ? words.aboutJunctions : by === 'stop' ? words.aboutStops : words.plusMinus, nothing: words.nothing,
    nameOf: ({ key, texts }: (typeof before)[number]): string => (by === 'stop' ? `${texts['line']} ${texts['direction']} ${texts['stop']}` : key),
  };
  for (const line of seedTableText(terminal, table, { city: city.twin.facts, questions, seeds: seeds.length }, before, differences)) terminal.out(line);
}
