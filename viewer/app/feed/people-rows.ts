import type { ReplaySegment } from '../../../engine/results/tables.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';

/** From which kerb to which (x, y, x, y in metres), when they came and stepped on (seconds since midnight), m/s, and how long the way is. */
export const PERSON_FLOATS = 8;
/** Who waits stands this far back from the kerb. */
const BACK_M = 0.5;
/** People do not walk in one another's steps: sideways, within this share of the crossing's width. */
const SPREAD_SHARE = 0.8;

/** Where the person of a row of `peopleRows` is at `timeS`; undefined before coming and after crossing. What the GPU works out too. */
export function personAt(rows: Float32Array, row: number, timeS: number): { xM: number; yM: number } | undefined {
  const at = row * PERSON_FLOATS, goneShare = (Math.max(0, timeS - rows[at + 5]!) * rows[at + 6]!) / rows[at + 7]!;
  if (timeS < rows[at + 4]! || goneShare >= 1) return undefined;
  return { xM: rows[at]! + (rows[at + 2]! - rows[at]!) * goneShare, yM: rows[at + 1]! + (rows[at + 3]! - rows[at + 1]!) * goneShare };
}

/** People at crossings as the GPU reads them: a row each, from which it finds their place at any moment of the segment. */
export function peopleRows({ crossings, points }: ReadingTwin, { fromS, walks }: ReplaySegment): Float32Array {
  const rows = new Float32Array(walks.count * PERSON_FLOATS);
  for (let walk = 0; walk < walks.count; walk++) {
    const crossing = walks.crossing[walk]!, first = crossings.firstPoint[crossing]!, last = first + crossings.pointCount[crossing]! - 1;
    const [from, to] = walks.fromSecondKerb[walk] === 1 ? [last, first] : [first, last];
    const eastM = points.xM[to]! - points.xM[from]!, northM = points.yM[to]! - points.yM[from]!, lengthM = Math.hypot(eastM, northM) || 1;
    const east = eastM / lengthM, north = northM / lengthM;
    // Any number that stays the same from segment to segment will do: walking speeds differ from one to the next.
    const asideM = (((walks.walkingMps[walk]! * 1e4) % 1) - 0.5) * SPREAD_SHARE * crossings.widthM[crossing]!;
    const shiftX = -north * asideM, shiftY = east * asideM;
    rows.set([
      points.xM[from]! + shiftX - east * BACK_M, points.yM[from]! + shiftY - north * BACK_M, points.xM[to]! + shiftX, points.yM[to]! + shiftY,
      fromS + walks.arriveS[walk]!, fromS + walks.startS[walk]!, walks.walkingMps[walk]!, crossings.lengthM[crossing]!,
    ], walk * PERSON_FLOATS);
  }
  return rows;
}
