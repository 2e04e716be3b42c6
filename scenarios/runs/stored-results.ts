import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SUMS_FILE } from './content-sums.ts';
import type { RunManifest } from './manifest.ts';
import { filesBytesIn, readManifest } from './result-files.ts';

/** A folder of the store as it is listed. */
export interface ListedResult {
  key: string;
  folder: string;
  /** When it was kept, milliseconds since 1970. */
  keptMs: number;
  bytes: number;
  /** Undefined: written by another version, or broken. */
  manifest: RunManifest | undefined;
}

/** Names of results: 32 hexadecimal digits. */
export const isKey = (name: string): boolean => /^[0-9a-f]{32}$/.test(name);

/** As many are looked at together. */
const AT_ONCE = 16;

/** Keys of all results below `folder`, in their order. */
export const keysIn = async (folder: string): Promise<string[]> => (await readdir(folder)).filter(isKey).sort();

/** Every result below `folder`, by key, a few at a time: ten thousand of them take the memory of a few. */
export async function* listResults(folder: string): AsyncGenerator<ListedResult> {
  const keys = await keysIn(folder);
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    for (const listed of await Promise.all(keys.slice(at, at + AT_ONCE).map((key) => listedResult(folder, key)))) if (listed) yield listed;
  }
}

/** One of them; undefined where there is none, or when it has gone meanwhile. */
export async function listedResult(results: string, key: string): Promise<ListedResult | undefined> {
  const folder = join(results, key), manifest = await readManifest(folder), about = await stat(join(folder, manifest ? 'manifest.json' : '')).catch(() => undefined);
  if (!about?.isFile() && !about?.isDirectory()) return undefined;
  // Of a result all sizes stand in its manifest; of anything else they are looked up.
  const sums = manifest && (await stat(join(folder, SUMS_FILE)).catch(() => undefined));
  return { key, folder, keptMs: about.mtimeMs, bytes: manifest ? sumOf(manifest.filesBytes) + about.size + (sums?.size ?? 0) : await resultBytes(folder).catch(() => 0), manifest };
}

/** Bytes of all files below a folder. */
export const resultBytes = async (folder: string): Promise<number> => sumOf(await filesBytesIn(folder));

const sumOf = (bytes: Readonly<Record<string, number>>): number => Object.values(bytes).reduce((sum, one) => sum + one, 0);
