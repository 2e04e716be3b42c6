import type { CityState } from '../state/city-state.ts';
import { brakeGapM } from './car-following.ts';
import { takenByIncomingM, takenM } from './keep-clear.ts';
import type { Traffic } from './traffic.ts';

/**
 * Who is nearer to a roundabout than this and its way to a stand after so long may come in at the same time as others. Assumed: enough for an earlier
 * departure to be seen before it can no longer stop. Without either, 127 of 720 scenes that press into short rings lock; with both, half or double
 * none, and the last has arrived after 406, 405 and 406 s on average. 40 random cities lose 60.6 s a vehicle with all three.
 */
const COMES_IN_M = 10, COMES_IN_S = 2;

/**
 * Whether a roundabout still turns when a vehicle of `neededM` comes in by `movement`: around the circle that it joins there
 * must be free, beside its own room, as much again. Vehicles on a ring drive up to each other whatever junction they stand on,
 * so any free length lets all of them move on by it; and only who comes in takes it:
 * "bubble flow control" of ring networks, Puente, Izu, Beivide and others (2001), Journal of Parallel and Distributed Computing 61, 1180.
 * A lane of the ring that leads into the circle and is not on it counts as a way in.
 */
export function leavesRingOpen(traffic: Traffic, state: CityState, slot: number, movement: number, neededM: number): boolean {
  const { roads: { laneCount, ringOn, placeLengthM }, twin: { movements } } = traffic;
  const start = movements.toLane[movement]!;
  if (ringOn[start]! < 0 || ringOn[movements.fromLane[movement]!]! >= 0) return true;
  let circleM = 0, circleTakenM = 0, lane = start;
  for (let seen = 0; seen < laneCount; seen++) {
    const on = ringOn[lane]!;
    circleM += placeLengthM[lane]! + placeLengthM[laneCount + on]!;
    circleTakenM += takenM(traffic, state, lane) + takenByIncomingM(traffic, state, lane) + claimedM(traffic, state, slot, lane);
    lane = movements.toLane[on]!;
    if (lane === start) break;
  }
  // A circle too short for that is entered when nobody is on it.
  return circleTakenM === 0 || circleM - circleTakenM >= 2 * neededM;
}

/**
 * Length that those who are about to come in to a lane of the ring need: who can no longer stop before it, and of two
 * who still can the earlier departure.
 */
function claimedM({ roads, stepS, twin: { movements, vehicleTypes } }: Traffic, { places, vehicles }: CityState, slot: number, lane: number): number {
  let sumM = 0;
  for (let index = roads.firstIncoming[lane]!; index < roads.firstIncoming[lane + 1]!; index++) {
    const movement = roads.incoming[index]!, fromLane = movements.fromLane[movement]!, other = places.first[fromLane]!;
    if (roads.ringOn[fromLane]! >= 0 || other < 0 || other === slot || vehicles.nextMovement[other] !== movement) continue;
    const type = vehicles.vehicleType[other]!, distanceM = roads.placeLengthM[fromLane]! - vehicles.positionM[other]!;
    const brakeM = brakeGapM(vehicles.speedMps[other]!, vehicleTypes.decelerationMps2[type]!, 0, stepS), isEarlier = vehicles.departure[other]! < vehicles.departure[slot]!;
    if (distanceM < brakeM || (isEarlier && distanceM < brakeM + vehicles.speedMps[other]! * COMES_IN_S + COMES_IN_M)) sumM += vehicleTypes.lengthM[type]! + vehicleTypes.minGapM[type]!;
  }
  return sumM;
}
