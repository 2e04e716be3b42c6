import type { CityState } from '../state/city-state.ts';
import { STANDING_MPS } from '../state/vehicle-state.ts';
import { carFollowing } from '../twin/demand.ts';
import { conflictKind } from '../twin/streets.ts';
import { AT_POCKET, AT_STOP_LINE, INSIDE } from './approaches.ts';
import { brakeGapM } from './car-following.ts';
import { CREEPING_MPS } from './foes.ts';
import { meetsAnyone } from './presence.ts';
import { givesWay, isRed, shownTo } from './signal-sight.ts';
import type { Traffic } from './traffic.ts';

/** Time that a driver without priority wants between itself and a foe who comes later, as SUMO's look-ahead. */
const MARGIN_S = 1;
/** A conflict area may start this much before the pocket without being part of the way to it. */
const POCKET_SLACK_M = 0.5;
/** Drivers who stand before a junction grow impatient: after this time they expect others to brake as hard as they would at ease, as SUMO's default. */
const IMPATIENT_S = 300;
/** Who stands on the road with priority lets in anyone more impatient than this. */
const LET_IN_IMPATIENCE = 0.5;
/** Drivers who all wait for each other start to sort it out after this time. */
const PATIENCE_S = 2;

/** All have said when they come: now each decides at every junction ahead whether it goes, or holds. */
export function giveWay(traffic: Traffic, state: CityState): void {
  const { plannedSpeedMps } = state.vehicles, { approaches, deciding } = traffic;
  for (let index = 0; index < traffic.decidingCount; index++) {
    const slot = deciding[index]!, first = approaches.firstRecord[slot]!, until = first + approaches.count[slot]!;
    for (let record = first; record < until; record++) {
      if (isCommitted(traffic, state, slot, record) || (approaches.from[record] === INSIDE ? mayGoOn(traffic, state, slot, record) : mayGo(traffic, state, slot, record))) continue;
      plannedSpeedMps[slot] = Math.min(plannedSpeedMps[slot]!, approaches.ifHeldMps[record]!);
      // `heldBack` of the last step is being read by others: this step's answer is kept aside until all have decided.
      approaches.held[slot] = 1;
      break;
    }
  }
}

/** Who can no longer stop at ease goes on as decided before: braking hard would only surprise those behind. */
function isCommitted({ approaches, twin: { vehicleTypes }, stepS }: Traffic, { vehicles }: CityState, slot: number, record: number): boolean {
  return brakeGapM(vehicles.speedMps[slot]!, vehicleTypes.decelerationMps2[vehicles.vehicleType[slot]!]!, 0, stepS) > approaches.distanceM[record]!;
}

function mayGo(traffic: Traffic, state: CityState, slot: number, record: number): boolean {
  const { roads, approaches, twin: { conflicts, movements } } = traffic;
  const movement = approaches.movement[record]!;
  if (roads.hasFoes[movement] === 0 || !meetsAnyone(traffic.presence, movement)) return true;
  const mine = shownTo(traffic, state, movement);
  const waitAtM = movements.waitAtM[movement]!, inPocket = approaches.from[record] === AT_POCKET;
  const first = movements.firstConflict[movement]!, until = first + movements.conflictCount[movement]!;
  for (let conflict = first; conflict < until; conflict++) {
    const kind = conflicts.kind[conflict]!;
    if (kind === conflictKind.diverge || roads.mirror[conflict]! < 0) continue;
    // What lies behind the pocket is decided in the pocket.
    if (waitAtM > 0 && !inPocket && conflicts.fromM[conflict]! >= waitAtM - POCKET_SLACK_M) continue;
    const foe = conflicts.foe[conflict]!;
    if (approaches.first[foe]! < 0 && state.places.vehicles[roads.laneCount + foe] === 0) continue;
    const yields = givesWay(mine, shownTo(traffic, state, foe), conflicts.yields[conflict]!);
    if (!foesInsideLetGo(traffic, state, slot, record, conflict, yields)) return false;
    if (yields && !foesComingLetGo(traffic, state, slot, record, foe, kind === conflictKind.merge, inPocket && waitForPocket(traffic, conflict, mine))) return false;
  }
  return true;
}

/**
 * Whether those who come by the other way of a conflict wait until the pocket of this one is empty: whoever stands there stands on what it had to
 * cross on its way, and whoever was left there by an earlier green goes before those who turn across it into their own pocket (see `barsLeftOver`).
 */
