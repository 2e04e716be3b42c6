import type { CityState } from '../state/city-state.ts';
import { STANDING_MPS } from '../state/vehicle-state.ts';
import { aspect } from '../twin/signals.ts';
import { isRed, shownTo } from './signal-sight.ts';
import type { Traffic } from './traffic.ts';

/**
 * Whether a vehicle of `neededM` (bumper to bumper and standstill gap) that crosses the junction by `movement` finds
 * room behind it: nobody stops on a junction where others cross.
 *
 * Room is counted up to the vehicle that stands furthest back, less those who still drive up to it and those who are
 * already crossing to the same lane.
 */
export function hasRoomBeyond(traffic: Traffic, state: CityState, movement: number, neededM: number): boolean {
  const { roads, twin: { movements, vehicleTypes } } = traffic, { places, vehicles } = state;
  const lane = movements.toLane[movement]!;
  let takenM = 0;
  for (let index = roads.firstIncoming[lane]!; index < roads.firstIncoming[lane + 1]!; index++) {
    const place = roads.laneCount + roads.incoming[index]!;
    for (let slot = places.last[place]!; slot >= 0; slot = vehicles.ahead[slot]!) {
      const type = vehicles.vehicleType[slot]!;
      takenM += vehicleTypes.lengthM[type]! + vehicleTypes.minGapM[type]!;
    }
  }
  const laneM = roads.placeLengthM[lane]!;
  // A vehicle longer than the lane can only ask for all of it.
  const enoughM = Math.min(neededM, laneM - 0.1);
  for (let slot = places.last[lane]!; slot >= 0; slot = vehicles.ahead[slot]!) {
    const type = vehicles.vehicleType[slot]!;
    const rearM = vehicles.positionM[slot]! - vehicleTypes.lengthM[type]!;
    if (rearM - takenM > enoughM) return true;
    if (vehicles.speedMps[slot]! < STANDING_MPS) return false;
    takenM += vehicleTypes.lengthM[type]! + vehicleTypes.minGapM[type]!;
  }
  return laneM - takenM >= enoughM || (goesOn(traffic, state, lane) && !standsBeyond(traffic, state, lane));
}

/** Whether the lane empties at its end: nobody is on it, or the one in front has no red or amber before it. */
export function goesOn(traffic: Traffic, state: CityState, lane: number): boolean {
  const front = state.places.first[lane]!, movement = front < 0 ? -1 : state.vehicles.nextMovement[front]!;
  if (movement < 0) return true;
  const shown = shownTo(traffic, state, movement);
  return !isRed(shown) && shown !== aspect.amber;
}

/** Whether the vehicle that left the lane last stands just behind its end, so that the lane fills from there. */
function standsBeyond(traffic: Traffic, state: CityState, lane: number): boolean {
  const slot = state.places.left[lane]!;
  if (slot < 0 || state.vehicles.departure[slot] !== state.places.leftDeparture[lane]) return false;
  const beyondM = state.vehicles.odometerM[slot]! - state.places.leftOdometerM[lane]! - traffic.twin.vehicleTypes.lengthM[state.vehicles.vehicleType[slot]!]!;
  return beyondM < 20 && state.vehicles.speedMps[slot]! < 1;
}
