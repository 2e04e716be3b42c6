import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The phases of a step as `npm run build` compiles them, beside the file that runs; undefined: there are none, and they run as TypeScript. */
export function compiledPhases(file = fileURLToPath(new URL('phases.wasm', import.meta.url))): WebAssembly.Module | undefined {
  return existsSync(file) ? new WebAssembly.Module(readFileSync(file)) : undefined;
}
