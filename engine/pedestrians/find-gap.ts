import type { CityState } from '../state/city-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** Speed at which people judge gaps, and what they want on top: HCM (2010), equation 19-69: length / speed + 3 s. */
const JUDGED_MPS = 1.2, START_UP_S = 3;

/** The least gap in the traffic that people accept where drivers do not give way. */
export const criticalGapS = (lengthM: number): number => lengthM / JUDGED_MPS + START_UP_S;

/**
 * Whether no vehicle on any of the lanes would reach the crossing within the critical gap at its present speed, and none
 * is on it. People look back to the start of the lane.
 */
export function hasGap({ crossings, crossingWindows, vehicleTypes }: ReadingTwin, { places, vehicles }: CityState, crossing: number): boolean {
  const gapS = criticalGapS(crossings.lengthM[crossing]!);
  const first = crossings.firstWindow[crossing]!, until = first + crossings.windowCount[crossing]!;
  for (let window = first; window < until; window++) {
    const lane = crossingWindows.lane[window]!;
    if (lane < 0) continue;
    for (let slot = places.first[lane]!; slot >= 0; slot = vehicles.behind[slot]!) {
      const frontM = vehicles.positionM[slot]!;
      if (frontM - vehicleTypes.lengthM[vehicles.vehicleType[slot]!]! >= crossingWindows.untilM[window]!) continue;
      if (crossingWindows.fromM[window]! - frontM < vehicles.speedMps[slot]! * gapS) return false;
      break;
    }
  }
  return true;
}
