import type { Problem } from '../engine/foundation/problem.ts';
import type { Question } from '../scenarios/questions/question.ts';
import type { PlannedRun, RunOutcome } from '../scenarios/runs/planned-run.ts';
import { runAll } from '../scenarios/runs/pool.ts';
import type { StoredResult } from '../scenarios/runs/store.ts';
import type { RunSettings } from '../engine/run-settings.ts';
import type { Asked } from './asked.ts';
import type { City } from './city.ts';
import { theStore } from './home.ts';
import { expectedRun, planSides, readWishes, type RunOptions } from './plan.ts';
import { runsProgress } from './progress.ts';
import { runWarnings } from './run-warnings.ts';
import { resultsOf } from './tell-problems.ts';
import type { Terminal } from './terminal.ts';

export interface PairOptions extends RunOptions { seeds?: string; city?: string }

/** The results of two questions, seed by seed, as they lie in the store, and what is to be known of each before it is read. */
export interface StoredPairs { seeds: number[]; sides: { question: Question; city: City; results: StoredResult[]; warnings: Problem[] }[] }

/** The runs of two questions with the same seeds, pair by pair, so that an early look at the progress sees whole pairs. */
export interface PlannedPairs { asked: readonly Asked[]; seeds: number[]; planned: PlannedRun[]; workers: number | undefined }

/** `extra`: settings of every run beside those asked for. */
export function planPairs(asked: readonly Asked[], options: PairOptions, extra: Partial<RunSettings> = {}): PlannedPairs {
  const wishes = readWishes(options), seeds = Array.from({ length: wishes.seeds ?? asked[1]!.question.seeds }, (_, at) => at + 1);
  return { asked, seeds, planned: seeds.flatMap((seed) => planSides(asked, wishes, seed, extra)), workers: wishes.workers };
}

/** Runs what the store does not hold yet; what it holds is taken from there. */
export async function storedPairs(terminal: Terminal, { asked, seeds, planned, workers }: PlannedPairs, signal: AbortSignal): Promise<StoredPairs> {
  const { onProgress, onFinished, end } = runsProgress(terminal, planned.map((run) => expectedRun(asked[0]!.city, run)));
  const outcomes = await runAll(planned, { store: await theStore(), workers, useStored: true, signal, onProgress, onFinished }).finally(end);
  const results = resultsOf(planned, outcomes), warnings = pairWarnings({ asked, planned }, outcomes);
  return { seeds, sides: asked.map((side, at) => ({ ...side, results: results.filter((_, run) => run % 2 === at), warnings: warnings[at]! })) };
}

/** What is to be known of each side: also of runs that are read and not carried out, of which there is no outcome. */
export const pairWarnings = ({ asked, planned }: Pick<PlannedPairs, 'asked' | 'planned'>, outcomes: readonly RunOutcome[] = []): Problem[][] =>
  asked.map(({ city }, side) => runWarnings(city, planned.filter((_, run) => run % 2 === side), outcomes.filter((_, run) => run % 2 === side)));

/** Fingerprints of the cities of both sides: one where it is the same. */
export const hashesOfCities = (sides: readonly { city: City }[]): string => [...new Set(sides.map(({ city }) => city.shared.hash))].join(' → ');
