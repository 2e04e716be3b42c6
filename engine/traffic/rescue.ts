import { appendRow } from '../results/growing-table.ts';
import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import { nextServed } from '../state/guidance-state.ts';
import { STANDING_MPS } from '../state/vehicle-state.ts';
import { arrive } from './arrival.ts';
import { waitsForEvent } from './leave-closed-way.ts';
import { leaderOnLane, lookAheadOfBerth, suitsFollowers } from './gaps.ts';
import { putOnPlace, takeOffPlace } from './lane-order.ts';
import { categoryOn, movementAt, readGuide } from './route-guide.ts';
import type { Traffic } from './traffic.ts';

/** Further than any tail reaches: nobody takes the rescued vehicle for one that still stands behind. */
const JUMP_M = 10_000;

/**
 * Moves on who has stood at the head of its place for longer than the city allows (SUMO's time-to-teleport): to the
 * first link of its route with room. Each one is counted and recorded. Vehicles at their halts and before closures are not stuck.
 */
export function rescueStuck(traffic: Traffic, state: CityState, log: ResultLog): void {
  const { rescueAfterS } = traffic.twin.facts, { vehicles, places, activePlaces } = state, { changing } = traffic;
  if (rescueAfterS <= 0) return;
  let count = 0;
  for (let index = 0; index < state.activePlaceCount; index++) {
    const slot = places.first[activePlaces[index]!]!;
    if (vehicles.waitingS[slot]! > rescueAfterS && vehicles.speedMps[slot]! < STANDING_MPS && !waitsForEvent(traffic, state, slot)) changing[count++] = slot;
  }
  // By departure: two who need the same room get it in an order that rows cannot change.
  if (count > 1) changing.subarray(0, count).sort((one, other) => vehicles.departure[one]! - vehicles.departure[other]!);
  for (let index = 0; index < count; index++) rescue(traffic, state, log, changing[index]!);
}

function rescue(traffic: Traffic, state: CityState, log: ResultLog, slot: number): void {
  const { vehicles } = state, { roads } = traffic, place = vehicles.place[slot]!;
  const lane = place < roads.laneCount ? place : traffic.twin.movements.toLane[place - roads.laneCount]!;
  const row = vehicles.guideRow[slot]!, endRow = vehicles.guideEndRow[slot]!;
  if (place < roads.laneCount && row === endRow) {
    note(state, log, slot, lane);
    takeOffPlace(state, slot);
    arrive(traffic, state, log, slot, place, state.timeS);
    return;
  }
  for (let next = row + 1; next <= endRow; next++) {
    const target = findRoom(traffic, state, slot, next);
    if (target < 0) continue;
    note(state, log, slot, lane);
    moveTo(traffic, state, log, slot, next, target);
    return;
  }
}

function note(state: CityState, log: ResultLog, slot: number, lane: number): void {
  state.counts.rescued++;
  appendRow(log.rescues, { departure: state.vehicles.departure[slot]!, timeS: state.timeS, lane });
}

/** A lane of that row of the route on which the vehicle could stand at the start; -1 for none. Lanes that lead on come first. */
function findRoom(traffic: Traffic, state: CityState, slot: number, row: number): number {
  const { roads: { guide, placeLengthM }, twin: { lanes, links, vehicleTypes }, berth, ahead } = traffic;
  const link = guide.link[row]!, type = state.vehicles.vehicleType[slot]!, first = guide.firstEntry[row]!;
  let found = -1;
  for (let index = 0; index < links.laneCount[link]!; index++) {
    if (guide.reachM[first + index]! < 0 || (guide.closedTo[link]! & categoryOn(guide, row)) !== 0) continue;
    berth.lane = links.firstLane[link]! + index;
    berth.slot = slot;
    berth.lengthM = vehicleTypes.lengthM[type]!;
    berth.frontM = Math.min(berth.lengthM, placeLengthM[berth.lane]!);
    berth.speedMps = 0;
    berth.brakingMps2 = vehicleTypes.decelerationMps2[type]!;
    berth.movement = movementAt(guide, lanes, first + index, berth.lane);
    const leader = leaderOnLane(state, berth.lane, berth.frontM, -1);
    lookAheadOfBerth(traffic, state, berth, leader, ahead);
    const follower = leader >= 0 ? state.vehicles.behind[leader]! : state.places.first[berth.lane]!;
    if (ahead.gapM < vehicleTypes.minGapM[type]! || !suitsFollowers(traffic, state, berth, follower)) continue;
    if (guide.lanesToBest[first + index] === 0) return berth.lane;
    if (found < 0) found = berth.lane;
  }
  return found;
}

function moveTo(traffic: Traffic, state: CityState, log: ResultLog, slot: number, row: number, lane: number): void {
  const { vehicles } = state, { guide, placeLengthM, laneCount } = traffic.roads, { halts, vehicleTypes } = traffic.twin;
  const link = guide.link[row]!;
  if (vehicles.place[slot]! < laneCount) log.linkCounts.left[vehicles.link[slot]!]!++;
  takeOffPlace(state, slot);
  vehicles.guideRow[slot] = row;
  vehicles.link[slot] = link;
  vehicles.positionM[slot] = Math.min(vehicleTypes.lengthM[vehicles.vehicleType[slot]!]!, placeLengthM[lane]!);
  vehicles.speedMps[slot] = 0;
  vehicles.waitingS[slot] = 0;
  vehicles.odometerM[slot]! += JUMP_M;
  // It has not driven the whole link, so its time there says nothing of the link.
  vehicles.enteredLinkS[slot] = -1;
  vehicles.jamBeyondM[slot] = -1;
  readGuide(traffic.roads, traffic.twin, vehicles, slot, lane);
  vehicles.courtesySlot[slot] = vehicles.fallBehindSlot[slot] = -1;
  // Halts that were jumped over are not served.
  const startRow = guide.firstRow[vehicles.departure[slot]!]!;
  const haltRouteIndex = state.guidance ? state.guidance.haltRouteIndex : halts.routeIndex;
  while (vehicles.nextHalt[slot]! >= 0 && startRow + haltRouteIndex[vehicles.nextHalt[slot]!]! < row) {
    vehicles.nextHalt[slot] = nextServed(state.guidance, vehicles.nextHalt[slot]! + 1, vehicles.haltEndRow[slot]!);
  }
  log.linkCounts.entered[link]!++;
  putOnPlace(state, slot, lane);
}
