import type { JobsOptions } from 'bullmq';
import { setTimeout as pause } from 'node:timers/promises';
import type { RunOutcome, RunsOptions } from '../planned-run.ts';
import type { Broker } from './broker.ts';
import { asReply, type News } from './listen.ts';
import type { Pace } from './pace.ts';
import type { QueuedRun } from './queued-run.ts';

/** Jobs that one look at the broker asks about; each is left alone until the next look is due. */
const LOOKS_AT_ONCE = 250;
/** Time to take jobs back when the runs are called off. */
const TAKE_BACK_WITHIN_MS = 500;

/** Three attempts, some seconds apart; what fails then stays with the broker as a dead letter. What is done is soon forgotten: the store has it. */
const jobOptions = ({ retryAfterMs }: Pace): JobsOptions => ({
  attempts: 3, backoff: { type: 'exponential', delay: retryAfterMs }, removeOnComplete: { age: 3600, count: 5000 }, removeOnFail: false, stackTraceLimit: 1,
});

/** A run that is with the broker. `places`: where its outcome goes in the list asked for; `looks`: how often its result was reported and not found. */
export interface InFlight { key: string; job: QueuedRun; places: readonly number[]; looks: number; lookedMs: number }

/** Runs on their way through the fleet. */
export interface Sending {
  broker: Broker;
  options: RunsOptions;
  /** Names of jobs are of this sending alone: a job of the same run, of another time, is in nobody's way. */
  name: string;
  /** Runs that nobody has been asked for yet, the next one last. */
  waiting: { key: string; places: readonly number[] }[];
  /** By the name of the job. */
  inFlight: Map<string, InFlight>;
  /** Jobs in flight that the broker does not have. */
  unsent: string[];
  /** Most jobs in flight. */
  window: number;
  pack(places: readonly number[]): Promise<QueuedRun>;
  /** Gives a job's outcome to its places; does nothing for one that has its outcome. */
  settle(id: string, outcome: RunOutcome): void;
}

/** Packs runs until the window is full. Touches the store, not the broker. */
export async function fill(sending: Sending): Promise<void> {
  const { waiting, inFlight, unsent, window, name, pack } = sending;
  while (waiting.length > 0 && inFlight.size < window) {
    const { key, places } = waiting.at(-1)!, id = `${key}-${name}`;
    inFlight.set(id, { key, job: await pack(places), places, looks: 0, lookedMs: performance.now() });
    unsent.push(id);
    waiting.pop();
  }
}

/** Hands the broker what it does not have. Where it fails half way, a later look finds out what came through. */
export async function send({ broker, inFlight, unsent }: Sending): Promise<void> {
  const ids = unsent.splice(0).filter((id) => inFlight.has(id));
  if (ids.length > 0) await broker.queue.addBulk(ids.map((jobId) => ({ name: 'run', data: inFlight.get(jobId)!.job, opts: { ...jobOptions(broker.pace), jobId } })));
}

/** What the broker says of the jobs that have been in flight for longest without news. */
export async function lookAt({ broker: { queue, pace }, inFlight }: Sending): Promise<News[]> {
  const nowMs = performance.now();
  const due = [...inFlight].filter(([, { lookedMs }]) => nowMs - lookedMs >= pace.lookEveryMs).slice(0, LOOKS_AT_ONCE);
  const seen = await Promise.all(due.map(async ([id, one]): Promise<News | undefined> => {
    one.lookedMs = nowMs;
    const state = await queue.getJobState(id);
    if (state === 'unknown') return { id, lost: true };
    if (state !== 'completed' && state !== 'failed') return undefined;
    const job = await queue.getJob(id);
    if (!job) return { id, lost: true };
    return state === 'failed' ? { id, fault: job.failedReason ?? '' } : { id, ...asReply(job.returnvalue) };
  }));
  return seen.filter((one) => one !== undefined);
}

/** Takes back what no worker has begun; what one has, it finishes for the store. */
export async function takeBack({ broker, inFlight }: Sending): Promise<void> {
  await Promise.race([Promise.allSettled([...inFlight.keys()].map((id) => broker.queue.remove(id))), pause(TAKE_BACK_WITHIN_MS)]);
}
