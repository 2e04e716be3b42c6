import type { RunSettings } from '../engine/run-settings.ts';
import type { ReadingTwin } from '../engine/twin/twin.ts';
import { differencesOverSeeds, rowsOverSeeds, type KeyedRows, type RowOverSeeds } from '../scenarios/compare/compare-rows.ts';
import type { Question } from '../scenarios/questions/question.ts';
import { runAll } from '../scenarios/runs/pool.ts';
import type { Asked } from './asked.ts';
import { changedTwin } from './changed-twin.ts';
import type { City } from './city.ts';
import { theStore } from './home.ts';
import { expectedRun, planSides, readWishes, type RunOptions } from './plan.ts';
import { oneByOne, runsProgress } from './progress.ts';
import { sideWarnings } from './run-warnings.ts';
import { resultsOf, tellWarnings } from './tell-problems.ts';
import type { Terminal } from './terminal.ts';

/** Rows of the first side over its seeds, and of the second side minus the first where there are two. */
export interface SeedRows { city: City; questions: Question[]; seeds: number[]; before: RowOverSeeds[]; differences: RowOverSeeds[] | undefined }

/** Runs one question or two over several seeds, what the store holds not yet, and reads rows of each. `extra`: settings of every run beside those asked for. */
export async function seedRows(
  terminal: Terminal, asked: readonly Asked[], options: RunOptions & { seeds?: string }, signal: AbortSignal, read: (folder: string, twin: ReadingTwin) => Promise<KeyedRows>, extra: Partial<RunSettings> = {},
): Promise<SeedRows> {
  const wishes = readWishes(options), questions = asked.map(({ question }) => question), seeds = Array.from({ length: wishes.seeds ?? questions.at(-1)!.seeds }, (_, at) => at + 1);
  const planned = asked.flatMap((_, at) => seeds.map((seed) => planSides(asked, wishes, seed, extra)[at]!)), { city } = asked[0]!;
  const { onProgress, onFinished, end } = runsProgress(terminal, planned.map((run) => expectedRun(city, run)));
  const outcomes = await runAll(planned, { store: await theStore(), workers: wishes.workers, useStored: true, signal, onProgress, onFinished }).finally(end);
  const folders = resultsOf(planned, outcomes).map(({ folder }) => folder);
  tellWarnings(terminal, sideWarnings(asked, planned, outcomes, (run) => Math.floor(run / seeds.length)));
  const rows = await oneByOne(terminal, terminal.words.readingResults, folders.length, async (run) => {
    const side = asked[Math.floor(run / seeds.length)]!;
    return read(folders[run]!, changedTwin(side.city, side.question.changes));
  });
  const sides = questions.map((_, at) => rows.slice(at * seeds.length, (at + 1) * seeds.length));
  return { city, questions, seeds, before: rowsOverSeeds(sides[0]!), differences: sides[1] ? differencesOverSeeds(sides[0]!, sides[1]) : undefined };
}
