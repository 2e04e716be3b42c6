import type { CityState } from '../state/city-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/**
 * How long a vehicle needs to a stop line if nobody is in its way: it accelerates evenly to its wanted speed, then keeps
 * it. A queue makes it later; it then asks again, as long as it is waiting.
 */
export function arrivalInS({ vehicleTypes }: ReadingTwin, { vehicles }: CityState, slot: number, ahead: { distanceM: number; speedLimitMps: number }): number {
  const type = vehicles.vehicleType[slot]!;
  const wantedMps = Math.min(vehicleTypes.maxSpeedMps[type]!, ahead.speedLimitMps * vehicles.speedFactor[slot]!);
  return timeToCoverS(Math.max(0, ahead.distanceM), vehicles.speedMps[slot]!, wantedMps, vehicleTypes.accelerationMps2[type]!);
}

/** Even acceleration from one speed to another, then constant: the time for a distance. */
export function timeToCoverS(distanceM: number, speedMps: number, wantedMps: number, accelerationMps2: number): number {
  if (speedMps >= wantedMps) return distanceM / Math.max(speedMps, 0.1);
  const gainingM = (wantedMps * wantedMps - speedMps * speedMps) / (2 * accelerationMps2);
  if (gainingM >= distanceM) return (Math.sqrt(speedMps * speedMps + 2 * accelerationMps2 * distanceM) - speedMps) / accelerationMps2;
  return (wantedMps - speedMps) / accelerationMps2 + (distanceM - gainingM) / wantedMps;
}
