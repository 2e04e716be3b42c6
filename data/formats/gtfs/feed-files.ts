import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import type { Problem } from '../../../engine/foundation/problem.ts';
import { unpacksTooFar } from '../unpacked-limit.ts';

/** The largest text file of a feed that is read, unpacked: three times the stop times of all France. */
const MAX_FILE_BYTES = 4e9;
const MAX_FILES = 1000;

/** The text files of one feed, wherever they lie. */
export interface FeedFiles {
  names: ReadonlySet<string>;
  sizeBytes(name: string): number;
  open(name: string): Promise<Readable>;
  close(): void;
}

export type Opened = { files: FeedFiles } | { problem: Problem };

const problem = (code: string, where: string, parameters: Problem['parameters'] = {}): Opened => ({
  problem: { severity: 'error', code, where, parameters },
});

const tooLarge = (where: string): Opened => problem('gtfs-too-large', where, { maxBytes: MAX_FILE_BYTES, maxFiles: MAX_FILES });

/** Opens a feed given as a zip file or as a folder of text files. */
export async function openFeed(path: string): Promise<Opened> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return problem('file-not-found', path);
  return found.isDirectory() ? openFolder(path) : openZip(path);
}

async function openFolder(path: string): Promise<Opened> {
  const names = (await readdir(path)).filter((name) => name.endsWith('.txt'));
  if (names.length > MAX_FILES) return tooLarge(path);
  const sizes = new Map(await Promise.all(names.map(async (name) => [name, (await stat(join(path, name))).size] as const)));
  const largest = names.find((name) => sizes.get(name)! > MAX_FILE_BYTES);
  if (largest !== undefined) return tooLarge(join(path, largest));
  return {
    files: {
      names: new Set(names),
      sizeBytes: (name) => sizes.get(name) ?? 0,
      open: async (name) => createReadStream(join(path, name)),
      close: () => undefined,
    },
  };
}

async function openZip(path: string): Promise<Opened> {
  let zip: yauzl.ZipFile;
  try {
    zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
  } catch (cause) {
    return problem('gtfs-not-a-zip', path, { cause: (cause as Error).message });
  }
  const entries = new Map<string, yauzl.Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      // Some feeds put their files into a folder inside the archive.
      const name = basename(entry.fileName);
      if (name.endsWith('.txt') && !entry.fileName.startsWith('__MACOSX')) entries.set(name, entry);
      if (entries.size > MAX_FILES || entry.uncompressedSize > MAX_FILE_BYTES || unpacksTooFar(entry.uncompressedSize, entry.compressedSize)) {
        zip.close();
        return tooLarge(`${path}: ${entry.fileName}`);
      }
    }
  } catch (cause) {
    zip.close();
    return problem('gtfs-not-a-zip', path, { cause: (cause as Error).message });
  }
  return {
    files: {
      names: new Set(entries.keys()),
      sizeBytes: (name) => entries.get(name)?.uncompressedSize ?? 0,
      open: (name) => zip.openReadStreamPromise(entries.get(name)!),
      close: () => zip.close(),
    },
  };
}
