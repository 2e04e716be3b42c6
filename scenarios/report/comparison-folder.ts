import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { keepFolder } from '../runs/keep-folder.ts';
import type { Store } from '../runs/store.ts';
import { headOf, savedComparisonSchema, type SavedComparison, type SavedHead } from '../saved/saved-comparison.ts';
import { comparisonTables } from './comparison-tables.ts';

/** `comparisons/<id>/` of the store: comparison.json, and tables of the same figures for people's own tools. */
const FILE = 'comparison.json';

/** 200 pairs of a day of a large city are some 20 MB. */
const MOST_BYTES = 64_000_000;

const isId = (id: string): boolean => /^[0-9a-f]{16}$/.test(id);
const folderOf = (home: string, id: string): string => join(home, 'comparisons', id);
export const comparisonPath = (home: string, id: string): string => join(folderOf(home, id), FILE);

/** Why a file is no comparison that can be read: there is none, it is too large, no JSON, or its field at `path` is not as it should be. */
export interface NotRead { why: 'missing' | 'too-large' | 'not-json' | 'other'; path: string }

/** Reads a saved comparison, whoever wrote the file. */
export async function readComparison(path: string): Promise<{ value: SavedComparison; fault?: undefined } | { value?: undefined; fault: NotRead }> {
  const about = await stat(path).catch(() => undefined);
  if (!about?.isFile()) return { fault: { why: 'missing', path: '' } };
  if (about.size > MOST_BYTES) return { fault: { why: 'too-large', path: String(MOST_BYTES) } };
  let given: unknown;
  try {
    given = JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return { fault: { why: 'not-json', path: '' } };
  }
  const read = savedComparisonSchema.safeParse(given);
  return read.success ? { value: read.data } : { fault: { why: 'other', path: read.error.issues[0]!.path.join('.') } };
}

/** The comparison of this name in the store; undefined where there is none, or none that this version reads. */
export async function findComparison(home: string, id: string): Promise<SavedComparison | undefined> {
  if (!isId(id)) return undefined;
  const { value } = await readComparison(comparisonPath(home, id));
  return value?.id === id ? value : undefined;
}

/** Numbers of all that are kept, the newest first; whether this version reads them nobody has looked. */
export async function comparisonIds(home: string): Promise<string[]> {
  const names = (await readdir(join(home, 'comparisons')).catch(() => [])).filter(isId);
  const dated = await Promise.all(names.map(async (id) => ({ id, writtenMs: (await stat(comparisonPath(home, id)).catch(() => undefined))?.mtimeMs ?? 0 })));
  return dated.sort((one, other) => other.writtenMs - one.writtenMs || (one.id < other.id ? -1 : 1)).map(({ id }) => id);
}

/** All that this version reads, the newest first. */
export async function listComparisons(home: string): Promise<SavedHead[]> {
  const heads: SavedHead[] = [];
  // One at a time: many comparisons of many seeds need not lie in memory together.
  for (const id of await comparisonIds(home)) {
    const head = await readHead(home, id);
    if (head) heads.push(head);
  }
  return heads;
}

/** Heads as they were read, by path: whoever serves the list is asked for it again and again, and a comparison is written once. */
const readHeads = new Map<string, { writtenMs: number; bytes: number; head: SavedHead | undefined }>();
const MOST_HEADS = 10_000;

async function readHead(home: string, id: string): Promise<SavedHead | undefined> {
  const path = comparisonPath(home, id), about = await stat(path).catch(() => undefined), before = readHeads.get(path);
  if (!about) return undefined;
  if (before && before.writtenMs === about.mtimeMs && before.bytes === about.size) return before.head;
  const found = await findComparison(home, id), head = found && headOf(found);
  if (readHeads.size >= MOST_HEADS) readHeads.clear();
  readHeads.set(path, { writtenMs: about.mtimeMs, bytes: about.size, head });
  return head;
}

/** Keeps a comparison with its tables. */
export const keepComparison = (store: Pick<Store, 'folder' | 'openAside' | 'drop'>, saved: SavedComparison): Promise<void> =>
  keepFolder(store, folderOf(store.folder, saved.id), [[FILE, JSON.stringify(saved)], ...comparisonTables(saved)]);
