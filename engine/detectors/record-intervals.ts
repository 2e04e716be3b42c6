import { addRow } from '../results/growing-table.ts';
import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import { detectorKind } from '../twin/signals.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** Every detector whose interval is over writes its row and starts anew. */
export function recordDueIntervals(twin: ReadingTwin, state: CityState, log: ResultLog): void {
  const { detectors } = twin, { rows } = state.detectors;
  state.detectors.nextRecordS = Infinity;
  for (let detector = 0; detector < detectors.count; detector++) {
    const intervalS = detectors.intervalS[detector]!;
    if (intervalS <= 0) continue;
    while (rows.fromS[detector]! + intervalS <= state.timeS) record(twin, state, log, detector, rows.fromS[detector]! + intervalS);
    state.detectors.nextRecordS = Math.min(state.detectors.nextRecordS, rows.fromS[detector]! + intervalS);
  }
}

/** At the end of a run: the intervals that were still running. */
export function recordRunningIntervals(twin: ReadingTwin, state: CityState, log: ResultLog): void {
  for (let detector = 0; detector < twin.detectors.count; detector++) {
    if (twin.detectors.intervalS[detector]! > 0 && state.timeS > state.detectors.rows.fromS[detector]!) record(twin, state, log, detector, state.timeS);
  }
}

function record({ detectors }: ReadingTwin, { detectors: { rows: seen } }: CityState, log: ResultLog, detector: number, untilS: number): void {
  const isLoop = detectors.kind[detector] === detectorKind.loop, fromS = seen.fromS[detector]!;
  // Who is over a loop now was there until now; the rest counts for the next interval.
  const runningS = isLoop && seen.overSlot[detector]! >= 0 ? Math.max(0, untilS - Math.max(seen.overSinceS[detector]!, fromS)) : 0;
  const speedOf = isLoop ? seen.vehicles[detector]! : seen.vehicleSeconds[detector]!;
  const row = addRow(log.detectors), { rows } = log.detectors;
  rows.detector[row] = detector;
  rows.fromS[row] = fromS;
  rows.untilS[row] = untilS;
  rows.vehicleCount[row] = seen.vehicles[detector]!;
  rows.occupancyShare[row] = (seen.occupiedS[detector]! + runningS) / (untilS - fromS);
  rows.meanSpeedMps[row] = speedOf > 0 ? seen.speedSum[detector]! / speedOf : -1;
  seen.vehicles[detector] = seen.occupiedS[detector] = seen.vehicleSeconds[detector] = seen.speedSum[detector] = 0;
  seen.fromS[detector] = untilS;
}
