import type { CityState } from '../state/city-state.ts';
import type { Blocks } from './roads.ts';
import type { Ahead, LaneView, Sight } from './scratch.ts';
import { stopWithin } from './sight.ts';
import type { Traffic } from './traffic.ts';

/** Drivers stop this far before what blocks the lane. */
const BEFORE_M = 2;

/** From a front on the lane to where it has to stop; Infinity on a free lane and past the block. */
function toBlockM({ fromM }: Blocks, lane: number, frontM: number): number {
  const blockM = fromM[lane]! - frontM;
  return blockM < 0 ? Infinity : Math.max(0, blockM - BEFORE_M);
}

/** Whether what stands at `frontM` stands before a block. */
export const isBefore = (blocks: Blocks, lane: number, frontM: number): boolean => toBlockM(blocks, lane, frontM) < 1;

/** Stops before a block on a lane whose start is `startM` ahead of the vehicle. */
export function heedBlock(blocks: Blocks, sight: Sight, lane: number, startM: number): void {
  const stopM = toBlockM(blocks, lane, -startM);
  if (stopM < Infinity) stopWithin(sight, stopM);
}

/** What stands before a berth is the block, if it comes first; a berth inside it has less than no room. */
export function blockAheadOfBerth({ fromM, untilM }: Blocks, lane: number, frontM: number, lengthM: number, ahead: Ahead): void {
  const inside = frontM > fromM[lane]! && frontM - lengthM < untilM[lane]!;
  const gapM = inside ? -1 : toBlockM({ fromM, untilM }, lane, frontM);
  if (gapM >= ahead.gapM || gapM === Infinity) return;
  ahead.slot = -1;
  ahead.gapM = gapM;
  ahead.speedMps = 0;
}

/**
 * A lane that is blocked further on leads on no more: who is on it has to change before the block, to the nearest free
 * lane; who is beside it does not go there. False where the driver would not.
 */
export function viewBlock(traffic: Traffic, { vehicles }: CityState, blocks: Blocks, view: LaneView, slot: number): boolean {
  const { roads: { guide }, twin: { links } } = traffic, link = vehicles.link[slot]!, here = vehicles.place[slot]!, frontM = vehicles.positionM[slot]!;
  const stopM = toBlockM(blocks, view.lane, frontM);
  if (stopM === Infinity) return true;
  if (view.lane !== here && toBlockM(blocks, here, frontM) === Infinity) return false;
  const firstLane = links.firstLane[link]!, laneCount = links.laneCount[link]!, firstEntry = guide.firstEntry[vehicles.guideRow[slot]!]!;
  for (let away = 1; away < laneCount; away++) {
    for (const other of [view.lane - away, view.lane + away]) {
      const index = other - firstLane;
      if (index < 0 || index >= laneCount || guide.reachM[firstEntry + index]! < 0 || toBlockM(blocks, other, frontM) < Infinity) continue;
      view.away = other - view.lane;
      view.leftM = Math.min(view.leftM, stopM);
      view.jamM = 0;
      return true;
    }
  }
  return true;
}
