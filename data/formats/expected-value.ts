import type * as z from 'zod';

/** What a field should hold, for whoever words it; `limit` where there is one. */
export type Expected = 'day' | 'half-hour' | 'number' | 'whole-number' | 'text' | 'list' | 'at-least' | 'at-most' | 'longer' | 'shorter' | 'fields';

const expectedTypes: Readonly<Record<string, Expected>> = { number: 'number', int: 'whole-number', string: 'text', array: 'list' };

/** What a field of a document lacks, in words that `scenarios/language/expected-values.ts` knows. */
export function expectedOf(issue: z.core.$ZodIssue): { expected: Expected; limit: number | bigint } {
  if (issue.code === 'custom') return { expected: issue.message as Expected, limit: 0 };
  if (issue.code === 'too_small') return { expected: issue.origin === 'number' || issue.origin === 'int' ? 'at-least' : 'longer', limit: issue.minimum };
  if (issue.code === 'too_big') return { expected: issue.origin === 'number' || issue.origin === 'int' ? 'at-most' : 'shorter', limit: issue.maximum };
  // The only choice between two forms is that of a day, which YAML may have read as a date.
  if (issue.code === 'invalid_union') return { expected: 'day', limit: 0 };
  return { expected: issue.code === 'invalid_type' ? (expectedTypes[issue.expected] ?? 'fields') : 'fields', limit: 0 };
}
