import type { CityState } from '../state/city-state.ts';
import { carFollowing } from '../twin/demand.ts';
import { brakeGapM, easedMps, followSpeedMps, idmFreeSpeedMps, idmSpeedMps, stopSpeedMps } from './car-following.ts';
import { BOUND_MPS, BRAKING_MPS2, GAP_M, HEADWAY_S, LEADER_BRAKING_MPS2, LEADER_MPS, lowerToSafe } from './safe-speed.ts';
import type { Sight } from './scratch.ts';
import type { Traffic } from './traffic.ts';

/** Opens a driver's eyes: nothing ahead but the speed limit of where it is. */
export function lookFrom(traffic: Traffic, state: CityState, sight: Sight, slot: number): void {
  const { vehicles } = state, { vehicleTypes } = traffic.twin;
  const type = vehicles.vehicleType[slot]!;
  sight.slot = slot;
  sight.stepS = traffic.stepS;
  sight.isIdm = vehicleTypes.carFollowing[type] === carFollowing.idm;
  sight.speedMps = vehicles.speedMps[slot]!;
  sight.lengthM = vehicleTypes.lengthM[type]!;
  sight.minGapM = vehicleTypes.minGapM[type]!;
  sight.accelerationMps2 = vehicleTypes.accelerationMps2[type]!;
  sight.decelerationMps2 = vehicleTypes.decelerationMps2[type]!;
  sight.headwayS = vehicleTypes.headwayS[type]!;
  sight.maxSpeedMps = vehicleTypes.maxSpeedMps[type]!;
  sight.speedFactor = vehicles.speedFactor[slot]!;
  sight.wantedMps = Math.min(traffic.roads.placeLimitMps[vehicles.place[slot]!]! * sight.speedFactor, sight.maxSpeedMps);
  const freeMps = sight.isIdm
    ? idmFreeSpeedMps(sight.speedMps, sight.wantedMps, sight.accelerationMps2, traffic.stepS)
    : sight.speedMps + sight.accelerationMps2 * traffic.stepS;
  // Above a limit that has just begun, brake at ease rather than at once.
  sight.mostMps = Math.max(Math.min(freeMps, sight.wantedMps), Math.min(freeMps, sight.speedMps - sight.decelerationMps2 * traffic.stepS));
  sight.brakeGapM = brakeGapM(sight.speedMps, sight.decelerationMps2, 0, traffic.stepS);
  sight.boundMps = sight.mostMps;
  sight.toldM = sight.toldInS = 0;
  sight.toldMps = -1;
  sight.hasLeader = false;
  sight.isBlocked = false;
}

/** Keeps behind a vehicle; `gapM` is bumper to bumper, the standstill gap still in it. */
export function keepBehind({ safeSpeed, twin: { vehicleTypes } }: Traffic, { vehicles }: CityState, sight: Sight, leader: number, gapM: number): void {
  const leaderSpeedMps = vehicles.speedMps[leader]!, leaderBrakingMps2 = vehicleTypes.decelerationMps2[vehicles.vehicleType[leader]!]!;
  if (!sight.isIdm) {
    safeSpeed[BOUND_MPS] = sight.boundMps;
    safeSpeed[GAP_M] = gapM - sight.minGapM;
    safeSpeed[LEADER_MPS] = leaderSpeedMps;
    safeSpeed[LEADER_BRAKING_MPS2] = leaderBrakingMps2;
    safeSpeed[BRAKING_MPS2] = sight.decelerationMps2;
    safeSpeed[HEADWAY_S] = sight.headwayS;
    lowerToSafe(safeSpeed);
    sight.boundMps = safeSpeed[BOUND_MPS]!;
    return;
  }
  // IDM keeps its distance by itself; the safe speed with a step's reaction time only guards against a step being too long.
  const safeMps = followSpeedMps(gapM - sight.minGapM / 2, leaderSpeedMps, leaderBrakingMps2, sight.decelerationMps2, sight.stepS, sight.stepS);
  const idmMps = idmSpeedMps(sight.speedMps, sight.wantedMps, gapM, leaderSpeedMps, sight.headwayS, sight.minGapM, sight.accelerationMps2, sight.decelerationMps2, sight.stepS);
  const mps = Math.min(safeMps, easedMps(idmMps, sight.speedMps, gapM - sight.minGapM, leaderSpeedMps, leaderBrakingMps2, sight.decelerationMps2, sight.stepS));
  if (mps < sight.boundMps) sight.boundMps = mps;
}

/**
 * The speed that still lets the driver stop within `distanceM`. A line or a stop does not brake by surprise: drivers
 * keep the headway for vehicles only and come to it by braking evenly, one step being all they need to begin (as SUMO's do).
 */
export function speedToStopMps(sight: Sight, distanceM: number): number {
  const mps = stopSpeedMps(distanceM, sight.decelerationMps2, sight.stepS, sight.stepS);
  if (!sight.isIdm) return Math.min(mps, sight.boundMps);
  const idmMps = idmSpeedMps(sight.speedMps, sight.wantedMps, Math.max(0, distanceM) + sight.minGapM, 0, sight.headwayS, sight.minGapM, sight.accelerationMps2, sight.decelerationMps2, sight.stepS);
  // Close to the line IDM creeps for ever; the safe speed brings it there.
  return Math.min(mps, sight.boundMps, distanceM < sight.minGapM ? mps : easedMps(idmMps, sight.speedMps, distanceM, 0, sight.decelerationMps2, sight.decelerationMps2, sight.stepS));
}

export function stopWithin(sight: Sight, distanceM: number): void {
  sight.boundMps = speedToStopMps(sight, distanceM);
}
