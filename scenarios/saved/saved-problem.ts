import * as z from 'zod';
import type { Problem } from '../../engine/foundation/problem.ts';

const LETTERS = 20_000;

/** A warning as it is kept beside what it is about: its words are made when it is read, in the language of the reader. */
export const savedProblemSchema = z.strictObject({
  severity: z.enum(['error', 'warning', 'note']),
  code: z.string().max(200),
  where: z.string().max(LETTERS),
  parameters: z.record(z.string().max(200), z.union([z.string().max(LETTERS), z.number()])),
}) satisfies z.ZodType<Problem>;
