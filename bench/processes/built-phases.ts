import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The compiled phases of the present build. */
export function builtPhases(): string {
  const dist = join(fileURLToPath(new URL('../', import.meta.url)), 'dist'), { phases } = JSON.parse(readFileSync(join(dist, 'versions.json'), 'utf8')) as { phases: string };
  return join(dist, phases);
}
