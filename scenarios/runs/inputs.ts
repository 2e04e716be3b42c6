import { createHash } from 'node:crypto';
import { readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { syncToDisk } from './to-disk.ts';

/** What runs need beside results, by what it holds: whoever has the hash gets these very bytes or none. */
export interface Inputs {
  /** Keeps bytes and gives their SHA-256, 64 hexadecimal digits. */
  keepInput(bytes: Uint8Array): Promise<string>;
  /** Undefined where there are none, or where they are not what they were. */
  readInput(hash: string): Promise<Uint8Array | undefined>;
}

export function openInputs(folder: string, nextAside: () => string): Inputs {
  const readInput = async (hash: string): Promise<Uint8Array | undefined> => {
    if (!/^[0-9a-f]{64}$/.test(hash)) return undefined;
    const bytes = await readFile(join(folder, hash)).catch(() => undefined);
    return bytes && sha256(bytes) === hash ? bytes : undefined;
  };
  return {
    readInput,
    async keepInput(bytes) {
      const hash = sha256(bytes);
      // Touched before it is looked at: whoever clears away meanwhile has either taken it, and it is written, or finds it in use and leaves it.
      if (await touch(join(folder, hash)) && await readInput(hash)) return hash;
      const aside = nextAside();
      await writeFile(aside, bytes);
      await syncToDisk(aside, false);
      await rename(aside, join(folder, hash));
      await syncToDisk(folder, true);
      return hash;
    },
  };
}

/** Says of what is asked for again that it is in use, and tells whether it is there. Where that may not be written down, it is as old as it was. */
export const touch = (path: string): Promise<boolean> => utimes(path, new Date(), new Date()).then(() => true, (error: NodeJS.ErrnoException) => error.code !== 'ENOENT');

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
