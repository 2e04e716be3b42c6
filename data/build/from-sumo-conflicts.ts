import type { RowValues } from '../../engine/foundation/table.ts';
import { conflictKind, type conflictColumns } from '../../engine/twin/streets.ts';
import type { SumoJunction, SumoNet } from '../formats/sumo/net-records.ts';
import type { SumoMovement } from './from-sumo-movements.ts';
import { lineLengthM, pointOn } from './streets/line.ts';
import { distance2M2, SHARED_GROUND_M } from './streets/shared-ground.ts';

const SAMPLE_M = 0.5;
const MOST_SAMPLES = 400;

/** Along a movement: where ground begins and ends to be shared, and where the ways cross or are nearest. */
interface Ground { fromM: number; untilM: number; crossM: number }

/** Between where and where along `mine` the ground is shared with `foe`. Ways that do not come that near share it around their nearest points. */
export function sharedGround(mine: SumoMovement, foe: SumoMovement, kind: number): Ground {
  const drawnM = lineLengthM(mine.shape), lengthM = mine.row.lengthM;
  const samples = Math.min(MOST_SAMPLES, Math.max(1, Math.ceil(drawnM / SAMPLE_M)));
  let first = -1, last = -1, nearest = 0, nearest2 = Infinity;
  for (let sample = 0; sample <= samples; sample++) {
    const [x, y] = pointOn(mine.shape, (drawnM * sample) / samples);
    const apart2 = distance2M2(x, y, foe.shape);
    if (apart2 < nearest2) { nearest2 = apart2; nearest = sample; }
    if (apart2 > SHARED_GROUND_M * SHARED_GROUND_M) continue;
    if (first < 0) first = sample;
    last = sample;
  }
  const along = (sample: number): number => Math.max(0, Math.min(lengthM, (lengthM * sample) / samples));
  const around = nearest * (drawnM / samples);
  const crossM = along(nearest), near = first < 0
    ? { fromM: Math.max(0, Math.min(lengthM, around - SHARED_GROUND_M)), untilM: Math.min(lengthM, around + SHARED_GROUND_M) }
    : { fromM: along(first), untilM: along(last) };
  if (kind === conflictKind.merge) return { fromM: near.fromM, untilM: lengthM, crossM };
  if (kind === conflictKind.diverge) return { fromM: 0, untilM: near.untilM, crossM };
  return { ...near, crossM };
}

/**
 * Who waits in the pocket of a junction stands clear of those it waits for: nets mean so, whose waiting places reach a little
 * into ground that is measured by the width of cars, though not to where the ways cross.
 */
function clearOfPocket({ row: { waitAtM } }: SumoMovement, yields: number, { fromM, untilM, crossM }: Ground): { fromM: number; untilM: number } {
  const reachesIn = yields === 1 && fromM < waitAtM && waitAtM < crossM && waitAtM - fromM <= SHARED_GROUND_M;
  return { fromM: reachesIn ? waitAtM : fromM, untilM };
}

/** The movement of each link of a junction's request table. The table counts links as `intLanes` does, or, in nets without, lane by lane. */
function movementsByIndex(junction: SumoJunction, ofJunction: readonly number[], movements: readonly SumoMovement[]): Map<number, number> {
  const byIndex = new Map<number, number>();
  const place = new Map(junction.intLanes.map((id, index) => [id, index]));
  const incoming = new Map(junction.incLanes.map((id, index) => [id, index]));
  const inOrder = [...ofJunction].sort((one, other) => {
    const a = movements[one]!.connection, b = movements[other]!.connection;
    return (incoming.get(`${a.from}_${a.fromLane}`) ?? 0) - (incoming.get(`${b.from}_${b.fromLane}`) ?? 0) || a.line - b.line;
  });
  inOrder.forEach((movement, order) => {
    const { chain } = movements[movement]!;
    const index = chain.length > 0 ? chain.map((id) => place.get(id)).find((at) => at !== undefined) : order;
    if (index !== undefined) byIndex.set(index, movement);
  });
  return byIndex;
}

/** Bit `index` of a request's string, which counts from the right. */
const bit = (bits: string, index: number): boolean => bits[bits.length - 1 - index] === '1';

/** Pairs of movements of one junction that are foes, with who yields, from its request table. Keys: movement, then foe. */
function foePairs(junction: SumoJunction, byIndex: ReadonlyMap<number, number>, into: Map<number, Map<number, number>>): void {
  const note = (movement: number, foe: number, yields: boolean): void => {
    const foes = into.get(movement) ?? new Map<number, number>();
    into.set(movement, foes);
    foes.set(foe, (foes.get(foe) ?? 0) | (yields ? 1 : 0));
  };
  for (const { index, foes, response } of junction.requests) {
    const movement = byIndex.get(index);
    if (movement === undefined) continue;
    for (const [foeIndex, foe] of byIndex) {
      if (foe === movement || (!bit(foes, foeIndex) && !bit(response, foeIndex))) continue;
      note(movement, foe, bit(response, foeIndex));
      note(foe, movement, false);
    }
  }
}

/** Every pair of movements that meet, both ways round, sorted by movement. Fills `firstConflict` of the movements. */
export function buildConflicts(net: SumoNet, movements: readonly SumoMovement[], junctionRow: ReadonlyMap<string, number>): RowValues<typeof conflictColumns>[] {
  const ofJunction = new Map<number, number[]>();
  movements.forEach(({ row }, movement) => {
    const known = ofJunction.get(row.junction);
    if (known) known.push(movement); else ofJunction.set(row.junction, [movement]);
  });
  const pairs = new Map<number, Map<number, number>>();
  for (const junction of net.junctions) {
    const here = ofJunction.get(junctionRow.get(junction.id) ?? -1);
    if (here === undefined || junction.type === 'internal') continue;
    foePairs(junction, movementsByIndex(junction, here, movements), pairs);
  }
  const conflicts: RowValues<typeof conflictColumns>[] = [];
  movements.forEach((mine, movement) => {
    mine.row.firstConflict = conflicts.length;
    const foes = new Map(pairs.get(movement) ?? []);
    // Movements that leave one lane share their beginning; SUMO's table does not list them.
    for (let other = movement - 1; other >= 0 && movements[other]!.row.fromLane === mine.row.fromLane; other--) if (!foes.has(other)) foes.set(other, 0);
    for (let other = movement + 1; other < movements.length && movements[other]!.row.fromLane === mine.row.fromLane; other++) if (!foes.has(other)) foes.set(other, 0);
    for (const [foe, yields] of [...foes].sort((one, other) => one[0] - other[0])) {
      const theirs = movements[foe]!;
      const kind = theirs.row.fromLane === mine.row.fromLane ? conflictKind.diverge
        : theirs.row.toLane === mine.row.toLane ? conflictKind.merge : conflictKind.cross;
      conflicts.push({ movement, foe, kind, yields, ...clearOfPocket(mine, yields, sharedGround(mine, theirs, kind)) });
    }
    mine.row.conflictCount = conflicts.length - mine.row.firstConflict;
  });
  return conflicts;
}
