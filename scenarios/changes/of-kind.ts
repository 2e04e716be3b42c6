import type { Problem } from '../../engine/foundation/problem.ts';
import { changeKinds } from './change.ts';

/** With the kind of the change, where it has one: a number alone is hard to find in a long file. */
export const ofKind = (problem: Problem, change: unknown): Problem => {
  const kind = (change as { change?: unknown } | null)?.change;
  return typeof kind === 'string' && Object.hasOwn(changeKinds, kind) ? { ...problem, parameters: { ...problem.parameters, kindOfChange: kind } } : problem;
};
