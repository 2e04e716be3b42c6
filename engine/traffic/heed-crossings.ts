import type { CityState } from '../state/city-state.ts';
import { STANDING_MPS } from '../state/vehicle-state.ts';
import type { Sight } from './scratch.ts';
import { stopWithin } from './sight.ts';
import type { Traffic } from './traffic.ts';

/** Distance from a crossing at which drivers stand. */
const CROSSING_GAP_M = 1;
/** A crossing that begins this close behind a stop line is waited for at the stop line. */
const AT_STOP_LINE_M = 2;
/** Who creeps onto a crossing is counted on to need as long as at this speed. */
const CREEPING_MPS = 1;

/**
 * Drivers and people on foot, on a place whose start is `startM` ahead (negative: the vehicle is on it): before a window
 * where people cross or are about to, who can stop does; who cannot says until when it takes it.
 */
export function heedCrossings({ roads, twin: { crossingWindows } }: Traffic, { pedestrians, timeS }: CityState, sight: Sight, place: number, startM: number): void {
  const { windows } = pedestrians!;
  for (let index = roads.firstWindow[place]!; index < roads.firstWindow[place + 1]!; index++) {
    const window = roads.window[index]!;
    if (windows.blocked[window] === 0) continue;
    const enterM = startM + crossingWindows.fromM[window]!, leaveM = startM + crossingWindows.untilM[window]!;
    if (leaveM + sight.lengthM <= 0) continue;
    if (canStop(sight, enterM, enterM - CROSSING_GAP_M)) { stopWithin(sight, enterM - CROSSING_GAP_M); continue; }
    // Who has come to a stand on the crossing lets people walk around; with its front past it, it drives on.
    if (sight.speedMps < STANDING_MPS) {
      if (leaveM > 0) sight.boundMps = 0;
      continue;
    }
    const pastS = timeS + (leaveM + sight.lengthM) / Math.max(sight.speedMps, CREEPING_MPS);
    if (pastS > windows.takenUntilS[window]!) windows.takenUntilS[window] = pastS;
  }
}

/** People step on at any moment: nobody brakes harder for them than at ease, for those behind could not foresee it. Who creeps stops anyway. */
const canStop = (sight: Sight, enterM: number, standM: number): boolean => standM >= sight.brakeGapM || (enterM >= 0 && sight.speedMps < CREEPING_MPS);

/** Whether a vehicle at `frontM` may come onto a lane from beside: not where it could no longer stop for people who cross it. */
export function mayJoinBesidePeople({ roads, twin: { crossingWindows } }: Traffic, { pedestrians }: CityState, lane: number, frontM: number, lengthM: number, brakeM: number): boolean {
  for (let index = roads.firstWindow[lane]!; index < roads.firstWindow[lane + 1]!; index++) {
    const window = roads.window[index]!;
    if (pedestrians!.windows.blocked[window] === 0 || crossingWindows.untilM[window]! <= frontM - lengthM) continue;
    if (crossingWindows.fromM[window]! - frontM - CROSSING_GAP_M < brakeM) return false;
  }
  return true;
}

/** Whether a vehicle has to wait at the stop line, `sight.seenM` away, for people who cross just behind it. */
export function isHeldByPeople({ roads, twin: { crossingWindows } }: Traffic, { pedestrians }: CityState, sight: Sight, place: number): boolean {
  for (let index = roads.firstWindow[place]!; index < roads.firstWindow[place + 1]!; index++) {
    const window = roads.window[index]!, fromM = crossingWindows.fromM[window]!;
    if (fromM <= AT_STOP_LINE_M && pedestrians!.windows.blocked[window] === 1 && canStop(sight, sight.seenM, sight.seenM - CROSSING_GAP_M)) return true;
  }
  return false;
}
