import type { CityState } from '../state/city-state.ts';
import { STANDING_MPS } from '../state/vehicle-state.ts';
import { conflictKind } from '../twin/streets.ts';
import { leftRearPastEndM } from './lane-order.ts';
import { meetsSomeone } from './presence.ts';
import { movementFrom } from './route-guide.ts';
import { isShut, shownTo } from './signal-sight.ts';
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
  let aheadM = takenByIncomingM(traffic, state, lane);
  const laneM = roads.placeLengthM[lane]!;
  // A vehicle longer than the lane can only ask for all of it.
  const enoughM = Math.min(neededM, laneM - 0.1);
  for (let slot = places.last[lane]!; slot >= 0; slot = vehicles.ahead[slot]!) {
    const type = vehicles.vehicleType[slot]!;
    const rearM = vehicles.positionM[slot]! - vehicleTypes.lengthM[type]!;
    if (rearM - aheadM > enoughM) return true;
    if (vehicles.speedMps[slot]! < STANDING_MPS) return false;
    aheadM += vehicleTypes.lengthM[type]! + vehicleTypes.minGapM[type]!;
  }
  return laneM - aheadM - tailM(traffic, state, lane) >= enoughM || (goesOn(traffic, state, lane) && !standsBeyond(traffic, state, lane));
}

/** Length of a lane under the rear of one that stands just beyond its end. */
function tailM(traffic: Traffic, state: CityState, lane: number): number {
  const rearM = leftRearPastEndM(state, lane, traffic.twin.vehicleTypes.lengthM);
  return rearM < 0 && state.vehicles.speedMps[state.places.left[lane]!]! < STANDING_MPS ? -rearM : 0;
}

/**
 * Whether who comes to a lane can go on from it. On one shorter than itself a vehicle stands with its rear on the junction
 * before; where two do so, in either direction between two junctions, each bars the other's way for good. So it is entered
 * only while the junction after it shows no red, is clear of those whose ways meet, and has room beyond. A red of another
 * controller does not count: the two need never be green together, and it will turn by itself.
 * Nor does one at `junction`, the very one that is entered: who turns back beyond it never finds both green.
 */
export function passesShortLane(traffic: Traffic, state: CityState, slot: number, junction: number, lane: number, guideRow: number): boolean {
  const { roads, presence, twin: { movements, vehicleTypes } } = traffic, { vehicles } = state, type = vehicles.vehicleType[slot]!;
  if (roads.placeLengthM[lane]! >= vehicleTypes.lengthM[type]! || guideRow >= vehicles.guideEndRow[slot]!) return true;
  const movement = movementFrom(traffic, lane, guideRow);
  if (movement < 0) return true;
  const shown = shownTo(traffic, state, movement), isHeld = isShut(shown) && movements.junction[movement] !== junction && countsBefore(traffic, lane, movement);
  if (isHeld || (meetsSomeone(presence, movement) && isBarred(traffic, state, movement))) return false;
  return hasRoomBeyond(traffic, state, movement, vehicleTypes.lengthM[type]! + vehicleTypes.minGapM[type]!)
    && passesShortLane(traffic, state, slot, junction, movements.toLane[movement]!, guideRow + 1);
}

/** Length that the vehicles on one place take up, the gaps between them included, when they stand. */
export function takenM({ twin: { vehicleTypes } }: Traffic, { places, vehicles }: CityState, place: number): number {
  let sumM = 0;
  for (let slot = places.last[place]!; slot >= 0; slot = vehicles.ahead[slot]!) sumM += vehicleTypes.lengthM[vehicles.vehicleType[slot]!]! + vehicleTypes.minGapM[vehicles.vehicleType[slot]!]!;
  return sumM;
}

/** The same for those who cross a junction to a lane. */
export function takenByIncomingM(traffic: Traffic, state: CityState, lane: number): number {
  const { roads } = traffic;
  let sumM = 0;
  for (let index = roads.firstIncoming[lane]!; index < roads.firstIncoming[lane + 1]!; index++) sumM += takenM(traffic, state, roads.laneCount + roads.incoming[index]!);
  return sumM;
}

/** Whether the red at the end of a lane counts for those who come to its start: not where another controller lets them come. */
function countsBefore({ twin: { junctions, lanes, links, movements } }: Traffic, lane: number, movement: number): boolean {
  const before = junctions.controller[links.fromJunction[lanes.link[lane]!]!]!;
  return before < 0 || before === junctions.controller[movements.junction[movement]!];
}

/** Whether somebody stands across a movement. */
function isBarred({ roads, twin: { conflicts, movements, vehicleTypes } }: Traffic, { places, vehicles }: CityState, movement: number): boolean {
  const first = movements.firstConflict[movement]!, until = first + movements.conflictCount[movement]!;
  for (let conflict = first; conflict < until; conflict++) {
    const mirror = roads.mirror[conflict]!;
    if (conflicts.kind[conflict] !== conflictKind.cross || mirror < 0) continue;
    for (let foe = places.last[roads.laneCount + conflicts.foe[conflict]!]!; foe >= 0; foe = vehicles.ahead[foe]!) {
      if (vehicles.speedMps[foe]! < STANDING_MPS && vehicles.positionM[foe]! - vehicleTypes.lengthM[vehicles.vehicleType[foe]!]! < conflicts.untilM[mirror]!) return true;
    }
  }
  return false;
}

/** Whether the lane empties at its end: nobody is on it, or the one in front has no red or amber before it. */
export function goesOn(traffic: Traffic, state: CityState, lane: number): boolean {
  const front = state.places.first[lane]!, movement = front < 0 ? -1 : state.vehicles.nextMovement[front]!;
  if (movement < 0) return true;
  return !isShut(shownTo(traffic, state, movement));
}

/** Whether the vehicle that left the lane last stands just behind its end, so that the lane fills from there. */
function standsBeyond(traffic: Traffic, state: CityState, lane: number): boolean {
  const slot = state.places.left[lane]!;
  if (slot < 0 || state.vehicles.departure[slot] !== state.places.leftDeparture[lane]) return false;
  const beyondM = state.vehicles.odometerM[slot]! - state.places.leftOdometerM[lane]! - traffic.twin.vehicleTypes.lengthM[state.vehicles.vehicleType[slot]!]!;
  return beyondM < 20 && state.vehicles.speedMps[slot]! < 1;
}
