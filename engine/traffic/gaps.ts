import type { CityState } from '../state/city-state.ts';
import { blockageAheadOfBerth } from './blockages.ts';
import { secureGapM } from './car-following.ts';
import { leftRearPastEndM } from './lane-order.ts';
import type { Ahead, Berth } from './scratch.ts';
import { isRed, shownTo } from './signal-sight.ts';
import type { Traffic } from './traffic.ts';

/** How far around a place on a lane others matter. */
const NEAR_M = 100;

/** The vehicle on the lane whose front is next ahead of `frontM`, -1 for none; of two that are level the earlier departure is ahead. */
export function leaderOnLane({ places, vehicles }: CityState, lane: number, frontM: number, departure: number): number {
  let leader = places.last[lane]!;
  while (leader >= 0 && (vehicles.positionM[leader]! < frontM || (vehicles.positionM[leader]! === frontM && vehicles.departure[leader]! > departure && departure >= 0))) leader = vehicles.ahead[leader]!;
  return leader;
}

/** The first vehicle on the lane behind that leader, -1 for none. */
export const followerOnLane = ({ places, vehicles }: CityState, lane: number, leader: number): number =>
  leader >= 0 ? vehicles.behind[leader]! : places.first[lane]!;

/** Looks ahead from the berth, past the end of its lane where nobody is on it. */
export function lookAheadOfBerth(traffic: Traffic, state: CityState, berth: Berth, leader: number, ahead: Ahead): void {
  if (leader >= 0) noteAhead(traffic, state, ahead, leader, state.vehicles.positionM[leader]! - berth.frontM);
  else lookPastEnd(traffic, state, berth, ahead);
  if (traffic.roads.blockages) blockageAheadOfBerth(traffic.roads.blockages, berth.lane, berth.frontM, berth.lengthM, ahead);
}

/** The same where nobody is ahead on the lane. */
export function lookPastEnd(traffic: Traffic, state: CityState, berth: Berth, ahead: Ahead): void {
  const { places, vehicles } = state, { vehicleTypes, movements } = traffic.twin, { roads } = traffic;
  const endM = roads.placeLengthM[berth.lane]! - berth.frontM;
  const rearM = leftRearPastEndM(state, berth.lane, vehicleTypes.lengthM);
  ahead.slot = -1;
  ahead.gapM = Infinity;
  if (rearM < 0) {
    noteAhead(traffic, state, ahead, places.left[berth.lane]!, endM);
    ahead.gapM = endM + rearM;
  } else if (berth.movement >= 0 && endM <= NEAR_M) {
    const inside = places.last[roads.laneCount + berth.movement]!, beyond = places.last[movements.toLane[berth.movement]!]!;
    if (inside >= 0) noteAhead(traffic, state, ahead, inside, endM + vehicles.positionM[inside]!);
    else if (beyond >= 0) noteAhead(traffic, state, ahead, beyond, endM + roads.placeLengthM[roads.laneCount + berth.movement]! + vehicles.positionM[beyond]!);
  }
}

export function noteAhead({ twin: { vehicleTypes } }: Traffic, { vehicles }: CityState, ahead: Ahead, slot: number, toFrontM: number): void {
  const type = vehicles.vehicleType[slot]!;
  ahead.slot = slot;
  ahead.gapM = toFrontM - vehicleTypes.lengthM[type]!;
  ahead.speedMps = vehicles.speedMps[slot]!;
  ahead.brakingMps2 = vehicleTypes.decelerationMps2[type]!;
}

/** Whether a vehicle behind, `gapM` from bumper to bumper, can take it. */
function suits(traffic: Traffic, { vehicles }: CityState, berth: Berth, slot: number, gapM: number): boolean {
  const { vehicleTypes } = traffic.twin, type = vehicles.vehicleType[slot]!;
  return gapM - vehicleTypes.minGapM[type]! >=
    secureGapM(vehicles.speedMps[slot]!, vehicleTypes.decelerationMps2[type]!, vehicleTypes.headwayS[type]!, berth.speedMps, berth.brakingMps2, traffic.stepS);
}

/** Whether those behind the berth can take it: the follower on the lane, else whoever is about to come onto the lane. */
export function suitsFollowers(traffic: Traffic, state: CityState, berth: Berth, follower: number): boolean {
  const { roads, twin: { movements } } = traffic, { places, vehicles } = state;
  const rearM = berth.frontM - berth.lengthM;
  if (follower >= 0) return suits(traffic, state, berth, follower, rearM - vehicles.positionM[follower]!);
  if (rearM > NEAR_M) return true;
  for (let index = roads.firstIncoming[berth.lane]!; index < roads.firstIncoming[berth.lane + 1]!; index++) {
    const movement = roads.incoming[index]!, place = roads.laneCount + movement;
    const inside = places.first[place]!;
    if (inside >= 0 && inside !== berth.slot && !suits(traffic, state, berth, inside, rearM + roads.placeLengthM[place]! - vehicles.positionM[inside]!)) return false;
    const fromLane = movements.fromLane[movement]!, coming = places.first[fromLane]!;
    if (coming < 0 || coming === berth.slot || vehicles.nextMovement[coming] !== movement || vehicles.speedMps[coming]! < 1 || isRed(shownTo(traffic, state, movement))) continue;
    const gapM = rearM + roads.placeLengthM[place]! + roads.placeLengthM[fromLane]! - vehicles.positionM[coming]!;
    if (!suits(traffic, state, berth, coming, gapM)) return false;
  }
  return true;
}
