import { addRow } from '../results/growing-table.ts';
import { closeEnergyInterval, ENERGY_INTERVAL_S } from '../results/energy-log.ts';
import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { takenPowerW, wheelPowerW } from './energy-use.ts';

/** After all have moved: what each vehicle took from tank or plug in this step, for its trip and for the link it is on. */
export function spendEnergy({ propulsions, links }: ReadingTwin, { vehicles, timeS }: CityState, { energy, linkEnergy }: ResultLog, stepS: number): void {
  if (energy === undefined) return;
  const { beforeMps, propulsion, takenJ, linkTakenJ } = energy, linkCount = links.count;
  const { source, massKg, dragAreaM2, rollingShare, standingPowerW, drivingPowerW, driveFactor, recoveryShare } = propulsions;
  for (let slot = 0; slot < vehicles.count; slot++) {
    const departure = vehicles.departure[slot]!;
    if (departure < 0) continue;
    const row = propulsion[departure]!;
    if (row < 0) continue;
    const mps = vehicles.speedMps[slot]!, before = beforeMps[departure]!;
    // Nobody on this network has brought a vehicle up to the speed with which it enters.
    const wheelW = wheelPowerW(before < 0 ? mps : before, mps, massKg[row]!, dragAreaM2[row]!, rollingShare[row]!, stepS);
    // Whole joules add up to the same sum in whatever order vehicles are looked at.
    const stepJ = Math.round(takenPowerW(wheelW, standingPowerW[row]!, drivingPowerW[row]!, driveFactor[row]!, recoveryShare[row]!) * stepS);
    beforeMps[departure] = mps;
    takenJ[departure]! += stepJ;
    linkTakenJ[source[row]! * linkCount + vehicles.link[slot]!]! += stepJ;
  }
  if (timeS >= energy.fromS + ENERGY_INTERVAL_S) closeEnergyInterval(energy, linkEnergy, timeS);
}

/** At the end of a run: the last hour, and a row for every trip that has driven. */
export function finishEnergy({ energy, linkEnergy, tripEnergy }: ResultLog, timeS: number): void {
  if (energy === undefined) return;
  closeEnergyInterval(energy, linkEnergy, timeS);
  for (let departure = 0; departure < energy.takenJ.length; departure++) {
    if (energy.beforeMps[departure]! < 0) continue;
    const row = addRow(tripEnergy), { rows } = tripEnergy;
    rows.departure[row] = departure;
    rows.propulsion[row] = energy.propulsion[departure]!;
    rows.takenWh[row] = energy.takenJ[departure]! / 3600;
  }
}
