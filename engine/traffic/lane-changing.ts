import type { CityState } from '../state/city-state.ts';
import { conflictKind } from '../twin/streets.ts';
import { approachSpeedMps, brakeGapM, secureGapM } from './car-following.ts';
import { heedFoes } from './foes.ts';
import { mayJoinBesidePeople } from './heed-crossings.ts';
import { followerOnLane, leaderOnLane, suitsFollowers } from './gaps.ts';
import { putOnPlace, takeOffPlace } from './lane-order.ts';
import { jamOf, lookForJam, viewAhead, viewReach, wantedOnMps } from './lane-view.ts';
import { likesSide, rememberSpeed, urgentWithinM } from './lane-wishes.ts';
import type { LaneView } from './scratch.ts';
import { movementFrom, readGuide } from './route-guide.ts';
import { lookFrom } from './sight.ts';
import type { Traffic } from './traffic.ts';

/** Left to the one ahead beyond the safe distance: it may brake harder than at ease just when one moves in behind it. */
const CHANGE_MARGIN_M = 1;
/** A lane that leads no further than this is one to turn off by. SUMO's figure (`TURN_LANE_DIST` of its LC2013 model); docs/models/lane-changing.md tells what half and double do. */
const TURN_LANE_M = 200;

/** Everyone on the places of one thread decides; lists those who found a gap and returns how many there are. */
export function chooseSides(traffic: Traffic, state: CityState): number {
  const { places, activePlaces } = state, { roads, twin: { links }, changing, own } = traffic;
  let count = 0;
  for (let index = 0; index < state.activePlaceCount; index++) {
    const lane = activePlaces[index]!;
    if (lane >= roads.laneCount || (own !== undefined && own.owner[lane] !== own.thread)) continue;
    const link = roads.placeLink[lane]!, laneCount = links.laneCount[link]!, laneIndex = lane - links.firstLane[link]!;
    if (laneCount < 2) continue;
    const hasRight = laneIndex > 0, hasLeft = laneIndex + 1 < laneCount;
    // Leaders on the lanes beside fall back together with the vehicle that looks: no search for each.
    let rightLeader = -1, leftLeader = -1;
    for (let slot = places.first[lane]!; slot >= 0; slot = state.vehicles.behind[slot]!) {
      if (hasRight) rightLeader = fallBack(state, lane - 1, rightLeader, slot);
      if (hasLeft) leftLeader = fallBack(state, lane + 1, leftLeader, slot);
      rememberSpeed(traffic, state, slot);
      if (state.vehicles.jamBeyondM[slot]! < 0 && (laneCount > 2 || mayHaveToChange(state, slot))) lookForJam(traffic, state, slot, laneIndex);
      if (state.vehicles.standingSinceS[slot]! >= 0) continue;
      const side = chooseSide(traffic, state, slot, rightLeader, leftLeader);
      if (side === 0) continue;
      traffic.changeTo[slot] = side;
      changing[count++] = slot;
    }
  }
  return count;
}

/** From a leader on a lane (-1: none yet) to the vehicle furthest back that is still ahead of `slot`; of two that are level the earlier departure is ahead. */
function fallBack({ places, vehicles }: CityState, lane: number, leader: number, slot: number): number {
  const positionM = vehicles.positionM[slot]!, departure = vehicles.departure[slot]!;
  let next = leader < 0 ? places.first[lane]! : vehicles.behind[leader]!;
  while (next >= 0 && (vehicles.positionM[next]! > positionM || (vehicles.positionM[next]! === positionM && vehicles.departure[next]! < departure))) {
    leader = next;
    next = vehicles.behind[next]!;
  }
  return leader;
}

/** Where a lane and those beside it lead on nobody needs to know of a jam beyond. */
const mayHaveToChange = ({ vehicles: { hereAway, rightAway, leftAway, nextHalt } }: CityState, slot: number): boolean =>
  hereAway[slot] !== 0 || rightAway[slot] !== 0 || leftAway[slot] !== 0 || nextHalt[slot]! >= 0;

