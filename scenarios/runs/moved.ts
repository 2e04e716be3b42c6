import { rename } from 'node:fs/promises';

/** Whether something lies where a folder was to be renamed to; Windows has no other word for it than for what is forbidden. */
export const isTaken = (error: unknown): boolean => ['ENOTEMPTY', 'EEXIST', 'ENOTDIR', ...(process.platform === 'win32' ? ['EPERM'] : [])].includes((error as NodeJS.ErrnoException).code ?? '');

/** Renames, and tells whether there was something to move, and room for it. */
export async function moved(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' && !isTaken(error)) throw error;
    return false;
  }
}
