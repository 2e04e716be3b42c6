import { randomNormal, randomShare } from '../foundation/random.ts';
import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import { nextServed } from '../state/guidance-state.ts';
import { departureStage } from '../state/traffic-state.ts';
import { widenVehicleStates } from '../state/vehicle-state.ts';
import { departLane, departRule } from '../twin/demand.ts';
import { category } from '../twin/streets.ts';
import { followSpeedMps, secureGapM, stopSpeedMps } from './car-following.ts';
import { followerOnLane, leaderOnLane, lookAheadOfBerth, suitsFollowers } from './gaps.ts';
import { putOnPlace } from './lane-order.ts';
import { purposes } from './purposes.ts';
import { categoryOn, movementFrom, readGuide } from './route-guide.ts';
import type { Berth } from './scratch.ts';
import type { Traffic } from './traffic.ts';

/** Wanted speeds lie between these shares of the limit, as in SUMO's default distribution. */
const SPEED_FACTOR_BOUNDS = { least: 0.2, most: 2 };

/** At every link, those who wait enter in their order; who finds no gap keeps back only those who want the same lane. */
export function insertWaiting(traffic: Traffic, state: CityState, log: ResultLog): void {
  const { queues, queuedLinks } = state;
  let kept = 0;
  for (let index = 0; index < state.queuedLinkCount; index++) {
    const link = queuedLinks[index]!;
    insertOnLink(traffic, state, log, link);
    if (queues.first[link]! >= 0) queuedLinks[kept++] = link;
  }
  state.queuedLinkCount = kept;
}

function insertOnLink(traffic: Traffic, state: CityState, log: ResultLog, link: number): void {
  const { queues, departures } = state, { links } = traffic.twin, allLanes = (1 << links.laneCount[link]!) - 1;
  let fullLanes = 0, before = -1;
  for (let departure = queues.first[link]!; departure >= 0 && fullLanes !== allLanes; departure = departures.nextWaiting[departure]!) {
    const lane = chooseLane(traffic, state, departure), bit = lane < 0 ? 0 : 1 << (lane - links.firstLane[link]!);
    if (lane < 0 || (fullLanes & bit) !== 0 || !tryToEnter(traffic, state, log, departure, lane)) {
      fullLanes |= bit;
      before = departure;
      continue;
    }
    const next = departures.nextWaiting[departure]!;
    if (before < 0) queues.first[link] = next;
    else departures.nextWaiting[before] = next;
    if (queues.last[link] === departure) queues.last[link] = before;
  }
}

/** Drawn once for each vehicle: wanted speed over limit. */
function drawSpeedFactor(traffic: Traffic, departure: number): number {
  const { vehicleTypes, departures } = traffic.twin, type = departures.vehicleType[departure]!;
  const deviation = vehicleTypes.speedFactorDeviation[type]!, mean = vehicleTypes.speedFactorMean[type]!;
  if (deviation === 0) return mean;
  const drawn = mean + deviation * randomNormal(traffic.seed, purposes.speedFactor, departure, 0);
  return Math.min(Math.max(drawn, SPEED_FACTOR_BOUNDS.least), SPEED_FACTOR_BOUNDS.most);
}

/** How far along its lane the rear of the last vehicle is: who enters goes where there is most room, whatever stands further on. */
function roomM(traffic: Traffic, { places, vehicles }: CityState, lane: number): number {
  const last = places.last[lane]!;
  return last < 0 ? Infinity : vehicles.positionM[last]! - traffic.twin.vehicleTypes.lengthM[vehicles.vehicleType[last]!]!;
}

/** The lane to enter by, -1 where none is permitted. */
function chooseLane(traffic: Traffic, state: CityState, departure: number): number {
  const { roads: { guide }, twin: { links, departures }, seed } = traffic;
  const row = guide.firstRow[departure]!, link = guide.link[row]!, first = guide.firstEntry[row]!, rule = departures.departLane[departure]!;
  const laneCount = links.laneCount[link]!;
  if ((guide.closedTo[link]! & categoryOn(guide, row)) !== 0) return -1;
  if (rule >= 0) return rule < laneCount && guide.reachM[first + rule]! >= 0 ? links.firstLane[link]! + rule : -1;
  let chosen = -1, most = -Infinity;
  for (let index = 0; index < laneCount; index++) {
    const lane = links.firstLane[link]! + index;
    if (guide.reachM[first + index]! < 0) continue;
    if (rule === departLane.best && guide.lanesToBest[first + index] !== 0) continue;
    if (rule === departLane.first) return lane;
    const merit = rule === departLane.random ? randomShare(seed, purposes.departureLane, departure, index) : roomM(traffic, state, lane);
    if (merit > most) { most = merit; chosen = lane; }
  }
  return chosen;
}

