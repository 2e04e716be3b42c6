// Fetches the other versions of Node that runs are compared on; see tests/nodes/package.json.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './prepare.mjs';

const folder = join(root, 'tests/nodes');

/** True when they are here, or there are none for this system. */
export function ensureNodes() {
  if (process.platform !== 'linux') return true;
  const stamp = join(folder, 'node_modules/.jumeau-installed'), wanted = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true;
  say('Fetching Node 20, 22 and 24, to compare runs on them (once, about 150 MB) ...');
  const { status } = spawnSync('npm', ['ci', '--loglevel=error', '--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-timeout=60000'], { cwd: folder, stdio: ['ignore', 2, 2] });
  // Optional packages that cannot be fetched are no error for npm.
  const whole = status === 0 && [20, 22, 24].every((major) => existsSync(join(folder, `node_modules/node${major}-linux-${process.arch}/bin/node`)));
  if (whole) writeFileSync(stamp, wanted);
  return whole;
}
