import type { CityState } from '../state/city-state.ts';
import type { Blockages } from './roads.ts';
import type { Ahead, LaneView, Sight } from './scratch.ts';
import { stopWithin } from './sight.ts';
import type { Traffic } from './traffic.ts';

/** Drivers stop this far before what blocks the lane. */
const BEFORE_M = 2;

/** From a front on the lane to where it has to stop; Infinity on a free lane and past the blockage. */
function toBlockageM({ fromM }: Blockages, lane: number, frontM: number): number {
  const blockageM = fromM[lane]! - frontM;
  return blockageM < 0 ? Infinity : Math.max(0, blockageM - BEFORE_M);
}

/** Whether what stands at `frontM` stands before a blockage. */
export const isBefore = (blockages: Blockages, lane: number, frontM: number): boolean => toBlockageM(blockages, lane, frontM) < 1;

/** Stops before a blockage on a lane whose start is `startM` ahead of the vehicle. */
export function heedBlockage(blockages: Blockages, sight: Sight, lane: number, startM: number): void {
  const stopM = toBlockageM(blockages, lane, -startM);
  if (stopM < Infinity) stopWithin(sight, stopM);
}

/** What stands before a berth is the blockage, if it comes first; a berth inside it has less than no room. */
export function blockageAheadOfBerth(blockages: Blockages, lane: number, frontM: number, lengthM: number, ahead: Ahead): void {
  const inside = frontM > blockages.fromM[lane]! && frontM - lengthM < blockages.untilM[lane]!;
  const gapM = inside ? -1 : toBlockageM(blockages, lane, frontM);
  if (gapM >= ahead.gapM || gapM === Infinity) return;
  ahead.slot = -1;
  ahead.gapM = gapM;
  ahead.speedMps = 0;
}

/**
 * A lane that is blocked further on leads on no more: who is on it has to change before the blockage, to the nearest free
 * lane; who is beside it does not go there. False where the driver would not.
 */
export function viewBlockage(traffic: Traffic, { vehicles }: CityState, blockages: Blockages, view: LaneView, slot: number): boolean {
  const { roads: { guide }, twin: { links } } = traffic, link = vehicles.link[slot]!, here = vehicles.place[slot]!, frontM = vehicles.positionM[slot]!;
  const stopM = toBlockageM(blockages, view.lane, frontM);
  if (stopM === Infinity) return true;
  if (view.lane !== here && toBlockageM(blockages, here, frontM) === Infinity) return false;
  const firstLane = links.firstLane[link]!, laneCount = links.laneCount[link]!, firstEntry = guide.firstEntry[vehicles.guideRow[slot]!]!;
  for (let away = 1; away < laneCount; away++) {
    for (let side = -1; side <= 1; side += 2) {
      const other = view.lane + side * away, index = other - firstLane;
      if (index < 0 || index >= laneCount || guide.reachM[firstEntry + index]! < 0 || toBlockageM(blockages, other, frontM) < Infinity) continue;
      view.away = other - view.lane;
      view.leftM = Math.min(view.leftM, stopM);
      view.jamM = 0;
      return true;
    }
  }
  return true;
}
