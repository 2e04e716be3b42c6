import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the build wrote beside the worker. */
interface Versions {
  /** The package's version and a fingerprint of all code that a result depends on, libraries included. */
  engine: string;
  /** Fingerprint of the generator of the reference city, libraries included. */
  referenceCity: string;
}

/** Built: dist/run-worker.js beside or above this file. From sources: dist beside scenarios, or beside the bundled question of bench. */
const candidates = ['./run-worker.js', '../run-worker.js', '../../dist/run-worker.js', '../dist/run-worker.js'].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/** The bundled file that each worker thread runs. */
export function workerPath(): string {
  const found = candidates.find((path) => existsSync(path));
  if (!found) throw new Error('dist/run-worker.js is missing: run "npm run build"');
  return found;
}

/** The bundled file that each further thread of one run runs. */
export const helperPath = (): string => join(dirname(workerPath()), 'help-worker.js');

export function versions(): Versions {
  return JSON.parse(readFileSync(join(dirname(workerPath()), 'versions.json'), 'utf8')) as Versions;
}
