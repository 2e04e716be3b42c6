import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { keepFolder } from '../scenarios/report/keep-folder.ts';
import type { Store } from '../scenarios/runs/store.ts';
import { whenWriting } from './bad-input.ts';

/** Raise it when the layout of a saved sweep changes. */
export const SWEEP_FORMAT = 1;

/** 32 hexadecimal digits that name a sweep: by all that decides what comes out of it, part by part. */
export function sweepId(identity: Iterable<unknown>): string {
  const hash = createHash('sha256').update(String(SWEEP_FORMAT));
  for (const part of identity) hash.update(`\n${JSON.stringify(part)}`);
  return hash.digest('hex').slice(0, 32);
}

/** Keeps a sweep in `sweeps/<id>/` of the store's folder: written aside, then put in the place of what an earlier, perhaps less complete, try left there. */
export async function saveSweep(store: Store, id: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = join(store.folder, 'sweeps', id);
  return whenWriting(folder, async () => {
    await keepFolder(store, folder, Object.entries(files));
    return folder;
  });
}
