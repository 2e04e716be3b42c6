import type { RunSummary } from '../../measure/run-summary.ts';

/** One side of a comparison: what it is called, and its runs. */
export interface Side { name: string; runs: readonly RunSummary[] }

/** Baseline first; the scenario, if there is one, second. */
export type Sides = readonly [Side] | readonly [Side, Side];

/** Mean over the runs of a value that every one of them has. */
export function meanOverRuns(runs: readonly RunSummary[], valueOf: (run: RunSummary) => number): number {
  return runs.reduce((sum, run) => sum + valueOf(run), 0) / runs.length;
}
