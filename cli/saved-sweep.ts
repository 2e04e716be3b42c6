import { createHash } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../scenarios/runs/make-folder.ts';
import type { Store } from '../scenarios/runs/store.ts';
import { syncFolder } from '../scenarios/runs/to-disk.ts';
import { whenWriting } from './bad-input.ts';

/** Raise it when the layout of a saved sweep changes. */
export const SWEEP_FORMAT = 1;

/** 32 hexadecimal digits that name a sweep: by all that decides what comes out of it, part by part. */
export function sweepId(identity: Iterable<unknown>): string {
  const hash = createHash('sha256').update(String(SWEEP_FORMAT));
  for (const part of identity) hash.update(`\n${JSON.stringify(part)}`);
  return hash.digest('hex').slice(0, 32);
}

/** Keeps a sweep in `<home>/sweeps/<id>/`: written aside, then put in the place of what an earlier, perhaps less complete, try left there. */
export async function saveSweep(store: Store, id: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const sweeps = join(store.home, 'sweeps'), folder = join(sweeps, id);
  return whenWriting(folder, async () => {
    makeFolder(sweeps);
    const aside = await store.openAside();
    try {
      await mkdir(aside, { recursive: true });
      for (const [name, content] of Object.entries(files)) await writeFile(join(aside, name), content);
      await syncFolder(aside);
      await rm(folder, { recursive: true, force: true });
      await rename(aside, folder);
    } finally {
      await store.drop(aside);
    }
    return folder;
  });
}
