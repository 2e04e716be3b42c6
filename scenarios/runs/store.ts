import { accessSync, constants } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../engine/foundation/problem.ts';
import { openAsides } from './aside.ts';
import { openInputs, touch, type Inputs } from './inputs.ts';
import { bringBackKept } from './kept-rooms.ts';
import { makeFolder } from './make-folder.ts';
import { manifestSchema, type RunManifest } from './manifest.ts';
import { isTaken, moved } from './moved.ts';
import { quarantine } from './quarantine.ts';
import { isWhole, readManifest } from './result-files.ts';
import { storeIdIn } from './store-id.ts';
import { isKey, keysIn, listedResult, listResults, resultBytes, type ListedResult } from './stored-results.ts';
import { syncFolder, syncToDisk } from './to-disk.ts';
import { verifyResult } from './verify-result.ts';

/**
 * What outlives a process: twins by their hash, inputs of runs by theirs, results by their key.
 *
 *     store.json                                which store this is
 *     twins/<hash>.twin
 *     inputs/<sha256>
 *     results/<key>/                            a whole result, never half of one
 *     aside/<process>-<start>-<n>@<machine>/    being written; renamed into results/ when all is on the disk
 *     quarantine/<key>-<n>/                     a second result of a key that differs from the first
 *     comparisons/, priority-reports/, sweeps/  what is made of results and kept
 *
 * What lies aside and whose process is gone is what a killed process left; opening the store removes it.
 */
export interface Store extends Inputs {
  /** Where it is, as people are told: a folder, or the address of a bucket without passwords. */
  readonly home: string;
  /** Where this machine keeps what belongs to the store beside results: comparisons, sweeps. Of a bucket, the folder with this machine's copies. */
  readonly folder: string;
  /** 32 hexadecimal digits, the same for all machines that see this store, and for no other store. */
  readonly id: string;
  twinPath(hash: string): string;
  /** Keeps the bytes of a twin under its hash and gives the path. */
  keepTwin(hash: string, bytes: Uint8Array): Promise<string>;
  /** The bytes that were kept under this hash; undefined where there are none. Whether they are what the hash says, whoever reads them checks. */
  readTwin(hash: string): Promise<Uint8Array | undefined>;
  /** Folder and manifest of a finished result; undefined when there is none, or when it lacks a file. */
  find(key: string): Promise<StoredResult | undefined>;
  /** All results by key, those of other versions too. */
  list(): AsyncIterable<ListedResult>;
  /** Keys of all that `list` gives, without a look at them. */
  keys(): Promise<string[]>;
  /** One of these; undefined where there is none. */
  listed(key: string): Promise<ListedResult | undefined>;
  /** Every fault of a result, its contents read; none of a whole one. */
  verify(key: string): Promise<Problem[]>;
  /** Removes a result, whole at once. The bytes that it took; undefined where there was none. */
  remove(key: string): Promise<number | undefined>;
  /** An empty folder to write a result into. */
  openAside(): Promise<string>;
  /** Makes a written folder the result of its key. A finished result of that key stays as it is and is what is given back; one that differs from it goes into quarantine. */
  keep(aside: string, manifest: RunManifest): Promise<StoredResult>;
  /** Removes a folder that was opened aside, if it was not kept. */
  drop(aside: string): Promise<void>;
  /** Removes all that this process has begun and not finished. */
  dropAside(): void;
}

export interface StoredResult { folder: string; manifest: RunManifest }

/** Others may bring and take results of one key meanwhile; nobody does so for ever. */
const MOST_ATTEMPTS = 20;

/** Opens the store below `home`, which is made if need be. Throws the system's error where it may not be written. */
export async function openStore(home: string): Promise<Store> {
  const twins = join(home, 'twins'), results = join(home, 'results'), inputs = join(home, 'inputs'), aside = join(home, 'aside');
  for (const folder of [twins, results, inputs, aside]) {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
  }
  await bringBackKept(home);
  const asides = openAsides(aside), twinPath = (hash: string) => join(twins, `${hash}.twin`);
  const drop = (path: string) => rm(path, { recursive: true, force: true });
  return {
    home, folder: home, id: storeIdIn(home, asides.next), twinPath, drop, ...openInputs(inputs, asides.next), dropAside: asides.dropOwn,
    find: (key) => findIn(results, key),
    list: () => listResults(results),
    keys: () => keysIn(results),
    listed: async (key) => (isKey(key) ? listedResult(results, key) : undefined),
    verify: (key) => verifyResult(join(results, key), key),
    keep: (written, manifest) => keepResult({ results, quarantined: join(home, 'quarantine'), next: asides.next }, written, manifest),
    async keepTwin(hash, bytes) {
      const path = twinPath(hash);
      if (await touch(path)) return path;
      const written = asides.next();
      await writeFile(written, bytes);
      await syncToDisk(written, false);
      await rename(written, path);
      return path;
    },
    readTwin: (hash) => readFile(twinPath(hash)).then((bytes) => new Uint8Array(bytes), () => undefined),
    async remove(key) {
      const gone = asides.next();
      if (!isKey(key) || !(await moved(join(results, key), gone))) return undefined;
      const bytes = await resultBytes(gone);
      await drop(gone);
      return bytes;
    },
    async openAside() {
      const folder = asides.next();
      await mkdir(folder);
      return folder;
    },
  };
}

async function findIn(results: string, key: string): Promise<StoredResult | undefined> {
  if (!isKey(key)) return undefined;
  const folder = join(results, key), manifest = await readManifest(folder);
  return manifest?.key === key && (await isWhole(folder, manifest)) ? { folder, manifest } : undefined;
}

interface Places { results: string; quarantined: string; next: () => string }

/** On the disk first, then under its name: after a loss of power a result is whole or absent. */
async function keepResult({ results, quarantined, next }: Places, written: string, manifest: RunManifest): Promise<StoredResult> {
  const kept = manifestSchema.parse(manifest), { key } = kept, folder = join(results, key);
  if (!isKey(key)) throw new Error(`"${key}" is no key of a result`);
  await syncFolder(written);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const before = await findIn(results, key);
    if (before && before.manifest.figures.hash === kept.figures.hash) await rm(written, { recursive: true, force: true });
    else if (before) await quarantine(quarantined, written, before.manifest, kept);
    if (before) return before;
    try {
      await rename(written, folder);
      await syncToDisk(results, true);
      return { folder, manifest: kept };
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
    // Most often the same run that somebody else has just finished: that one stays where it is.
    if (!(await findIn(results, key))) await clear(folder, next());
  }
  throw new Error(`${folder}: others bring and take this result again and again`);
}

/** Takes away what is no whole result. Moved first, looked at then: somebody may have finished the same run a moment ago, whose result goes back. */
async function clear(folder: string, to: string): Promise<void> {
  if (!(await moved(folder, to))) return;
  const manifest = await readManifest(to);
  if (manifest && (await isWhole(to, manifest)) && (await moved(to, folder))) return;
  await rm(to, { recursive: true, force: true });
}
