import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sweepHeadSchema, type SweepHead } from '../../saved/sweep-head.ts';
import { headOfSweep, MOST_SAVED_BYTES, savedSweepSchema, type SavedSweep } from '../../sweep/saved-sweep.ts';

/** `sweeps/<id>/` of the store: sweep.json, its head for lists, and the points as a table for people's own tools. */
const FILE = 'sweep.json', HEAD = 'head.json';

export const isSweepId = (name: string): boolean => /^[0-9a-f]{32}$/.test(name);
export const sweepPath = (home: string, id: string): string => join(home, 'sweeps', id, FILE);

/** The files of a sweep, but for its tables. */
export const sweepFiles = (saved: SavedSweep): Record<string, string> => ({ [FILE]: `${JSON.stringify(saved)}\n`, [HEAD]: `${JSON.stringify(headOfSweep(saved))}\n` });

/** A sweep as it is kept; `fault`: the file is not there, or where it is not as it should be ('' for no JSON or one that is too large). */
export async function readSavedSweep(path: string): Promise<{ value: SavedSweep; fault?: undefined } | { value?: undefined; fault: { isMissing: boolean; path: string } }> {
  const about = await stat(path).catch(() => undefined);
  if (!about?.isFile()) return { fault: { isMissing: true, path: '' } };
  if (about.size > MOST_SAVED_BYTES) return { fault: { isMissing: false, path: '' } };
  let given: unknown;
  try {
    given = JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return { fault: { isMissing: false, path: '' } };
  }
  const read = savedSweepSchema.safeParse(given);
  return read.success ? { value: read.data } : { fault: { isMissing: false, path: read.error.issues[0]!.path.join('.') } };
}

/** The sweep of this number; undefined where there is none, or none that this version reads. */
export async function findSweep(home: string, id: string): Promise<SavedSweep | undefined> {
  if (!isSweepId(id)) return undefined;
  const { value } = await readSavedSweep(sweepPath(home, id));
  return value?.id === id ? value : undefined;
}

/** Numbers of all that is there, whoever wrote it. */
export const sweepIds = async (home: string): Promise<string[]> => (await readdir(join(home, 'sweeps')).catch(() => [])).filter(isSweepId);

/** All that have a head, the newest first. */
export async function listSweeps(home: string): Promise<SweepHead[]> {
  const found = await Promise.all((await sweepIds(home)).map((id) => datedHead(home, id)));
  return found.flatMap((one) => one ?? []).sort((one, other) => other.writtenMs - one.writtenMs || (one.head.id < other.head.id ? -1 : 1)).map(({ head }) => head);
}

/** What a list tells of the sweep of this number, without reading all of it; undefined where there is none. */
export const findSweepHead = async (home: string, id: string): Promise<SweepHead | undefined> => (isSweepId(id) ? (await datedHead(home, id))?.head : undefined);

async function datedHead(home: string, id: string): Promise<{ head: SweepHead; writtenMs: number } | undefined> {
  const path = join(home, 'sweeps', id, HEAD);
  try {
    const head = sweepHeadSchema.parse(JSON.parse(await readFile(path, 'utf8')));
    return head.id === id ? { head, writtenMs: (await stat(path)).mtimeMs } : undefined;
  } catch {
    return undefined; // Another version wrote it, or something else is wrong with it: it is no sweep that can be shown.
  }
}
