import * as z from 'zod';
import type { Checked, Problem } from '../../engine/foundation/problem.ts';
import { changeKinds, changeSchema, type Change } from './change.ts';
import { valueFault } from '../language/change-values.ts';
import { nearName } from './near-name.ts';

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
    if (!read.success) problems.push(...read.error.issues.flatMap((issue) => problemsOf(issue, one, `changes.${at}`)).map((problem) => ofKind(problem, one)));
    return read.data;
  });
  return { changes, problems };
}

function problemsOf(issue: z.core.$ZodIssue, change: unknown, where: string): Problem[] {
  const field = [where, ...issue.path].join('.');
  const error = (code: string, parameters: Problem['parameters']): Problem => ({ severity: 'error', code, where: field, parameters });
  const kind = (change as { change?: unknown } | null)?.change;
  if (issue.code === 'invalid_union' && issue.path[0] === 'change') {
    const known = Object.keys(changeKinds);
    const named = kindNamed(kind);
    return [error('change-unknown-kind', { kind: named, near: nearName(named, known) ?? '', known: known.join(', ') })];
  }
  if (issue.code === 'unrecognized_keys') {
    const known = issue.path.length > 0 ? [] : Object.keys(changeKinds[kind as Change['change']].schema.shape);
    return issue.keys.map((key) => error('change-unknown-field', { field: key.slice(0, MOST_LETTERS), near: nearName(key, known) ?? '', known: known.join(', ') }));
  }
  const missing = issue.path.at(-1);
  if (missing !== undefined && issue.input === undefined) return [error('change-missing-field', { field: String(missing) })];
  const cause = valueFault(issue);
  return [error('change-wrong-field', { cause: cause.en, causeFr: cause.fr })];
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