/** Where the vehicle goes: -1 to the right, 1 to the left, 0 stays. */
function chooseSide(traffic: Traffic, state: CityState, slot: number, rightLeader: number, leftLeader: number): number {
  const { here, there } = traffic.views;
  viewReach(traffic, state, here, slot, 0);
  const mustGo = here.away === 0 ? 0 : here.away > 0 ? 1 : -1;
  if (mustGo !== 0 && isUrgent(traffic, state, slot, mustGo)) {
    if (!viewReach(traffic, state, there, slot, mustGo)) return 0;
    viewAhead(traffic, state, there, slot, mustGo > 0 ? leftLeader : rightLeader);
    if (fits(traffic, state, slot, there)) return mustGo;
    askForRoom(state, slot, there);
    return 0;
  }
  const mayRight = viewReach(traffic, state, there, slot, -1) && canAfford(traffic, state, slot, here, there, -1);
  if (mayRight) {
    viewAhead(traffic, state, here, slot, state.vehicles.ahead[slot]!);
    viewAhead(traffic, state, there, slot, rightLeader);
    if (likesSide(traffic, state, slot, here, there, -1) && fits(traffic, state, slot, there)) return -1;
  }
  if (viewReach(traffic, state, there, slot, 1) && canAfford(traffic, state, slot, here, there, 1)) {
    if (!mayRight) viewAhead(traffic, state, here, slot, state.vehicles.ahead[slot]!);
    // No wish to pass, and nothing to gain however free the left is: no need to look.
    if (state.vehicles.speedGainShare[slot]! <= 0 && here.promisedMps >= wantedOnMps(traffic, state, slot, there.lane)) return 0;
    viewAhead(traffic, state, there, slot, leftLeader);
    if (likesSide(traffic, state, slot, here, there, 1) && fits(traffic, state, slot, there)) return 1;
  }
  return 0;
}

/**
 * Whether there would be time to come back from a lane that does not lead on: room for two changes more than it takes there.
 * Nobody leaves the best lane for one that leads aside within a turn lane's length, but to pass one who halts.
 */
function canAfford(traffic: Traffic, state: CityState, slot: number, here: LaneView, there: LaneView, side: number): boolean {
  if (there.away === 0 || here.away * side > 0) return true;
  const { ahead, positionM, standingSinceS } = state.vehicles, leader = ahead[slot]!;
  const passesHalt = leader >= 0 && standingSinceS[leader]! >= 0;
  if (here.away === 0 && there.leftM + positionM[slot]! < TURN_LANE_M && !passesHalt) return false;
  const neededM = (Math.abs(here.away) + 2) * urgentWithinM(traffic, state, slot, side);
  return there.leftM >= neededM && there.leftM - jamOf(traffic, state, there, slot) >= neededM;
}

/** Whether the driver has to change now to get to where its lane leads on, the queue there counted in. */
function isUrgent(traffic: Traffic, state: CityState, slot: number, side: number): boolean {
  const { here } = traffic.views, neededM = Math.abs(here.away) * urgentWithinM(traffic, state, slot, side);
  return here.leftM < neededM || here.leftM - jamOf(traffic, state, here, slot) < neededM;
}

/** Whether the gap beside is safe for the vehicle and for those behind it. */
function fits(traffic: Traffic, state: CityState, slot: number, there: LaneView): boolean {
  const { berth, roads, twin: { vehicleTypes } } = traffic, { vehicles } = state, type = vehicles.vehicleType[slot]!;
  const mps = vehicles.speedMps[slot]!, brakingMps2 = vehicleTypes.decelerationMps2[type]!, endM = roads.placeLengthM[there.lane]! - vehicles.positionM[slot]!;
  const headwayS = vehicleTypes.headwayS[type]!;
  if (there.ahead.gapM - vehicleTypes.minGapM[type]! - CHANGE_MARGIN_M < secureGapM(mps, brakingMps2, headwayS, there.ahead.speedMps, there.ahead.brakingMps2, traffic.stepS)) return false;
  if (roads.hasCrossing[there.lane] === 1 && !mayJoinBesidePeople(traffic, state, there.lane, vehicles.positionM[slot]!, vehicleTypes.lengthM[type]!, brakeGapM(mps, brakingMps2, 0, traffic.stepS))) return false;
  const { movement } = there;
  if (movement >= 0 && !endsAtEase(traffic, state, slot, movement, endM)) return false;
  berth.lane = there.lane;
  berth.slot = slot;
  berth.frontM = vehicles.positionM[slot]!;
  berth.lengthM = vehicleTypes.lengthM[type]!;
  berth.speedMps = mps;
  berth.brakingMps2 = brakingMps2;
  berth.movement = movement;
  return suitsFollowers(traffic, state, berth, followerOnLane(state, there.lane, there.leader));
}

