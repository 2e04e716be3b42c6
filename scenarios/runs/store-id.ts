import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file that makes a folder, or a prefix of a bucket, a store: made once, by whoever opens it first. */
export const STORE_FILE = 'store.json';

export const newStoreFile = (): string => `${JSON.stringify({ id: randomUUID().replaceAll('-', '') })}\n`;

/** 32 hexadecimal digits. Throws where the file says something else. `where`: its name for people. */
export function storeIdFrom(text: string, where: string): string {
  const id = /^\s*\{\s*"id"\s*:\s*"([0-9a-f]{32})"\s*\}\s*$/.exec(text)?.[1];
  if (id === undefined) throw new Error(`${where} says no longer which store this is: bring back the file as it was`);
  return id;
}

/** The number of the store in this folder, which gets one if it has none. Of several that open it at once, one gives it. */
export function storeIdIn(home: string, nextAside: () => string): string {
  const path = join(home, STORE_FILE);
  try {
    return storeIdFrom(readFileSync(path, 'utf8'), path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const aside = nextAside();
  writeFileSync(aside, newStoreFile());
  try {
    linkSync(aside, path);
  } catch (error) {
    // Some network folders know no links.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') renameSync(aside, path);
  }
  rmSync(aside, { force: true });
  return storeIdFrom(readFileSync(path, 'utf8'), path);
}
