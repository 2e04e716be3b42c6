import type { CityState } from '../state/city-state.ts';
import { STANDING_MPS } from '../state/vehicle-state.ts';
import { announcePocket, announceStopLine } from './announcement.ts';
import { forgetApproaches, MOST_APPROACHES } from './approaches.ts';
import { heedBlockage } from './blockages.ts';
import { approachSpeedMps, brakeGapM, stopSpeedMps } from './car-following.ts';
import { heedFoes } from './foes.ts';
import { heedCrossings, isHeldByPeople } from './heed-crossings.ts';
import { goesOn, hasRoomBeyond, movementFrom, passesShortLane } from './keep-clear.ts';
import { leftRearPastEndM } from './lane-order.ts';
import { lookAtJunctions, meetsSomeone } from './presence.ts';
import { haltsOnRow } from './lane-view.ts';
import { BOUND_MPS, BRAKING_MPS2, GAP_M, HEADWAY_S, LEADER_BRAKING_MPS2, LEADER_MPS, lowerToSafe } from './safe-speed.ts';
import type { Sight } from './scratch.ts';
import { keepBehind, lookFrom, speedToStopMps, stopWithin } from './sight.ts';
import { isRed, NO_SIGNAL, shownTo } from './signal-sight.ts';
import { fitTraffic, type Traffic } from './traffic.ts';
import { carFollowing } from '../twin/demand.ts';
import { aspect } from '../twin/signals.ts';

/** Distance from the stop line at which drivers stand, as SUMO's default. */
const STOP_LINE_GAP_M = 1;
/** Bodies that touch by less are a matter of rounding. */
const ROUNDING_M = 0.001;
/** Who drives off a tail slower than this may have to stop on the junction. */
const SLOW_TAIL_MPS = 6;
/** A lorry needs this long to pull away across a street. */
const HEARD_OF_S = 8;
/** Share of comfortable braking that drivers spend on those who change lane. */
const EASY_BRAKING_SHARE = 0.5;

/** Every vehicle looks along its way on the same picture: how fast it could go, where it may have to stop, when it will come. */
export function lookAhead(traffic: Traffic, state: CityState): void {
  fitTraffic(traffic, state);
  forgetApproaches(traffic.approaches);
  lookAtJunctions(traffic, state);
  lookOnOwn(traffic, state);
}

/** The same for the places of one thread. */
export function lookOnOwn(traffic: Traffic, state: CityState): void {
  traffic.decidingCount = 0;
  const { places, vehicles, activePlaces } = state, { sight, roads, own, twin: { vehicleTypes } } = traffic;
  for (let index = 0; index < state.activePlaceCount; index++) {
    const place = activePlaces[index]!;
    if (own !== undefined && own.owner[place] !== own.thread) continue;
    if (place < roads.laneCount && roads.blockages === undefined && roads.hasCrossing[place] === 0) followOnLane(traffic, state, place);
    else {
      let rearM = roads.placeLengthM[place]! + leftRearPastEndM(state, place, vehicleTypes.lengthM);
      for (let slot = places.first[place]!; slot >= 0; slot = vehicles.behind[slot]!) {
        noteOverlap(state, slot, vehicles.positionM[slot]! > rearM + ROUNDING_M ? 1 : 0);
        rearM = vehicles.positionM[slot]! - vehicleTypes.lengthM[vehicles.vehicleType[slot]!]!;
        lookAlong(traffic, state, sight, slot);
      }
    }
  }
}

/**
 * Counts each time that a vehicle comes to overlap the one ahead on its lane or movement, or the rear of the one that
 * has just left it. Nothing is mended: a count above zero is a fault of the model, and everyone may see it.
 */
function noteOverlap({ vehicles, counts }: CityState, slot: number, overlaps: number): void {
  if (overlaps === vehicles.overlaps[slot]) return;
  counts.collisions += overlaps;
  vehicles.overlaps[slot] = overlaps;
}

/**
 * Most vehicles have nothing to heed but the one ahead on their lane: they are planned here, from the head of the lane to
 * its tail. Who can reach the end of the lane, halts on it or has to do with the lane beside looks along its whole way.
 */
