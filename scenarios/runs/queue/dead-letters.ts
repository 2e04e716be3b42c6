import type { Broker } from './broker.ts';
import { asQueuedRun } from './queued-run.ts';
import { moment } from './queue-status.ts';

/** A run that was given up: what each attempt met in the end. Key and seed are undefined for a job that is none of this version. */
export interface DeadLetter {
  key: string | undefined;
  seed: number | undefined;
  /** Attempts that failed; fewer than are allowed where another would have been in vain, or where its workers were lost. */
  attempts: number;
  reason: string;
  /** When it was given up, in milliseconds since 1970; undefined where the broker does not know. */
  atMs: number | undefined;
}

/** More are not told at once. */
const MOST_TOLD = 1000;

/** Runs of this engine version that were given up, the last ones first, and how many there are in all. */
export async function deadLetters({ queue }: Broker): Promise<{ letters: DeadLetter[]; count: number }> {
  const [count, jobs] = await Promise.all([queue.getFailedCount(), queue.getFailed(0, MOST_TOLD - 1)]);
  return { count, letters: jobs.map(({ data, attemptsMade, failedReason, finishedOn }) => {
    const run = asQueuedRun(data);
    return { key: run?.key, seed: run?.seed, attempts: attemptsMade, reason: typeof failedReason === 'string' ? failedReason : '', atMs: moment(finishedOn) };
  }) };
}

/** Puts all of them back among those that wait, with all their attempts before them. How many there were. */
export async function retryDeadLetters({ queue }: Broker): Promise<number> {
  const count = await queue.getFailedCount();
  // What fails anew meanwhile is not tried for ever.
  for (let retried = 0; retried < count;) {
    const jobs = await queue.getFailed(0, Math.min(MOST_TOLD, count - retried) - 1);
    if (jobs.length === 0) return retried;
    await Promise.all(jobs.map((job) => job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true })));
    retried += jobs.length;
  }
  return count;
}
