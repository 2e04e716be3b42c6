import { createHash, randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import type { Store } from '../store.ts';

export async function keepInput(store: Store, bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex'), folder = join(store.home, 'inputs'), path = join(folder, hash);
  makeFolder(folder);
  const aside = `${path}.${randomUUID()}`;
  await writeFile(aside, bytes);
  await rename(aside, path);
  return hash;
}

export async function readInput(store: Store, hash: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(join(store.home, 'inputs', hash)));
}
