import type { QueueEvents } from 'bullmq';
import type { RunProgress } from '../run-job.ts';
import type { Broker } from './broker.ts';
import type { RunReply } from './queued-run.ts';

/** What became of a job: done, given up after its last attempt, or unknown to the broker. */
export type News = { id: string } & ({ reply: RunReply } | { fault: string } | { lost: true });

/** What the broker tells of jobs, gathered until somebody asks. */
export interface Listener {
  /** News since the last call; waits for some at most that long, or until the signal. */
  news(waitMs: number, signal?: AbortSignal): Promise<News[]>;
  /** Listens anew: after a broker was wiped, its events may count from the beginning, and this side wait for later ones. */
  again(): Promise<void>;
  close(): Promise<void>;
}

/** Listens from now on. `onProgress`: how far a run is, by the name of its job. */
export async function listen(broker: Broker, onProgress: (id: string, progress: RunProgress) => void): Promise<Listener> {
  let heard: News[] = [], wake = (): void => undefined;
  const tell = (news: News): void => {
    heard.push(news);
    wake();
  };
  const open = async (): Promise<QueueEvents<RunReply>> => {
    const events = broker.events();
    // The reply travels as JSON, which the library reads back.
    events.on('completed', ({ jobId, returnvalue }) => tell({ id: jobId, reply: asReply(returnvalue) }));
    events.on('failed', ({ jobId, failedReason }) => tell({ id: jobId, fault: failedReason }));
    events.on('progress', ({ jobId, data }) => onProgress(jobId, data as RunProgress));
    await events.waitUntilReady();
    return events;
  };
  let events = await open();
  return {
    async news(waitMs, signal) {
      if (heard.length === 0 && !signal?.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, waitMs);
          wake = () => { clearTimeout(timer); resolve(); };
          signal?.addEventListener('abort', wake, { once: true });
        });
        signal?.removeEventListener('abort', wake);
        wake = () => undefined;
      }
      const now = heard;
      heard = [];
      return now;
    },
    async again() {
      await events.close().catch(() => undefined);
      events = await open();
    },
    close: () => events.close().catch(() => undefined),
  };
}

/** A reply as a worker of this version gives it. */
export const asReply = (given: unknown): RunReply => (typeof given === 'string' ? (JSON.parse(given) as RunReply) : (given as RunReply));
