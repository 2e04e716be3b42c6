import type { CityState } from '../state/city-state.ts';
import { actuationOf } from '../twin/actuation-of.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { goesOnCoordinated } from './coordinate.ts';

/**
 * Whether the interval that is about to end goes on because vehicles still follow each other over its detectors: long
 * enough for the last one seen to pass the stop line, in whole seconds, and never beyond the longest length.
 * The rule is that of SUMO's actuated programs (sumo.dlr.de/docs/Simulation/Traffic_Lights.html, "based on time gaps").
 */
export function prolongForTraffic(twin: ReadingTwin, state: CityState, controller: number): boolean {
  const { controllers } = state.signals, { actuations } = twin;
  const row = actuationOf(twin, controllers.interval[controller]!);
  if (row < 0) return goesOnCoordinated(twin, state, controller);
  const startedS = controllers.startedS[controller]!, ranS = controllers.endsS[controller]! - startedS, longestS = actuations.longestS[row]!;
  if (ranS >= longestS) return false;
  const gapS = shortestGapS(twin, state, row);
  if (gapS === Infinity) return false;
  const wantedS = Math.max(actuations.shortestS[row]!, ranS + actuations.passingS[row]! - gapS);
  // Controllers count whole seconds, and at least one more.
  controllers.endsS[controller] = startedS + Math.min(longestS, Math.max(Math.ceil(wantedS), Math.floor(ranS) + 1));
  return true;
}

/** The shortest gap over any loop that still calls for this interval; Infinity where none does. */
function shortestGapS({ actuations, actuationGaps }: ReadingTwin, { timeS, detectors: { rows } }: CityState, row: number): number {
  let gapS = Infinity;
  for (let call = actuations.firstGap[row]!; call < actuations.firstGap[row]! + actuations.gapCount[row]!; call++) {
    const detector = actuationGaps.detector[call]!;
    const sinceS = rows.overSlot[detector]! >= 0 ? 0 : timeS - rows.leftS[detector]!;
    if (sinceS < actuationGaps.longestGapS[call]!) gapS = Math.min(gapS, sinceS);
  }
  return gapS;
}
