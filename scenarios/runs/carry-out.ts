import { MessageChannel } from 'node:worker_threads';
import type { Piscina } from 'piscina';
import { differentBeginning, type CheckpointAbout } from './checkpoint-file.ts';
import { helperPath, versions } from './engine-version.ts';
import { RESULT_FORMAT, type RunManifest } from './manifest.ts';
import { continuationOf, keyOf, type PlannedRun, type RunOutcome } from './planned-run.ts';
import { writeManifest } from './result-files.ts';
import type { RunAnswer, RunJob, RunProgress, StoreFault } from './run-job.ts';
import type { Store, StoredResult } from './store.ts';

/** Threads that take runs, one each at a time. */
export type RunThreads = Piscina<RunJob, RunAnswer>;

/** Two runs of one key gave two hashes: the engine is not deterministic, or files of the store were altered. */
export class DifferentHash extends Error {
  constructor(folder: string, before: string, now: string) {
    super(`${folder}: ${before} before, ${now} now`);
  }
}

/** Whether a reason that came over a broker is that of a different hash. */
export const isDifferentHash = (reason: string): boolean => /: [0-9a-f]{16,} before, [0-9a-f]{16,} now$/.test(reason);

export interface CarryOutOptions {
  store: Store;
  /** An empty folder that the run may write into; it is the caller's to drop when this is over. */
  folder: string;
  /** How many threads take the steps of this run together, and whether the run has the processor time of the process to itself. */
  together: number;
  alone: boolean;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: RunProgress) => void) | undefined;
}

/** One run in one of the threads, from its job to its place in the store. A fault of the thread is thrown as it came; one of the system, with its code and system call. */
export async function carryOut(threads: RunThreads, run: PlannedRun, { store, folder, together, alone, signal, onProgress }: CarryOutOptions): Promise<RunOutcome> {
  const { port1, port2 } = new MessageChannel();
  if (onProgress) port1.on('message', onProgress);
  const job: RunJob = {
    twin: run.twin.bytes, twinHash: run.twin.hash, changes: run.changes, settings: run.settings, folder, alone, progress: port2, threads: together, helper: helperPath(),
    resume: run.resume?.bytes, halt: run.halt && { atS: run.halt.atS, about: aboutOf(run) },
  };
  try {
    const answer = await threads.run(job, { transferList: [port2], ...(signal ? { signal } : {}) });
    if ('storeFault' in answer) throw systemError(answer.storeFault);
    if (!answer.done) return { problems: answer.problems };
    // What has not come to its end is no result.
    if (run.halt?.atS !== undefined) return { problems: answer.problems, halted: { checkpoint: answer.checkpoint, figures: answer.figures } };
    return { result: await keepResult(store, folder, run, answer), stored: false, problems: answer.problems, checkpoint: answer.checkpoint };
  } finally {
    port1.close();
  }
}

/** The system's error as it was in the thread. */
const systemError = ({ message, ...about }: StoreFault): Error => Object.assign(new Error(message), about);

type Done = Extract<RunAnswer, { done: true }>;

async function keepResult(store: Store, folder: string, run: PlannedRun, answer: Done): Promise<StoredResult> {
  const manifest = writeManifest(folder, manifestOf(run, answer), answer.written);
  const kept = await store.keep(folder, manifest);
  if (kept.manifest.figures.hash !== manifest.figures.hash) throw new DifferentHash(kept.folder, kept.manifest.figures.hash, manifest.figures.hash);
  // What it cost this time, whatever it cost before.
  return { folder: kept.folder, manifest };
}

const aboutOf = (run: PlannedRun): CheckpointAbout =>
  ({ ...continuationOf(run), changes: [...run.changes], scenario: run.scenario, atS: run.settings.fromS });

function manifestOf(run: PlannedRun, { figures, indicators, costs }: Done): Omit<RunManifest, 'filesBytes'> {
  return {
    format: RESULT_FORMAT, key: keyOf(run), twinHash: run.twin.hash, city: run.twin.city, synthetic: run.twin.synthetic,
    scenario: run.scenario, changes: [...run.changes], settings: run.settings, ...begunFrom(run), engine: versions().engine, node: process.versions.node, figures, indicators, costs,
  };
}

function begunFrom(run: PlannedRun): Pick<RunManifest, 'begunFrom'> {
  const checkpoint = run.resume && differentBeginning(run.resume, continuationOf(run));
  if (!run.resume || checkpoint === undefined) return {};
  const { atS, scenario, changes } = run.resume.about;
  return { begunFrom: { checkpoint, atS, scenario, changes } };
}
