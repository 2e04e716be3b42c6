// Finds PostgreSQL and Redis for the tests of the queue, or installs them.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './prepare.mjs';
import { foldersOnPath, installBy, isExecutable } from './system-packages.mjs';

/** Debian keeps servers of PostgreSQL off the path, one folder a version. */
const versionFolders = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt']
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).filter((name) => /^\d+$|^postgresql/.test(name)).sort((a, b) => parseInt(b, 10) - parseInt(a, 10)).map((name) => join(folder, name, 'bin')));

/** The folder that holds both initdb and postgres; undefined when there is none. */
export const findPostgres = () => [...versionFolders, ...foldersOnPath()].find((folder) => isExecutable(join(folder, 'initdb')) && isExecutable(join(folder, 'postgres')));
export const findRedis = () => foldersOnPath().flatMap((folder) => [join(folder, 'redis-server'), join(folder, 'valkey-server')]).find(isExecutable);

const installers = [
  { manager: 'apt-get', steps: [['apt-get', 'update', '-qq'], ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'postgresql', 'redis-server']] },
  { manager: 'dnf', steps: [['dnf', 'install', '-y', 'postgresql-server', 'redis']] },
  { manager: 'apk', steps: [['apk', 'add', 'postgresql', 'redis']] },
  { manager: 'pacman', steps: [['pacman', '-S', '--noconfirm', 'postgresql', 'redis']] },
  { manager: 'brew', steps: [['brew', 'install', 'postgresql@17', 'redis']] },
];

/** Whether both servers are there, installed if need be. Tests start their own, in folders and on ports of their own. */
export function ensureBrokers() {
  const there = () => findPostgres() !== undefined && findRedis() !== undefined;
  if (there()) return true;
  say('Looking for PostgreSQL and Redis for the tests of the queue: installing what is missing (once) ...');
  installBy(installers);
  return there();
}
