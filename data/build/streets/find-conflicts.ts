import { conflictKind } from '../../../engine/twin/streets.ts';
import { givesWay, precedenceAt } from './right-of-way.ts';
import { sharedGround, wayOf } from './shared-ground.ts';
import type { PlannedJunction, PlannedMovement, StreetPlan } from './street-plan.ts';

/** What a movement has to do with another of its junction. Numbers of movements count within the junction. */
export interface PlannedConflict { foe: number; kind: number; yields: number; fromM: number; untilM: number }

/** For each movement of a junction, those whose ways it meets. Every pair stands under both. */
export function findConflicts(plan: StreetPlan, junction: PlannedJunction, movements: readonly PlannedMovement[]): PlannedConflict[][] {
  const precedence = precedenceAt(junction, plan.links);
  const ways = movements.map(({ line, lengthM }) => wayOf(line, lengthM));
  const conflicts: PlannedConflict[][] = movements.map(() => []);
  for (let one = 0; one < movements.length; one++) {
    for (let other = one + 1; other < movements.length; other++) {
      const mine = movements[one]!, foe = movements[other]!;
      if ((mine.permitted & foe.permitted) === 0 && mine.fromLane === foe.fromLane) continue;
      const kind = mine.fromLane === foe.fromLane ? conflictKind.diverge : mine.toLane === foe.toLane ? conflictKind.merge : conflictKind.cross;
      const areas = areasOf(ways[one]!, ways[other]!, kind);
      if (!areas) continue;
      const yields = kind !== conflictKind.diverge && givesWay(precedence, mine, foe, false);
      conflicts[one]!.push({ foe: other, kind, yields: yields ? 1 : 0, fromM: areas[0].fromM, untilM: areas[0].untilM });
      conflicts[other]!.push({ foe: one, kind, yields: kind !== conflictKind.diverge && !yields ? 1 : 0, fromM: areas[1].fromM, untilM: areas[1].untilM });
    }
  }
  return conflicts;
}

type Area = { fromM: number; untilM: number };

/** Ways that part share their beginning, ways that merge their end, whatever the drawing says. */
function areasOf(mine: ReturnType<typeof wayOf>, foe: ReturnType<typeof wayOf>, kind: number): [Area, Area] | undefined {
  const one = sharedGround(mine, foe), other = sharedGround(foe, mine);
  if (kind === conflictKind.cross) return one && other ? [one, other] : undefined;
  if (kind === conflictKind.merge) return [{ fromM: one?.fromM ?? mine.lengthM, untilM: mine.lengthM }, { fromM: other?.fromM ?? foe.lengthM, untilM: foe.lengthM }];
  return [{ fromM: 0, untilM: one?.untilM ?? 0 }, { fromM: 0, untilM: other?.untilM ?? 0 }];
}