function followOnLane(traffic: Traffic, state: CityState, lane: number): void {
  const { roads, stepS, sight, approaches, safeSpeed, twin: { vehicleTypes } } = traffic, { places, vehicles } = state;
  const { vehicleType, positionM, speedMps, speedFactor, behind, nextHalt, courtesySlot, fallBehindSlot, plannedSpeedMps, nextMovement } = vehicles;
  const { lengthM, minGapM, accelerationMps2, decelerationMps2, headwayS, maxSpeedMps } = vehicleTypes;
  const limitMps = roads.placeLimitMps[lane]!, laneM = roads.placeLengthM[lane]!;
  const head = places.first[lane]!;
  let rearM = places.left[lane]! < 0 ? Infinity : laneM + leftRearPastEndM(state, lane, lengthM);
  let leaderMps = 0, leaderBrakingMps2 = 1;
  for (let slot = head; slot >= 0; slot = behind[slot]!) {
    const type = vehicleType[slot]!, atM = positionM[slot]!, mps = speedMps[slot]!, brakingMps2 = decelerationMps2[type]!;
    noteOverlap(state, slot, atM > rearM + ROUNDING_M ? 1 : 0);
    const isIdm = vehicleTypes.carFollowing[type] === carFollowing.idm, factor = speedFactor[slot]!;
    const wantedMps = Math.min(limitMps * factor, maxSpeedMps[type]!);
    const freeMps = mps + accelerationMps2[type]! * stepS;
    const mostMps = Math.max(Math.min(freeMps, wantedMps), Math.min(freeMps, mps - brakingMps2 * stepS));
    const reachM = mostMps * (stepS + headwayS[type]!) + (mostMps * mostMps) / (2 * brakingMps2) + STOP_LINE_GAP_M;
    const seenM = laneM - atM, isNear = seenM < reachM;
    const stopsAtLine = isNear && mustStop(traffic, state, nextMovement[slot]!) && (mps * mps) / (2 * brakingMps2) <= seenM;
    if (isIdm || (isNear && !stopsAtLine) || nextHalt[slot]! >= 0 || courtesySlot[slot]! >= 0 || fallBehindSlot[slot]! >= 0 || (slot === head && rearM < laneM)) {
      lookAlong(traffic, state, sight, slot);
    } else {
      approaches.count[slot] = approaches.held[slot] = 0;
      safeSpeed[BOUND_MPS] = mostMps;
      safeSpeed[BRAKING_MPS2] = brakingMps2;
      safeSpeed[HEADWAY_S] = headwayS[type]!;
      if (slot !== head) {
        safeSpeed[GAP_M] = rearM - atM - minGapM[type]!;
        safeSpeed[LEADER_MPS] = leaderMps;
        safeSpeed[LEADER_BRAKING_MPS2] = leaderBrakingMps2;
        lowerToSafe(safeSpeed);
      }
      if (stopsAtLine) {
        safeSpeed[GAP_M] = Math.max(0, seenM - STOP_LINE_GAP_M);
        safeSpeed[LEADER_MPS] = 0;
        safeSpeed[HEADWAY_S] = stepS;
        lowerToSafe(safeSpeed);
      }
      plannedSpeedMps[slot] = safeSpeed[BOUND_MPS]!;
    }
    rearM = atM - lengthM[type]!;
    leaderMps = mps;
    leaderBrakingMps2 = brakingMps2;
  }
}

/** Whether a movement's signal shows red or amber: who can still stop has to. */
function mustStop(traffic: Traffic, state: CityState, movement: number): boolean {
  if (movement < 0) return false;
  const shown = shownTo(traffic, state, movement);
  return isRed(shown) || shown === aspect.amber;
}

