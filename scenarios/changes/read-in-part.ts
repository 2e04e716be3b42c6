import type * as z from 'zod';
import type { Problem } from '../../engine/foundation/problem.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import type { ChangeKind } from './change-kind.ts';
import { changeKinds, type Change } from './change.ts';
import { ofKind } from './of-kind.ts';

/** A change that is wrong in some fields: those that are right, and the example of its kind in place of the others. */
export interface ReadInPart { change: Change; fields: ReadonlySet<string> }

/** Fields replaced may bring others to light: of a form that depends on another field. */
const MOST_ROUNDS = 4;

/** What of a change is right, so that its names can be held against a city although the rest is wrong. Undefined where that is nothing. */
export function readInPart(given: unknown, kind: Change['change']): ReadInPart | undefined {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined;
  const { schema } = changeKinds[kind], example = (schema.meta()?.['examples'] as Record<string, unknown>[])[0]!;
  const patched: Record<string, unknown> = { ...given, change: kind }, fields = new Set(Object.keys(given));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const read = schema.safeParse(patched);
    if (read.success) return { change: read.data as Change, fields };
    for (const { code, path, ...issue } of read.error.issues) {
      const unfit = path.length > 0 ? [String(path[0])] : code === 'unrecognized_keys' && 'keys' in issue ? issue.keys : [];
      for (const field of unfit) {
        fields.delete(field);
        if (code !== 'unrecognized_keys' && Object.hasOwn(example, field)) patched[field] = example[field];
        else delete patched[field];
      }
    }
  }
  return undefined;
}

/** Names that are right in form and that the city does not know; nothing of what the example stands in for. */
export const unknownNamesOf = (twin: ReadingTwin, parts: readonly (ReadInPart | undefined)[]): Problem[] => parts.flatMap((part, at) => {
  if (!part) return [];
  const where = `changes.${at}`, kind = changeKinds[part.change.change] as unknown as ChangeKind<z.ZodType<Change>>;
  return kind.problems(part.change, twin, where)
    .filter(({ code, where: place }) => /^change-unknown-/.test(code) && part.fields.has(place.slice(where.length + 1).split('.')[0]!)).map((problem) => ofKind(problem, part.change));
});
