import { timeToCoverS } from '../foundation/even-acceleration.ts';
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
