import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Set where the project is built: the compiled phases that belong to this code, beside the file that runs. */
declare const PHASES_FILE: string | undefined;

/** What this thread has compiled: what its first run has made fast is fast for the next one. */
const known = new Map<string, WebAssembly.Module>();

/** The phases of a step, compiled; undefined in code that was not built: they run as TypeScript. */
export function compiledPhases(file = typeof PHASES_FILE === 'string' ? fileURLToPath(new URL(PHASES_FILE, import.meta.url)) : undefined): WebAssembly.Module | undefined {
  if (file === undefined) return undefined;
  const found = known.get(file) ?? new WebAssembly.Module(readFileSync(file));
  known.set(file, found);
  return found;
}
