import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { UnrecoverableError, WaitingError, type Job } from 'bullmq';
import { DifferentHash, runAll, shareTwin, startThreads, type RunThreads, type SharedTwin } from '../pool.ts';
import type { Store } from '../store.ts';
import type { Broker } from './broker.ts';
import { workerName } from './in-flight.ts';
import { ImpossibleRun, unpackRun, type QueuedRun, type RunReply } from './queued-run.ts';

/** A job whose worker has not renewed its lock for so long is another worker's. */
const LOCK_MS = 15_000;
/** How often a worker looks for such jobs. */
const STALLED_EVERY_MS = 5000;
/** How often a job may be lost with its worker: machines that come and go are no fault of a run, one that takes its worker with it each time is. */
const LOST_AT_MOST = 5;
/** How far a run is, seldom enough for a broker that hears it of hundreds. */
const PROGRESS_EVERY_MS = 5000;
/** Longest wait for jobs to be given back when the worker is to end. */
const END_WITHIN_MS = 5000;
/** Cities that a worker keeps in memory. */
const TWINS_KEPT = 2;

export interface ServeOptions {
  store: Store;
  /** Runs at a time, each in a thread of its own. */
  slots: number;
  /** Ends the worker: it gives its jobs back. */
  signal: AbortSignal;
  /** A run ended: its key, and why it failed. */
  onRun?: ((key: string, fault: string | undefined) => void) | undefined;
  onReady?: (() => void) | undefined;
}

/** Takes runs from the queue until the signal. Simulations run in threads: this one has time to renew the locks. */
export async function serveQueue(broker: Broker, { store, slots, signal, onRun, onReady }: ServeOptions): Promise<void> {
  const free = Array.from({ length: slots }, makeSlot), all = [...free], twinOf = makeTwins(store);
  const take = async (job: Job<QueuedRun, RunReply>, token?: string): Promise<RunReply> => {
    const slot = free.pop()!;
    try {
      const reply = await compute(job, slot, store, twinOf, signal);
      onRun?.(job.data.key, undefined);
      return reply;
    } catch (error) {
      if (signal.aborted) return await giveBack(job, token);
      onRun?.(job.data.key, error instanceof Error ? error.message : String(error));
      // To try again what cannot come out otherwise would only keep others waiting.
      throw error instanceof ImpossibleRun || error instanceof DifferentHash ? new UnrecoverableError(error.message) : error;
    } finally {
      free.push(slot);
    }
  };
  const worker = broker.worker(take, { name: workerName(slots), concurrency: slots, lockDuration: LOCK_MS, stalledInterval: STALLED_EVERY_MS, maxStalledCount: LOST_AT_MOST, runRetryDelay: 1000 });
  try {
    await worker.waitUntilReady();
    onReady?.();
    if (!signal.aborted) await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  } finally {
    await Promise.race([worker.close(), pause(END_WITHIN_MS, undefined, { ref: false })]);
    await Promise.all(all.map((slot) => slot.end()));
  }
}

/** Another worker may have it at once, and it counts as no attempt. */
async function giveBack(job: Job<QueuedRun, RunReply>, token?: string): Promise<never> {
  await job.moveToWait(token);
  throw new WaitingError();
}

type TwinOf = (hash: string, about: Omit<SharedTwin, 'bytes' | 'hash'>) => Promise<SharedTwin>;

async function compute(queued: Job<QueuedRun, RunReply>, slot: Slot, store: Store, twinOf: TwinOf, signal: AbortSignal): Promise<RunReply> {
  const { run, job } = await unpackRun(store, queued.data, twinOf);
  let toldMs = performance.now();
  try {
    const [outcome] = await runAll([run], {
      store, useStored: !job.anew, threads: slot.threads(), signal,
      onProgress(_, progress) {
        const nowMs = performance.now();
        if (nowMs - toldMs < PROGRESS_EVERY_MS) return;
        toldMs = nowMs;
        queued.updateProgress(progress).catch(() => undefined); // Nobody waits for it.
      },
    });
    if (!outcome!.result && outcome!.fault !== undefined) throw new Error(outcome!.fault);
    return { stored: outcome!.result !== undefined, problems: outcome!.problems };
  } catch (error) {
    await slot.end(); // A thread that failed has nothing to do with the next run.
    throw error;
  }
}

/** One run at a time, in threads of its own: a run that brings down its thread brings down no other. */
interface Slot { threads(): RunThreads; end(): Promise<void> }

function makeSlot(): Slot {
  let threads: RunThreads | undefined;
  return {
    threads: () => (threads ??= startThreads(1)),
    async end() {
      const ended = threads;
      threads = undefined;
      await ended?.destroy();
    },
  };
}

/** Cities in memory that all threads see, read once. */
function makeTwins(store: Store): TwinOf {
  const twins = new Map<string, Promise<SharedTwin>>();
  return async (hash, about) => {
    const known = twins.get(hash) ?? readFile(store.twinPath(hash)).then((bytes) => shareTwin(bytes, { hash, ...about }));
    twins.delete(hash);
    twins.set(hash, known); // The one that was asked for last is the last to go.
    for (const old of [...twins.keys()].slice(0, -TWINS_KEPT)) twins.delete(old);
    known.catch(() => twins.delete(hash));
    return { ...(await known), ...about };
  };
}
