import { rmSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from '../scenarios/runs/make-folder.ts';
import { whenWriting } from './bad-input.ts';

const begun = new Set<string>();

/** Writes a file aside and renames it, so that whoever looks finds the old one, the new one or none, never a part. */
export async function writeWhole(path: string, parts: Iterable<Uint8Array | string> | AsyncIterable<string>): Promise<void> {
  const aside = `${path}.${process.pid}.part`;
  await whenWriting(path, async () => {
    begun.add(aside);
    try {
      makeFolder(dirname(path));
      const file = await open(aside, 'w');
      try {
        for await (const part of parts) await file.writeFile(part);
      } finally {
        await file.close();
      }
      await rename(aside, path);
    } finally {
      await rm(aside, { force: true });
      begun.delete(aside);
    }
  });
}

/** For a person who stops the command half-way. */
export const dropBegunFiles = (): void => begun.forEach((aside) => rmSync(aside, { force: true }));
