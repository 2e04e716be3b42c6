import { purposes } from './purposes.ts';
import { drawnShare, drawsOf } from '../foundation/random.ts';
import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import { STANDING_MPS } from '../state/vehicle-state.ts';
import { carFollowing } from '../twin/demand.ts';
import { inattentiveSpeedMps } from './car-following.ts';
import { arrive } from './arrival.ts';
import { noteLeft, putOnPlace, takeOffPlace } from './lane-order.ts';
import { noteTail } from './presence.ts';
import { readGuide } from './route-guide.ts';
import type { Traffic } from './traffic.ts';

/** All on the places of one thread move by what they have decided; lists those whose front passes the end of their place. */
export function moveOwn(traffic: Traffic, state: CityState, log: ResultLog): void {
  traffic.crossingCount = 0;
  const luck = drawsOf(traffic.seed, purposes.inattention), { own } = traffic;
  for (let index = 0; index < state.activePlaceCount; index++) {
    const place = state.activePlaces[index]!;
    if (own === undefined || own.owner[place] === own.thread) moveAlong(traffic, state, log, place, luck);
  }
}

/** The first `count` who have come to the end of their place go on, one after the other. */
export function passOn(traffic: Traffic, state: CityState, log: ResultLog, count: number): void {
  for (let index = 0; index < count; index++) goOn(traffic, state, log, traffic.crossing[index]!);
}

/** New speeds and positions on one place, and what its vehicles have lost to others. Who comes to its end is noted in `crossing`. */
function moveAlong(traffic: Traffic, state: CityState, log: ResultLog, place: number, luck: number): void {
  const { vehicles, tick } = state, { roads, crossing, stepS, approaches: { held }, twin: { vehicleTypes } } = traffic;
  const { departure, vehicleType, positionM, speedMps, plannedSpeedMps, odometerM, drivenM, heldBack, gainsSpeed, standingSinceS, speedFactor, timeLossS, waitingS, waitedS, nextMovement, behind } = vehicles;
  const { imperfectionShare, accelerationMps2, decelerationMps2, emergencyDecelerationMps2, maxSpeedMps } = vehicleTypes;
  const lengthM = roads.placeLengthM[place]!, limitMps = roads.placeLimitMps[place]!;
  let stayers = 0, stayersM = 0;
  for (let slot = state.places.first[place]!; slot >= 0; slot = behind[slot]!) {
    const type = vehicleType[slot]!, before = speedMps[slot]!, imperfection = imperfectionShare[type]!;
    let mps = Math.max(0, plannedSpeedMps[slot]!);
    if (imperfection > 0 && mps > 0 && vehicleTypes.carFollowing[type] === carFollowing.krauss) {
      // Nobody brakes harder out of inattention than a driver would at ease.
      const least = Math.min(mps, before - decelerationMps2[type]! * stepS);
      mps = Math.max(least, inattentiveSpeedMps(mps, accelerationMps2[type]!, imperfection, drawnShare(luck, departure[slot]!, tick), stepS));
    }
    mps = Math.max(mps, before - emergencyDecelerationMps2[type]! * stepS, 0);
    const goneM = mps * stepS, frontM = positionM[slot]! + goneM;
    gainsSpeed[slot] = mps > before ? 1 : 0;
    speedMps[slot] = mps;
    positionM[slot] = frontM;
    odometerM[slot]! += goneM;
    drivenM[slot]! += goneM;
    heldBack[slot] = held[slot]!;
    if (standingSinceS[slot]! >= 0) waitingS[slot] = 0;
    else {
      timeLossS[slot]! += stepS * Math.max(0, 1 - mps / Math.min(limitMps * speedFactor[slot]!, maxSpeedMps[type]!));
      if (mps < STANDING_MPS) {
        waitingS[slot]! += stepS;
        waitedS[slot]! += stepS;
      } else waitingS[slot] = 0;
    }
    if (frontM > lengthM) stopAtDeadEnd(traffic, state, slot, place);
    if (positionM[slot]! > lengthM || (nextMovement[slot]! < 0 && isDone(state, slot))) crossing[traffic.crossingCount++] = slot;
    else {
      stayers++;
      stayersM += speedMps[slot]! * stepS;
    }
  }
  if (stayers === 0 || place >= roads.laneCount) return;
  log.linkCounts.vehicleSeconds[roads.placeLink[place]!]! += stayers * stepS;
  log.linkCounts.vehicleMetres[roads.placeLink[place]!]! += stayersM;
}

