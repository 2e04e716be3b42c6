import * as z from 'zod';
import type { Checked } from '../../../engine/foundation/problem.ts';
import { expectedOf } from '../expected-value.ts';
import { makeProblemList, placeName } from '../problem-list.ts';
import { fieldFaults, parseYaml } from '../yaml-document.ts';

export const MOST_FAILURE_BYTES = 20_000;
/** Shares of a file are written with few digits: thirds add up to 0.999. */
const SHARES_OFF = 0.002;

// Shorter lives, or shapes that make most of them short, would ask for more lives than a lamp ever sees.
const mode = z.strictObject({ share: z.number().min(0.001).max(1), shape: z.number().min(0.4).max(20), scaleH: z.number().min(1000).max(10_000_000) });
const failuresSchema = z.strictObject({
  source: z.string().min(3).max(300),
  modes: z.array(mode).min(1).max(10),
  detectionNights: z.int().min(0).max(365),
  repairNights: z.int().min(0).max(365),
});

/** How the lamps of a city fail, by its own record; shares of the modes sum to 1. */
export type ReadFailures = z.infer<typeof failuresSchema>;

/** A record of failures, YAML or JSON, or all that is wrong with it, each with its line. See docs/models/lamp-maintenance.md. */
export function readFailures(file: string, content: string): Checked<ReadFailures> {
  const problems = makeProblemList(), read = content.length > MOST_FAILURE_BYTES ? undefined : parseYaml(content);
  if (!read) problems.error('failures-too-large', file, { limit: MOST_FAILURE_BYTES });
  else if ('faults' in read) for (const { line, cause } of read.faults) problems.error('failures-not-yaml', line === undefined ? file : placeName({ file, line }), { cause });
  if (!read || 'faults' in read) return { problems: problems.all() };
  const { value, lineOf } = read.document, checked = failuresSchema.safeParse(value, { reportInput: true });
  if (!checked.success) for (const { kind, path, field, issue } of fieldFaults(checked.error.issues, value)) {
    // People count from 1.
    const where = placeName({ file, line: lineOf(path) }, path.map((step) => (typeof step === 'number' ? step + 1 : step)).join('.')), { expected, limit } = expectedOf(issue);
    if (kind === 'unknown') problems.error('failures-unknown-field', where, { field });
    else if (kind === 'missing') problems.error('failures-missing-field', where, { field });
    else problems.error('failures-wrong-field', where, { expected, limit: Number(limit) });
  }
  if (!checked.success) return { problems: problems.all() };
  const { modes } = checked.data, sum = modes.reduce((shares, { share }) => shares + share, 0);
  if (Math.abs(sum - 1) > SHARES_OFF) {
    problems.error('failures-shares', placeName({ file, line: lineOf(['modes']) }, 'modes'), { sum: Number(sum.toPrecision(4)) });
    return { problems: problems.all() };
  }
  return { value: { ...checked.data, modes: modes.map((one) => ({ ...one, share: one.share / sum })) }, problems: [] };
}
