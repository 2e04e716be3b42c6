import type { CityState } from '../state/city-state.ts';
import { secureGapM } from './car-following.ts';
import { leftRearPastEndM } from './lane-order.ts';
import { isRed, shownTo } from './signal-sight.ts';
import type { Traffic } from './traffic.ts';

/** How far around a place on a lane others matter. */
const NEAR_M = 100;

/** A place on a lane that a vehicle would like to take. */
export interface Berth { lane: number; frontM: number; lengthM: number; minGapM: number; speedMps: number; brakingMps2: number; headwayS: number; movement: number; slot: number }

/** The vehicle on the lane whose front is next ahead of `frontM`, -1 for none; ties count as ahead. */
export function leaderOnLane({ places, vehicles }: CityState, lane: number, frontM: number): number {
  let leader = -1;
  for (let slot = places.last[lane]!; slot >= 0; slot = vehicles.ahead[slot]!) {
    if (vehicles.positionM[slot]! >= frontM) { leader = slot; break; }
  }
  return leader;
}

/** The first vehicle on the lane whose front is behind `frontM`, -1 for none. */
export function followerOnLane({ places, vehicles }: CityState, lane: number, frontM: number, leader: number): number {
  return leader >= 0 ? vehicles.behind[leader]! : places.first[lane]!;
}

/** Bumper to bumper distance to what is ahead of the berth, and its speed in `ahead`; Infinity when the way is clear. */
export function gapAheadM(traffic: Traffic, state: CityState, berth: Berth, leader: number, ahead: { speedMps: number; brakingMps2: number }): number {
  const { places, vehicles } = state, { vehicleTypes, movements } = traffic.twin, { roads } = traffic;
  const see = (slot: number) => {
    ahead.speedMps = vehicles.speedMps[slot]!;
    ahead.brakingMps2 = vehicleTypes.decelerationMps2[vehicles.vehicleType[slot]!]!;
    return vehicleTypes.lengthM[vehicles.vehicleType[slot]!]!;
  };
  if (leader >= 0) return vehicles.positionM[leader]! - see(leader) - berth.frontM;
  const endM = roads.placeLengthM[berth.lane]! - berth.frontM;
  const rearM = leftRearPastEndM(state, berth.lane, vehicleTypes.lengthM);
  if (rearM < 0) { see(places.left[berth.lane]!); return endM + rearM; }
  if (berth.movement < 0 || endM > NEAR_M) return Infinity;
  const inside = places.last[roads.laneCount + berth.movement]!;
  if (inside >= 0) return endM + vehicles.positionM[inside]! - see(inside);
  const beyond = places.last[movements.toLane[berth.movement]!]!;
  if (beyond >= 0) return endM + roads.placeLengthM[roads.laneCount + berth.movement]! + vehicles.positionM[beyond]! - see(beyond);
  return Infinity;
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
