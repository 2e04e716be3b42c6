import type { RunProgress } from '../run-job.ts';
import type { Store } from '../store.ts';
import type { Broker } from './broker.ts';
import { slotsOf } from './in-flight.ts';
import { askedSchema, type QueuedRun } from './queued-run.ts';

/** A run that a worker has. */
export interface ActiveRun {
  key: string;
  /** The question that asked for it; undefined where the store does not say. */
  question: string | undefined;
  seed: number;
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

/** How the queue of this store and this engine version stands. */
export async function queueStatus({ queue }: Broker, store: Pick<Store, 'readInput'>): Promise<QueueStatus> {
  const [counts, workers, jobs] = await Promise.all([queue.getJobCounts('waiting', 'active', 'delayed', 'failed'), queue.getWorkers(), queue.getActive(0, MOST_TOLD - 1)]);
  const questionOf = questionsIn(store);
  const runs = await Promise.all(jobs.map(async ({ data, processedOn, progress }): Promise<ActiveRun> => ({
    key: data.key, question: await questionOf(data), seed: data.seed, sinceMs: processedOn, simulatedS: (progress as Partial<RunProgress>).timeS,
  })));
  const count = (state: string): number => counts[state] ?? 0;
  return {
    waiting: count('waiting'), again: count('delayed'), active: count('active'), deadLetters: count('failed'),
    workers: workers.length, slots: slotsOf(workers.map(({ rawname }) => rawname)), runs: runs.sort((one, other) => (one.sinceMs ?? 0) - (other.sinceMs ?? 0)),
  };
}

/** Names of questions, each read once however many runs it has. */
function questionsIn(store: Pick<Store, 'readInput'>): (run: QueuedRun) => Promise<string | undefined> {
  const names = new Map<string, Promise<string | undefined>>();
  const read = async (asked: string): Promise<string | undefined> => {
    const bytes = await store.readInput(asked);
    return bytes && askedSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data?.scenario;
  };
  return ({ asked }) => {
    const name = names.get(asked) ?? read(asked);
    names.set(asked, name);
    return name;
  };
}
