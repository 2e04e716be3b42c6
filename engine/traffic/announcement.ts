import type { CityState } from '../state/city-state.ts';
import { announce, MOST_APPROACHES } from './approaches.ts';
import { STANDING_MPS } from './foes.ts';
import { speedToStopMps, type Sight } from './sight.ts';
import type { Traffic } from './traffic.ts';

/** Seconds to cover a distance, gaining speed up to `limitMps`. */
function timeToCoverS(distanceM: number, speedMps: number, accelerationMps2: number, limitMps: number): number {
  if (distanceM <= 0) return 0;
  const topMps = Math.max(speedMps, limitMps);
  const gainM = (topMps * topMps - speedMps * speedMps) / (2 * accelerationMps2);
  if (gainM >= distanceM) return (Math.sqrt(speedMps * speedMps + 2 * accelerationMps2 * distanceM) - speedMps) / accelerationMps2;
  return (topMps - speedMps) / accelerationMps2 + (distanceM - gainM) / topMps;
}

interface Coming { movement: number; inPocket: number; distanceM: number; wayM: number; heldMps: number; goes: boolean }

/** Tells the others when this vehicle will be at a point and when it will have left the junction, if nothing holds it. */
function tell(traffic: Traffic, state: CityState, sight: Sight, coming: Coming): void {
  const { approaches, roads } = traffic, { movement, distanceM, wayM } = coming;
  const limitMps = Math.max(0.5, Math.min(roads.placeLimitMps[roads.laneCount + movement]! * sight.speedFactor, sight.maxSpeedMps));
  const record = sight.slot * MOST_APPROACHES + approaches.count[sight.slot]!++;
  const speedMps = sight.boundMps;
  const a2 = 2 * sight.accelerationMps2, leaveM = wayM + sight.lengthM;
  const arrivalMps = Math.min(Math.max(limitMps, speedMps), Math.sqrt(speedMps * speedMps + a2 * Math.max(0, distanceM)));
  const leaveMps = Math.min(Math.max(limitMps, arrivalMps), Math.sqrt(arrivalMps * arrivalMps + a2 * leaveM));
  const arrivalS = state.timeS + timeToCoverS(distanceM, speedMps, sight.accelerationMps2, Math.max(limitMps, sight.wantedMps));
  approaches.movement[record] = movement;
  approaches.inPocket[record] = coming.inPocket;
  approaches.distanceM[record] = distanceM;
  approaches.arrivalS[record] = arrivalS;
  approaches.leaveS[record] = arrivalS + (2 * leaveM) / Math.max(0.1, arrivalMps + leaveMps);
  approaches.arrivalSpeedMps[record] = arrivalMps;
  approaches.leaveSpeedMps[record] = leaveMps;
  approaches.ifHeldMps[record] = coming.heldMps;
  approaches.comes[record] = coming.goes && speedMps > STANDING_MPS ? 1 : 0;
  announce(approaches, record);
}

/** For a stop line `sight.seenM` away. */
export function announceStopLine(traffic: Traffic, state: CityState, sight: Sight, movement: number, heldMps: number, goes: boolean): void {
  const wayM = traffic.roads.placeLengthM[traffic.roads.laneCount + movement]!;
  tell(traffic, state, sight, { movement, inPocket: 0, distanceM: sight.seenM, wayM, heldMps, goes });
}

/** For the point inside the junction where this movement may wait, if it has one and the vehicle is not past it. */
export function announcePocket(traffic: Traffic, state: CityState, sight: Sight, movement: number, startM: number): void {
  const waitAtM = traffic.twin.movements.waitAtM[movement]!, distanceM = startM + waitAtM;
  if (waitAtM <= 0 || distanceM < 0) return;
  const wayM = traffic.roads.placeLengthM[traffic.roads.laneCount + movement]! - waitAtM;
  tell(traffic, state, sight, { movement, inPocket: 1, distanceM, wayM, heldMps: speedToStopMps(sight, distanceM), goes: true });
}
