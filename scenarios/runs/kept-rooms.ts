import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { moved } from './moved.ts';

/** What is made of results and kept in the folder of a store, by its room: the file that says what it is. It is nowhere else. */
export const KEPT_FILES = { comparisons: 'comparison.json', 'priority-reports': 'report.json', sweeps: 'sweep.json' } as const;

/** Ends the name under which an earlier one waits while a new one takes its place: nobody reads it there, and it comes back if the new one does not come. */
export const WAITING = '.before';

/** Brings back what still waits below `home`, since whoever was to put a new one in its place has been ended in between. */
export async function bringBackKept(home: string): Promise<void> {
  for (const room of Object.keys(KEPT_FILES)) {
    for (const name of (await readdir(join(home, room)).catch(() => [])).filter((one) => one.endsWith(WAITING))) {
      const path = join(home, room, name), folder = path.slice(0, -WAITING.length);
      if (existsSync(folder)) await rm(path, { recursive: true, force: true });
      else await moved(path, folder);
    }
  }
}
