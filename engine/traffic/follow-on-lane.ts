import type { CityState } from '../state/city-state.ts';
import { carFollowing } from '../twin/demand.ts';
import { easedMps, idmFreeSpeedMps, idmSpeedMps } from './car-following.ts';
import { leftRearPastEndM } from './lane-order.ts';
import { HEARD_OF_S, lookAlong, STOP_LINE_GAP_M } from './look-along.ts';
import { noteOverlap } from './note-overlap.ts';
import { BOUND_MPS, BRAKING_MPS2, GAP_M, HEADWAY_S, LEADER_BRAKING_MPS2, LEADER_MPS, lowerToSafe } from './safe-speed.ts';
import { isShut, shownTo } from './signal-sight.ts';
import type { Traffic } from './traffic.ts';

/**
 * Most vehicles have nothing to heed but the one ahead on their lane: they are planned here, from the head of the lane to
 * its tail. Who can reach the end of the lane, halts on it or has to do with the lane beside looks along its whole way.
 */
export function followOnLane(traffic: Traffic, state: CityState, lane: number): void {
  const { roads, stepS, sight, approaches, safeSpeed, twin: { vehicleTypes } } = traffic, { places, vehicles } = state;
  const { vehicleType, positionM, speedMps, speedFactor, behind, nextHalt, courtesySlot, fallBehindSlot, plannedSpeedMps, nextMovement } = vehicles;
  const { lengthM, minGapM, accelerationMps2, decelerationMps2, headwayS, maxSpeedMps } = vehicleTypes;
  const limitMps = roads.placeLimitMps[lane]!, laneM = roads.placeLengthM[lane]!;
  const head = places.first[lane]!;
  let rearM = places.left[lane]! < 0 ? Infinity : laneM + leftRearPastEndM(state, lane, lengthM);
  let leaderMps = 0, leaderBrakingMps2 = 1;
  for (let slot = head; slot >= 0; slot = behind[slot]!) {
    const type = vehicleType[slot]!, atM = positionM[slot]!, mps = speedMps[slot]!, brakingMps2 = decelerationMps2[type]!;
    noteOverlap(state, slot, rearM);
    const isIdm = vehicleTypes.carFollowing[type] === carFollowing.idm, factor = speedFactor[slot]!;
    const wantedMps = Math.min(limitMps * factor, maxSpeedMps[type]!);
    const freeMps = isIdm ? idmFreeSpeedMps(mps, wantedMps, accelerationMps2[type]!, stepS) : mps + accelerationMps2[type]! * stepS;
    const mostMps = Math.max(Math.min(freeMps, wantedMps), Math.min(freeMps, mps - brakingMps2 * stepS));
    const stopsWithinM = mostMps * (stepS + headwayS[type]!) + (mostMps * mostMps) / (2 * brakingMps2) + STOP_LINE_GAP_M;
    const reachM = isIdm ? Math.max(stopsWithinM, mostMps * HEARD_OF_S) : stopsWithinM, seenM = laneM - atM, isNear = seenM < reachM;
    const stopsAtLine = isNear && !isIdm && nextMovement[slot]! >= 0 && isShut(shownTo(traffic, state, nextMovement[slot]!)) && (mps * mps) / (2 * brakingMps2) <= seenM;
    if ((isNear && !stopsAtLine) || nextHalt[slot]! >= 0 || courtesySlot[slot]! >= 0 || fallBehindSlot[slot]! >= 0 || (slot === head && rearM < laneM)) {
      lookAlong(traffic, state, sight, slot);
    } else {
      approaches.count[slot] = approaches.held[slot] = 0;
      safeSpeed[BOUND_MPS] = mostMps;
      safeSpeed[BRAKING_MPS2] = brakingMps2;
      // IDM keeps its distance by itself, as in `keepBehind`.
      safeSpeed[HEADWAY_S] = isIdm ? stepS : headwayS[type]!;
      if (slot !== head) {
        safeSpeed[GAP_M] = rearM - atM - (isIdm ? minGapM[type]! / 2 : minGapM[type]!);
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
      const boundMps = safeSpeed[BOUND_MPS]!;
      if (isIdm && slot !== head) {
        const idmMps = idmSpeedMps(mps, wantedMps, rearM - atM, leaderMps, headwayS[type]!, minGapM[type]!, accelerationMps2[type]!, brakingMps2, stepS);
        plannedSpeedMps[slot] = Math.min(boundMps, easedMps(idmMps, mps, rearM - atM - minGapM[type]!, leaderMps, leaderBrakingMps2, brakingMps2, stepS));
      } else plannedSpeedMps[slot] = boundMps;
    }
    rearM = atM - lengthM[type]!;
    leaderMps = mps;
    leaderBrakingMps2 = brakingMps2;
  }
}
