import type { CityState } from '../state/city-state.ts';
import { STANDING_MPS } from '../state/vehicle-state.ts';
import { conflictKind } from '../twin/streets.ts';
import { CLEARANCE_M } from './announcement.ts';
import { brakeGapM } from './car-following.ts';
import { leftRearPastEndM } from './lane-order.ts';
import type { Meeting, Sight } from './scratch.ts';
import { keepBehind, stopWithin } from './sight.ts';
import type { Traffic } from './traffic.ts';

/** Who creeps slower than this inside a junction is not counted on to clear it. */
export const CREEPING_MPS = 1;

/**
 * Vehicles inside the junction whose way meets `movement`: nobody enters an area where another body is, those who merge
 * line up, and where two are inside before a shared area one of them, the same for both, goes first.
 * `startM`: from this vehicle's front to the start of the movement; negative inside.
 */
export function heedFoes(traffic: Traffic, state: CityState, sight: Sight, movement: number, startM: number): void {
  const { roads, meeting, twin: { conflicts, movements, vehicleTypes } } = traffic, { places, vehicles } = state;
  const first = movements.firstConflict[movement]!, until = first + movements.conflictCount[movement]!;
  for (let conflict = first; conflict < until; conflict++) {
    const mirror = roads.mirror[conflict]!;
    if (mirror < 0 || startM + conflicts.untilM[conflict]! + sight.lengthM <= 0) continue;
    const foePlace = roads.laneCount + conflicts.foe[conflict]!;
    if (places.last[foePlace]! >= 0) {
      meeting.movement = movement;
      meeting.conflict = conflict;
      meeting.mirror = mirror;
      meeting.startM = startM;
      for (let foe = places.last[foePlace]!; foe >= 0; foe = vehicles.ahead[foe]!) {
        meeting.foe = foe;
        heedFoe(traffic, state, sight, meeting);
      }
    }
    const left = places.left[foePlace]!;
    if (left < 0 || conflicts.kind[conflict] === conflictKind.diverge) continue;
    const pastEndM = leftRearPastEndM(state, foePlace, vehicleTypes.lengthM);
    if (conflicts.kind[conflict] === conflictKind.merge) {
      // On the lane that both come to it is seen there; from a lane beside it, its rear still bars the way.
      if (pastEndM < 0 && vehicles.place[left] !== movements.toLane[movement]) keepBehind(traffic, state, sight, left, startM + roads.placeLengthM[roads.laneCount + movement]! + pastEndM);
      continue;
    }
    const rearM = roads.placeLengthM[foePlace]! + pastEndM, enterM = startM + conflicts.fromM[conflict]!;
    if (rearM >= conflicts.untilM[mirror]! || enterM <= 0) continue;
    const speedMps = vehicles.speedMps[left]!;
    if (!clearsInTime(sight, conflicts.untilM[mirror]! - rearM, speedMps, enterM)) standBefore(sight, enterM);
  }
}

function heedFoe(traffic: Traffic, state: CityState, sight: Sight, meeting: Meeting): void {
  const { roads, twin: { conflicts, movements, vehicleTypes } } = traffic, { vehicles } = state;
  const { movement, conflict, mirror, foe, startM } = meeting;
  const type = vehicles.vehicleType[foe]!, foeM = vehicles.positionM[foe]!, foeMps = vehicles.speedMps[foe]!;
  const foeLengthM = vehicleTypes.lengthM[type]!, foeRearM = foeM - foeLengthM;
  if (foeRearM >= conflicts.untilM[mirror]!) return;
  const kind = conflicts.kind[conflict]!, enterM = startM + conflicts.fromM[conflict]!;
  if (kind === conflictKind.diverge) {
    const isAhead = foeM > -startM || (foeM === -startM && vehicles.departure[foe]! < vehicles.departure[sight.slot]!);
    if (isAhead) keepBehind(traffic, state, sight, foe, startM + foeRearM);
    return;
  }
  const foeIsIn = foeM > conflicts.fromM[mirror]!;
  if (!foeIsIn && startM > 0) {
    // Who drives on past the place where it could have waited will come out of the junction: those who come later line up behind.
    const isCommitted = kind === conflictKind.merge && foeMps > CREEPING_MPS && foeM > movements.waitAtM[conflicts.foe[conflict]!]!;
    if (!isCommitted) return;
  }
  const foeGoesFirst = foeIsIn || (startM <= 0 && goesFirst(traffic, state, sight, meeting, enterM));
  if (startM <= 0 && !foeGoesFirst) return;
  if (kind === conflictKind.merge) {
    const restM = startM + roads.placeLengthM[roads.laneCount + movement]!;
    const foeRestM = roads.placeLengthM[roads.laneCount + conflicts.foe[conflict]!]! - foeM;
    const isAhead = foeRestM < restM || (foeRestM === restM && vehicles.departure[foe]! < vehicles.departure[sight.slot]!);
    if (isAhead) keepBehind(traffic, state, sight, foe, restM - foeRestM - foeLengthM);
    // One that goes first and is still further back must not find this vehicle beside it.
    else if (foeGoesFirst && enterM > 0) standBefore(sight, enterM);
    return;
  }
  if (enterM > 0 && !clearsInTime(sight, conflicts.untilM[mirror]! - foeRearM, foeMps, enterM)) standBefore(sight, enterM);
}