/** Left beside the distance that is safe, so that rounding does not slow whoever enters at its end. */
const ENTRY_MARGIN_M = 0.01;
/** The same for `departRule.last`, as in SUMO. */
const LAST_MARGIN_M = 0.1;

/** Where on the lane the front stands at the start; negative where there is no room behind the last one. */
function choosePositionM(traffic: Traffic, state: CityState, departure: number, lane: number, lengthM: number, wantedMps: number): number {
  const { twin: { departures }, roads, seed } = traffic, laneM = roads.placeLengthM[lane]!, rule = departures.departPositionM[departure]!;
  const baseM = Math.min(lengthM + 0.1, laneM);
  if (rule >= 0) return Math.min(rule, laneM);
  if (rule === departRule.random || rule === departRule.free) return Math.max(baseM, laneM * randomShare(seed, purposes.departurePosition, departure, state.tick));
  if (rule === departRule.base) return baseM;
  const behindM = behindLastM(traffic, state, departure, lane, wantedMps);
  if (rule === departRule.last) return behindM - LAST_MARGIN_M < baseM ? -1 : Math.min(laneM, behindM) - LAST_MARGIN_M;
  // In the flow: as far as it has come since it passed the start, at its own time within the step that ends now.
  return Math.max(baseM, Math.min(behindM - ENTRY_MARGIN_M, baseM + wantedMps * Math.min(traffic.stepS, state.timeS - departures.departS[departure]!)));
}

/** The front of one who drives `wantedMps` at a safe distance behind the last vehicle of the lane; Infinity where nobody is. */
function behindLastM({ twin: { departures, vehicleTypes }, stepS }: Traffic, { places, vehicles }: CityState, departure: number, lane: number, wantedMps: number): number {
  const last = places.last[lane]!;
  if (last < 0) return Infinity;
  const type = departures.vehicleType[departure]!, lastType = vehicles.vehicleType[last]!;
  const apartM = secureGapM(wantedMps, vehicleTypes.decelerationMps2[type]!, vehicleTypes.headwayS[type]!, vehicles.speedMps[last]!, vehicleTypes.decelerationMps2[lastType]!, stepS);
  return vehicles.positionM[last]! - vehicleTypes.lengthM[lastType]! - vehicleTypes.minGapM[type]! - apartM;
}

function tryToEnter(traffic: Traffic, state: CityState, log: ResultLog, departure: number, lane: number): boolean {
  const { twin: { departures, vehicleTypes }, roads: { guide, placeLengthM, placeLimitMps }, stepS } = traffic;
  const type = departures.vehicleType[departure]!, row = guide.firstRow[departure]!;
  const lengthM = vehicleTypes.lengthM[type]!, minGapM = vehicleTypes.minGapM[type]!, headwayS = vehicleTypes.headwayS[type]!, brakingMps2 = vehicleTypes.decelerationMps2[type]!;
  const speedFactor = drawSpeedFactor(traffic, departure);
  const wantedMps = Math.min(placeLimitMps[lane]! * speedFactor, vehicleTypes.maxSpeedMps[type]!);
  const speedRule = departures.departSpeedMps[departure]!, isAdaptable = speedRule < 0;
  const { berth, ahead } = traffic;
  berth.lane = lane;
  berth.slot = -1;
  berth.frontM = choosePositionM(traffic, state, departure, lane, lengthM, wantedMps);
  if (berth.frontM < 0) return false;
  berth.lengthM = lengthM;
  berth.brakingMps2 = brakingMps2;
  berth.movement = movementFrom(traffic, lane, row);
  berth.speedMps = speedRule === departRule.random ? wantedMps * randomShare(traffic.seed, purposes.departureSpeed, departure, 0) : isAdaptable ? wantedMps : Math.min(speedRule, wantedMps);
  const leader = leaderOnLane(state, lane, berth.frontM, -1);
  lookAheadOfBerth(traffic, state, berth, leader, ahead);
  const gapM = ahead.gapM - minGapM;
  if (gapM < 0) return false;
  let safeMps = gapM === Infinity ? wantedMps : followSpeedMps(gapM, ahead.speedMps, ahead.brakingMps2, brakingMps2, headwayS, stepS);
  // In the flow nobody enters slower than the one ahead drives: a moment later it fits.
  if (departures.departPositionM[departure] === departRule.flow && safeMps < Math.min(wantedMps, ahead.speedMps)) return false;
  // What the junction ahead will say is not known yet.
  if (row < guide.lastRow[departure]!) safeMps = Math.min(safeMps, stopSpeedMps(placeLengthM[lane]! - berth.frontM, brakingMps2, headwayS, stepS));
  if (berth.speedMps > safeMps) {
    if (!isAdaptable) return false;
    berth.speedMps = safeMps;
  }
  if (!suitsFollowers(traffic, state, berth, followerOnLane(state, lane, leader))) return false;
  enter(traffic, state, log, departure, berth, speedFactor);
  return true;
}

