import { differencesOverSeeds, rowsOverSeeds, type KeyedRows } from '../../scenarios/compare/compare-rows.ts';
import { lineOperation, type Operated } from '../../scenarios/measure/line-operation.ts';
import { signalDelays } from '../../scenarios/measure/signal-delays.ts';
import { stopService } from '../../scenarios/measure/stop-service.ts';
import { runAll } from '../../scenarios/runs/pool.ts';
import { askedSides } from '../asked.ts';
import { badInput } from '../bad-input.ts';
import { changedTwin } from '../changed-twin.ts';
import { theStore } from '../home.ts';
import { expectedRun, planSides, readWishes, type RunOptions } from '../plan.ts';
import { oneByOne, runsProgress } from '../progress.ts';
import { readOperated } from '../read-operated.ts';
import { sideWarnings } from '../run-warnings.ts';
import { resultOf, tellWarnings } from '../tell-problems.ts';
import type { Terminal } from '../terminal.ts';
import { transitText, type TransitBy } from '../transit-text.ts';

export interface TransitOptions extends RunOptions { seeds?: string; city?: string; by?: string }

/** Outward and back. */
const directionNames = ['→', '←'];

/** What a table of buses and trams is about: one row each. */
const tables = {
  line: (over: Operated): KeyedRows => new Map(lineOperation(over).map((row) => [row.line, { ...row }])),
  stop: (over: Operated): KeyedRows => new Map(stopService(over).map(({ lineStop, direction, ...row }) => [`${row.line} ${direction} ${lineStop}`, { direction: directionNames[direction]!, ...row }])),
  junction: (over: Operated): KeyedRows => new Map(signalDelays(over).map((row) => [row.controller, { ...row }])),
} satisfies Record<TransitBy, unknown>;

/** `jumeau transit A [B]`: buses and trams by line, stop or junction over several seeds; with B the difference, seed by seed. */
export async function transitCommand(terminal: Terminal, names: readonly string[], options: TransitOptions, signal: AbortSignal): Promise<void> {
  const wishes = readWishes(options), by = options.by ?? 'line';
  if (!(by in tables)) throw badInput('cli-unknown-table', '--by', { given: by, known: Object.keys(tables).join(', ') });
  const asked = await askedSides(terminal, names, options.city), questions = asked.map(({ question }) => question);
  const seeds = Array.from({ length: wishes.seeds ?? questions.at(-1)!.seeds }, (_, at) => at + 1);
  const planned = asked.flatMap((_, at) => seeds.map((seed) => planSides(asked, wishes, seed)[at]!)), { city } = asked[0]!;
  const { onProgress, onFinished, end } = runsProgress(terminal, planned.map((run) => expectedRun(city, run)));
  const outcomes = await runAll(planned, { store: await theStore(), workers: wishes.workers, useStored: true, signal, onProgress, onFinished }).finally(end);
  const folders = outcomes.map((outcome) => resultOf(outcome).folder);
  tellWarnings(terminal, sideWarnings(asked, planned, outcomes, (run) => Math.floor(run / seeds.length)));
  const read = await oneByOne(terminal, terminal.words.readingResults, folders.length, async (run) => {
    const side = asked[Math.floor(run / seeds.length)]!, twin = changedTwin(side.city, side.question.changes);
    return tables[by as TransitBy](await readOperated(folders[run]!, twin));
  });
  const sides = questions.map((_, at) => read.slice(at * seeds.length, (at + 1) * seeds.length));
  const before = rowsOverSeeds(sides[0]!), differences = sides[1] ? differencesOverSeeds(sides[0]!, sides[1]) : undefined;
  if (terminal.json) return terminal.out(JSON.stringify({ by, questions: questions.map(({ name }) => name), seeds, rows: before, ...(differences ? { differences } : {}) }));
  for (const line of transitText(terminal, { by: by as TransitBy, city: city.twin.facts, questions, seeds: seeds.length }, before, differences)) terminal.out(line);
}
