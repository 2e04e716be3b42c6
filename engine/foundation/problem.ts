/** What is wrong with something a person gave us. A list of these, never an exception, answers bad input. */
export interface Problem {
  /** error: nothing is made of it. warning: what is made of it may mislead. note: of use to know, and as it should be. */
  severity: 'error' | 'warning' | 'note';
  /** Stable name of the kind of problem, e.g. 'gtfs-missing-file'; its words are in scenarios/language. */
  code: string;
  /** File, line, row or field: 'acosta.rou.xml: line 12, vehicle "bus_3"'. */
  where: string;
  /** What the words of this code need: names and figures. */
  parameters: Readonly<Record<string, string | number>>;
}

/** A value, or the reasons why there is none. Warnings and notes may come with a value. */
export type Checked<T> = { value: T; problems: readonly Problem[] } | { value?: undefined; problems: readonly Problem[] };

/** Each once: what is said of two things alike is said once. */
export const eachOnce = (problems: readonly Problem[]): Problem[] => [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];

export const hasErrors = (problems: readonly Problem[]): boolean => problems.some(({ severity }) => severity === 'error');
