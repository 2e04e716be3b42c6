import { rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { WAITING } from './kept-rooms.ts';
import { makeFolder } from './make-folder.ts';
import { isTaken, moved } from './moved.ts';
import type { Store } from './store.ts';
import { syncFolder, syncToDisk } from './to-disk.ts';

/** Others may keep the same meanwhile; nobody does so for ever. */
const MOST_ATTEMPTS = 20;

/** Keeps files as one folder, in place of an earlier one: written aside, on the disk, then renamed, so that nobody meets half of them. Of several at once the last one stays, whole. */
export async function keepFolder(store: Pick<Store, 'openAside' | 'drop'>, folder: string, files: readonly (readonly [name: string, content: string | Uint8Array])[]): Promise<void> {
  const aside = await store.openAside();
  try {
    for (const [name, content] of files) await writeFile(join(aside, name), content);
    await syncFolder(aside);
    makeFolder(dirname(folder));
    for (let attempt = 1; !(await hasPlace(aside, folder)); attempt++) {
      if (attempt === MOST_ATTEMPTS) throw new Error(`${folder}: others bring and take it again and again`);
      await clear(store, folder + WAITING);
      await moved(folder, folder + WAITING);
    }
    await syncToDisk(dirname(folder), true);
    await clear(store, folder + WAITING);
  } finally {
    await store.drop(aside);
  }
}

/** Whether it now lies there; false where another one does. */
const hasPlace = (aside: string, folder: string): Promise<boolean> => rename(aside, folder).then(() => true, (error: unknown) => { if (isTaken(error)) return false; throw error; });

/** Out of sight in one step, then file by file. */
async function clear(store: Pick<Store, 'openAside' | 'drop'>, path: string): Promise<void> {
  const aside = await store.openAside();
  try {
    await moved(path, join(aside, 'gone'));
  } finally {
    await store.drop(aside);
  }
}
