// Makes a checkout ready to run: packages installed as the lock file says, dist built from the sources as they are.
// Plain JavaScript without dependencies: it runs before anything is installed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const sourceFolders = ['engine', 'data', 'scenarios', 'viewer', 'cli'];

export const say = (line) => process.stderr.write(`${line}\n`);

/** Whether this is a checkout with sources, rather than the published package that holds dist alone. */
export const isCheckout = () => existsSync(join(root, 'cli/main.ts'));

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(`Jumeau needs Node.js 20.19 or newer; this is ${process.versions.node}. Install a newer one, then run the same command again.`);
  process.exit(1);
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

const stampSays = (stamp, value) => existsSync(stamp) && readFileSync(stamp, 'utf8') === value;

function command(name, args, why) {
  const { status, error } = spawnSync(name, args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (status === 0) return;
  say(`${why} failed: "${name} ${args.join(' ')}" ended with ${error ? error.message : status}. The lines above say why.`);
  process.exit(2);
}

/** Installs packages if the lock file is not the one that node_modules was made from. */
export function ensureInstalled() {
  const stamp = join(root, 'node_modules/.jumeau-installed');
  // The lock file says all that is installed: a change of a script in package.json needs no network.
  const wanted = fingerprint([join(root, 'package-lock.json')]) + process.versions.modules;
  if (stampSays(stamp, wanted)) return;
  say('Installing the packages of package-lock.json (needs a network, about a minute) ...');
  command('npm', ['ci', '--include=dev', '--loglevel=error'], 'Installing packages');
  writeFileSync(stamp, wanted);
}

/** Builds dist if any source has changed since it was built. */
export async function ensureBuilt() {
  const stamp = join(root, 'dist/built-from');
  const sources = sourceFolders.flatMap((folder) => filesBelow(join(root, folder)));
  const wanted = fingerprint([...sources, join(root, 'package-lock.json')]);
  if (stampSays(stamp, wanted)) return;
  say('Building the command and the viewer (a few seconds) ...');
  rmSync(stamp, { force: true });
  command(process.execPath, [join(root, 'cli/setup/build.mjs')], 'Building');
  writeFileSync(stamp, wanted);
}

/** Everything a command needs. Costs a few milliseconds when nothing has changed. */
export async function prepare() {
  requireNode();
  if (!isCheckout()) return;
  ensureInstalled();
  await ensureBuilt();
}
