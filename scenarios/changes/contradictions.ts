import type * as z from 'zod';
import { formatClock, parseClock } from '../../engine/foundation/clock.ts';
import type { Problem } from '../../engine/foundation/problem.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { changeInWords } from '../language/changes.ts';
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
    problems.push(...quarrels(claims.flatMap((claim) => (held.get(keyOf(claim)) ?? []).filter((earlier) => contradict(earlier, claim)).map((earlier) => ({ earlier, claim }))), change, at, changes, twin));
    for (const claim of claims) held.set(keyOf(claim), [...(held.get(keyOf(claim)) ?? []), { ...claim, at }]);
  });
  return problems;
}

type Quarrel = { earlier: Held; claim: Claim };

const isAlike = (one: Quarrel, other: Quarrel): boolean => one.earlier.at === other.earlier.at && one.claim.what === other.claim.what;

/** One problem for each earlier change and thing that is quarrelled about, however many controllers or links it has. Links go by the street that people know. */
function quarrels(pairs: readonly Quarrel[], change: Change, at: number, changes: readonly (Change | undefined)[], { links, streets }: ReadingTwin): Problem[] {
  if (pairs.length === 0) return [];
  const streetOf = new Map(Array.from(links.name, (name, link) => [name, links.street[link]! < 0 ? name : streets.name[links.street[link]!]!] as const));
  const firsts = pairs.filter((one, row) => pairs.findIndex((other) => isAlike(one, other)) === row);
  return firsts.map(({ earlier, claim }): Problem => {
    const words = claimWords[claim.what], alike = pairs.filter((other) => isAlike({ earlier, claim }, other)), other = changes[earlier.at]!;
    const names = [...new Set(alike.map(({ claim: { of } }) => streetOf.get(of) ?? of))], [from, until] = commonSpan(earlier.span, claim.span) ?? ['', ''];
    return {
      severity: 'error', code: 'change-contradicts', where: `changes.${at}`,
      parameters: {
        kindOfChange: change.change, other: earlier.at + 1, otherKind: other.change, subject: words.en, subjectFr: words.fr, of: names[0]!, more: names.length - 1, from, until,
        said: changeInWords(change, 'en'), saidFr: changeInWords(change, 'fr'), otherSaid: changeInWords(other, 'en'), otherSaidFr: changeInWords(other, 'fr'),
        isOutOfOrder: Number((earlier.breadth ?? 0) < (claim.breadth ?? 0)),
      },
    };
  });
}

const contradict = (earlier: Claim, later: Claim): boolean => earlier.value !== later.value && (earlier.breadth ?? 0) <= (later.breadth ?? 0) && overlap(earlier.span, later.span);

type ClockSpan = NonNullable<Claim['span']>;

/** The end of the day as people write it. */
const clockText = (timeS: number): string => (timeS === parseClock('24:00') ? '24:00' : formatClock(timeS).slice(0, 5));

/** Whether two spans of the day have a moment in common. */
const overlap = (one: ClockSpan | undefined, other: ClockSpan | undefined): boolean => !one || !other || commonSpan(one, other) !== undefined;

/** The first span that two spans of the day, either of which may run over midnight, have in common; undefined where neither has a clock. */
function commonSpan(one: ClockSpan | undefined, other: ClockSpan | undefined): [from: string, until: string] | undefined {
  const span = one ?? other;
  if (!span) return undefined;
  for (const [from, until] of piecesS(span)) {
    for (const [otherFrom, otherUntil] of piecesS(other ?? span)) {
      if (from < otherUntil && otherFrom < until) return [clockText(Math.max(from, otherFrom)), clockText(Math.min(until, otherUntil))];
    }
  }
  return undefined;
}

function piecesS({ from, until }: ClockSpan): [number, number][] {
  const fromS = parseClock(from)!, untilS = parseClock(until)!, DAY_S = parseClock('24:00')!;
  return fromS < untilS ? [[fromS, untilS]] : [[fromS, DAY_S], [0, untilS]];
}
