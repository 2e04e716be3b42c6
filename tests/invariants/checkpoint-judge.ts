// What the reading of a checkpoint owes to every file, however broken.
import { expect } from 'vitest';
import type { Checked } from '../../engine/foundation/problem.ts';
import { inWords, problemWords } from '../../scenarios/language/problems.ts';

/** A value, or problems; each problem with words in both languages. */
export function judge({ value, problems }: Checked<unknown>): void {
  expect(value === undefined).toBe(problems.length > 0);
  // All at once, and no more than a person reads.
  expect(problems.length).toBeLessThan(500);
  for (const problem of problems) {
    expect(problemWords[problem.code], problem.code).toBeDefined();
    for (const language of ['fr', 'en'] as const) expect(inWords(problem, language), problem.code).not.toMatch(/undefined|\[object/);
  }
}
