import { closeSync, fsync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const syncOpened = promisify(fsync);

/** Waits until a file, or the names in a folder, are on the disk and not only in memory. Windows knows no such thing of folders. */
export async function syncToDisk(path: string, isFolder: boolean): Promise<void> {
  if (isFolder && process.platform === 'win32') return;
  // Opened on the way: what a file handle of its own costs is more than to wait here for the name.
  const file = openSync(path, isFolder ? 'r' : 'r+');
  try {
    await syncOpened(file);
  } finally {
    closeSync(file);
  }
}

/** The same for all that a folder holds, and for its names. At once, so that the disk does it in one go: one after the other takes twice as long, or more. */
export async function syncFolder(folder: string): Promise<void> {
  const entries = readdirSync(folder, { withFileTypes: true });
  await Promise.all([...entries.map((entry) => (entry.isDirectory() ? syncFolder(join(folder, entry.name)) : syncToDisk(join(folder, entry.name), false))), syncToDisk(folder, true)]);
}
