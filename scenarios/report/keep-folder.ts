import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Store } from '../runs/store.ts';
import { syncFolder, syncToDisk } from '../runs/to-disk.ts';

/** Keeps files as one folder, in place of an earlier one: written aside, on the disk, then renamed, so that nobody meets half of them. */
export async function keepFolder(store: Pick<Store, 'openAside'>, folder: string, files: readonly (readonly [name: string, content: string | Uint8Array])[]): Promise<void> {
  const aside = await store.openAside(), before = await store.openAside();
  try {
    for (const [name, content] of files) await writeFile(join(aside, name), content);
    await syncFolder(aside);
    await mkdir(dirname(folder), { recursive: true });
    await rename(folder, before).catch((error: NodeJS.ErrnoException) => { if (error.code !== 'ENOENT') throw error; });
    await rename(aside, folder);
    await syncToDisk(dirname(folder), true);
  } finally {
    await Promise.all([aside, before].map((one) => rm(one, { recursive: true, force: true })));
  }
}
