import type { Problem } from '../foundation/problem.ts';

/** More of one kind help nobody. */
const MOST_OF_A_KIND = 3;

/** Collects faults of a state, a few of each kind. */
export interface Faults {
  problems: Problem[];
  add(code: string, where: string, parameters?: Problem['parameters']): void;
  /** A whole number from 0 to `most`: a count of rows in use, or a row. */
  within(where: string, value: number, most: number): void;
}

export function collectFaults(): Faults {
  const problems: Problem[] = [], counts = new Map<string, number>();
  const add = (code: string, where: string, parameters: Problem['parameters'] = {}): void => {
    const kind = `${code} ${where}`, before = counts.get(kind) ?? 0;
    counts.set(kind, before + 1);
    if (before < MOST_OF_A_KIND) problems.push({ severity: 'error', code, where, parameters });
  };
  return {
    problems, add,
    within(where, value, most) {
      if (!Number.isInteger(value) || value < 0 || value > most) add('checkpoint-no-such-row', where, { row: value });
    },
  };
}
