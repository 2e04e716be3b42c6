import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { KEPT_FILES } from './kept-rooms.ts';
import type { Store } from './store.ts';

/** Fingerprints of all cities that a result names, or something kept. `onLooked`: told after each of these; what it throws ends the search. */
export async function namedCities(store: Pick<Store, 'folder' | 'list'>, onLooked: () => void): Promise<Set<string>> {
  const named = new Set<string>();
  for await (const { manifest } of store.list()) {
    if (manifest) named.add(manifest.twinHash);
    onLooked();
  }
  for (const [room, file] of Object.entries(KEPT_FILES)) {
    for (const id of await readdir(join(store.folder, room)).catch(() => [])) {
      for await (const hash of hashesIn(join(store.folder, room, id, file))) named.add(hash);
      onLooked();
    }
  }
  return named;
}

/** Enough for the field with the two cities of a report. */
const LONGEST_FIELD = 300;

/** A sweep of many runs is some hundred megabytes: read piece by piece. */
async function* hashesIn(path: string): AsyncGenerator<string> {
  let end = '';
  try {
    for await (const piece of createReadStream(path, { encoding: 'utf8' })) {
      const text = end + String(piece);
      for (const [field] of text.matchAll(/"twinHash":\s*"[^"]*"/g)) for (const [hash] of field.matchAll(/[0-9a-f]{16,64}/g)) yield hash;
      end = text.slice(-LONGEST_FIELD);
    }
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
