// Finds PostgreSQL and Redis for the tests of the queue, or installs them.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say } from './prepare.mjs';

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // Not there, or not for us to run: the next candidate is tried.
  }
}

/** Debian keeps servers of PostgreSQL off the path, one folder a version. */
const versionFolders = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt']
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).filter((name) => /^\d+$|^postgresql/.test(name)).sort((a, b) => parseInt(b, 10) - parseInt(a, 10)).map((name) => join(folder, name, 'bin')));
const onPath = () => (process.env.PATH ?? '').split(delimiter);

/** The folder that holds both initdb and postgres; undefined when there is none. */
export const findPostgres = () => [...versionFolders, ...onPath()].find((folder) => isExecutable(join(folder, 'initdb')) && isExecutable(join(folder, 'postgres')));
export const findRedis = () => onPath().flatMap((folder) => [join(folder, 'redis-server'), join(folder, 'valkey-server')]).find(isExecutable);

const installers = [
  { manager: 'apt-get', steps: [['apt-get', 'update', '-qq'], ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'postgresql', 'redis-server']] },
  { manager: 'dnf', steps: [['dnf', 'install', '-y', 'postgresql-server', 'redis']] },
  { manager: 'apk', steps: [['apk', 'add', 'postgresql', 'redis']] },
  { manager: 'pacman', steps: [['pacman', '-S', '--noconfirm', 'postgresql', 'redis']] },
  { manager: 'brew', steps: [['brew', 'install', 'postgresql@17', 'redis']] },
];

const succeeds = ([command, ...rest]) => spawnSync(command, rest, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;

/** Whether both servers are there, installed if need be. Tests start their own, in folders and on ports of their own. */
export function ensureBrokers() {
  const there = () => findPostgres() !== undefined && findRedis() !== undefined;
  if (there()) return true;
  say('Looking for PostgreSQL and Redis for the tests of the queue: installing what is missing (once) ...');
  for (const { manager, steps } of installers) if (onPath().some((folder) => isExecutable(join(folder, manager))) && steps.every(succeeds)) break;
  return there();
}