/** Nobody is forced through a wrong lane: a vehicle that could not brake before its lane's end stands there. */
function stopAtDeadEnd(traffic: Traffic, { vehicles }: CityState, slot: number, place: number): boolean {
  if (place >= traffic.roads.laneCount || vehicles.nextMovement[slot]! >= 0 || vehicles.guideRow[slot] === vehicles.guideEndRow[slot]) return false;
  vehicles.positionM[slot] = traffic.roads.placeLengthM[place]!;
  vehicles.speedMps[slot] = 0;
  return true;
}

const isDone = ({ vehicles }: CityState, slot: number): boolean =>
  vehicles.guideRow[slot] === vehicles.guideEndRow[slot] && vehicles.positionM[slot]! >= vehicles.arrivalPositionM[slot]!;

/** Carries a vehicle over the ends of as many places as it passes in this step. */
function goOn(traffic: Traffic, state: CityState, log: ResultLog, slot: number): void {
  const { vehicles } = state, { roads, twin: { movements }, stepS } = traffic;
  const mps = vehicles.speedMps[slot]!, departure = vehicles.departure[slot]!, startS = state.timeS - stepS;
  let place = vehicles.place[slot]!, restM = mps * stepS, enteredAtM = vehicles.positionM[slot]! - restM;
  takeOffPlace(state, slot);
  for (;;) {
    const endM = isLast(state, slot, place, roads.laneCount) ? Math.min(roads.placeLengthM[place]!, vehicles.arrivalPositionM[slot]!) : roads.placeLengthM[place]!;
    const passes = vehicles.positionM[slot]! > endM || (vehicles.positionM[slot]! >= endM && isLast(state, slot, place, roads.laneCount));
    const onPlaceM = Math.max(0, (passes ? endM : vehicles.positionM[slot]!) - enteredAtM);
    if (place < roads.laneCount) {
      log.linkCounts.vehicleMetres[roads.placeLink[place]!]! += onPlaceM;
      log.linkCounts.vehicleSeconds[roads.placeLink[place]!]! += mps > 0 ? onPlaceM / mps : 0;
    }
    if (!passes) break;
    // Nothing leads on from here for it: a closure began, or a new way, while it could no longer stop before this lane.
    if (stopAtDeadEnd(traffic, state, slot, place)) break;
    restM -= onPlaceM;
    const endS = mps > 0 ? startS + stepS - restM / mps : state.timeS;
    if (isLast(state, slot, place, roads.laneCount)) { arrive(traffic, state, log, slot, place, endS); return; }
    log.replay?.cross(slot, departure, endS, place, endM);
    if (place >= roads.laneCount) noteTail(traffic.presence, place - roads.laneCount);
    noteLeft(state, slot, place, vehicles.odometerM[slot]! - (vehicles.positionM[slot]! - endM));
    place = place < roads.laneCount ? leaveLane(traffic, state, log, slot, endS) : enterLink(traffic, state, log, slot, movements.toLane[place - roads.laneCount]!, endS);
    vehicles.positionM[slot]! -= endM;
    enteredAtM = 0;
    log.replay?.cross(slot, departure, endS, place, 0);
  }
  putOnPlace(state, slot, place);
}

const isLast = ({ vehicles }: CityState, slot: number, place: number, laneCount: number): boolean =>
  place < laneCount && vehicles.guideRow[slot] === vehicles.guideEndRow[slot];

/** From a lane into the junction; returns the place. */
function leaveLane(traffic: Traffic, state: CityState, log: ResultLog, slot: number, atS: number): number {
  const { vehicles } = state, link = vehicles.link[slot]!, enteredS = vehicles.enteredLinkS[slot]!;
  log.linkCounts.left[link]!++;
  if (enteredS >= 0) {
    log.linkCounts.wholeCount[link]!++;
    log.linkCounts.wholeTravelTimeS[link]! += atS - enteredS;
  }
  return traffic.roads.laneCount + vehicles.nextMovement[slot]!;
}

/** From the junction onto a lane of the next link; returns the lane. */
function enterLink(traffic: Traffic, state: CityState, log: ResultLog, slot: number, lane: number, atS: number): number {
  const { vehicles } = state;
  vehicles.guideRow[slot]!++;
  vehicles.link[slot] = traffic.roads.placeLink[lane]!;
  vehicles.enteredLinkS[slot] = atS;
  vehicles.jamBeyondM[slot] = -1;
  readGuide(traffic.roads, traffic.twin, vehicles, slot, lane);
  log.linkCounts.entered[vehicles.link[slot]!]!++;
  return lane;
}
