import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBytesIn } from './result-files.ts';

/** Folders of a store beside its results, in the order in which they are told. */
const ROOMS = ['comparisons', 'priority-reports', 'sweeps', 'twins', 'inputs', 'quarantine', 'buckets', 'aside'] as const;

export interface Room { name: (typeof ROOMS)[number]; count: number; bytes: number }

/** What lies in a store beside results, and what it takes; folders that hold nothing are left out. */
export async function roomsIn(home: string): Promise<Room[]> {
  const rooms = await Promise.all(ROOMS.map(async (name) => {
    const folder = join(home, name), entries = await readdir(folder).catch(() => []);
    let bytes = 0;
    // One after the other: a sweep leaves an input a point.
    for (const entry of entries) bytes += await sizeOf(join(folder, entry));
    return { name, count: entries.length, bytes };
  }));
  return rooms.filter(({ count }) => count > 0);
}

/** What goes meanwhile takes nothing. */
async function sizeOf(path: string): Promise<number> {
  const about = await stat(path).catch(() => undefined);
  if (!about?.isDirectory()) return about?.size ?? 0;
  return Object.values(await filesBytesIn(path).catch(() => ({}))).reduce((sum, bytes) => sum + bytes, 0);
}
