import { approachesOf } from './approach-lanes.ts';
import type { ReadingTwin } from './twin.ts';

/** Cameras see vehicles so far before the stop line at the most: the reach that RESCO gives its controllers (Ault and Sharon, 2021), but for the greedy one, which sees 50 m. */
export const CAMERA_REACH_M = 200;
/** Where lanes are so short that more of them lie within reach, only the nearest are looked at. */
const MOST_LANES = 500;

/** A movement without a signal that leads onto a lane, and the ways that lead on from the lane it comes from. */
export interface WayBefore { movement: number; lane: number; before: readonly WayBefore[] }

const known = new WeakMap<ReadingTwin, Map<number, readonly WayBefore[]>>();

/**
 * The ways onto a lane by junctions without signals, as far back as cameras at its end see: each lane stands where the shortest way
 * from it leads, once, though streets that part and meet again, or a roundabout, lead there by several. Worked out once for each lane of a twin.
 */
export function waysBefore(twin: ReadingTwin, lane: number): readonly WayBefore[] {
  const ofTwin = known.get(twin) ?? new Map<number, readonly WayBefore[]>(), found = ofTwin.get(lane) ?? findWays(twin, lane);
  known.set(twin, ofTwin.set(lane, found));
  return found;
}

function findWays(twin: ReadingTwin, lane: number): WayBefore[] {
  const { lanes, movements } = twin, { feeders } = approachesOf(twin), reachM = CAMERA_REACH_M - lanes.lengthM[lane]!, nearest = distancesBefore(twin, lane, reachM), placed = new Set([lane]);
  const waysOnto = (onto: number, startM: number): WayBefore[] => (startM >= reachM ? [] : feeders[onto]!.map((movement) => {
    const from = movements.fromLane[movement]!, fromStartM = startM + movements.lengthM[movement]! + lanes.lengthM[from]!, isShortest = nearest.get(from) === fromStartM && !placed.has(from);
    if (isShortest) placed.add(from);
    return { movement, lane: from, before: isShortest ? waysOnto(from, fromStartM) : [] };
  }));
  return waysOnto(lane, 0);
}

/** From the start of each lane before one to its start, by the shortest way; as far as `reachM`. */
function distancesBefore(twin: ReadingTwin, lane: number, reachM: number): ReadonlyMap<number, number> {
  const { lanes, movements } = twin, { feeders } = approachesOf(twin), nearest = new Map<number, number>(), open = new Map([[lane, 0]]);
  while (open.size > 0 && nearest.size < MOST_LANES) {
    const [next, startM] = [...open].reduce((least, one) => (one[1] < least[1] ? one : least));
    open.delete(next);
    nearest.set(next, startM);
    if (startM >= reachM) continue;
    for (const movement of feeders[next]!) {
      const from = movements.fromLane[movement]!, fromStartM = startM + movements.lengthM[movement]! + lanes.lengthM[from]!;
      if (!nearest.has(from) && fromStartM < (open.get(from) ?? Infinity)) open.set(from, fromStartM);
    }
  }
  return nearest;
}
