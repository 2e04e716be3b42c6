import type * as z from 'zod';
import { hasErrors, type Checked, type Problem } from '../../engine/foundation/problem.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import type { ChangeKind, RunSpan } from './change-kind.ts';
import { changeKinds, type Change } from './change.ts';
import { contradictions } from './contradictions.ts';
import { ofKind } from './of-kind.ts';

/**
 * The twin with these changes, in their order, or all the reasons why not. The original stays as it is: the result holds
 * the original's tables but for those that a change altered. Changes that alter nothing leave the fingerprint the same, and
 * one that is said twice is made once.
 */
export function applyChanges(twin: ReadingTwin, changes: readonly Change[]): Checked<Twin> {
  const problems = unfitChanges(twin, changes);
  if (hasErrors(problems)) return { problems };
  // Only whole tables are put in place of others: the tables of the original are never written to.
  const copy = { ...twin } as Twin, twice = new Set(problems.filter(({ code }) => code === 'change-said-twice').map(({ where }) => where));
  changes.forEach((change, at) => {
    if (twice.has(`changes.${at}`)) return;
    const before = { ...copy }, where = `changes.${at}`;
    // What fits the city may not fit what the changes before it have made of it: two greens longer may keep others waiting too long.
    const unfit = at === 0 ? [] : kindOf(change).problems(change, copy, where).filter(({ severity }) => severity === 'error').map((problem) => ofKind(problem, change));
    problems.push(...unfit);
    if (unfit.length > 0) return;
    kindOf(change).apply(change, copy);
    // A comparison would find that nothing differs, and seem to say that the change is of no use.
    if (haveSameTables(before, copy)) problems.push({ severity: 'warning', code: 'change-without-effect', where, parameters: { change: change.change } });
  });
  return hasErrors(problems) ? { problems } : { value: copy, problems };
}

/** What of these changes does not fit the twin; `undefined` stands where one could not be read. */
export const unfitChanges = (twin: ReadingTwin, changes: readonly (Change | undefined)[]): Problem[] => [
  ...changes.flatMap((change, at) => (change === undefined ? [] : kindOf(change).problems(change, twin, `changes.${at}`).map((problem) => ofKind(problem, change)))),
  ...contradictions(twin, changes),
];

/** Why runs over this span would not show what these changes ask for, errors all; `undefined` stands where one could not be read. */
export const unfitForSpan = (changes: readonly (Change | undefined)[], span: RunSpan): Problem[] =>
  changes.flatMap((change, at) => (change === undefined ? [] : kindOf(change).spanProblems?.(change, span, `changes.${at}`) ?? []).map((problem) => ofKind(problem, change)));

const haveSameTables = (one: Twin, other: Twin): boolean => (Object.keys(other) as (keyof Twin)[]).every((table) => one[table] === other[table]);

const kindOf = (change: Change) => changeKinds[change.change] as unknown as ChangeKind<z.ZodType<Change>>;
