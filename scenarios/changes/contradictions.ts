import type * as z from 'zod';
import { parseClock } from '../../engine/foundation/clock.ts';
import type { Problem } from '../../engine/foundation/problem.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { claimWords } from '../language/claims.ts';
import type { ChangeKind } from './change-kind.ts';
import { changeKinds, type Change } from './change.ts';
import type { Claim } from './claim.ts';

/** Everything that a change sets or looks at; undefined for a kind that does not say. */
export const claimsOf = (change: Change, twin: ReadingTwin): Claim[] | undefined =>
  (changeKinds[change.change] as unknown as ChangeKind<z.ZodType<Change>>).claims?.(change, twin);

export const keyOf = ({ what, of, part = '' }: Claim): string => JSON.stringify([what, of, part]);

/** A claim with the place of its change. */
interface Held extends Claim { at: number }

/**
 * Changes that want one thing two ways at one time, and changes said twice. One of a single thing after one of all is an
 * exception and stays; the other way round the exception would be lost.
 */
export function contradictions(twin: ReadingTwin, changes: readonly (Change | undefined)[]): Problem[] {
  const held = new Map<string, Held[]>(), said = new Map<string, number>(), problems: Problem[] = [];
  changes.forEach((change, at) => {
    if (!change) return;
    const words = JSON.stringify({ ...change, why: '' }), before = said.get(words);
    if (before !== undefined) {
      problems.push({ severity: 'warning', code: 'change-said-twice', where: `changes.${at}`, parameters: { kindOfChange: change.change, other: before + 1 } });
      return;
    }
    said.set(words, at);
    const claims = (claimsOf(change, twin) ?? []).filter(({ value }) => value !== undefined);
    problems.push(...quarrels(claims.flatMap((claim) => (held.get(keyOf(claim)) ?? []).filter((earlier) => contradict(earlier, claim)).map((earlier) => ({ earlier, claim }))), change, at, changes));
    for (const claim of claims) held.set(keyOf(claim), [...(held.get(keyOf(claim)) ?? []), { ...claim, at }]);
  });
  return problems;
}

type Quarrel = { earlier: Held; claim: Claim };

const isAlike = (one: Quarrel, other: Quarrel): boolean => one.earlier.at === other.earlier.at && one.claim.what === other.claim.what;

/** One problem for each earlier change and thing that is quarrelled about, however many controllers or links it has. */
function quarrels(pairs: readonly Quarrel[], change: Change, at: number, changes: readonly (Change | undefined)[]): Problem[] {
  const firsts = pairs.filter((one, row) => pairs.findIndex((other) => isAlike(one, other)) === row);
  return firsts.map(({ earlier, claim }): Problem => {
    const words = claimWords[claim.what], names = new Set(pairs.filter((other) => isAlike({ earlier, claim }, other)).map(({ claim: { of } }) => of));
    return {
      severity: 'error', code: 'change-contradicts', where: `changes.${at}`,
      parameters: {
        kindOfChange: change.change, other: earlier.at + 1, otherKind: changes[earlier.at]!.change, subject: words.en, subjectFr: words.fr, of: claim.of, more: names.size - 1,
        isOutOfOrder: Number((earlier.breadth ?? 0) < (claim.breadth ?? 0)),
      },
    };
  });
}

const contradict = (earlier: Claim, later: Claim): boolean => earlier.value !== later.value && (earlier.breadth ?? 0) <= (later.breadth ?? 0) && overlap(earlier.span, later.span);

type ClockSpan = NonNullable<Claim['span']>;

/** Whether two spans of the day, either of which may run over midnight, have a moment in common. */
function overlap(one: ClockSpan | undefined, other: ClockSpan | undefined): boolean {
  if (!one || !other) return true;
  return piecesS(one).some(([from, until]) => piecesS(other).some(([otherFrom, otherUntil]) => from < otherUntil && otherFrom < until));
}

function piecesS({ from, until }: ClockSpan): [number, number][] {
  const fromS = parseClock(from)!, untilS = parseClock(until)!, DAY_S = parseClock('24:00')!;
  return fromS < untilS ? [[fromS, untilS]] : [[fromS, DAY_S], [0, untilS]];
}
