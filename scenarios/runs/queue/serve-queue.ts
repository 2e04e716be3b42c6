import { setTimeout as pause } from 'node:timers/promises';
import { UnrecoverableError, WaitingError, type Job } from 'bullmq';
import { carryOut, DifferentHash, type RunThreads } from '../carry-out.ts';
import { startThreads } from '../pool.ts';
import type { RunProgress } from '../run-job.ts';
import type { Store } from '../store.ts';
import { hangUp, type Broker } from './broker.ts';
import { workerName } from './in-flight.ts';
import { asQueuedRun, ImpossibleRun, makeUnpacker, type QueuedRun, type RunReply } from './queued-run.ts';

/** How often a job may be lost with its worker: machines that come and go are no fault of a run, one that takes its worker with it each time is. */
const LOST_AT_MOST = 5;
/** A broker hears of hundreds of runs how far they are. */
const PROGRESS_EVERY_MS = 5000;

export interface ServeOptions {
  store: Store;
  /** Runs at a time, each in a thread of its own. */
  slots: number;
  /** Ends the worker: it gives its jobs back. */
  signal: AbortSignal;
  onReady?: (() => void) | undefined;
  onRun?: ((run: ServedRun) => void) | undefined;
}

/** A run that this worker has had. Key and seed are undefined for a job that is none of this version. */
export interface ServedRun {
  key: string | undefined;
  /** The question that asked for it; undefined where the job does not tell. */
  question?: string;
  seed: number | undefined;
  /** From the job to the result in the store. */
  wallS: number;
  /** Whether the store had it already. */
  stored: boolean;
  /** Why this attempt failed. */
  fault?: string;
}

/** A store that refuses so often in a row, at this machine, will refuse the next run too. Between two refusals others have time to take the run. */
const MOST_REFUSALS = 3;

/** The store takes nothing more from this machine: a full disk, a folder that is gone or may only be read. */
export class StoreRefused extends Error {}

/** Takes runs from the queue until the signal. Simulations run in threads: this one has time to renew the locks. Throws StoreRefused; what this machine cannot keep is no attempt of the run, which goes back. */
export async function serveQueue(broker: Broker, { store, slots, signal, onReady, onRun }: ServeOptions): Promise<void> {
  const sick = new AbortController(), end = AbortSignal.any([signal, sick.signal]), threads = startThreads(slots), compute = makeComputer(store, threads, slots === 1, end);
  let refusals = 0;
  const take = async (job: Job<QueuedRun, RunReply>, token?: string): Promise<RunReply> => {
    const startMs = performance.now(), asked = asQueuedRun(job.data), served: ServedRun = { key: asked?.key, seed: asked?.seed, wallS: 0, stored: false };
    const tell = (fault?: string): void => onRun?.({ ...served, wallS: (performance.now() - startMs) / 1000, ...(fault === undefined ? {} : { fault }) });
    try {
      const reply = await compute(job, served);
      refusals = 0;
      tell();
      return reply;
    } catch (error) {
      if (end.aborted) return await giveBack(job, token);
      const reason = error instanceof Error ? error.message : String(error);
      tell(reason);
      if ((error as NodeJS.ErrnoException).syscall !== undefined) {
        if (++refusals >= MOST_REFUSALS) sick.abort(new StoreRefused(reason));
        await pause(broker.pace.afterRefusalMs, undefined, { signal: end }).catch(() => undefined);
        return await giveBack(job, token);
      }
      // To try again what cannot come out otherwise would only keep others waiting.
      throw error instanceof ImpossibleRun || error instanceof DifferentHash ? new UnrecoverableError(error.message) : error;
    }
  };
  const worker = broker.worker(take, { name: workerName(slots), concurrency: slots, lockDuration: broker.pace.lockMs, stalledInterval: broker.pace.stalledEveryMs, maxStalledCount: LOST_AT_MOST, runRetryDelay: 1000 });
  try {
    const ended = new Promise<void>((resolve) => (end.aborted ? resolve() : end.addEventListener('abort', () => resolve(), { once: true })));
    // A broker that goes away as the worker comes never lets it begin.
    await Promise.race([worker.waitUntilReady(), ended]);
    if (!end.aborted) onReady?.();
    await ended;
    sick.signal.throwIfAborted();
  } finally {
    await Promise.race([worker.close(), pause(broker.pace.endWithinMs, undefined, { ref: false })]);
    await hangUp(worker); // Where the broker is away the worker still waits for it.
    await threads.destroy();
  }
}

/** Another worker may have it at once, and it counts as no attempt. */
async function giveBack(job: Job<QueuedRun, RunReply>, token?: string): Promise<never> {
  await job.moveToWait(token);
  throw new WaitingError();
}

/** What computes a job: the result is in the store when it answers, from whoever was first. It notes what it finds out of the run. */
function makeComputer(store: Store, threads: RunThreads, alone: boolean, signal: AbortSignal): (job: Job<QueuedRun, RunReply>, served: ServedRun) => Promise<RunReply> {
  const unpack = makeUnpacker(store);
  return async (queued, served) => {
    const { run, job } = await unpack(queued.data);
    served.question = run.scenario;
    served.stored = !job.anew && await store.find(job.key) !== undefined;
    if (served.stored) return { stored: true, problems: [] };
    const folder = await store.openAside();
    try {
      const { result, problems } = await carryOut(threads, run, { store, folder, together: 1, alone, signal, onProgress: seldom((progress) => void queued.updateProgress(progress).catch(() => undefined)) });
      return { stored: result !== undefined, problems };
    } finally {
      await store.drop(folder);
    }
  };
}

function seldom(tell: (progress: RunProgress) => void): (progress: RunProgress) => void {
  let toldMs = performance.now();
  return (progress) => {
    const nowMs = performance.now();
    if (nowMs - toldMs < PROGRESS_EVERY_MS) return;
    toldMs = nowMs;
    tell(progress);
  };
}
