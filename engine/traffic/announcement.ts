import { timeToCoverS } from '../foundation/even-acceleration.ts';
import type { CityState } from '../state/city-state.ts';
import { STANDING_MPS } from '../state/vehicle-state.ts';
import { conflictKind } from '../twin/streets.ts';
import { announce, AT_POCKET, AT_STOP_LINE, INSIDE } from './approaches.ts';
import { noteComing } from './presence.ts';
import type { Sight } from './scratch.ts';
import { speedToStopMps } from './sight.ts';
import type { Traffic } from './traffic.ts';

/** Distance kept from the way of another inside a junction. */
export const CLEARANCE_M = 0.5;

/**
 * Tells the others when this vehicle will be at a point and when it will have left the junction, if nothing holds it.
 * Point by point along the way, so that slowing down for one junction makes it later at the next.
 */
function tell(traffic: Traffic, state: CityState, sight: Sight): void {
  const { approaches, coming, roads } = traffic, { movement, distanceM, wayM } = coming;
  const limitMps = Math.max(0.5, Math.min(roads.placeLimitMps[roads.laneCount + movement]! * sight.speedFactor, sight.maxSpeedMps));
  const record = approaches.nextRecord++;
  approaches.count[sight.slot]!++;
  approaches.slot[record] = sight.slot;
  if (sight.toldMps < 0) sight.toldMps = sight.boundMps;
  const a2 = 2 * sight.accelerationMps2, leaveM = wayM + sight.lengthM, onM = Math.max(0, distanceM - sight.toldM), speedMps = sight.toldMps;
  let arrivalMps = Math.min(Math.max(limitMps, speedMps), Math.sqrt(speedMps * speedMps + a2 * onM));
  let onS = timeToCoverS(onM, speedMps, Math.max(limitMps, sight.wantedMps), sight.accelerationMps2);
  if (arrivalMps > coming.mostMps) {
    arrivalMps = coming.mostMps;
    onS = Math.max(onS, (2 * onM) / (speedMps + arrivalMps));
  }
  const leaveMps = Math.min(Math.max(limitMps, arrivalMps), Math.sqrt(arrivalMps * arrivalMps + a2 * leaveM));
  sight.toldM = distanceM;
  sight.toldInS += onS;
  sight.toldMps = arrivalMps;
  const arrivalS = state.timeS + sight.toldInS;
  approaches.movement[record] = movement;
  approaches.from[record] = coming.from;
  approaches.distanceM[record] = distanceM;
  approaches.arrivalS[record] = arrivalS;
  approaches.leaveS[record] = arrivalS + (2 * leaveM) / Math.max(0.1, arrivalMps + leaveMps);
  approaches.arrivalSpeedMps[record] = arrivalMps;
  approaches.leaveSpeedMps[record] = leaveMps;
  approaches.ifHeldMps[record] = coming.heldMps;
  approaches.comes[record] = coming.goes && sight.boundMps > STANDING_MPS ? 1 : 0;
  announce(approaches, record);
  noteComing(traffic.presence, movement, approaches.isShared);
}

/** For a stop line `sight.seenM` away. The caller has noted in `traffic.coming` how fast it passes at most, and its speed if it is held. */
export function announceStopLine(traffic: Traffic, state: CityState, sight: Sight, movement: number, goes: boolean): void {
  const { coming } = traffic;
  coming.movement = movement;
  coming.from = AT_STOP_LINE;
  coming.distanceM = sight.seenM;
  coming.wayM = traffic.roads.placeLengthM[traffic.roads.laneCount + movement]!;
  coming.goes = goes;
  tell(traffic, state, sight);
}

/** For the point inside the junction where this movement may wait, if it has one and the vehicle is not past it. */
export function announcePocket(traffic: Traffic, state: CityState, sight: Sight, movement: number, startM: number): void {
  const waitAtM = traffic.twin.movements.waitAtM[movement]!, distanceM = startM + waitAtM;
  if (waitAtM <= 0 || distanceM < 0) return;
  const { coming } = traffic;
  coming.movement = movement;
  coming.from = AT_POCKET;
  coming.distanceM = distanceM;
  coming.wayM = traffic.roads.placeLengthM[traffic.roads.laneCount + movement]! - waitAtM;
  coming.heldMps = speedToStopMps(sight, distanceM);
  coming.goes = true;
  coming.mostMps = Infinity;
  tell(traffic, state, sight);
}

/** For who is inside a junction past its place to wait: from the next area there that it shares with others and has not reached. */
export function announceInside(traffic: Traffic, state: CityState, sight: Sight, movement: number, positionM: number): void {
  const { coming, roads, twin: { conflicts, movements } } = traffic, waitAtM = movements.waitAtM[movement]!;
  if (roads.hasFoes[movement] === 0 || (waitAtM > 0 && positionM <= waitAtM)) return;
  const first = movements.firstConflict[movement]!, until = first + movements.conflictCount[movement]!;
  let enterM = Infinity;
  for (let conflict = first; conflict < until; conflict++) {
    const fromM = conflicts.fromM[conflict]! - positionM;
    if (conflicts.kind[conflict] !== conflictKind.diverge && fromM >= 0 && fromM < enterM) enterM = fromM;
  }
  if (enterM === Infinity) return;
  coming.movement = movement;
  coming.from = INSIDE;
  coming.distanceM = enterM;
  coming.wayM = roads.placeLengthM[roads.laneCount + movement]! - positionM - enterM;
  coming.heldMps = speedToStopMps(sight, enterM - CLEARANCE_M);
  coming.goes = true;
  coming.mostMps = Infinity;
  tell(traffic, state, sight);
}

/** Whether it drives on is known when it has looked at all that is ahead. */
export function confirmInside({ approaches }: Traffic, sight: Sight): void {
  const record = approaches.firstRecord[sight.slot]!;
  if (approaches.from[record] === INSIDE) approaches.comes[record] = sight.boundMps > STANDING_MPS ? 1 : 0;
}