/** Takes a free slot, making room for twice as many vehicles when there is none. */
function takeSlot({ memory }: Traffic, state: CityState): number {
  if (state.freeCount === 0) {
    const before = state.vehicles.count;
    state.vehicles = widenVehicleStates(state.vehicles, memory);
    const freeSlots = new Int32Array(before * 2), transitSlots = new Int32Array(before * 2);
    for (let slot = before * 2 - 1; slot >= before; slot--) freeSlots[state.freeCount++] = slot;
    transitSlots.set(state.transitSlots);
    state.freeSlots = freeSlots;
    state.transitSlots = transitSlots;
  }
  return state.freeSlots[--state.freeCount]!;
}

function enter(traffic: Traffic, state: CityState, log: ResultLog, departure: number, berth: Berth, speedFactor: number): void {
  const { twin: { departures, vehicleTypes }, roads: { guide, placeLink } } = traffic;
  const slot = takeSlot(traffic, state), { vehicles } = state, row = guide.firstRow[departure]!;
  vehicles.departure[slot] = departure;
  vehicles.vehicleType[slot] = departures.vehicleType[departure]!;
  vehicles.positionM[slot] = berth.frontM;
  vehicles.speedMps[slot] = vehicles.plannedSpeedMps[slot] = berth.speedMps;
  vehicles.lookAheadSpeedMps[slot] = berth.speedMps;
  vehicles.speedFactor[slot] = speedFactor;
  vehicles.link[slot] = placeLink[berth.lane]!;
  vehicles.guideRow[slot] = row;
  vehicles.guideEndRow[slot] = guide.lastRow[departure]!;
  readGuide(traffic.roads, traffic.twin, vehicles, slot, berth.lane);
  const arrivalM = departures.arrivalPositionM[departure]!;
  vehicles.arrivalPositionM[slot] = arrivalM < 0 ? Infinity : arrivalM;
  vehicles.departS[slot] = state.timeS;
  vehicles.enteredLinkS[slot] = -1;
  vehicles.jamBeyondM[slot] = -1;
  vehicles.changedLaneS[slot] = -Infinity;
  vehicles.courtesySlot[slot] = vehicles.fallBehindSlot[slot] = -1;
  vehicles.standingSinceS[slot] = -1;
  for (const column of [vehicles.odometerM, vehicles.timeLossS, vehicles.waitingS, vehicles.waitedS, vehicles.drivenM, vehicles.speedGainShare, vehicles.keepRightShare, vehicles.heldBack, vehicles.gainsSpeed, vehicles.overlaps]) column[slot] = 0;
  const halts = departures.haltCount[departure]!;
  vehicles.nextHalt[slot] = nextServed(state.guidance, departures.firstHalt[departure]!, departures.firstHalt[departure]! + halts);
  vehicles.haltEndRow[slot] = departures.firstHalt[departure]! + halts;
  putOnPlace(state, slot, berth.lane);
  state.departures.stage[departure] = departureStage.running;
  state.departures.slot[departure] = slot;
  state.counts.waitingToEnter--;
  state.counts.running++;
  state.counts.inserted++;
  const kind = vehicleTypes.category[departures.vehicleType[departure]!]!;
  if (halts > 0 || (kind & (category.bus | category.tram)) !== 0) state.transitSlots[state.transitCount++] = slot;
  log.replay?.begin(slot, departure, state.timeS, berth.lane, berth.frontM);
}
