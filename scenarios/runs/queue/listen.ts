import type { QueueEvents } from 'bullmq';
import type { RunProgress } from '../run-job.ts';
import { hangUp, type Broker } from './broker.ts';
import { replySchema, type RunReply } from './queued-run.ts';
import { within } from './within.ts';

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

/** How long a broker may take to let somebody listen. */
const READY_WITHIN_MS = 10_000;

/** Listens from now on. `onProgress`: how far a run is, by the name of its job. */
export async function listen(broker: Broker, onProgress: (id: string, progress: RunProgress) => void, signal?: AbortSignal): Promise<Listener> {
  let heard: News[] = [], wake = (): void => undefined;
  const tell = (news: News): void => {
    heard.push(news);
    wake();
  };
  const open = async (): Promise<QueueEvents<RunReply>> => {
    const events = broker.events();
    // The reply travels as JSON, which the library reads back.
    events.on('completed', ({ jobId, returnvalue }) => tell({ id: jobId, ...asReply(returnvalue) }));
    events.on('failed', ({ jobId, failedReason }) => tell({ id: jobId, fault: failedReason }));
    events.on('progress', ({ jobId, data }) => onProgress(jobId, data as RunProgress));
    try {
      await within(READY_WITHIN_MS, events.waitUntilReady(), signal);
    } catch (error) {
      void hangUp(events);
      throw error;
    }
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
      void hangUp(events);
      events = await open();
    },
    close: () => hangUp(events),
  };
}

/** A reply as a worker of this version gives it; a fault where it is none. */
export function asReply(given: unknown): { reply: RunReply } | { fault: string } {
  try {
    return { reply: replySchema.parse(typeof given === 'string' ? JSON.parse(given) : given) };
  } catch {
    return { fault: 'a worker has answered something else than a reply: is it of this version?' };
  }
}
