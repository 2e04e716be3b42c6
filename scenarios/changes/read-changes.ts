import type * as z from 'zod';
import type { Checked, Problem } from '../../engine/foundation/problem.ts';
import { changeKinds, changeSchema, type Change } from './change.ts';
import { nearName } from './near-name.ts';
import { shapeProblems } from './shape-problems.ts';

/** Changes as someone wrote them (JSON, say), or everything that is wrong with how they are written. */
export function readChanges(given: unknown): Checked<Change[]> {
  const { changes, problems } = readEachChange(given);
  return problems.length > 0 ? { problems } : { value: changes as Change[], problems };
}

/** The same with what could be read beside what could not: at its place, `undefined` for a change with faults. */
export function readEachChange(given: unknown): { changes: (Change | undefined)[]; problems: Problem[] } {
  if (!Array.isArray(given)) return { changes: [], problems: [{ severity: 'error', code: 'changes-not-a-list', where: 'changes', parameters: {} }] };
  const problems: Problem[] = [];
  const changes = given.map((one: unknown, at): Change | undefined => {
    const read = changeSchema.safeParse(one, { reportInput: true });
    if (!read.success) problems.push(...problemsOf(read.error.issues, one, `changes.${at}`).map((problem) => ofKind(problem, one)));
    return read.data;
  });
  return { changes, problems };
}

function problemsOf(issues: readonly z.core.$ZodIssue[], change: unknown, where: string): Problem[] {
  const kind = (change as { change?: unknown } | null)?.change;
  if (typeof kind === 'string' && Object.hasOwn(changeKinds, kind)) return shapeProblems(issues, changeKinds[kind as Change['change']].schema, where);
  if (!issues.some(({ code, path }) => code === 'invalid_union' && path[0] === 'change')) return shapeProblems(issues, changeSchema, where);
  const known = Object.keys(changeKinds), named = kindNamed(kind);
  return [{ severity: 'error', code: 'change-unknown-kind', where: `${where}.change`, parameters: { kind: named, near: nearName(named, known) ?? '', known: known.join(', ') } }];
}

/** More of a name helps nobody to find it. */
const MOST_LETTERS = 60;

/** What stands where the kind should: whatever is no word has no form that is safe to write. */
const kindNamed = (kind: unknown): string => (typeof kind === 'object' && kind !== null ? (Array.isArray(kind) ? '[...]' : '{...}') : String(kind).slice(0, MOST_LETTERS));

/** With the kind of the change, where it has one: a number alone is hard to find in a long file. */
export const ofKind = (problem: Problem, change: unknown): Problem => {
  const kind = (change as { change?: unknown } | null)?.change;
  return typeof kind === 'string' && Object.hasOwn(changeKinds, kind) ? { ...problem, parameters: { ...problem.parameters, kindOfChange: kind } } : problem;
};
