import type { Problem } from '../../engine/foundation/problem.ts';
import type { RunFigures } from '../../engine/results/tables.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import type { Change } from '../changes/change.ts';
import { differentBeginning, mismatches, type Continuation, type OpenCheckpoint } from './checkpoint-file.ts';
import { versions } from './engine-version.ts';
import { resultKey } from './result-key.ts';
import type { RunProgress } from './run-job.ts';
import type { Store, StoredResult } from './store.ts';

/** A city that runs start from: its bytes lie in memory that all threads see. */
export interface SharedTwin { bytes: SharedArrayBuffer; hash: string; city: string; synthetic: boolean }

export function shareTwin(bytes: Uint8Array, about: Omit<SharedTwin, 'bytes'>): SharedTwin {
  const shared = new SharedArrayBuffer(bytes.byteLength);
  new Uint8Array(shared).set(bytes);
  return { bytes: shared, ...about };
}

/** One run that is asked for. */
export interface PlannedRun {
  twin: SharedTwin;
  /** Name of the question, or of the twin's file. */
  scenario: string;
  changes: readonly Change[];
  settings: RunSettings;
  /** Goes on from here instead of beginning on empty streets. */
  resume?: OpenCheckpoint | undefined;
  /** Hands out a checkpoint: where the run is to stop, which then is no result; or at its end. */
  halt?: { atS?: number | undefined } | undefined;
}

/** How to carry out several runs. */
export interface RunsOptions {
  store: Store;
  /** Most runs at a time; never more than there are cores. A single run is taken by as many threads together, by one where nothing is said. */
  workers?: number | undefined;
  /** Take a finished result of the same key from the store instead of computing it again. */
  useStored: boolean;
  signal?: AbortSignal | undefined;
  /** `run`: position in the list given. */
  onProgress?: ((run: number, progress: RunProgress) => void) | undefined;
  onFinished?: ((run: number, result: StoredResult, stored: boolean) => void) | undefined;
  /** A run that came to no result: the others go on. */
  onFailed?: ((run: number, fault: string) => void) | undefined;
}

/**
 * A result in the store; or why its changes do not fit the twin; or where it was halted, without a checkpoint if it ended before it came there;
 * or the fault that ended this run, and no other: what the thread that had it said last.
 */
export type RunOutcome =
  | { result: StoredResult; stored: boolean; problems: readonly Problem[]; checkpoint?: Uint8Array | undefined }
  | { result?: undefined; problems: readonly Problem[]; halted?: { checkpoint?: Uint8Array | undefined; figures: RunFigures } | undefined; fault?: string | undefined };

/** Whoever carries out runs: threads of this machine, or workers of several behind a queue. Outcomes stand in the order asked for. */
export type RunAll = (planned: readonly PlannedRun[], options: RunsOptions) => Promise<RunOutcome[]>;

/** All that decides what comes out of a run. */
export const continuationOf = ({ twin, changes, settings }: PlannedRun): Continuation =>
  ({ twinHash: twin.hash, city: twin.city, changes, settings, engine: versions().engine });

/** The key that a run's result has, or will have. */
export const keyOf = (run: PlannedRun): string => {
  const continued = continuationOf(run);
  return resultKey({ ...continued, begunFrom: run.resume && differentBeginning(run.resume, continued) });
};

/** Why a run cannot go on from its checkpoint; nothing for a run without one. `where`: the checkpoint's file. */
export const resumeProblems = (run: PlannedRun, where: string): Problem[] => (run.resume ? mismatches(run.resume, continuationOf(run), where) : []);