function lookAlong(traffic: Traffic, state: CityState, sight: Sight, slot: number): void {
  const { roads, twin, approaches } = traffic, { vehicles } = state;
  lookFrom(traffic, state, sight, slot);
  approaches.count[slot] = approaches.held[slot] = 0;
  let place = vehicles.place[slot]!, guideRow = vehicles.guideRow[slot]!;
  const positionM = vehicles.positionM[slot]!, endRow = vehicles.guideEndRow[slot]!;
  sight.seenM = roads.placeLengthM[place]! - positionM;
  heedNeighbours(traffic, state, sight, place);
  heedHalt(traffic, state, sight, place, guideRow, -positionM);
  heedTail(traffic, state, sight, place);
  if (roads.blockages !== undefined && place < roads.laneCount) heedBlockage(roads.blockages, sight, place, -positionM);
  if (roads.hasCrossing[place] === 1) heedCrossings(traffic, state, sight, place, -positionM);
  const stopsWithinM = sight.mostMps * (traffic.stepS + sight.headwayS) + brakeGapM(sight.mostMps, sight.decelerationMps2, 0, traffic.stepS) + STOP_LINE_GAP_M;
  // Who waits for a gap must hear of this vehicle in time to let it pass; Krauss drivers are heard of as late as in SUMO.
  const horizonM = sight.isIdm ? Math.max(stopsWithinM, sight.mostMps * HEARD_OF_S) : stopsWithinM;
  if (place >= roads.laneCount) {
    const movement = place - roads.laneCount;
    if (meetsSomeone(traffic.presence, movement)) heedFoes(traffic, state, sight, movement, -positionM);
    announcePocket(traffic, state, sight, movement, -positionM);
    place = enterLane(traffic, state, sight, twin.movements.toLane[movement]!, ++guideRow);
  }
  let movement = guideRow === vehicles.guideRow[slot]! ? vehicles.nextMovement[slot]! : movementFrom(traffic, place, guideRow);
  while (guideRow < endRow && (sight.seenM < stopsWithinM || (sight.seenM < horizonM && movement >= 0 && roads.hasFoes[movement] === 1))) {
    if (movement < 0) { stopWithin(sight, sight.seenM); break; }
    if (!lookInto(traffic, state, sight, movement, guideRow + 1)) break;
    place = enterLane(traffic, state, sight, twin.movements.toLane[movement]!, ++guideRow);
    movement = movementFrom(traffic, place, guideRow);
  }
  vehicles.plannedSpeedMps[slot] = sight.boundMps;
  if (approaches.count[slot]! > 0) traffic.deciding[traffic.decidingCount++] = slot;
}

/** The vehicle ahead on the same place, and one on the lane beside that is to be let in. */
function heedNeighbours(traffic: Traffic, state: CityState, sight: Sight, place: number): void {
  const { vehicles } = state, { vehicleTypes } = traffic.twin, { slot } = sight;
  const positionM = vehicles.positionM[slot]!, leader = vehicles.ahead[slot]!, guest = vehicles.courtesySlot[slot]!;
  if (leader >= 0) {
    const type = vehicles.vehicleType[leader]!;
    keepBehind(traffic, state, sight, leader, vehicles.positionM[leader]! - vehicleTypes.lengthM[type]! - positionM);
    sight.hasLeader = true;
  }
  if (guest >= 0) letIn(traffic, state, sight, place, guest);
  const other = vehicles.fallBehindSlot[slot]!;
  if (other >= 0) fallBehind(traffic, state, sight, place, other);
}

/** How far the rear of a vehicle on another lane of the same link is ahead; NaN where it is no longer there. */
function besideM(traffic: Traffic, { vehicles }: CityState, slot: number, place: number, other: number): number {
  const { roads, twin } = traffic, otherPlace = vehicles.place[other]!;
  if (vehicles.departure[other]! < 0 || otherPlace >= roads.laneCount || place >= roads.laneCount || roads.placeLink[otherPlace] !== roads.placeLink[place]) return NaN;
  return vehicles.positionM[other]! - twin.vehicleTypes.lengthM[vehicles.vehicleType[other]!]! - vehicles.positionM[slot]!;
}

/** Lets in a vehicle from the lane beside by easy braking; who is already beside it drives on. */
function letIn(traffic: Traffic, state: CityState, sight: Sight, place: number, guest: number): void {
  const { vehicles } = state, gapM = besideM(traffic, state, sight.slot, place, guest);
  vehicles.courtesySlot[sight.slot] = -1;
  if (!(gapM >= sight.minGapM)) return;
  const before = sight.boundMps;
  keepBehind(traffic, state, sight, guest, gapM);
  sight.boundMps = Math.min(before, Math.max(sight.boundMps, sight.speedMps - EASY_BRAKING_SHARE * sight.decelerationMps2 * traffic.stepS));
}

