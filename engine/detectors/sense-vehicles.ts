import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import { detectorKind } from '../twin/signals.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { recordDueIntervals } from './record-intervals.ts';
import { senseLaneArea } from './sense-lane-area.ts';
import { senseLoop } from './sense-loop.ts';

/**
 * Detectors look at the vehicles of their lanes. Called once a step, after all have moved and before anyone changes
 * lane. Only lanes with a detector cost anything.
 */
export function senseVehicles(twin: ReadingTwin, state: CityState, log: ResultLog, stepS: number): void {
  const { detectors } = twin;
  for (let detector = 0; detector < detectors.count; detector++) {
    if (detectors.kind[detector] === detectorKind.loop) senseLoop(twin, state, detector, stepS);
    else senseLaneArea(twin, state, detector, stepS);
  }
  if (state.timeS >= state.detectors.nextRecordS) recordDueIntervals(twin, state, log);
}