function waitForPocket({ roads, twin: { conflicts, movements } }: Traffic, conflict: number, mine: number): boolean {
  const nearM = movements.waitAtM[conflicts.movement[conflict]!]! - POCKET_SLACK_M, theirNearM = movements.waitAtM[conflicts.foe[conflict]!]! - POCKET_SLACK_M;
  return conflicts.fromM[conflict]! < nearM || (conflicts.kind[conflict] === conflictKind.cross && isRed(mine) && conflicts.fromM[roads.mirror[conflict]!]! < theirNearM);
}

/** Foes on the junction: those across the way must be gone when this vehicle comes; those before it who have priority go first. */
function foesInsideLetGo(traffic: Traffic, state: CityState, slot: number, record: number, conflict: number, yields: boolean): boolean {
  const { roads, approaches, twin: { conflicts, movements, vehicleTypes } } = traffic, { places, vehicles } = state;
  const mirror = roads.mirror[conflict]!, fromM = conflicts.fromM[mirror]!, untilM = conflicts.untilM[mirror]!;
  const isCross = conflicts.kind[conflict] === conflictKind.cross;
  // In its pocket it would stand in the way of those whom an earlier green has left on the junction: they leave first.
  const barsLeftOver = isCross && approaches.from[record] === AT_STOP_LINE && movements.waitAtM[approaches.movement[record]!]! > 0 && isRed(shownTo(traffic, state, conflicts.foe[conflict]!));
  const inS = approaches.arrivalS[record]! - state.timeS;
  for (let foe = places.last[roads.laneCount + conflicts.foe[conflict]!]!; foe >= 0; foe = vehicles.ahead[foe]!) {
    const lengthM = vehicleTypes.lengthM[vehicles.vehicleType[foe]!]!, frontM = vehicles.positionM[foe]!, mps = vehicles.speedMps[foe]!;
    if (foe === slot || frontM - lengthM >= untilM) continue;
    const isIn = frontM > fromM;
    if (barsLeftOver && !isIn) return false;
    if (isIn && !isCross) continue;
    if (!isIn && !yields) {
      if (comesOut(traffic, state, record, conflict, foe)) return false;
      continue;
    }
    // A foe who stands on the junction because it cannot leave does not use its right.
    if (!isIn && mps < STANDING_MPS && vehicles.waitingS[foe]! > PATIENCE_S) continue;
    const clearS = mps < 1 ? Infinity : (untilM - frontM + lengthM) / mps;
    if (clearS > inS) return false;
  }
  return true;
}

/**
 * Whether a foe inside, past its place to wait and before the area that both share, is to be let out though it has no
 * priority: it drives on, and would meet this vehicle. Who merges behind it lines up instead.
 */
function comesOut(traffic: Traffic, { vehicles }: CityState, record: number, conflict: number, foe: number): boolean {
  const { roads, approaches, twin: { conflicts } } = traffic, other = approaches.firstRecord[foe]!;
  if (approaches.count[foe] === 0 || approaches.from[other] !== INSIDE || approaches.comes[other] === 0) return false;
  if (conflicts.kind[conflict] === conflictKind.merge && vehicles.speedMps[foe]! > CREEPING_MPS) {
    const restM = approaches.distanceM[record]! + roads.placeLengthM[roads.laneCount + conflicts.movement[conflict]!]!;
    if (roads.placeLengthM[roads.laneCount + conflicts.foe[conflict]!]! - vehicles.positionM[foe]! < restM) return false;
  }
  return meetsInTime(traffic, record, other);
}

const meetsInTime = ({ approaches: { arrivalS, leaveS } }: Traffic, record: number, other: number): boolean =>
  leaveS[other]! >= arrivalS[record]! && leaveS[record]! + MARGIN_S >= arrivalS[other]!;

/** Whether who is inside a junction may drive on: not into the way of those who can no longer stop before it. */
function mayGoOn(traffic: Traffic, state: CityState, slot: number, record: number): boolean {
  const { roads, approaches, twin: { conflicts, movements } } = traffic, movement = approaches.movement[record]!;
  if (!meetsAnyone(traffic.presence, movement)) return true;
  const first = movements.firstConflict[movement]!, until = first + movements.conflictCount[movement]!, positionM = state.vehicles.positionM[slot]!;
  for (let conflict = first; conflict < until; conflict++) {
    if (conflicts.kind[conflict] === conflictKind.diverge || roads.mirror[conflict]! < 0 || conflicts.fromM[conflict]! < positionM) continue;
    for (let other = approaches.first[conflicts.foe[conflict]!]!; other >= 0; other = approaches.next[other]!) {
      const foe = approaches.slot[other]!;
      if (approaches.from[other] !== AT_STOP_LINE || approaches.comes[other] === 0 || foe === slot || !isCommitted(traffic, state, foe, other)) continue;
      if (meetsInTime(traffic, record, other)) return false;
    }
  }
  return true;
}

