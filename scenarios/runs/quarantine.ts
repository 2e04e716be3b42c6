import { mkdir, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { RunManifest } from './manifest.ts';
import { moved } from './moved.ts';

/** As many second results of one key are kept; a hundred more would say the same. */
const MOST_OF_A_KEY = 10;

/** Puts a result aside that differs from the one its key already has, with a note of how: `<key>-<n>/why.json`. It is no result: nothing finds it. */
export async function quarantine(folder: string, aside: string, kept: RunManifest, second: RunManifest): Promise<void> {
  await writeFile(join(aside, 'why.json'), `${JSON.stringify({ why: 'another result of this key was there first, and its hash is another', kept: originOf(kept), second: { ...originOf(second), machine: hostname() } }, undefined, 2)}\n`);
  await mkdir(folder, { recursive: true });
  await putNumbered(aside, folder, second.key);
}

/** Under the first number of its key that is free; removed where none is. */
export async function putNumbered(aside: string, folder: string, key: string): Promise<void> {
  for (let at = 1; at <= MOST_OF_A_KEY; at++) {
    if (await moved(aside, join(folder, `${key}-${at}`))) return;
  }
  await rm(aside, { recursive: true, force: true });
}

const originOf = ({ figures, node, engine, key }: RunManifest) => ({ key, hash: figures.hash, engine, node });
