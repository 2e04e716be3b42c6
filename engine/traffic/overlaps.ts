import type { CityState } from '../state/city-state.ts';
import { leftRearPastEndM } from './lane-order.ts';
import type { Traffic } from './traffic.ts';

/** Bodies that touch by less are a matter of rounding. */
const ROUNDING_M = 0.001;

/**
 * Counts each time that a vehicle comes to overlap the one ahead on its lane or movement, or the rear of the one that
 * has just left it. Nothing is mended: a count above zero is a fault of the model, and everyone may see it.
 */
export function countOverlaps(traffic: Traffic, state: CityState): void {
  const { places, vehicles, activePlaces } = state, { roads, twin: { vehicleTypes } } = traffic;
  for (let index = 0; index < state.activePlaceCount; index++) {
    const place = activePlaces[index]!;
    let rearM = roads.placeLengthM[place]! + leftRearPastEndM(state, place, vehicleTypes.lengthM);
    for (let slot = places.first[place]!; slot >= 0; slot = vehicles.behind[slot]!) {
      const overlaps = vehicles.positionM[slot]! > rearM + ROUNDING_M ? 1 : 0;
      if (overlaps > vehicles.overlaps[slot]!) state.counts.collisions++;
      vehicles.overlaps[slot] = overlaps;
      rearM = vehicles.positionM[slot]! - vehicleTypes.lengthM[vehicles.vehicleType[slot]!]!;
    }
  }
}