/** Foes on their way to the junction: this vehicle must be through before they come, or come after they are through; unless they wait for it. */
function foesComingLetGo(traffic: Traffic, state: CityState, slot: number, record: number, movement: number, merges: boolean, theyWait: boolean): boolean {
  const { approaches, twin: { vehicleTypes } } = traffic, { vehicles } = state;
  const arrivalS = approaches.arrivalS[record]!, leaveS = approaches.leaveS[record]!;
  const brakingMps2 = vehicleTypes.decelerationMps2[vehicles.vehicleType[slot]!]!, impatience = Math.min(1, vehicles.waitingS[slot]! / IMPATIENT_S);
  for (let other = approaches.first[movement]!; other >= 0; other = approaches.next[other]!) {
    const foe = approaches.slot[other]!;
    if (approaches.comes[other] === 0 || approaches.from[other] === INSIDE || foe === slot || goesBefore(state, slot, foe)) continue;
    // Where it comes to a pocket of its own, its record of the stop line is the one before.
    if (theyWait && vehicles.place[foe] !== traffic.roads.laneCount + movement && !isCommitted(traffic, state, foe, approaches.from[other] === AT_POCKET ? other - 1 : other)) continue;
    const foeBrakingMps2 = vehicleTypes.decelerationMps2[vehicles.vehicleType[foe]!]!;
    if (approaches.leaveS[other]! < arrivalS) {
      if (merges && closesIn(approaches.leaveSpeedMps[other]!, foeBrakingMps2, approaches.arrivalSpeedMps[record]!, brakingMps2)) return false;
      continue;
    }
    // A foe who comes later can be slower by then, if it brakes at ease for the one before it.
    const distanceM = approaches.distanceM[other]!, mps = vehicles.speedMps[foe]!;
    // Who merges need not wait for one so far away that it has not yet to think of braking.
    if (merges && isFar(traffic, vehicles.vehicleType[foe]!, mps, distanceM)) continue;
    const brakedMps = Math.sqrt(Math.max(0, mps * mps - 2 * foeBrakingMps2 * distanceM));
    let arrivesS = approaches.arrivalS[other]!;
    // In a queue who stands lets in who has waited long.
    if (mps < STANDING_MPS && impatience > LET_IN_IMPATIENCE) continue;
    if (impatience > 0 && mps >= STANDING_MPS) arrivesS += impatience * Math.max(0, state.timeS + (2 * distanceM) / (mps + brakedMps) - arrivesS);
    if (arrivesS <= leaveS + MARGIN_S) return false;
    if (merges && closesIn(approaches.leaveSpeedMps[record]!, brakingMps2, Math.min(brakedMps, approaches.arrivalSpeedMps[other]!), foeBrakingMps2)) return false;
  }
  return true;
}

/** Whether an IDM driver could still stop at ease after a second thought; of Krauss drivers nobody hears from so far away. */
function isFar({ twin: { vehicleTypes }, stepS }: Traffic, type: number, mps: number, distanceM: number): boolean {
  if (vehicleTypes.carFollowing[type] !== carFollowing.idm) return false;
  const fastMps = mps + vehicleTypes.accelerationMps2[type]! * stepS;
  return distanceM > fastMps * (stepS + vehicleTypes.headwayS[type]!) + brakeGapM(fastMps, vehicleTypes.decelerationMps2[type]!, 0, stepS);
}

/** Whether the one behind would need more room to stop than the one ahead. */
const closesIn = (aheadMps: number, aheadBrakingMps2: number, behindMps: number, behindBrakingMps2: number): boolean =>
  aheadMps * aheadMps * behindBrakingMps2 < behindMps * behindMps * aheadBrakingMps2;

/**
 * Breaks circles, such as four vehicles that each wait for the one on their right: of those who stand and were held,
 * the one who has waited longest no longer waits for the others. Ties go to the earlier departure.
 */
function goesBefore({ vehicles }: CityState, slot: number, foe: number): boolean {
  const waitingS = vehicles.waitingS[slot]!, foeWaitingS = vehicles.waitingS[foe]!;
  if (vehicles.heldBack[foe] === 0 || vehicles.speedMps[foe]! >= STANDING_MPS || waitingS < PATIENCE_S || vehicles.speedMps[slot]! >= STANDING_MPS) return false;
  return waitingS > foeWaitingS || (waitingS === foeWaitingS && vehicles.departure[slot]! < vehicles.departure[foe]!);
}
