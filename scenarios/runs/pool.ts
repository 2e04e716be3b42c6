import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { carryOut, type RunThreads } from './carry-out.ts';
import { workerPath } from './engine-version.ts';
import { keyOf, type PlannedRun, type RunOutcome, type RunsOptions } from './planned-run.ts';

/** Threads for lots of runs that follow each other: what one lot has loaded and made fast is there for the next. Whoever starts them ends them (`destroy`). */
export const startThreads = (count: number): RunThreads => new Piscina({ filename: workerPath(), minThreads: count, maxThreads: count, concurrentTasksPerWorker: 1 });

export const workersFor = (runs: number, wanted = Infinity): number => Math.max(1, Math.min(runs, wanted, availableParallelism()));

/** A thread goes on with the next run while the last one is put into the store. */
const RUNS_A_THREAD = 2;
/** Results that are looked up in the store at a time. */
const LOOK_UPS = 16;

export interface PoolOptions extends RunsOptions {
  /** Threads that are there already, and stay unless these runs are aborted; left out: these runs start their own, and end them. */
  threads?: RunThreads | undefined;
}

/**
 * Runs all of these, several at a time; the outcomes stand in the order asked for. A run that fails is told at its place, and the others go on.
 * Aborting, or a store that takes nothing more, stops the threads and leaves nothing unfinished behind. However many runs wait: only those that threads have, or take next, hold a folder.
 */
export async function runAll(planned: readonly PlannedRun[], options: PoolOptions): Promise<RunOutcome[]> {
  const outcomes = new Array<RunOutcome>(planned.length);
  options.signal?.throwIfAborted();
  if (options.useStored) await takeStored(planned, outcomes, options);
  const missing = [...planned.keys()].filter((at) => outcomes[at] === undefined);
  if (missing.length === 0) return outcomes;
  const threads = options.threads ?? startThreads(workersFor(missing.length, options.workers)), begun = new Set<string>(), stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([stop.signal, options.signal]) : stop.signal;
  // All threads at once: a pool that is told run by run starts a new thread for each that it ends.
  const endThreads = (): Promise<void> => threads.destroy(), onAbort = (): void => void endThreads();
  signal.addEventListener('abort', onAbort);
  const next = missing.values(), alone = missing.length === 1;
  const lane = async (): Promise<void> => {
    for (const at of next) {
      signal.throwIfAborted();
      outcomes[at] = await runOne(threads, planned[at]!, at, alone, begun, { ...options, signal });
    }
  };
  const lanes = Array.from({ length: Math.min(missing.length, RUNS_A_THREAD * threads.options.maxThreads) }, lane);
  try {
    await Promise.all(lanes);
    return outcomes;
  } catch (error) {
    stop.abort();
    throw error;
  } finally {
    signal.removeEventListener('abort', onAbort);
    if (options.threads === undefined || signal.aborted) await endThreads();
    await Promise.allSettled(lanes);
    await Promise.all([...begun].map(options.store.drop)); // Only now does no thread write into them.
  }
}

/** What the store holds already. */
async function takeStored(planned: readonly PlannedRun[], outcomes: RunOutcome[], { store, onFinished }: RunsOptions): Promise<void> {
  const next = planned.entries();
  const lookUp = async (): Promise<void> => {
    for (const [at, run] of next) {
      const result = await store.find(keyOf(run));
      if (result) outcomes[at] = { result, stored: true, problems: [] };
    }
  };
  await Promise.all(Array.from({ length: LOOK_UPS }, lookUp));
  outcomes.forEach((outcome, at) => { if (outcome.result) onFinished?.(at, outcome.result, true); });
}

async function runOne(threads: RunThreads, run: PlannedRun, at: number, alone: boolean, begun: Set<string>, options: PoolOptions & { signal: AbortSignal }): Promise<RunOutcome> {
  const { store, signal, workers, onProgress, onFinished, onFailed } = options, folder = await store.openAside();
  begun.add(folder);
  const together = alone ? workersFor(Infinity, workers ?? 1) : 1;
  const outcome = await carryOut(threads, run, { store, folder, together, alone, onProgress: onProgress && ((progress) => onProgress(at, progress)) }).catch((error: unknown): RunOutcome => {
    // A disk that is full is full for the next run too; a thread that fell says nothing about the others.
    if (signal.aborted || (error as NodeJS.ErrnoException).syscall !== undefined) throw error;
    return { problems: [], fault: error instanceof Error ? error.message : String(error) };
  });
  if (outcome.result) onFinished?.(at, outcome.result, false);
  else if (outcome.fault !== undefined) onFailed?.(at, outcome.fault);
  await store.drop(folder);
  begun.delete(folder);
  return outcome;
}
