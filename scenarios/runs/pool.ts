import { setMaxListeners } from 'node:events';
import { availableParallelism } from 'node:os';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { hasErrors, type Problem } from '../../engine/foundation/problem.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import type { RunFigures } from '../../engine/results/tables.ts';
import type { Change } from '../changes/change.ts';
import { differentBeginning, mismatches, type CheckpointAbout, type Continuation, type OpenCheckpoint } from './checkpoint-file.ts';
import { helperPath, versions, workerPath } from './engine-version.ts';
import { RESULT_FORMAT, type RunManifest } from './manifest.ts';
import { filesBytesIn, writeManifest } from './result-files.ts';
import { resultKey } from './result-key.ts';
import type { RunAnswer, RunJob, RunProgress } from './run-job.ts';
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

/** Threads that take runs, one each at a time. */
export type RunThreads = Piscina<RunJob, RunAnswer>;

/** Threads for lots of runs that follow each other: what one lot has loaded and made fast is there for the next. Whoever starts them ends them (`destroy`). */
export const startThreads = (count: number): RunThreads => new Piscina({ filename: workerPath(), minThreads: count, maxThreads: count, concurrentTasksPerWorker: 1 });

export interface RunsOptions {
  store: Store;
  /** Most runs at a time; never more than there are cores. A single run is taken by as many threads together, by one where nothing is said. */
  workers?: number | undefined;
  /** Threads that are there already, and stay unless these runs fail; left out: these runs start their own, and end them. */
  threads?: RunThreads | undefined;
  /** Take a finished result of the same key from the store instead of computing it again. */
  useStored: boolean;
  signal?: AbortSignal | undefined;
  /** `run`: position in the list given. */
  onProgress?: ((run: number, progress: RunProgress) => void) | undefined;
  onFinished?: ((run: number, result: StoredResult, stored: boolean) => void) | undefined;
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

/** Two runs of one key gave two hashes: the engine is not deterministic, or files of the store were altered. */
export class DifferentHash extends Error {}

export const workersFor = (runs: number, wanted = Infinity): number => Math.max(1, Math.min(runs, wanted, availableParallelism()));

/** The key that a run's result has, or will have. */
export const keyOf = (run: PlannedRun): string => {
  const continued = continuationOf(run);
  return resultKey({ ...continued, begunFrom: run.resume && differentBeginning(run.resume, continued) });
};

const continuationOf = ({ twin, changes, settings }: PlannedRun): Continuation =>
  ({ twinHash: twin.hash, city: twin.city, changes, settings, engine: versions().engine });

/** Why a run cannot go on from its checkpoint; nothing for a run without one. `where`: the checkpoint's file. */
export const resumeProblems = (run: PlannedRun, where: string): Problem[] => (run.resume ? mismatches(run.resume, continuationOf(run), where) : []);

/** Runs all of these, several at a time; the outcomes stand in the order asked for. Aborting stops the threads and leaves nothing behind. */
export async function runAll(planned: readonly PlannedRun[], options: RunsOptions): Promise<RunOutcome[]> {
  const { store, useStored } = options;
  const stored = await Promise.all(planned.map((run) => (useStored ? store.find(keyOf(run)) : undefined)));
  const missing = planned.filter((_, at) => !stored[at]).length;
  stored.forEach((result, at) => { if (result) options.onFinished?.(at, result, true); });
  if (missing === 0) return stored.map((result) => ({ result: result!, stored: true, problems: [] }));

  const pool = options.threads ?? startThreads(workersFor(missing, options.workers));
  // One failure, or an abort, ends them all: half an answer is none.
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([stop.signal, options.signal]) : stop.signal;
  setMaxListeners(0, signal); // Every run that waits listens: as many as are asked for.
  const begun: string[] = [];
  let endsThreads = options.threads === undefined;
  try {
    return await Promise.all(planned.map(async (run, at) => {
      const result = stored[at];
      return result ? { result, stored: true, problems: [] } : runOne(pool, run, at, missing === 1, begun, { ...options, signal });
    }));
  } catch (error) {
    stop.abort();
    endsThreads = true;
    throw error;
  } finally {
    if (endsThreads) await pool.destroy();
    await Promise.all(begun.map(store.drop)); // Only now does no thread write into them.
  }
}

async function runOne(
  pool: RunThreads, run: PlannedRun, at: number, alone: boolean, begun: string[], { store, signal, workers, onProgress, onFinished }: RunsOptions,
): Promise<RunOutcome> {
  const folder = await store.openAside();
  begun.push(folder);
  const { port1, port2 } = new MessageChannel();
  port1.on('message', (progress: RunProgress) => onProgress?.(at, progress));
  const job: RunJob = { twin: run.twin.bytes, twinHash: run.twin.hash, changes: run.changes, settings: run.settings, folder, alone, progress: port2, threads: alone ? workersFor(Infinity, workers ?? 1) : 1, helper: helperPath(), resume: run.resume?.bytes, halt: run.halt && { atS: run.halt.atS, about: aboutOf(run) } };
  try {
    const answer = await pool.run(job, { transferList: [port2], ...(signal ? { signal } : {}) });
    if (!answer.done) return { problems: answer.problems };
    // What has not come to its end is no result.
    if (run.halt?.atS !== undefined) return { problems: answer.problems, halted: { checkpoint: answer.checkpoint, figures: answer.figures } };
    const manifest = { ...manifestOf(run, answer), filesBytes: await filesBytesIn(folder) };
    await writeManifest(folder, manifest);
    const result = await store.keep(folder, manifest);
    if (result.manifest.figures.hash !== manifest.figures.hash) throw new DifferentHash(`${result.folder}: ${result.manifest.figures.hash} before, ${manifest.figures.hash} now`);
    // What it cost this time, whatever it cost before.
    const now = { folder: result.folder, manifest };
    onFinished?.(at, now, false);
    return { result: now, stored: false, problems: answer.problems, checkpoint: answer.checkpoint };
  } finally {
    port1.close();
  }
}

const aboutOf = (run: PlannedRun): CheckpointAbout =>
  ({ ...continuationOf(run), changes: [...run.changes], scenario: run.scenario, atS: run.settings.fromS });

function manifestOf(run: PlannedRun, { figures, costs }: Extract<RunAnswer, { done: true }>): Omit<RunManifest, 'filesBytes'> {
  return {
    format: RESULT_FORMAT, key: keyOf(run), twinHash: run.twin.hash, city: run.twin.city, synthetic: run.twin.synthetic,
    scenario: run.scenario, changes: [...run.changes], settings: run.settings, ...begunFrom(run), engine: versions().engine, node: process.versions.node, figures, costs,
  };
}

function begunFrom(run: PlannedRun): Pick<RunManifest, 'begunFrom'> {
  const checkpoint = run.resume && differentBeginning(run.resume, continuationOf(run));
  if (!run.resume || checkpoint === undefined) return {};
  const { atS, scenario, changes } = run.resume.about;
  return { begunFrom: { checkpoint, atS, scenario, changes } };
}

/** Whether any of these has no result. */
export const problemsOf = (outcomes: readonly RunOutcome[]): Problem[] => outcomes.flatMap(({ problems }) => problems.filter((problem) => hasErrors([problem])));
