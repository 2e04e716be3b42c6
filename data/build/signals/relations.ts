import { conflictKind, turn } from '../../../engine/twin/streets.ts';
import type { SignalPlanInput } from './plan-input.ts';
import type { Stream } from './streams.ts';

/** How two streams of one junction stand to each other. */
export interface Relation {
  /** Their ways cross or merge somewhere. */
  meet: boolean;
  /** They may be green together: wherever they meet, one is a turn that can give way to the other. */
  together: boolean;
  /** The first gives way to the second when both are green. */
  yields: boolean;
}

const APART: Relation = { meet: false, together: true, yields: false };

export type Relations = readonly (readonly Relation[])[];

/** Every pair of streams: `relations[one][other]`. */
export function relationsOf(tables: SignalPlanInput, streams: readonly Stream[]): Relations {
  const streamOf = new Map<number, number>();
  streams.forEach(({ movements }, stream) => { for (const movement of movements) streamOf.set(movement, stream); });
  const relations: Relation[][] = streams.map(() => streams.map(() => APART));
  streams.forEach((stream, one) => {
    for (const movement of stream.movements) {
      for (const { foe, kind, yields, foeYields } of foesOf(tables, movement)) {
        const other = streamOf.get(foe);
        // Lanes of one stream that merge are nothing special; where they cross, the stream is not protected from itself.
        if (other === undefined || (other === one && kind === conflictKind.merge)) continue;
        const here = relations[one]![other]!, there = relations[other]![one]!;
        const mine = yields && canYield(stream, streams[other]!), theirs = foeYields && canYield(streams[other]!, stream);
        const together = here.together && (mine || theirs);
        relations[one]![other] = { meet: true, together, yields: here.yields || mine };
        relations[other]![one] = { meet: true, together, yields: there.yields || theirs };
      }
    }
  });
  return relations;
}

/**
 * Who goes straight keeps its way against other approaches; beside lanes of its own approach it may have to merge. Who
 * comes off a short stretch between two junctions of one controller has turned into it, and completes its turn through gaps.
 */
const canYield = (stream: Stream, foe: Stream): boolean => stream.turn !== turn.straight || stream.link === foe.link || (stream.isInner && !foe.isInner);

/** Movements that cross or merge with one, and which of the two gives way. */
function foesOf({ conflicts, movements }: SignalPlanInput, movement: number): { foe: number; kind: number; yields: boolean; foeYields: boolean }[] {
  const first = movements.firstConflict[movement]!, foes = [];
  for (let row = first; row < first + movements.conflictCount[movement]!; row++) {
    if (conflicts.kind[row] === conflictKind.diverge) continue;
    const foe = conflicts.foe[row]!;
    foes.push({ foe, kind: conflicts.kind[row]!, yields: conflicts.yields[row] === 1, foeYields: givesWayTo({ conflicts, movements }, foe, movement) });
  }
  return foes;
}

function givesWayTo({ conflicts, movements }: Pick<SignalPlanInput, 'conflicts' | 'movements'>, movement: number, foe: number): boolean {
  const first = movements.firstConflict[movement]!;
  for (let row = first; row < first + movements.conflictCount[movement]!; row++) {
    if (conflicts.foe[row] === foe && conflicts.kind[row] !== conflictKind.diverge && conflicts.yields[row] === 1) return true;
  }
  return false;
}
