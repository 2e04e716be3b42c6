import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** What every file of a result holds, as `sha256sum -c contents.sha256` checks it. */
export const SUMS_FILE = 'contents.sha256';

/** Most files of a result have a few kilobytes: to read them on the way is ten times as fast as to ask for each and wait. */
export const SMALL_BYTES = 256 * 1024;

/** SHA-256 of a file in 64 hexadecimal digits. */
export async function sumOf(path: string): Promise<string> {
  if (statSync(path).size <= SMALL_BYTES) return sumOfBytes(readFileSync(path));
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** The same of what is in memory. */
export const sumOfBytes = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

/** Files as they were written, by their paths in a result: sizes, and sums of what was meant to be in them, whatever the disk made of it. */
export type WrittenFiles = Record<string, { bytes: number; sum: string }>;

/** Writes a file and tells what it wrote: whoever has the bytes need not read them back for their sum. */
export function writeSummed(path: string, content: Uint8Array): WrittenFiles[string] {
  writeFileSync(path, content);
  return { bytes: content.byteLength, sum: sumOfBytes(content) };
}

/** The file of these sums. */
export const sumsText = (sums: readonly { name: string; sum: string }[]): string => sums.map(({ name, sum }) => `${sum}  ${name}\n`).join('');

/** More than the longest replay needs. */
const MOST_LINES = 100_000;

/** The sum of every file by its name; undefined where there is no such file or it says something else. */
export async function readSums(folder: string): Promise<ReadonlyMap<string, string> | undefined> {
  const path = join(folder, SUMS_FILE), text = (statSync(path, { throwIfNoEntry: false })?.size ?? Infinity) > 400 * MOST_LINES ? undefined : await readFile(path, 'utf8').catch(() => undefined);
  const read = text?.trimEnd().split('\n').map((line) => /^([0-9a-f]{64}) {2}(.+)$/.exec(line));
  return read?.every((line) => line !== null) ? new Map(read.map((line) => [line![2]!, line![1]!])) : undefined;
}
