import * as z from 'zod';
import { copyTable } from '../../engine/foundation/table.ts';
import { laneColumns, linkColumns, movementColumns, ORDINARY_TRAFFIC } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { why, type ChangeKind } from './change-kind.ts';
import type { Claim } from './claim.ts';
import { linksAt, place, placeBreadth, placeProblems } from './place.ts';

const KMH_PER_MPS = 3.6;
/** Limits of the same sign differ by less: 50 km/h is 13.889 or 13.89 m/s, as the source has it. */
const SAME_MPS = 0.01;

const schema = z.strictObject({
  change: z.literal('speed-limit'),
  why,
  where: place,
  limitKmh: z.number().min(5).max(130).meta({ description: 'the limit that is posted instead, km/h; in a commune or on classes of streets nothing slower is made faster' }),
}).meta({
  description: 'Another posted speed limit for good: on a street, single links, all streets of a commune or of some classes.',
  examples: [{ change: 'speed-limit', why: 'Meeting of 12 March', where: { street: 'Boulevard de Brosses' }, limitKmh: 30 }],
});

type SpeedLimit = z.infer<typeof schema>;

export const speedLimit: ChangeKind<typeof schema> = {
  schema,
  problems: (change, twin, where) => placeProblems(change.where, twin, `${where}.where`),

  claims: ({ where, limitKmh }, twin) => [
    { what: 'posted-limit', of: '' }, ...linksAt(where, twin).map((link): Claim => ({ what: 'posted-limit', of: twin.links.name[link]!, value: String(limitKmh), breadth: placeBreadth(where) })),
  ],

  apply(change, copy) {
    const { links, lanes } = copy, chosen = linksAt(change.where, copy).filter((link) => isOther(change, links.speedLimitMps[link]!));
    if (chosen.length === 0) return;
    const limitMps = change.limitKmh / KMH_PER_MPS, newLinks = copyTable(linkColumns, links), newLanes = copyTable(laneColumns, lanes);
    for (const link of chosen) {
      newLinks.speedLimitMps[link] = limitMps;
      const first = links.firstLane[link]!;
      // A track of its own beside the street keeps its limit.
      for (let lane = first; lane < first + links.laneCount[link]!; lane++) if ((lanes.permitted[lane]! & ORDINARY_TRAFFIC) !== 0) newLanes.speedLimitMps[lane] = limitMps;
    }
    copy.movements = turns(copy, newLanes);
    copy.links = newLinks;
    copy.lanes = newLanes;
  },
};

/** Whether this limit is another one than that posted; over many streets at once it only lowers. */
function isOther({ where, limitKmh }: SpeedLimit, postedMps: number): boolean {
  const limitMps = limitKmh / KMH_PER_MPS;
  return Math.abs(postedMps - limitMps) > SAME_MPS && ('street' in where || 'links' in where || limitMps < postedMps);
}

/** Through a junction as fast as the slower of both streets allows, where its curve does not allow less. */
function turns({ movements: before, lanes }: Twin, now: Twin['lanes']): Twin['movements'] {
  const movements = copyTable(movementColumns, before);
  for (let row = 0; row < movements.count; row++) {
    const from = movements.fromLane[row]!, to = movements.toLane[row]!, wasMps = Math.min(lanes.speedLimitMps[from]!, lanes.speedLimitMps[to]!), isMps = Math.min(now.speedLimitMps[from]!, now.speedLimitMps[to]!);
    if (isMps === wasMps) continue;
    const isStraight = Math.abs(movements.speedLimitMps[row]! - wasMps) <= SAME_MPS;
    movements.speedLimitMps[row] = isStraight ? isMps : Math.min(movements.speedLimitMps[row]!, isMps);
  }
  return movements;
}