/**
 * Nobody changes where a junction within its braking distance along the new lane asks for more than comfortable braking,
 * which those behind could not foresee: by a signal or a duty to give way, by the limit of its way, or by someone inside;
 * nor where someone inside is about to come onto the same lane, who could not foresee it either, or people cross its way.
 */
function endsAtEase(traffic: Traffic, state: CityState, slot: number, movement: number, endM: number): boolean {
  const { roads, sight, stepS, twin: { movements } } = traffic;
  lookFrom(traffic, state, sight, slot);
  const leastMps = sight.speedMps - sight.decelerationMps2 * stepS;
  let next = movement, atM = endM, guideRow = state.vehicles.guideRow[slot]!;
  do {
    if (approachSpeedMps(atM, roads.placeLimitMps[roads.laneCount + next]! * sight.speedFactor, sight.decelerationMps2, stepS) < leastMps) return false;
    // Before a stop line that may have to be kept there must be room to stop; elsewhere only who is inside already counts.
    if (roads.isMinor[next] === 1 || roads.signalIndex[next]! >= 0) return atM >= sight.brakeGapM && sight.boundMps >= leastMps;
    if (atM < sight.brakeGapM && mergesWithSomeone(traffic, state, next)) return false;
    if (roads.hasCrossing[roads.laneCount + next] === 1 && !mayJoinBesidePeople(traffic, state, roads.laneCount + next, -atM, sight.lengthM, sight.brakeGapM)) return false;
    heedFoes(traffic, state, sight, next, atM);
    const lane = movements.toLane[next]!;
    atM += roads.placeLengthM[roads.laneCount + next]! + roads.placeLengthM[lane]!;
    next = movementFrom(traffic, lane, ++guideRow);
  } while (next >= 0 && atM < sight.brakeGapM);
  return sight.boundMps >= leastMps;
}

/** Whether somebody inside the junction comes onto the lane to which a movement leads. */
function mergesWithSomeone({ roads, twin: { conflicts, movements } }: Traffic, { places }: CityState, movement: number): boolean {
  const first = movements.firstConflict[movement]!, until = first + movements.conflictCount[movement]!;
  for (let conflict = first; conflict < until; conflict++) {
    if (conflicts.kind[conflict] === conflictKind.merge && places.vehicles[roads.laneCount + conflicts.foe[conflict]!]! > 0) return true;
  }
  return false;
}

/** Who must change and finds no gap falls back behind the one ahead on the other lane, and is let in by the one behind. */
function askForRoom(state: CityState, slot: number, there: LaneView): void {
  if (there.ahead.slot >= 0 && state.vehicles.place[there.ahead.slot] === there.lane) state.vehicles.fallBehindSlot[slot] = there.ahead.slot;
  const follower = followerOnLane(state, there.lane, there.leader);
  if (follower >= 0) ask(state, follower, slot);
}

/** Of all who want to be let in by `host`, it heeds the one furthest back. */
function ask({ vehicles }: CityState, host: number, guest: number): void {
  const before = vehicles.courtesySlot[host]!;
  if (before >= 0) {
    const beforeM = vehicles.positionM[before]!, guestM = vehicles.positionM[guest]!;
    if (beforeM < guestM || (beforeM === guestM && vehicles.departure[before]! < vehicles.departure[guest]!)) return;
  }
  vehicles.courtesySlot[host] = guest;
}

/** Moves over if the gap is still there after others have changed. */
export function takeGap(traffic: Traffic, state: CityState, slot: number): void {
  const { vehicles } = state, { there } = traffic.views;
  const lane = vehicles.place[slot]! + traffic.changeTo[slot]!;
  const leader = leaderOnLane(state, lane, vehicles.positionM[slot]!, vehicles.departure[slot]!);
  viewReach(traffic, state, there, slot, traffic.changeTo[slot]!);
  viewAhead(traffic, state, there, slot, leader);
  if (!fits(traffic, state, slot, there)) return;
  takeOffPlace(state, slot);
  putOnPlace(state, slot, lane);
  readGuide(traffic.roads, traffic.twin, vehicles, slot, lane);
  vehicles.changedLaneS[slot] = state.timeS;
  vehicles.courtesySlot[slot] = vehicles.fallBehindSlot[slot] = -1;
  vehicles.speedGainShare[slot] = vehicles.keepRightShare[slot] = 0;
}
