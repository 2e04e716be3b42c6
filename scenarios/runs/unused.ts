import { readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBytesIn } from './result-files.ts';
import type { Store } from './store.ts';

/** What nothing in a store needs any more, by the room that it lies in. */
export interface Unused { room: 'twins' | 'inputs' | 'quarantine' | 'buckets'; name: string; bytes: number }

const TWIN = /^([0-9a-f]{16,64})\.twin$/, NAMES: Readonly<Record<Unused['room'], RegExp>> = { twins: TWIN, inputs: /^[0-9a-f]{64}$/, quarantine: /^[0-9a-f]{32}-\d+$/, buckets: /^[0-9a-f]{12}$/ };
const ROOMS = Object.keys(NAMES) as Unused['room'][];

/** Fingerprints of cities in a kept comparison, report or sweep; none is longer than this, and a city that one of them names stays. */
const KEPT = { comparisons: 'comparison.json', 'priority-reports': 'report.json', sweeps: 'sweep.json' }, MOST_BYTES = 64_000_000;

/**
 * Cities that no result and nothing kept names, inputs of runs, results in quarantine, and this machine's copies of buckets: of all these what nobody has
 * written or asked for since `before` (milliseconds since 1970). Others may be at work in the store: what they are about to use is younger than that,
 * for a city or an input that is asked for again counts as new. `needed`: fingerprints of cities that stay in any case.
 */
export async function unusedIn(store: Store, before: number, needed: ReadonlySet<string>): Promise<Unused[]> {
  const named = new Set([...needed, ...(await namedCities(store))]), found: Unused[] = [];
  for (const room of ROOMS) {
    for (const name of (await readdir(join(store.folder, room)).catch(() => [])).sort()) {
      if (!NAMES[room].test(name) || (room === 'twins' && named.has(TWIN.exec(name)![1]!))) continue;
      const path = join(store.folder, room, name), usedMs = await lastUsedMs(path);
      if (usedMs < before) found.push({ room, name, bytes: await bytesOf(path) });
    }
  }
  return found;
}

/** Removes one, and tells whether it did: moved first and looked at then, for somebody may have asked for it a moment ago. */
export async function removeUnused(store: Pick<Store, 'folder' | 'openAside' | 'drop'>, { room, name }: Unused, before: number): Promise<boolean> {
  const aside = await store.openAside(), moved = join(aside, name), path = join(store.folder, room, name);
  try {
    await rename(path, moved);
    if ((await lastUsedMs(moved)) < before) return true;
    await rename(moved, path);
    return false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  } finally {
    await store.drop(aside);
  }
}

async function namedCities(store: Store): Promise<Set<string>> {
  const named = new Set<string>();
  for await (const { manifest } of store.list()) if (manifest) named.add(manifest.twinHash);
  for (const [room, file] of Object.entries(KEPT)) {
    for (const id of await readdir(join(store.folder, room)).catch(() => [])) {
      const path = join(store.folder, room, id, file), text = ((await stat(path).catch(() => undefined))?.size ?? Infinity) > MOST_BYTES ? '' : await readFile(path, 'utf8').catch(() => '');
      for (const [, hash] of text.matchAll(/"twinHash":\s*"([0-9a-f]{16,64})"/g)) named.add(hash!);
    }
  }
  return named;
}

/** Of a folder: when anything came into it or one of those below it. What has gone meanwhile is in use, whoever took it. */
async function lastUsedMs(path: string): Promise<number> {
  const about = await stat(path).catch(() => undefined);
  if (!about) return Infinity;
  if (!about.isDirectory()) return about.mtimeMs;
  const inside = await Promise.all((await readdir(path, { recursive: true }).catch(() => [])).map(async (name) => (await stat(join(path, name)).catch(() => undefined))?.mtimeMs ?? 0));
  return inside.reduce((latest, one) => Math.max(latest, one), about.mtimeMs);
}

async function bytesOf(path: string): Promise<number> {
  const about = await stat(path).catch(() => undefined);
  return about?.isDirectory() ? Object.values(await filesBytesIn(path).catch(() => ({}))).reduce((sum, bytes) => sum + bytes, 0) : about?.size ?? 0;
}
