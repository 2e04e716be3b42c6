import { createPostgresBackend, createRedisBackend, runMigrations, withBackend, type BackendFactory, type Processor, type Queue, type QueueEvents, type Worker, type WorkerOptions } from 'bullmq';
import pg from 'pg';
import { versions } from '../engine-version.ts';
import { shownAddress } from '../shown-address.ts';
import type { Store } from '../store.ts';
import { PACE, type Pace } from './pace.ts';
import { asPostgresReads, tlsFaultOf, type TlsFault } from './postgres-address.ts';
import type { QueuedRun, RunReply } from './queued-run.ts';
import { within } from './within.ts';

/**
 * The broker between who asks for runs and who computes them: BullMQ on PostgreSQL or on Redis. It knows which runs wait,
 * and which are with a worker; what is done, only the store knows.
 *
 * Each store and each version of the engine has a queue of its own: a worker of another version, or one that sees another store
 * (a network folder that is not mounted is an empty one), never even sees a run that it would answer differently or not at all.
 */
export interface Broker {
  /** Where it is, without the password. */
  readonly place: string;
  readonly queue: Queue<QueuedRun, RunReply>;
  readonly pace: Pace;
  /** What becomes of runs, as it happens. */
  events(): QueueEvents<RunReply>;
  worker(take: Processor<QueuedRun, RunReply>, options: Omit<WorkerOptions, 'connection'>): Worker<QueuedRun, RunReply>;
  /** Makes what the broker needs and lacks: the first time, and after somebody has wiped it. Rejects while it cannot be reached. */
  prepare(): Promise<void>;
  close(): Promise<void>;
}

/** The broker does not answer, or refuses us. */
export class UnreachableBroker extends Error {
  readonly place: string;
  /** Where it is TLS that is wrong. */
  readonly tls: TlsFault | undefined;
  constructor(place: string, cause: unknown) {
    super(causeOf(cause));
    this.place = place;
    this.tls = tlsFaultOf(cause);
  }
}

const CONNECT_WITHIN_MS = 10_000;
/** How long Redis is left alone between two tries when it is away: the library's own twenty seconds are longer than most restarts. */
const LONGEST_PAUSE_MS = 2000;
/** A broker that does not say goodbye by then is left without. */
const CLOSE_WITHIN_MS = 500;
/** A worker asks for the next run, renews its locks and reports, each in a moment: few connections of many workers are many. */
const MOST_CONNECTIONS = 3;

const isPostgres = (url: string): boolean => /^postgres(ql)?:\/\//i.test(url);

/** Whether an address is one of a broker that is known here. */
export const isQueueAddress = (url: string): boolean => URL.canParse(url) && /^(postgres(ql)?|rediss?):\/\//i.test(url);

/** BullMQ takes no colon in the name of a queue. */
export const queueName = (storeId: string, engine = versions().engine): string => `jumeau-${engine.replace(/[^\w.]+/g, '-')}-${storeId.slice(0, 8)}`;

/** Opens the queue for runs of one store, at an address for which `isQueueAddress` holds. Throws UnreachableBroker. */
export async function openBroker(address: string, store: Pick<Store, 'id'>, pace: Pace = PACE): Promise<Broker> {
  const place = shownAddress(address), postgres = isPostgres(address), url = postgres ? asPostgresReads(address) : address, name = queueName(store.id);
  const connection = postgres
    ? { connectionString: url, max: MOST_CONNECTIONS, connectionTimeoutMillis: CONNECT_WITHIN_MS, keepAlive: true }
    : { url, maxRetriesPerRequest: null, connectTimeout: CONNECT_WITHIN_MS, retryStrategy: (times: number) => Math.min(times * 200, LONGEST_PAUSE_MS) };
  // The two brokers differ in the type of their connection only, and what is made of them is used alike.
  const { Queue, QueueEvents, Worker } = withBackend((postgres ? createPostgresBackend : createRedisBackend) as BackendFactory<never, object>);
  const prepare = postgres ? () => migrate(url) : () => Promise.resolve();
  let queue: Broker['queue'] | undefined;
  try {
    await prepare();
    // What this asks while Redis is away fails; a worker and who listens wait until it is back.
    const asking = postgres ? connection : { ...connection, maxRetriesPerRequest: 1, enableOfflineQueue: false };
    queue = heard(new Queue<QueuedRun, RunReply>(name, { connection: asking })) as unknown as Broker['queue'];
    await within(CONNECT_WITHIN_MS, queue.waitUntilReady());
  } catch (error) {
    if (queue) void hangUp(queue);
    throw new UnreachableBroker(place, error);
  }
  const ready = queue;
  return {
    place, queue, pace, prepare,
    events: () => heard(new QueueEvents<RunReply>(name, { connection })) as unknown as QueueEvents<RunReply>,
    worker: (take, options) => heard(new Worker<QueuedRun, RunReply>(name, take, { ...options, connection })) as unknown as Worker<QueuedRun, RunReply>,
    close: () => hangUp(ready),
  };
}

/** What has no listener for errors ends the process at the first lost connection; all of them connect again by themselves. */
function heard<T extends { on(event: 'error', listener: () => void): unknown }>(emitter: T): T {
  emitter.on('error', () => undefined);
  return emitter;
}

/** Says goodbye, and hangs up where nobody answers: a connection that waits for its broker would keep the process. */
export async function hangUp(open: { close(): Promise<void>; disconnect(): Promise<void> }): Promise<void> {
  await within(CLOSE_WITHIN_MS, open.close()).catch(() => within(CLOSE_WITHIN_MS, open.disconnect()).catch(() => undefined));
}

async function migrate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_WITHIN_MS });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await runMigrations(client);
  } finally {
    await client.end();
  }
}

/** Several addresses of one host fail together, each with a cause of its own: the first says enough. */
function causeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return causeOf(error.errors[0]);
  return error instanceof Error ? error.message || error.name : String(error);
}