/** Falls back behind a vehicle on the lane that this one has to change to, by easy braking. */
function fallBehind(traffic: Traffic, state: CityState, sight: Sight, place: number, other: number): void {
  const { vehicles } = state, gapM = besideM(traffic, state, sight.slot, place, other);
  vehicles.fallBehindSlot[sight.slot] = -1;
  if (Number.isNaN(gapM)) return;
  const before = sight.boundMps;
  keepBehind(traffic, state, sight, other, gapM);
  sight.boundMps = Math.min(before, Math.max(sight.boundMps, sight.speedMps - EASY_BRAKING_SHARE * sight.decelerationMps2 * traffic.stepS));
}

/** A planned halt on this link. `startM`: from the vehicle's front to the start of the lane. */
function heedHalt(traffic: Traffic, state: CityState, sight: Sight, place: number, guideRow: number, startM: number): void {
  const { vehicles } = state, { halts } = traffic.twin, halt = vehicles.nextHalt[sight.slot]!;
  if (halt < 0 || place >= traffic.roads.laneCount) return;
  if (vehicles.standingSinceS[sight.slot]! >= 0) sight.boundMps = 0;
  else if (haltsOnRow(traffic, state, sight.slot, halt, guideRow)) {
    const haltM = startM + halts.positionM[halt]!;
    stopWithin(sight, halts.lane[halt] === place ? haltM : Math.min(haltM, behindLastM(traffic, state, sight, halts.lane[halt]!, startM)));
  }
}

/** From a lane beside the halt: how far the vehicle may go to be able to change in behind those who are there; so nobody who leaves is blocked. */
function behindLastM(traffic: Traffic, { places, vehicles }: CityState, sight: Sight, lane: number, startM: number): number {
  for (let slot = places.last[lane]!; slot >= 0; slot = vehicles.ahead[slot]!) {
    const rearM = startM + vehicles.positionM[slot]! - traffic.twin.vehicleTypes.lengthM[vehicles.vehicleType[slot]!]!;
    if (rearM > 0) return rearM - sight.minGapM;
  }
  return Infinity;
}

/** The rear of the vehicle that has left this place last, while it is still on it or just beyond on another way. */
function heedTail(traffic: Traffic, state: CityState, sight: Sight, place: number): void {
  if (sight.hasLeader || state.places.left[place]! < 0) return;
  const rearM = leftRearPastEndM(state, place, traffic.twin.vehicleTypes.lengthM);
  if (rearM >= 0) return;
  const slot = state.places.left[place]!;
  keepBehind(traffic, state, sight, slot, sight.seenM + rearM);
}

/** Looks on along a lane after a junction, whose start is `sight.seenM` away; returns the lane. */
function enterLane(traffic: Traffic, state: CityState, sight: Sight, lane: number, guideRow: number): number {
  const { roads } = traffic, startM = sight.seenM;
  heedLimit(sight, startM, roads.placeLimitMps[lane]!);
  heedLast(traffic, state, sight, lane);
  heedHalt(traffic, state, sight, lane, guideRow, startM);
  if (roads.blockages !== undefined) heedBlockage(roads.blockages, sight, lane, startM);
  if (roads.hasCrossing[lane] === 1) heedCrossings(traffic, state, sight, lane, startM);
  sight.seenM += roads.placeLengthM[lane]!;
  heedTail(traffic, state, sight, lane);
  return lane;
}

function heedLimit(sight: Sight, distanceM: number, limitMps: number): void {
  const wantedMps = Math.min(limitMps * sight.speedFactor, sight.maxSpeedMps);
  if (wantedMps >= sight.boundMps) return;
  sight.boundMps = Math.min(sight.boundMps, approachSpeedMps(distanceM, wantedMps, sight.decelerationMps2, sight.stepS));
}

