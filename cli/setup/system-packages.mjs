// What stands on this system, and how its package manager brings what does not.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // Not there, or not for us to run: the next candidate is tried.
  }
}

export const foldersOnPath = () => (process.env.PATH ?? '').split(delimiter);

export const succeeds = ([command, ...rest]) => spawnSync(command, rest, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;

/** Tries the managers that are there, one after the other, until one has done all its steps. */
export function installBy(installers) {
  for (const { manager, steps } of installers) if (foldersOnPath().some((folder) => isExecutable(join(folder, manager))) && steps.every(succeeds)) break;
}
