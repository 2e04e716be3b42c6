import type { CityState } from '../state/city-state.ts';

/** A lane lets a vehicle go about every two seconds: 1,800 an hour. */
export const HEADWAY_S = 2;
/** Slower than this a vehicle is in a queue. */
const QUEUED_MPS = 2;

/** How many vehicles queue on a lane, as detectors see it now. */
export function queuedOn({ places, vehicles }: CityState, lane: number): number {
  let queued = 0;
  for (let slot = places.first[lane]!; slot >= 0; slot = vehicles.behind[slot]!) if (vehicles.speedMps[slot]! < QUEUED_MPS) queued++;
  return queued;
}
