import { lightingPowerW } from './lighting/switch-lamps.ts';
import { addRow } from './results/growing-table.ts';
import type { ResultLog } from './results/result-log.ts';
import type { CityState } from './state/city-state.ts';
import { STANDING_MPS } from './state/vehicle-state.ts';

export const MINUTE_S = 60;

/** The state of the whole network, once a minute. */
export function recordMinute(state: CityState, log: ResultLog): void {
  const { vehicles, counts } = state;
  let halting = 0, speedSumMps = 0;
  for (let slot = 0; slot < vehicles.count; slot++) {
    if (vehicles.departure[slot]! < 0) continue;
    if (vehicles.speedMps[slot]! < STANDING_MPS) halting++;
    speedSumMps += vehicles.speedMps[slot]!;
  }
  const row = addRow(log.minutes), { rows } = log.minutes;
  rows.timeS[row] = state.timeS;
  rows.running[row] = counts.running;
  rows.waitingToEnter[row] = counts.waitingToEnter;
  rows.arrived[row] = counts.arrived;
  rows.halting[row] = halting;
  rows.meanSpeedMps[row] = counts.running > 0 ? speedSumMps / counts.running : -1;
  rows.lightingPowerW[row] = lightingPowerW(state.lighting, state.timeS);
}
