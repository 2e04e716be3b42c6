import type { CityState } from '../state/city-state.ts';

/** Bodies that touch by less are a matter of rounding. */
const ROUNDING_M = 0.001;

/**
 * Counts each time that a vehicle comes to overlap the one ahead on its lane or movement, or the rear of the one that
 * has just left it (`rearM` along the place). Nothing is mended: a count above zero is a fault of the model, and everyone
 * may see it.
 */
export function noteOverlap({ vehicles, counts }: CityState, slot: number, rearM: number): void {
  const overlaps = vehicles.positionM[slot]! > rearM + ROUNDING_M ? 1 : 0;
  if (overlaps === vehicles.overlaps[slot]) return;
  counts.collisions += overlaps;
  vehicles.overlaps[slot] = overlaps;
}
