import type { CityState } from '../state/city-state.ts';
import { brakeGapM, secureGapM } from './car-following.ts';
import type { Ahead, LaneView } from './scratch.ts';
import type { Traffic } from './traffic.ts';

/*
 * Why drivers change lane. The motives and the figures below are those that Erdmann (2015), "SUMO's Lane-Changing
 * Model", describes; this is an own, simpler form of them.
 */

/** Drivers who have to change lane start to care this long before they must; to the left twice as long. */
const STRATEGIC_LOOK_S = 10;
const LEFT_LOOK_FACTOR = 2;
/** Share of the remembered speed that a second of slower driving leaves. */
const SPEED_MEMORY_SHARE = 0.9;
/** A gain in speed counts in proportion to the speed, but at least to this. */
const LEAST_REFERENCE_MPS = 10;
/** Seconds of full relative gain before a driver moves to the left, and to the right. */
const GAIN_TO_LEFT = 0.2, GAIN_TO_RIGHT = 2;
/**
 * Share of a wish that a second takes away where the own lane is better, and where the left one is no better. SUMO's figures
 * (a second leaves 0.5 and 0.8 of the wish in its LC2013 model); docs/models/lane-changing.md tells what half and double do.
 */
const WORSE_FADE = 0.5, EQUAL_FADE = 0.2;
/** A lane that is faster by less than this is no reason to stay on the left. */
const SLOW_RIGHT_MPS = 5 / 3.6;
/** For speed alone nobody goes to a lane that ends within this time. */
const WORTHWHILE_S = 20;
/** Drivers go back to the right after this time next to a lane that is free long enough: so many seconds for each m/s they drive, for whoever is slow is soon in nobody's way. */
const KEEP_RIGHT_S = 5, ACCEPTANCE_S_PER_MPS = 7;

/** The speed that a driver goes by when it judges how soon it has to change: falls slowly in a queue. */
export function rememberSpeed({ stepS }: Traffic, { vehicles }: CityState, slot: number): void {
  const mps = vehicles.speedMps[slot]!, remembered = vehicles.lookAheadSpeedMps[slot]!;
  const share = Math.max(0, 1 - (1 - SPEED_MEMORY_SHARE) * stepS);
  vehicles.lookAheadSpeedMps[slot] = mps > remembered ? mps : share * remembered + (1 - share) * mps;
}

/** How far before the last chance a change to this side becomes urgent. */
export function urgentWithinM({ twin: { vehicleTypes } }: Traffic, { vehicles }: CityState, slot: number, side: number): number {
  const type = vehicles.vehicleType[slot]!;
  const lookM = vehicles.lookAheadSpeedMps[slot]! * STRATEGIC_LOOK_S * (side > 0 ? LEFT_LOOK_FACTOR : 1);
  return lookM + 2 * (vehicleTypes.lengthM[type]! + vehicleTypes.minGapM[type]!);
}

const gainsSpeed = ({ vehicles }: CityState, { slot }: Ahead): boolean => slot >= 0 && vehicles.gainsSpeed[slot] === 1;

/**
 * Whether the driver would like to go to the lane on this side for its own ease: to drive faster, or to keep right.
 * Wishes grow from step to step and fade when the reason is gone.
 */
export function likesSide(traffic: Traffic, state: CityState, slot: number, here: LaneView, there: LaneView, side: number): boolean {
  const { vehicles } = state, { stepS } = traffic, mps = Math.max(0.1, vehicles.speedMps[slot]!);
  let hereMps = here.promisedMps, thereMps = there.promisedMps;
  // What those ahead will drive is not seen while they still gain speed: then only the next second counts.
  if (gainsSpeed(state, here.ahead) || gainsSpeed(state, there.ahead)) {
    const soonMps = vehicles.speedMps[slot]! + traffic.twin.vehicleTypes.accelerationMps2[vehicles.vehicleType[slot]!]!;
    hereMps = Math.min(hereMps, soonMps);
    thereMps = Math.min(thereMps, soonMps);
  }
  const gainShare = (thereMps - hereMps) / Math.max(thereMps, LEAST_REFERENCE_MPS);
  const isWorthwhile = there.leftM / mps > WORTHWHILE_S;
  // Towards a lane that leads on anyone goes early, if it is not slower there.
  if (here.away * side > 0 && gainShare >= 0 && vehicles.speedGainShare[slot]! * side > 0) return true;
  const fade = Math.max(0, 1 - WORSE_FADE * stepS);
  if (side > 0) {
    if (hereMps > thereMps) {
      if (vehicles.speedGainShare[slot]! > 0) vehicles.speedGainShare[slot]! *= fade;
    } else if (hereMps === thereMps) {
      if (vehicles.speedGainShare[slot]! > 0) vehicles.speedGainShare[slot]! *= Math.max(0, 1 - EQUAL_FADE * stepS);
    } else vehicles.speedGainShare[slot]! += stepS * gainShare;
    return vehicles.speedGainShare[slot]! > GAIN_TO_LEFT && gainShare > 1e-6 && isWorthwhile;
  }
  if (hereMps - SLOW_RIGHT_MPS > thereMps) {
    if (vehicles.speedGainShare[slot]! < 0) vehicles.speedGainShare[slot]! *= fade;
  } else {
    // A right lane that is a little slower is no reason to go to the left.
    if (vehicles.speedGainShare[slot]! < 0 || gainShare > 0) vehicles.speedGainShare[slot]! -= stepS * gainShare;
    vehicles.keepRightShare[slot]! += (stepS / KEEP_RIGHT_S) * freeShare(traffic, state, slot, there);
    if (vehicles.keepRightShare[slot]! > 1) return true;
  }
  return -vehicles.speedGainShare[slot]! > GAIN_TO_RIGHT && isWorthwhile;
}

/** How much of the time that makes going back worthwhile could be driven at the wanted speed on the lane to the right. */
function freeShare(traffic: Traffic, { vehicles }: CityState, slot: number, there: LaneView): number {
  const { roads, twin: { vehicleTypes }, stepS } = traffic, type = vehicles.vehicleType[slot]!, wantedMps = there.wantedMps;
  const brakingMps2 = vehicleTypes.decelerationMps2[type]!;
  const acceptanceS = (ACCEPTANCE_S_PER_MPS * Math.max(1, vehicles.speedMps[slot]!) * wantedMps) / roads.placeLimitMps[there.lane]!;
  const roomM = Math.max(0, there.leftM - brakeGapM(wantedMps, brakingMps2, 0, stepS));
  let freeS = Math.min(acceptanceS, roomM / wantedMps);
  if (there.ahead.slot >= 0 && there.ahead.speedMps < wantedMps) {
    const apartM = secureGapM(wantedMps, brakingMps2, vehicleTypes.headwayS[type]!, there.ahead.speedMps, there.ahead.brakingMps2, stepS);
    freeS = Math.min(freeS, Math.max(0, Math.min(roomM, there.ahead.gapM - apartM)) / (wantedMps - there.ahead.speedMps));
  }
  return freeS / acceptanceS;
}
