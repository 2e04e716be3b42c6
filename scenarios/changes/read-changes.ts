import type * as z from 'zod';
import type { Checked, Problem } from '../../engine/foundation/problem.ts';
import { changeKinds, changeSchema, type Change } from './change.ts';
import { nearName } from './near-name.ts';
import { ofKind } from './of-kind.ts';
import { readInPart, type ReadInPart } from './read-in-part.ts';
import { shapeProblems } from './shape-problems.ts';

/** Changes as someone wrote them (JSON, say), or everything that is wrong with how they are written. */
export function readChanges(given: unknown): Checked<Change[]> {
  const { changes, problems } = readEachChange(given);
  return problems.length > 0 ? { problems } : { value: changes as Change[], problems };
}

/** The same with what could be read beside what could not: at its place, `undefined` for a change with faults; in `parts` what of that is right. */
export function readEachChange(given: unknown): { changes: (Change | undefined)[]; parts: (ReadInPart | undefined)[]; problems: Problem[] } {
  if (!Array.isArray(given)) return { changes: [], parts: [], problems: [{ severity: 'error', code: 'changes-not-a-list', where: 'changes', parameters: {} }] };
  const problems: Problem[] = [], parts: (ReadInPart | undefined)[] = [];
  const changes = given.map((one: unknown, at): Change | undefined => {
    const read = changeSchema.safeParse(one, { reportInput: true });
    if (!read.success) {
      problems.push(...problemsOf(read.error.issues, one, `changes.${at}`).map((problem) => ofKind(problem, one)));
      const kind = kindMeant(one);
      if (kind) parts[at] = readInPart(one, kind);
    }
    return read.data;
  });
  return { changes, parts, problems };
}

/** The kind that a change names, or that it probably means. */
function kindMeant(change: unknown): Change['change'] | undefined {
  const kind = (change as { change?: unknown } | null)?.change;
  if (typeof kind !== 'string') return undefined;
  if (Object.hasOwn(changeKinds, kind)) return kind as Change['change'];
  return nearName(kind, Object.keys(changeKinds)) as Change['change'] | undefined;
}

function problemsOf(issues: readonly z.core.$ZodIssue[], change: unknown, where: string): Problem[] {
  const kind = (change as { change?: unknown } | null)?.change;
  if (typeof kind === 'string' && Object.hasOwn(changeKinds, kind)) return shapeProblems(issues, changeKinds[kind as Change['change']].schema, where);
  if (!issues.some(({ code, path }) => code === 'invalid_union' && path[0] === 'change')) return shapeProblems(issues, changeSchema, where);
  const known = Object.keys(changeKinds), named = kindNamed(kind), near = kindMeant(change);
  // Whoever mends the kind should not hear of the fields afterwards.
  const read = near && changeKinds[near].schema.safeParse({ ...(change as object), change: near }, { reportInput: true });
  return [
    { severity: 'error', code: 'change-unknown-kind', where: `${where}.change`, parameters: { kind: named, near: near ?? '', known: known.join(', ') } },
    ...(read?.error ? shapeProblems(read.error.issues, changeKinds[near!].schema, where) : []),
  ];
}

/** More of a name helps nobody to find it. */
const MOST_LETTERS = 60;

/** What stands where the kind should: whatever is no word has no form that is safe to write. */
const kindNamed = (kind: unknown): string => (typeof kind === 'object' && kind !== null ? (Array.isArray(kind) ? '[...]' : '{...}') : String(kind).slice(0, MOST_LETTERS));
