import type { Problem } from '../../../engine/foundation/problem.ts';
import type { ProblemList } from '../problem-list.ts';

/** So many rows of a group are named; the rest are counted. */
const ROWS_NAMED = 5;

/** A row, and how problems name it. */
export interface RowPlace { row: number; where: string }

/** Warnings about rows of an inventory. Those of one cause are told once, with how many rows have it and the first of them: a column left empty must not fill the screen. */
export interface RowWarnings {
  /** `cause` is what rows must share to be told together; `first` says more of the first of them. */
  tell(code: string, place: RowPlace, cause?: Problem['parameters'], first?: Problem['parameters']): void;
  into(problems: ProblemList): void;
}

export function rowWarnings(): RowWarnings {
  const groups = new Map<string, { code: string; where: string; rows: number[]; count: number; parameters: Problem['parameters'] }>();
  return {
    tell(code, { row, where }, cause = {}, first = {}) {
      const key = JSON.stringify([code, cause]), group = groups.get(key);
      if (!group) { groups.set(key, { code, where, rows: [row], count: 1, parameters: { ...cause, ...first } }); return; }
      group.count++;
      if (group.rows.length < ROWS_NAMED) group.rows.push(row);
    },
    into(problems) {
      for (const { code, where, rows, count, parameters } of groups.values())
        problems.warning(code, [where, ...rows.slice(1), ...(count > rows.length ? ['…'] : [])].join(', '), { ...parameters, count });
    },
  };
}
