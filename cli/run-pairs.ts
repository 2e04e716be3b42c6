import type { Question } from '../scenarios/questions/question.ts';
import type { PlannedRun } from '../scenarios/runs/planned-run.ts';
import { runAll } from '../scenarios/runs/pool.ts';
import type { StoredResult } from '../scenarios/runs/store.ts';
import type { RunSettings } from '../engine/run-settings.ts';
import type { Asked } from './asked.ts';
import type { City } from './city.ts';
import { theStore } from './home.ts';
import { expectedRun, planSides, readWishes, type RunOptions } from './plan.ts';
import { runsProgress } from './progress.ts';
import { sideWarnings } from './run-warnings.ts';
import { resultsOf, tellWarnings } from './tell-problems.ts';
import type { Terminal } from './terminal.ts';

export interface PairOptions extends RunOptions { seeds?: string; city?: string }

/** The results of two questions, seed by seed, as they lie in the store. */
export interface StoredPairs { seeds: number[]; sides: { question: Question; city: City; results: StoredResult[] }[] }

/** The runs of two questions with the same seeds, pair by pair, so that an early look at the progress sees whole pairs. */
export interface PlannedPairs { asked: readonly Asked[]; seeds: number[]; planned: PlannedRun[]; workers: number | undefined }

/** `extra`: settings of every run beside those asked for. */
export function planPairs(asked: readonly Asked[], options: PairOptions, extra: Partial<RunSettings> = {}): PlannedPairs {
  const wishes = readWishes(options), seeds = Array.from({ length: wishes.seeds ?? asked[1]!.question.seeds }, (_, at) => at + 1);
  return { asked, seeds, planned: seeds.flatMap((seed) => planSides(asked, wishes, seed, extra)), workers: wishes.workers };
}

/** Runs what the store does not hold yet; what it holds is taken from there. `isFirstStage`: more of the same runs follow, and what is to be told of them is told then. */
export async function storedPairs(terminal: Terminal, { asked, seeds, planned, workers }: PlannedPairs, signal: AbortSignal, isFirstStage = false): Promise<StoredPairs> {
  const { onProgress, onFinished, end } = runsProgress(terminal, planned.map((run) => expectedRun(asked[0]!.city, run)));
  const outcomes = await runAll(planned, { store: await theStore(), workers, useStored: true, signal, onProgress, onFinished }).finally(end);
  const results = resultsOf(planned, outcomes);
  if (!isFirstStage) tellWarnings(terminal, sideWarnings(asked, planned, outcomes, (run) => run % 2));
  return { seeds, sides: asked.map((side, at) => ({ ...side, results: results.filter((_, run) => run % 2 === at) })) };
}

/** Fingerprints of the cities of both sides: one where it is the same. */
export const hashesOfCities = (sides: readonly { city: City }[]): string => [...new Set(sides.map(({ city }) => city.shared.hash))].join(' → ');
