import type { Problem } from '../../engine/foundation/problem.ts';

/** What a problem is and how to mend it, from its names and figures. */
export type SayProblem = (parameters: Problem['parameters']) => string;

/** Words for problems, by code. */
export type ProblemWords = Readonly<Record<string, { readonly en: SayProblem; readonly fr: SayProblem }>>;
