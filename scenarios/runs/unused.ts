import { readdir, rename, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { KEPT_FILES } from './kept-rooms.ts';
import { lastUsedMs } from './last-used.ts';
import { isTaken } from './moved.ts';
import { namedCities } from './named-cities.ts';
import { putNumbered } from './quarantine.ts';
import { filesBytesIn } from './result-files.ts';
import type { Store } from './store.ts';

/** What nothing in a store needs any more, by the room that it lies in; of a bucket: one of the copies that this machine has. */
export interface Unused { room: 'twins' | 'inputs' | 'quarantine' | 'buckets'; path: string; bytes: number }

const NAMES = { twins: /^([0-9a-f]{16,64})\.twin$/, inputs: /^[0-9a-f]{64}$/, quarantine: /^[0-9a-f]{32}-\d+$/, results: /^[0-9a-f]{32}$/ };
const OWN = ['twins', 'inputs', 'quarantine'] as const, COPIES = ['twins', 'inputs', 'quarantine', 'results'] as const, BUCKET = /^[0-9a-f]{12}$/;

/** `notedCity`: one that stays in any case. `onLooked`: told how far the search is, 0 to 1; what it throws ends it. */
export interface Search { notedCity(folder: string): Promise<string | undefined>; onLooked(share: number): void }

/**
 * Cities that no result and nothing kept names, inputs of runs, results in quarantine, and what this machine has copied from buckets: of all these what nobody
 * has written or asked for since `before` (milliseconds since 1970). Others may be at work in the store: a city, an input or a copied result that is asked for
 * again counts as new. What is kept beside the copies of a bucket is nowhere else, and stays. Of a bucket's store: this machine's copies, and nothing of the bucket.
 */
export async function unusedIn(store: Pick<Store, 'home' | 'folder' | 'list'>, before: number, { notedCity, onLooked }: Search): Promise<Unused[]> {
  const notedIn = async (folder: string): Promise<string[]> => { const city = await notedCity(folder); return city === undefined ? [] : [city]; };
  const isOfBucket = store.home !== store.folder, buckets = isOfBucket ? [store.folder] : await bucketsIn(store.folder), found: Unused[] = [];
  const all = await countIn(isOfBucket ? buckets : [store.folder, ...buckets]);
  let looked = 0;
  const oneMore = (): void => onLooked(Math.min(1, ++looked / all));
  for (const room of isOfBucket ? [] : OWN) {
    const stay = room === 'twins' ? [...await namedCities(store, oneMore), ...await notedIn(store.folder)] : [];
    for (const path of await oldIn(store.folder, room, before, stay, oneMore)) found.push({ room, path, bytes: await bytesOf(path) });
  }
  for (const folder of buckets) {
    const stay = await notedIn(folder);
    for (const room of COPIES) for (const path of await oldIn(folder, room, before, stay, oneMore)) found.push({ room: 'buckets', path, bytes: await bytesOf(path) });
  }
  return found;
}

const bucketsIn = async (home: string): Promise<string[]> => (await readdir(join(home, 'buckets')).catch(() => [])).filter((name) => BUCKET.test(name)).sort().map((name) => join(home, 'buckets', name));

async function countIn(folders: readonly string[]): Promise<number> {
  const rooms = [...COPIES, ...Object.keys(KEPT_FILES)], counts = folders.flatMap((folder) => rooms.map((room) => readdir(join(folder, room)).then((names) => names.length, () => 0)));
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

async function oldIn(folder: string, room: keyof typeof NAMES, before: number, stay: readonly string[], onLooked: () => void): Promise<string[]> {
  const old: string[] = [], staying = new Set(stay);
  for (const name of (await readdir(join(folder, room)).catch(() => [])).sort()) {
    const ours = NAMES[room].exec(name), path = join(folder, room, name);
    if (ours && !staying.has(ours[1] ?? '') && (await lastUsedMs(path)) < before) old.push(path);
    onLooked();
  }
  return old;
}

/** Removes one, and tells whether it did. Somebody may have asked for it since it was found, or in this moment: looked at in its place, moved, and looked at again. */
export async function removeUnused(store: Pick<Store, 'openAside' | 'drop'>, { room, path }: Unused, before: number): Promise<boolean> {
  if ((await lastUsedMs(path)) >= before) return false;
  const aside = await store.openAside(), away = join(aside, basename(path));
  try {
    await rename(path, away);
    if ((await lastUsedMs(away)) < before) return true;
    await putBack(room, away, path);
    return false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  } finally {
    await store.drop(aside);
  }
}

/** Whoever has taken its place meanwhile has brought the same: what a name says is what it holds, but for the numbers of quarantine. */
async function putBack(room: Unused['room'], away: string, path: string): Promise<void> {
  try {
    await rename(away, path);
  } catch (error) {
    if (!isTaken(error)) throw error;
    if (room === 'quarantine') await putNumbered(away, dirname(path), basename(path).split('-')[0]!);
  }
}

async function bytesOf(path: string): Promise<number> {
  const about = await stat(path).catch(() => undefined);
  return about?.isDirectory() ? Object.values(await filesBytesIn(path).catch(() => ({}))).reduce((sum, bytes) => sum + bytes, 0) : about?.size ?? 0;
}
