import type { CityState } from '../state/city-state.ts';
import { isGreen, isGreenAspect } from '../twin/plan-green.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { waysBefore, type WayBefore } from '../twin/ways-before.ts';

/** Who is first in a lane and has stood for so long at green does not get away by this green: a turn without gaps, or a full street beyond. */
const STUCK_S = 8;

/** What one vehicle counts for; 0 for one that does not. */
export type Weigh = (slot: number) => number;

/**
 * What a stage can do for a lane: the vehicles within reach, from the stop line back to the first for which the stage shows
 * red, for it holds up all behind it. Those on the lanes before count as long as nobody is held up. `reachM`: `CAMERA_REACH_M` at the most.
 */
export function laneDemand(twin: ReadingTwin, state: CityState, lane: number, stage: number, reachM: number, weigh: Weigh): number {
  const { places, vehicles } = state, { movements } = twin, lengthM = twin.lanes.lengthM[lane]!;
  let demand = 0, isFirst = true;
  for (let slot = places.first[lane]!; slot >= 0; slot = vehicles.behind[slot]!) {
    if (lengthM - vehicles.positionM[slot]! > reachM) return demand;
    const movement = vehicles.nextMovement[slot]!, group = movement >= 0 && movements.fromLane[movement] === lane ? movements.signalGroup[movement]! : -1;
    // Who is in the wrong lane is about to leave it.
    if (group < 0) continue;
    if (!isGreen(twin, stage, group) || (isFirst && isStuck(twin, state, slot, stage, group))) return demand;
    demand += weigh(slot);
    isFirst = false;
  }
  return opens(twin, lane, stage) ? demand + demandBefore(twin, state, waysBefore(twin, lane), reachM - lengthM, weigh) : demand;
}

/** Whether the running green is of no use to the first vehicle of a lane, and the stage would show it the same. */
function isStuck({ intervals, aspects, junctions, movements }: ReadingTwin, { timeS, vehicles, signals }: CityState, slot: number, stage: number, group: number): boolean {
  const row = signals.controllers.firstGroup[junctions.controller[movements.junction[vehicles.nextMovement[slot]!]!]!]! + group, shown = signals.shown[row]!;
  const stoodS = Math.min(vehicles.waitingS[slot]!, timeS - signals.changeovers.groups.greenSinceS[row]!);
  return isGreenAspect(shown) && stoodS >= STUCK_S && aspects.shown[intervals.firstAspect[stage]! + group] === shown;
}

/** Whether a stage lets anyone go from a lane. */
export function opens(twin: ReadingTwin, lane: number, stage: number): boolean {
  const { lanes, movements } = twin, first = lanes.firstMovement[lane]!;
  for (let movement = first; movement < first + lanes.movementCount[lane]!; movement++) {
    const group = movements.signalGroup[movement]!;
    if (group >= 0 && isGreen(twin, stage, group)) return true;
  }
  return false;
}

/** Vehicles that come onto a lane by junctions without signals, up to so far before its start. */
function demandBefore(twin: ReadingTwin, state: CityState, ways: readonly WayBefore[], reachM: number, weigh: Weigh): number {
  if (reachM <= 0) return 0;
  const { lanes, movements } = twin, { places, vehicles } = state;
  let demand = 0;
  for (const { movement, lane: from, before } of ways) {
    const leftM = reachM - movements.lengthM[movement]!;
    for (let slot = places.first[lanes.count + movement]!; slot >= 0; slot = vehicles.behind[slot]!) {
      if (movements.lengthM[movement]! - vehicles.positionM[slot]! <= reachM) demand += weigh(slot);
    }
    for (let slot = places.first[from]!; slot >= 0 && lanes.lengthM[from]! - vehicles.positionM[slot]! <= leftM; slot = vehicles.behind[slot]!) {
      if (vehicles.nextMovement[slot] === movement) demand += weigh(slot);
    }
    demand += demandBefore(twin, state, before, leftM - lanes.lengthM[from]!, weigh);
  }
  return demand;
}
