import type { Problem } from '../../../engine/foundation/problem.ts';
import type { ProblemList } from '../problem-list.ts';

/** So many rows of a group are named; the rest are counted. */
const ROWS_NAMED = 5;
/** So many different texts of a group are shown, each so far. */
const TEXTS_SHOWN = 8, LONGEST_TEXT = 60;

/** A row, and how problems name it. */
export interface RowPlace { row: number; where: string }

/** Warnings about rows of an inventory. Those of one cause are told once, with how many rows have it, the first of them and the first texts: a column left empty or mapped wrong must not fill the screen. */
export interface RowWarnings {
  /** `cause` is what rows must share to be told together; `first` says more of the first of them. */
  tell(code: string, place: RowPlace, cause?: Problem['parameters'], first?: Problem['parameters']): void;
  /** As `tell`, for a cell: those of one column are told together, with the texts that stand in them as `texts`, one a line. */
  tellCell(code: string, place: RowPlace, column: string, text: string): void;
  into(problems: ProblemList): void;
}

export function rowWarnings(): RowWarnings {
  const groups = new Map<string, { code: string; where: string; rows: number[]; count: number; texts: Set<string>; parameters: Problem['parameters'] }>();
  const add = (code: string, { row, where }: RowPlace, cause: Problem['parameters'], first: Problem['parameters'], text?: string): void => {
    const key = JSON.stringify([code, cause]), group = groups.get(key) ?? { code, where, rows: [], count: 0, texts: new Set<string>(), parameters: { ...cause, ...first } };
    groups.set(key, group);
    group.count++;
    if (group.rows.length < ROWS_NAMED) group.rows.push(row);
    if (text !== undefined && group.texts.size <= TEXTS_SHOWN) group.texts.add(text);
  };
  return {
    tell: (code, place, cause = {}, first = {}) => add(code, place, cause, first),
    tellCell: (code, place, column, text) => add(code, place, { column }, {}, text.replace(/\s+/g, ' ').slice(0, LONGEST_TEXT)),
    into(problems) {
      for (const { code, where, rows, count, texts, parameters } of groups.values()) {
        const shown = [...texts].slice(0, TEXTS_SHOWN), said = texts.size === 0 ? {} : { texts: [...shown, ...(texts.size > TEXTS_SHOWN ? ['…'] : [])].join('\n') };
        problems.warning(code, [where, ...rows.slice(1), ...(count > rows.length ? ['…'] : [])].join(', '), { ...parameters, ...said, count });
      }
    },
  };
}
