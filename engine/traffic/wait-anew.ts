import type { CityState } from '../state/city-state.ts';
import { STANDING_MPS } from '../state/vehicle-state.ts';
import { waitsForEvent } from './leave-closed-way.ts';
import type { Traffic } from './traffic.ts';

/** With less room than this behind its last vehicle a lane is full: who comes to it stands before it. */
const FULL_M = 10;

/**
 * Who has waited for a street to open is not stuck, nor is who stands behind: they wait anew from now on, as far back as the
 * queue goes. Everybody else goes on waiting: an event at the other end of the city is nothing to them.
 */
export function waitAnew(traffic: Traffic, state: CityState): void {
  const { vehicles, places, activePlaces } = state, reached = new Set<number>();
  for (let index = 0; index < state.activePlaceCount; index++) {
    const place = activePlaces[index]!;
    for (let slot = places.first[place]!; slot >= 0; slot = vehicles.behind[slot]!) if (waitsForEvent(traffic, state, slot)) reached.add(place);
  }
  // A set is walked in the order of adding, what is added on the way included.
  for (const place of reached) {
    for (let slot = places.first[place]!; slot >= 0; slot = vehicles.behind[slot]!) vehicles.waitingS[slot] = 0;
    if (isFull(traffic, state, place)) for (const before of placesBefore(traffic, state, place)) reached.add(before);
  }
}

function isFull({ roads, twin: { vehicleTypes } }: Traffic, { places, vehicles }: CityState, place: number): boolean {
  if (place >= roads.laneCount) return true;
  const last = places.last[place]!;
  return vehicles.speedMps[last]! < STANDING_MPS && vehicles.positionM[last]! - vehicleTypes.lengthM[vehicles.vehicleType[last]!]! < FULL_M;
}

/** The occupied places that lead to this one, as far as their first vehicle is bound for it. */
function placesBefore({ roads: { laneCount }, twin: { movements } }: Traffic, { places, vehicles }: CityState, place: number): number[] {
  if (place >= laneCount) {
    const lane = movements.fromLane[place - laneCount]!, first = places.first[lane]!;
    return first >= 0 && vehicles.nextMovement[first] === place - laneCount ? [lane] : [];
  }
  const before: number[] = [];
  for (let movement = 0; movement < movements.count; movement++) {
    if (movements.toLane[movement] !== place) continue;
    if (places.first[laneCount + movement]! >= 0) before.push(laneCount + movement);
    const first = places.first[movements.fromLane[movement]!]!;
    if (first >= 0 && vehicles.nextMovement[first] === movement) before.push(movements.fromLane[movement]!);
  }
  return before;
}