/** The last vehicle on a place that starts `sight.seenM` away, if no leader has been found before. */
function heedLast(traffic: Traffic, state: CityState, sight: Sight, place: number): void {
  if (sight.hasLeader) return;
  const { vehicles } = state, { vehicleTypes } = traffic.twin;
  const last = state.places.last[place]!;
  if (last < 0) return;
  const type = vehicles.vehicleType[last]!;
  keepBehind(traffic, state, sight, last, sight.seenM + vehicles.positionM[last]! - vehicleTypes.lengthM[type]!);
  sight.hasLeader = true;
}

/** Looks into a junction whose stop line is `sight.seenM` away. False where the vehicle has to stop at or in it. */
function lookInto(traffic: Traffic, state: CityState, sight: Sight, movement: number, guideRow: number): boolean {
  const { roads, approaches, coming } = traffic;
  const stopM = Math.max(0, sight.seenM - STOP_LINE_GAP_M), shown = shownTo(traffic, state, movement);
  if ((isRed(shown) || shown === aspect.amber) && sight.brakeGapM <= sight.seenM) {
    stopWithin(sight, stopM);
    return false;
  }
  if (approaches.count[sight.slot]! >= MOST_APPROACHES - 1) { stopWithin(sight, stopM); return false; }
  const heldMps = coming.heldMps = speedToStopMps(sight, stopM);
  const mayYield = roads.isMinor[movement] === 1 && (shown === NO_SIGNAL || shown === aspect.greenPermissive || shown >= aspect.flashing);
  // Without priority and still unable to see the others: slow enough to stop once they can be seen.
  coming.mostMps = Infinity;
  const visibilityM = mayYield ? traffic.twin.movements.visibilityM[movement]! : Infinity;
  if (sight.seenM > visibilityM) {
    const visibleMps = coming.mostMps = stopSpeedMps(visibilityM, sight.decelerationMps2, sight.headwayS, sight.stepS);
    sight.boundMps = Math.min(sight.boundMps, approachSpeedMps(sight.seenM - visibilityM, visibleMps, sight.decelerationMps2, sight.stepS));
  }
  // Who could no longer stop at ease goes on as decided before: braking hard would only surprise those behind.
  const inside = roads.laneCount + movement, isHeld = roads.hasCrossing[inside] === 1 && isHeldByPeople(traffic, state, sight, inside);
  const goes = !isHeld && (roads.hasFoes[movement] === 0 || sight.brakeGapM > sight.seenM || hasRoom(traffic, state, sight, movement, guideRow));
  heedLimit(sight, sight.seenM, roads.placeLimitMps[roads.laneCount + movement]!);
  // People may be gone before it has come to a stand: until then the others count on it.
  const comes = goes || (isHeld && heldMps > STANDING_MPS);
  announceStopLine(traffic, state, sight, movement, comes);
  if (!goes) { sight.boundMps = heldMps; return false; }
  heedLast(traffic, state, sight, roads.laneCount + movement);
  if (meetsSomeone(traffic.presence, movement)) heedFoes(traffic, state, sight, movement, sight.seenM);
  if (roads.hasCrossing[inside] === 1) heedCrossings(traffic, state, sight, inside, sight.seenM);
  const startM = sight.seenM;
  sight.seenM += roads.placeLengthM[roads.laneCount + movement]!;
  heedTail(traffic, state, sight, roads.laneCount + movement);
  announcePocket(traffic, state, sight, movement, startM);
  return true;
}

/** `guideRow`: that of the link to which the movement leads. */
function hasRoom(traffic: Traffic, state: CityState, sight: Sight, movement: number, guideRow: number): boolean {
  if (traffic.twin.movements.keepsClear[movement] === 0) return true;
  const lane = traffic.twin.movements.toLane[movement]!, tail = state.places.last[lane]!;
  if (tail >= 0 && state.vehicles.speedMps[tail]! > SLOW_TAIL_MPS && goesOn(traffic, state, lane)) return true;
  return hasRoomBeyond(traffic, state, movement, sight.lengthM + sight.minGapM) && passesShortLane(traffic, state, sight.slot, lane, guideRow);
}
