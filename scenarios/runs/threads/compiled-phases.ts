import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Set where the project is built: the compiled phases that belong to this code, beside the file that runs. */
declare const PHASES_FILE: string | undefined;

/** The phases of a step, compiled; undefined in code that was not built: they run as TypeScript. */
export function compiledPhases(file = typeof PHASES_FILE === 'string' ? fileURLToPath(new URL(PHASES_FILE, import.meta.url)) : undefined): WebAssembly.Module | undefined {
  return file === undefined ? undefined : new WebAssembly.Module(readFileSync(file));
}
