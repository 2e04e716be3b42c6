import { category, turn } from '../../../engine/twin/streets.ts';
import type { SignalPlanInput } from './plan-input.ts';

/**
 * A stream: the movements of one approach that turn the same way, buses and trams on lanes of their own apart.
 * The smallest part of a junction that a plan treats alike.
 */
export interface Stream {
  /** The approach. */
  link: number;
  /** A code of `turn`. */
  turn: number;
  /** Only buses, trams and those who may share their lanes drive it. */
  isTransit: boolean;
  /** Its approach starts within the same cluster of junctions: a short stretch that must never stay full. */
  isInner: boolean;
  /** It leads onto such a stretch. */
  leadsInside: boolean;
  movements: number[];
  /** Lanes it leaves from. */
  lanes: number[];
}

/** Who tells an ordinary lane from one for buses or trams, which taxis and bicycles may share. */
const ORDINARY_LANE = category.car | category.van | category.lorry;

/** The streams of the movements of one junction, or of several that one controller switches, approach by approach. */
export function streamsOf({ lanes, links, movements }: SignalPlanInput, ofJunction: readonly number[]): Stream[] {
  const streams = new Map<number, Stream>(), junctions = new Set(ofJunction.map((movement) => movements.junction[movement]!));
  for (const movement of ofJunction) {
    const lane = movements.fromLane[movement]!, link = lanes.link[lane]!, way = movements.turn[movement]!;
    const isTransit = (movements.permitted[movement]! & lanes.permitted[lane]! & ORDINARY_LANE) === 0;
    const key = (link * 4 + way) * 2 + (isTransit ? 1 : 0);
    let stream = streams.get(key);
    if (!stream) streams.set(key, (stream = { link, turn: way, isTransit, isInner: junctions.has(links.fromJunction[link]!), leadsInside: junctions.has(links.toJunction[lanes.link[movements.toLane[movement]!]!]!), movements: [], lanes: [] }));
    stream.movements.push(movement);
    if (!stream.lanes.includes(lane)) stream.lanes.push(lane);
  }
  return [...streams].sort((one, other) => one[0] - other[0]).map(([, stream]) => stream);
}

/** Whether a stream goes on where its approach leads: not a turn. */
export const goesStraight = (stream: Stream): boolean => stream.turn === turn.straight;

/** How far back from the stop line the direction of an approach is measured: past the corners of a widening. */
const HEADING_BASE_M = 15;

/** Unit vector of travel at the stop line of a link. */
export function headingOf({ links, lanes, points }: SignalPlanInput, link: number): { east: number; north: number } {
  const lane = links.firstLane[link]!;
  const last = lanes.firstPoint[lane]! + lanes.pointCount[lane]! - 1;
  let back = last;
  let east = 0, north = 0, lengthM = 0;
  while (back > lanes.firstPoint[lane]! && lengthM < HEADING_BASE_M) {
    back--;
    east = points.xM[last]! - points.xM[back]!;
    north = points.yM[last]! - points.yM[back]!;
    lengthM = Math.sqrt(east * east + north * north);
  }
  return lengthM > 0 ? { east: east / lengthM, north: north / lengthM } : { east: 1, north: 0 };
}
