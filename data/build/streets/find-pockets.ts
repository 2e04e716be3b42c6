import { conflictKind, turn } from '../../../engine/twin/streets.ts';
import type { PlannedConflict } from './find-conflicts.ts';
import type { PlannedMovement, StreetPlan } from './street-plan.ts';

/** A driver stands this far before the ground it waits for. */
const BEFORE_M = 0.5;
/** A pocket nearer to the stop line than this is none. */
const LEAST_POCKET_M = 2;
const ONCOMING = -0.64;

/**
 * Where left turns wait for a gap in oncoming traffic: in the middle of the junction, before the ground they share with
 * the first oncoming movement that goes before them, and clear of other left turns that wait likewise.
 */
export function findPockets({ links }: StreetPlan, movements: PlannedMovement[], conflicts: readonly PlannedConflict[][]): void {
  movements.forEach((mine, row) => {
    if (mine.turn !== turn.left) return;
    const { endHeading } = links[mine.fromLink]!;
    const oncoming = conflicts[row]!.filter(({ foe, kind }) => {
      const other = links[movements[foe]!.fromLink]!.endHeading;
      return kind !== conflictKind.diverge && endHeading.east * other.east + endHeading.north * other.north < ONCOMING;
    });
    if (!oncoming.some(({ yields }) => yields === 1)) return;
    const waitAtM = Math.min(...oncoming.map(({ fromM }) => fromM)) - BEFORE_M;
    // Traffic from the side that goes before it must not find it in the way.
    const blocksOthers = conflicts[row]!.some((conflict) => conflict.yields === 1 && conflict.fromM < waitAtM && !oncoming.includes(conflict));
    if (waitAtM >= LEAST_POCKET_M && !blocksOthers) mine.waitAtM = waitAtM;
  });
}
