import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** What every file of a result holds, as `sha256sum -c contents.sha256` checks it. */
export const SUMS_FILE = 'contents.sha256';

/** Most files of a result have a few kilobytes: to read them on the way is ten times as fast as to ask for each and wait. */
const SMALL_BYTES = 256 * 1024;

/** SHA-256 of a file in 64 hexadecimal digits. */
export async function sumOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  if (statSync(path).size <= SMALL_BYTES) return hash.update(readFileSync(path)).digest('hex');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** The file of sums for these files of a folder, and for one more whose text is not written yet. */
export async function sumsText(folder: string, names: readonly string[], last: { name: string; text: string }): Promise<string> {
  const lines: string[] = [];
  for (const name of names) lines.push(`${await sumOf(join(folder, name))}  ${name}`);
  lines.push(`${createHash('sha256').update(last.text).digest('hex')}  ${last.name}`);
  return `${lines.join('\n')}\n`;
}

/** More than the longest replay needs. */
const MOST_LINES = 100_000;

/** The sum of every file by its name; undefined where there is no such file or it says something else. */
export async function readSums(folder: string): Promise<ReadonlyMap<string, string> | undefined> {
  const path = join(folder, SUMS_FILE), text = (statSync(path, { throwIfNoEntry: false })?.size ?? Infinity) > 400 * MOST_LINES ? undefined : await readFile(path, 'utf8').catch(() => undefined);
  const read = text?.trimEnd().split('\n').map((line) => /^([0-9a-f]{64}) {2}(.+)$/.exec(line));
  return read?.every((line) => line !== null) ? new Map(read.map((line) => [line![2]!, line![1]!])) : undefined;
}
