import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Problem } from '../../../engine/foundation/problem.ts';
import { twinFromBytes, twinHash } from '../../../engine/twin/bytes.ts';
import { changeSchema } from '../../changes/change.ts';
import { versions } from '../engine-version.ts';
import { settingsSchema } from '../manifest.ts';
import { nativeSha256 } from '../native-sha256.ts';
import { keyOf, shareTwin, type PlannedRun, type SharedTwin } from '../planned-run.ts';
import type { Store } from '../store.ts';

const hash = z.string().regex(/^[0-9a-f]{16,128}$/);

/**
 * A run as it lies with the broker: keys and hashes. City, changes and settings are read from the store that both sides see,
 * so a job is small whatever it asks for, and what a worker computes is what the hash says.
 */
export const queuedRunSchema = z.strictObject({
  format: z.literal(1),
  /** Key of the result. */
  key: hash,
  /** Hash of the twin. */
  twin: hash,
  /** SHA-256 of an input of the store: all that is asked of the twin but the seed, which many runs share. */
  asked: hash,
  seed: z.number(),
  engine: z.string().max(200),
  /** Compute it though it is in the store. */
  anew: z.boolean(),
});
export type QueuedRun = z.infer<typeof queuedRunSchema>;

/** What lies with a broker as a job, which others may have put there; undefined for what is none of this version. */
export const asQueuedRun = (given: unknown): QueuedRun | undefined => queuedRunSchema.safeParse(given).data;

/** What a worker answers: that the result is in the store, or why the changes do not fit. */
export interface RunReply { stored: boolean; problems: readonly Problem[] }
export const replySchema: z.ZodType<RunReply> = z.strictObject({
  stored: z.boolean(),
  problems: z.array(z.object({ severity: z.enum(['error', 'warning', 'note']), code: z.string(), where: z.string(), parameters: z.record(z.string(), z.union([z.string(), z.number()])) })),
});

/** No job is larger: a broker holds thousands of them in memory. */
export const MOST_JOB_BYTES = 1000;

/** What a run asks for but city and seed, as the store holds it. */
export const askedSchema = z.strictObject({
  city: z.string(), synthetic: z.boolean(), scenario: z.string(), changes: z.array(changeSchema), settings: settingsSchema.omit({ seed: true }),
});

/** A job that no worker of this version can do, however often it is tried. */
export class ImpossibleRun extends Error {}

/** Turns runs into jobs; what a job refers to is in the store when it is given out. */
export function makePacker(store: Store): (run: PlannedRun, anew: boolean) => Promise<QueuedRun> {
  const kept = new Map<string, Promise<string>>();
  const once = (name: string, keep: () => Promise<string>): Promise<string> => {
    const before = kept.get(name) ?? keep();
    kept.set(name, before);
    return before;
  };
  return async (run, anew) => {
    if (run.resume || run.halt) throw new Error('a run that goes on from a checkpoint, or stops for one, is for this machine alone');
    const { twin, scenario, changes, settings: { seed, ...settings } } = run;
    const asked = JSON.stringify({ city: twin.city, synthetic: twin.synthetic, scenario, changes, settings });
    await once(`twin ${twin.hash}`, () => store.keepTwin(twin.hash, new Uint8Array(twin.bytes)));
    const job: QueuedRun = { format: 1, key: keyOf(run), twin: twin.hash, asked: await once(`asked ${createHash('sha256').update(asked).digest('hex')}`, () => store.keepInput(new TextEncoder().encode(asked))), seed, engine: versions().engine, anew };
    if (JSON.stringify(job).length > MOST_JOB_BYTES) throw new Error(`a job of more than ${MOST_JOB_BYTES} bytes`);
    return job;
  };
}

/** Cities that a worker keeps in memory. */
const TWINS_KEPT = 2;

/**
 * Turns jobs into runs, reading each city once. What it gives rejects with ImpossibleRun where a job is none of this version,
 * and with the store's error where that lacks something.
 */
export function makeUnpacker(store: Store): (given: unknown) => Promise<{ run: PlannedRun; job: QueuedRun }> {
  const twins = new Map<string, Promise<SharedTwin>>();
  const twinOf = async (hash: string, about: Pick<SharedTwin, 'city' | 'synthetic'>): Promise<SharedTwin> => {
    const twin = twins.get(hash) ?? readTwin(store, hash).then((bytes) => shareTwin(bytes, { hash, ...about }));
    twins.delete(hash); // The one that was asked for last is the last to go.
    twins.set(hash, twin);
    twin.catch(() => twins.delete(hash));
    for (const old of [...twins.keys()].slice(0, -TWINS_KEPT)) twins.delete(old);
    return { ...(await twin), ...about };
  };
  return async (given) => {
    const read = queuedRunSchema.safeParse(given);
    if (!read.success) throw new ImpossibleRun('the job is not laid out as this version lays jobs out');
    const job = read.data, { engine } = versions();
    if (job.engine !== engine) throw new ImpossibleRun(`the job is for engine ${job.engine}, this worker has ${engine}: start workers of the version that sends`);
    const asked = await store.readInput(job.asked);
    if (!asked) throw new Error(`${store.home} does not hold what the job asks for (${job.asked}): sender and workers must have the same store`);
    const { settings, changes, scenario, ...about } = askedSchema.parse(JSON.parse(new TextDecoder().decode(asked)));
    const run: PlannedRun = { twin: await twinOf(job.twin, about), scenario, changes, settings: { ...settings, seed: job.seed } };
    if (keyOf(run) !== job.key) throw new ImpossibleRun(`the job names the result ${job.key}, but asks for ${keyOf(run)}`);
    return { run, job };
  };
}

/** Checked: whoever altered a city in the store would otherwise alter results that bear the name of another. */
async function readTwin(store: Store, hash: string): Promise<Uint8Array> {
  const bytes = await store.readTwin(hash), twin = bytes && twinFromBytes(bytes);
  if (!twin || twinHash(twin, nativeSha256) !== hash) throw new Error(`${store.home} ${bytes ? 'holds another city than its name says' : 'does not hold the city'} (twins/${hash})`);
  return bytes;
}
