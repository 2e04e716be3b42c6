import type * as z from 'zod';
import { hasErrors, type Checked } from '../../engine/foundation/problem.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import type { ChangeKind } from './change-kind.ts';
import { changeKinds, type Change } from './change.ts';

/**
 * The twin with these changes, in their order, or all the reasons why not. The original stays as it is: the result holds
 * the original's tables but for those that a change altered. Changes that alter nothing leave the fingerprint the same.
 */
export function applyChanges(twin: ReadingTwin, changes: readonly Change[]): Checked<Twin> {
  const problems = changes.flatMap((change, at) => kindOf(change).problems(change, twin, `changes.${at}`));
  if (hasErrors(problems)) return { problems };
  // Only whole tables are put in place of others: the tables of the original are never written to.
  const copy = { ...twin } as Twin;
  for (const change of changes) kindOf(change).apply(change, copy);
  return { value: copy, problems };
}

const kindOf = (change: Change) => changeKinds[change.change] as unknown as ChangeKind<z.ZodType<Change>>;
