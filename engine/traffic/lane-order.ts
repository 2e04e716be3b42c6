import type { CityState } from '../state/city-state.ts';

/**
 * The order of vehicles on a place: a chain from the vehicle furthest along to the one furthest back.
 * Equal positions are ordered by departure row, so the chain is the same whoever is put in first.
 */

/** Puts a vehicle into the chain of its place by its position. */
export function putOnPlace(state: CityState, slot: number, place: number): void {
  const { vehicles, places } = state;
  const { positionM, departure, ahead, behind } = vehicles;
  const myM = positionM[slot]!;
  let follower = -1, leader = places.last[place]!;
  while (leader >= 0 && (positionM[leader]! < myM || (positionM[leader]! === myM && departure[leader]! > departure[slot]!))) {
    follower = leader;
    leader = ahead[leader]!;
  }
  ahead[slot] = leader;
  behind[slot] = follower;
  if (leader >= 0) behind[leader] = slot;
  else places.first[place] = slot;
  if (follower >= 0) ahead[follower] = slot;
  else places.last[place] = slot;
  vehicles.place[slot] = place;
  if (places.vehicles[place]!++ === 0) {
    places.activeIndex[place] = state.activePlaceCount;
    state.activePlaces[state.activePlaceCount++] = place;
  }
}

/** Takes a vehicle out of the chain of its place. */
export function takeOffPlace(state: CityState, slot: number): void {
  const { vehicles, places } = state;
  const place = vehicles.place[slot]!, leader = vehicles.ahead[slot]!, follower = vehicles.behind[slot]!;
  if (leader >= 0) vehicles.behind[leader] = follower;
  else places.first[place] = follower;
  if (follower >= 0) vehicles.ahead[follower] = leader;
  else places.last[place] = leader;
  vehicles.ahead[slot] = vehicles.behind[slot] = -1;
  if (--places.vehicles[place]! === 0) {
    const index = places.activeIndex[place]!, moved = state.activePlaces[--state.activePlaceCount]!;
    state.activePlaces[index] = moved;
    places.activeIndex[moved] = index;
    places.activeIndex[place] = -1;
  }
}

/** Notes that a vehicle's front has just passed the end of a place: its rear is still there for a while. */
export function noteLeft(state: CityState, slot: number, place: number, odometerM: number): void {
  const { places, vehicles } = state;
  const before = places.left[place]!;
  // Two may leave in one step: the one further back counts, whoever is noted first.
  if (before >= 0 && vehicles.departure[before] === places.leftDeparture[place]) {
    if (vehicles.odometerM[before]! - places.leftOdometerM[place]! < vehicles.odometerM[slot]! - odometerM) return;
  }
  places.left[place] = slot;
  places.leftDeparture[place] = vehicles.departure[slot]!;
  places.leftOdometerM[place] = odometerM;
}

/**
 * How far past the end of the place the rear of the vehicle that left it last is: negative while it still stands on
 * the place, Infinity when there is none.
 */
export function leftRearPastEndM(state: CityState, place: number, lengthM: ArrayLike<number>): number {
  const { places, vehicles } = state;
  const slot = places.left[place]!;
  if (slot < 0 || vehicles.departure[slot] !== places.leftDeparture[place]) return Infinity;
  return vehicles.odometerM[slot]! - places.leftOdometerM[place]! - lengthM[vehicles.vehicleType[slot]!]!;
}
