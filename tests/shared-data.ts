import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

const folder = fileURLToPath(new URL('../../shared/data/', import.meta.url));

/** The path of a real file of others, outside this project: test input only. */
export const sharedPath = (path: string): string => folder + path;

/**
 * A group of tests on real files of others. Where these are not at hand the group is skipped and says why;
 * in CI they must be there.
 */
export function describeOnSharedData(title: string, body: () => void): void {
  const there = existsSync(folder);
  if (!there && process.env['CI'] === 'true') throw new Error(`${title}: CI needs the test data in ../shared/data`);
  if (there) describe(title, body);
  else describe.skip(`${title} (skipped: no test data in ../shared/data)`, body);
}
