import * as z from 'zod';
import type { Store } from '../store.ts';
import type { Broker } from './broker.ts';
import { slotsOf } from './in-flight.ts';
import { askedSchema, asQueuedRun } from './queued-run.ts';

/** A run that a worker has. Key and seed are undefined for a job that is none of this version, whoever put it there. */
export interface ActiveRun {
  key: string | undefined;
  /** The question that asked for it; undefined where the store does not say. */
  question: string | undefined;
  seed: number | undefined;
  /** When a worker took it, in milliseconds since 1970. */
  sinceMs: number | undefined;
  /** How far it has come, seconds since midnight; undefined before its first report. */
  simulatedS: number | undefined;
}

/** How a queue stands, by what its broker says. What is done, the store knows. */
export interface QueueStatus {
  /** Runs that nobody has begun. */
  waiting: number;
  /** … that failed and are tried again in a moment. */
  again: number;
  active: number;
  deadLetters: number;
  /** Connections that take runs, and how many runs they take at a time. */
  workers: number;
  slots: number;
  /** The runs that workers have, the first ones taken first: at most MOST_TOLD. */
  runs: readonly ActiveRun[];
}

const MOST_TOLD = 100;

/** What a worker reports of a run, as far as it is told. */
const progressSchema = z.object({ timeS: z.number() });

/** A moment in milliseconds since 1970 as a broker says it: a number that is one, and that is in the calendar. */
export const moment = (atMs: unknown): number | undefined => (typeof atMs === 'number' && Math.abs(atMs) <= 8.64e15 ? atMs : undefined);

/** How the queue of this store and this engine version stands. */
export async function queueStatus({ queue }: Broker, store: Pick<Store, 'readInput'>): Promise<QueueStatus> {
  const [counts, workers, jobs] = await Promise.all([queue.getJobCounts('waiting', 'active', 'delayed', 'failed'), queue.getWorkers(), queue.getActive(0, MOST_TOLD - 1)]);
  const questionOf = questionsIn(store);
  const runs = await Promise.all(jobs.map(async ({ data, processedOn, progress }): Promise<ActiveRun> => {
    const run = asQueuedRun(data);
    return { key: run?.key, question: run && (await questionOf(run.asked)), seed: run?.seed, sinceMs: moment(processedOn), simulatedS: progressSchema.safeParse(progress).data?.timeS };
  }));
  const count = (state: string): number => counts[state] ?? 0;
  return {
    waiting: count('waiting'), again: count('delayed'), active: count('active'), deadLetters: count('failed'),
    workers: workers.length, slots: slotsOf(workers.map(({ rawname }) => rawname)), runs: runs.sort((one, other) => (one.sinceMs ?? 0) - (other.sinceMs ?? 0)),
  };
}

/** Names of questions, each read once however many runs it has. */
function questionsIn(store: Pick<Store, 'readInput'>): (asked: string) => Promise<string | undefined> {
  const names = new Map<string, Promise<string | undefined>>();
  const read = async (asked: string): Promise<string | undefined> => {
    const bytes = await store.readInput(asked);
    try {
      return bytes && askedSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data?.scenario;
    } catch {
      return undefined; // Not JSON: an input of something else.
    }
  };
  return (asked) => {
    const name = names.get(asked) ?? read(asked);
    names.set(asked, name);
    return name;
  };
}
