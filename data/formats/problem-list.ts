import type { Problem } from '../../engine/foundation/problem.ts';

/** So many problems of one code are listed one by one; the rest are counted. A broken file of a million vehicles must not fill the memory. */
export const MOST_PROBLEMS_A_CODE = 1000;

/** Where an element stands: its file and line. */
export interface Place { file: string; line: number }

export const placeName = ({ file, line }: Place, what = ''): string => `${file}: line ${line}${what === '' ? '' : `, ${what}`}`;

/** Collects problems, all of them, in the order of the files. */
export interface ProblemList {
  error(code: string, where: string, parameters?: Problem['parameters']): void;
  warning(code: string, where: string, parameters?: Problem['parameters']): void;
  /** Everything collected, with one line for each code that had more than `MOST_PROBLEMS_A_CODE`. */
  all(): Problem[];
  hasErrors(): boolean;
}

export function makeProblemList(): ProblemList {
  const problems: Problem[] = [];
  const counts = new Map<string, number>();
  let errors = 0;
  const add = (severity: Problem['severity'], code: string, where: string, parameters: Problem['parameters']): void => {
    if (severity === 'error') errors++;
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (count <= MOST_PROBLEMS_A_CODE) problems.push({ severity, code, where, parameters });
  };
  return {
    error: (code, where, parameters = {}) => add('error', code, where, parameters),
    warning: (code, where, parameters = {}) => add('warning', code, where, parameters),
    hasErrors: () => errors > 0,
    all() {
      const rest: Problem[] = [];
      for (const [code, count] of counts) {
        if (count <= MOST_PROBLEMS_A_CODE) continue;
        const { severity } = problems.find((problem) => problem.code === code)!;
        rest.push({ severity, code: 'more-of-these', where: '', parameters: { code, count: count - MOST_PROBLEMS_A_CODE } });
      }
      return [...problems, ...rest];
    },
  };
}