/** Whether a foe who needs `wayM` to clear the shared area is out of it before this vehicle can be there. */
function clearsInTime(sight: Sight, wayM: number, foeMps: number, enterM: number): boolean {
  if (foeMps < CREEPING_MPS) return false;
  return (wayM + CLEARANCE_M) / foeMps + sight.stepS < enterM / Math.max(sight.mostMps, CREEPING_MPS);
}

function standBefore(sight: Sight, enterM: number): void {
  stopWithin(sight, enterM - CLEARANCE_M);
  sight.isBlocked = true;
}

/**
 * Whether the foe goes first where both are inside the junction and neither has reached the shared area.
 * The answer to the same question asked by the foe is always the opposite.
 */
function goesFirst(traffic: Traffic, state: CityState, sight: Sight, { conflict, mirror, foe }: Meeting, enterM: number): boolean {
  const { twin: { conflicts, vehicleTypes }, stepS } = traffic, { vehicles } = state;
  if (enterM <= 0) return false;
  const foeEnterM = conflicts.fromM[mirror]! - vehicles.positionM[foe]!;
  const foeMps = vehicles.speedMps[foe]!;
  const canStop = sight.brakeGapM <= enterM;
  const foeCanStop = brakeGapM(foeMps, vehicleTypes.decelerationMps2[vehicles.vehicleType[foe]!]!, 0, stepS) <= foeEnterM;
  if (canStop !== foeCanStop) return canStop;
  const departure = vehicles.departure[sight.slot]!, foeDeparture = vehicles.departure[foe]!;
  if (sight.speedMps < STANDING_MPS && foeMps < STANDING_MPS) {
    // Who stands behind another cannot use its right: two left turns would bar each other with those who go straight on behind them.
    const isBehind = standsBehind(traffic, state, sight.slot), foeIsBehind = standsBehind(traffic, state, foe);
    if (isBehind !== foeIsBehind) return isBehind;
    // Who stands in its pocket is held there: who waited for it would bar the junction for one that does not come.
    const isInPocket = standsInPocket(traffic, state, sight.slot), foeIsInPocket = standsInPocket(traffic, state, foe);
    if (isInPocket !== foeIsInPocket) return isInPocket;
    const waitingS = vehicles.waitingS[sight.slot]!, foeWaitingS = vehicles.waitingS[foe]!;
    return foeWaitingS > waitingS || (foeWaitingS === waitingS && foeDeparture < departure);
  }
  const yields = conflicts.yields[conflict]!, foeYields = conflicts.yields[mirror]!;
  if (yields !== foeYields) return yields === 1;
  return foeEnterM < enterM || (foeEnterM === enterM && foeDeparture < departure);
}

/** Whether a vehicle inside a junction stands at the place where its movement waits for a gap, or before it. */
function standsInPocket({ roads, twin: { movements } }: Traffic, { vehicles }: CityState, slot: number): boolean {
  const waitAtM = movements.waitAtM[vehicles.place[slot]! - roads.laneCount]!;
  return waitAtM > 0 && vehicles.positionM[slot]! <= waitAtM && vehicles.speedMps[slot]! < STANDING_MPS;
}

/** Whether somebody stands just ahead of a vehicle inside a junction: on its way, on one that has not yet parted from it, or on one that ends in the same lane. */
function standsBehind({ roads, twin: { conflicts, movements, vehicleTypes } }: Traffic, { places, vehicles }: CityState, slot: number): boolean {
  const movement = vehicles.place[slot]! - roads.laneCount, frontM = vehicles.positionM[slot]!, leader = vehicles.ahead[slot]!;
  const nearM = frontM + vehicleTypes.minGapM[vehicles.vehicleType[slot]!]! + CLEARANCE_M;
  if (leader >= 0 && vehicles.speedMps[leader]! < STANDING_MPS && vehicles.positionM[leader]! - vehicleTypes.lengthM[vehicles.vehicleType[leader]!]! < nearM) return true;
  const first = movements.firstConflict[movement]!, until = first + movements.conflictCount[movement]!;
  for (let conflict = first; conflict < until; conflict++) {
    const kind = conflicts.kind[conflict]!, mirror = roads.mirror[conflict]!, foePlace = roads.laneCount + conflicts.foe[conflict]!;
    if (kind === conflictKind.cross || mirror < 0) continue;
    // Those who merge are lined up by how far they are from the lane that both come to.
    const shiftM = kind === conflictKind.merge ? roads.placeLengthM[roads.laneCount + movement]! - roads.placeLengthM[foePlace]! : 0;
    for (let other = places.last[foePlace]!; other >= 0; other = vehicles.ahead[other]!) {
      const otherM = vehicles.positionM[other]!, rearM = otherM - vehicleTypes.lengthM[vehicles.vehicleType[other]!]!;
      const sharesWay = kind === conflictKind.merge ? otherM > conflicts.fromM[mirror]! : rearM < conflicts.untilM[mirror]!;
      if (sharesWay && vehicles.speedMps[other]! < STANDING_MPS && otherM + shiftM > frontM && rearM + shiftM < nearM) return true;
    }
  }
  return false;
}
