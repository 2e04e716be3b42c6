import { accessSync, constants, existsSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { makeFolder } from './make-folder.ts';
import { manifestSchema, type RunManifest } from './manifest.ts';
import { isWhole, readManifest } from './result-files.ts';

/**
 * What outlives a process: twins by their hash, results by their key.
 *
 *     twins/<hash>.twin
 *     results/<key>/          a whole result, never half of one
 *     aside/<process>-<n>/    being written; renamed into results/ when all is there
 *
 * A folder under aside/ whose process is gone is what a killed process left; opening the store removes it.
 */
export interface Store {
  readonly home: string;
  twinPath(hash: string): string;
  /** Keeps the bytes of a twin under its hash and gives the path. */
  keepTwin(hash: string, bytes: Uint8Array): Promise<string>;
  /** Folder and manifest of a finished result; undefined when there is none, or when it lacks a file. */
  find(key: string): Promise<StoredResult | undefined>;
  /** An empty folder to write a result into. */
  openAside(): Promise<string>;
  /** Makes a written folder the result of its key. A finished result of that key stays as it is. */
  keep(aside: string, manifest: RunManifest): Promise<StoredResult>;
  /** Removes a folder that was opened aside, if it was not kept. */
  drop(aside: string): Promise<void>;
  /** Removes all that this process has begun and not finished. */
  dropAside(): void;
}

export interface StoredResult { folder: string; manifest: RunManifest }

/** Process numbers come round again, in containers often at once: the start time tells two processes apart. */
const thisProcess = `${process.pid}-${Math.floor(performance.timeOrigin)}`;

function isGone(owner: string): boolean {
  const pid = Number(owner.split('-')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return true;
  if (pid === process.pid) return !owner.startsWith(`${thisProcess}-`);
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Opens the store below `home`, which is made if need be. Throws the system's error where it may not be written. */
export async function openStore(home: string): Promise<Store> {
  const twins = join(home, 'twins'), results = join(home, 'results'), asides = join(home, 'aside');
  for (const folder of [twins, results, asides]) {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
  }
  for (const name of readdirSync(asides)) if (isGone(name)) rmSync(join(asides, name), { recursive: true, force: true });

  let opened = 0;
  const newAside = () => join(asides, `${thisProcess}-${++opened}`);
  const twinPath = (hash: string) => join(twins, `${hash}.twin`);
  const find = async (key: string): Promise<StoredResult | undefined> => {
    const folder = join(results, key);
    const manifest = await readManifest(folder);
    return manifest && (await isWhole(folder, manifest)) ? { folder, manifest } : undefined;
  };

  return {
    home,
    twinPath,
    find,
    async keepTwin(hash, bytes) {
      const path = twinPath(hash);
      if (existsSync(path)) return path;
      const aside = newAside();
      await writeFile(aside, bytes);
      await rename(aside, path);
      return path;
    },
    async openAside() {
      const folder = newAside();
      await mkdir(folder);
      return folder;
    },
    async keep(aside, manifest) {
      const before = await find(manifest.key);
      if (before) {
        await rm(aside, { recursive: true, force: true });
        return before;
      }
      const folder = join(results, manifest.key);
      await rm(folder, { recursive: true, force: true }); // Of another format, or not whole: nothing that `find` knows.
      try {
        await rename(aside, folder);
      } catch (error) {
        // Another process finished the same run a moment ago.
        const meanwhile = await find(manifest.key);
        if (!meanwhile) throw error;
        await rm(aside, { recursive: true, force: true });
        return meanwhile;
      }
      return { folder, manifest: manifestSchema.parse(manifest) };
    },
    async drop(aside) {
      await rm(aside, { recursive: true, force: true });
    },
    dropAside() {
      for (const name of existsSync(asides) ? readdirSync(asides) : []) {
        if (name.startsWith(`${thisProcess}-`)) rmSync(join(asides, name), { recursive: true, force: true });
      }
    },
  };
}
