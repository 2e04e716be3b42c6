import { addRow } from '../results/growing-table.ts';
import { closeEnergyInterval, ENERGY_INTERVAL_S, UNKNOWN } from '../results/energy-log.ts';
import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { takenPowerW, wheelPowerW } from './energy-use.ts';

/** After all have moved: what each vehicle took from tank or plug in this step, for its trip and for the link it is on. */
export function spendEnergy({ propulsions, links }: ReadingTwin, { vehicles, timeS }: CityState, { energy, linkEnergy }: ResultLog, stepS: number): void {
  if (energy === undefined) return;
  const { propulsion, trips, linkTakenJ } = energy, { count, departure: departures, speedMps, link } = vehicles, linkCount = links.count;
  const { source, massKg, dragAreaM2, rollingShare, standingPowerW, drivingPowerW, driveFactor, recoveryShare } = propulsions;
  for (let slot = 0; slot < count; slot++) {
    const departure = departures[slot]!;
    if (departure < 0) continue;
    const row = propulsion[departure]!;
    if (row === UNKNOWN) continue;
    const trip = 2 * departure, mps = speedMps[slot]!, before = trips[trip]!;
    let takenW = standingPowerW[row]!;
    if (mps > 0 || before > 0) {
      // Nobody on this network has brought a vehicle up to the speed with which it enters.
      const wheelW = wheelPowerW(before < 0 ? mps : before, mps, massKg[row]!, dragAreaM2[row]!, rollingShare[row]!, stepS);
      takenW = takenPowerW(wheelW, takenW, drivingPowerW[row]!, driveFactor[row]!, recoveryShare[row]!);
    }
    // Whole joules add up to the same sum in whatever order vehicles are looked at (Math.round takes twice as long as all the rest).
    const stepJ = Math.floor(takenW * stepS + 0.5);
    trips[trip] = mps;
    trips[trip + 1]! += stepJ;
    linkTakenJ[source[row]! * linkCount + link[slot]!]! += stepJ;
  }
  if (timeS >= energy.fromS + ENERGY_INTERVAL_S) closeEnergyInterval(energy, linkEnergy, timeS);
}

/** At the end of a run: the last hour, and a row for every trip that has driven. */
export function finishEnergy({ energy, linkEnergy, tripEnergy }: ResultLog, timeS: number): void {
  if (energy === undefined) return;
  closeEnergyInterval(energy, linkEnergy, timeS);
  for (let departure = 0; departure < energy.propulsion.length; departure++) {
    if (energy.trips[2 * departure]! < 0) continue;
    const row = addRow(tripEnergy), { rows } = tripEnergy;
    rows.departure[row] = departure;
    rows.propulsion[row] = energy.propulsion[departure]!;
    rows.takenWh[row] = energy.trips[2 * departure + 1]! / 3600;
  }
}
