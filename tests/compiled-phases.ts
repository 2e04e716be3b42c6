import { readFileSync } from 'node:fs';
import { compilePhases } from '../cli/setup/compile/compile-phases.ts';
import { read, root } from './house/sources.ts';
import { keptFolder } from './kept-city.ts';

/** The phases of a step as people run them. `npm test` has built them from these sources just before; a file run by itself compiles them, which takes eight seconds of processor. */
export function compiledPhases(): Uint8Array<ArrayBuffer> {
  if (keptFolder === undefined) return compilePhases(root) as Uint8Array<ArrayBuffer>;
  const { phases } = JSON.parse(read('dist/versions.json')) as { phases: string };
  return new Uint8Array(readFileSync(`${root}dist/${phases}`));
}
