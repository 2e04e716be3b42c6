import type { Question } from '../scenarios/questions/question.ts';
import { readReportRun } from '../scenarios/report/stored-run.ts';
import type { ReportRun } from '../scenarios/report/report-input.ts';
import { runAll } from '../scenarios/runs/pool.ts';
import type { RunManifest } from '../scenarios/runs/manifest.ts';
import type { StoredResult } from '../scenarios/runs/store.ts';
import type { RunSettings } from '../engine/run-settings.ts';
import type { Asked } from './asked.ts';
import type { City } from './city.ts';
import { theStore } from './home.ts';
import { changedTwin } from './changed-twin.ts';
import { expectedRun, planSides, readWishes, type RunOptions } from './plan.ts';
import { oneByOne, runsProgress } from './progress.ts';
import { sideWarnings } from './run-warnings.ts';
import { resultOf, tellWarnings } from './tell-problems.ts';
import type { Terminal } from './terminal.ts';

export interface PairOptions extends RunOptions { seeds?: string; city?: string }

/** All runs of one question, in the order of their seeds. */
export interface Side { question: Question; city: City; runs: ReportRun[]; manifests: RunManifest[] }

/** Two questions, run with the same seeds on the same city, or on two that have the same vehicles. */
export interface Pairs { seeds: number[]; baseline: Side; scenario: Side }

/** The results of two questions, seed by seed, as they lie in the store. */
export interface StoredPairs { seeds: number[]; sides: { question: Question; city: City; results: StoredResult[] }[] }

/** Runs what the store does not hold yet; what it holds is taken from there. `extra`: settings of every run beside those asked for. */
export async function storedPairs(
  terminal: Terminal, asked: readonly Asked[], options: PairOptions, signal: AbortSignal, extra: Partial<RunSettings> = {},
): Promise<StoredPairs> {
  const wishes = readWishes(options);
  const seeds = Array.from({ length: wishes.seeds ?? asked[1]!.question.seeds }, (_, at) => at + 1);
  // Pair by pair, so that an early look at the progress sees whole pairs.
  const planned = seeds.flatMap((seed) => planSides(asked, wishes, seed, extra));
  const { onProgress, onFinished, end } = runsProgress(terminal, planned.map((run) => expectedRun(asked[0]!.city, run)));
  const outcomes = await runAll(planned, { store: await theStore(), workers: wishes.workers, useStored: true, signal, onProgress, onFinished }).finally(end);
  const results = outcomes.map(resultOf);
  tellWarnings(terminal, sideWarnings(asked, planned, outcomes, (run) => run % 2));
  return { seeds, sides: asked.map((side, at) => ({ ...side, results: results.filter((_, run) => run % 2 === at) })) };
}

/** The same with what reports read of each run. */
export async function runPairs(terminal: Terminal, asked: readonly Asked[], options: PairOptions, signal: AbortSignal, extra: Partial<RunSettings> = {}): Promise<Pairs> {
  const { seeds, sides } = await storedPairs(terminal, asked, options, signal, extra);
  const sideOf = async (at: 0 | 1): Promise<Side> => {
    const { question, city, results } = sides[at]!, twin = changedTwin(city, question.changes);
    // One after the other: the tables of a day are large, their summary is not.
    const runs = await oneByOne(terminal, terminal.words.readingResults, results.length, (run) => readReportRun(results[run]!, twin));
    return { question, city, runs, manifests: results.map(({ manifest }) => manifest) };
  };
  return { seeds, baseline: await sideOf(0), scenario: await sideOf(1) };
}

/** Fingerprints of the cities of both sides: one where it is the same. */
export const hashesOfCities = (sides: readonly { city: City }[]): string => [...new Set(sides.map(({ city }) => city.shared.hash))].join(' → ');
