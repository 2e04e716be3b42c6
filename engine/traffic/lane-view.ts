import type { CityState } from '../state/city-state.ts';
import { blockageAheadOfBerth, viewBlockage } from './blockages.ts';
import { lookPastEnd, noteAhead } from './gaps.ts';
import { BOUND_MPS, BRAKING_MPS2, GAP_M, HEADWAY_S, LEADER_BRAKING_MPS2, LEADER_MPS, lowerToSafe } from './safe-speed.ts';
import type { LaneView } from './scratch.ts';
import type { Traffic } from './traffic.ts';

/** Looks how far a lane leads on: that of the vehicle (`side` 0), to the left (1) or to the right (-1). False where it may not drive there. */
export function viewReach(traffic: Traffic, state: CityState, view: LaneView, slot: number, side: number): boolean {
  const { roads: { blockages }, twin: { halts } } = traffic, { vehicles } = state;
  const reachM = side === 0 ? vehicles.hereReachM[slot]! : side < 0 ? vehicles.rightReachM[slot]! : vehicles.leftReachM[slot]!;
  // Who is on a lane that has been closed looks for the way off it.
  if (reachM < 0 && side !== 0) return false;
  const positionM = vehicles.positionM[slot]!, lane = vehicles.place[slot]! + side, halt = vehicles.nextHalt[slot]!;
  view.lane = lane;
  view.away = side === 0 ? vehicles.hereAway[slot]! : side < 0 ? vehicles.rightAway[slot]! : vehicles.leftAway[slot]!;
  view.movement = side === 0 ? vehicles.nextMovement[slot]! : side < 0 ? vehicles.rightMovement[slot]! : vehicles.leftMovement[slot]!;
  view.leftM = reachM - positionM;
  if (halt >= 0 && haltsOnRow(traffic, state, slot, halt, vehicles.guideRow[slot]!)) {
    view.away = halts.lane[halt]! - lane;
    view.leftM = view.away === 0 ? Math.max(view.leftM, 0) : halts.positionM[halt]! - positionM;
  }
  view.jamM = -1;
  return blockages === undefined || viewBlockage(traffic, state, blockages, view, slot);
}

/**
 * Length of road that vehicles on the nearest lane that leads on take up, ahead of the driver and beyond this link: who has
 * to go there has that much less room. Asked only where it can matter, for it walks along a queue.
 */
export function jamOf(traffic: Traffic, state: CityState, view: LaneView, slot: number): number {
  if (view.jamM < 0) view.jamM = view.away === 0 ? 0 : state.vehicles.jamBeyondM[slot]! + takenAheadM(traffic, state, view.lane + view.away, state.vehicles.positionM[slot]!);
  return view.jamM;
}

/** Length of road that vehicles ahead of a position take up on a lane, with their standstill gaps; who is behind stands in nobody's way. */
function takenAheadM({ twin: { vehicleTypes } }: Traffic, { places, vehicles }: CityState, lane: number, positionM: number): number {
  let takenM = 0;
  for (let slot = places.first[lane]!; slot >= 0 && vehicles.positionM[slot]! > positionM; slot = vehicles.behind[slot]!) {
    const type = vehicles.vehicleType[slot]!;
    takenM += vehicleTypes.lengthM[type]! + vehicleTypes.minGapM[type]!;
  }
  return takenM;
}

/** Looks at what is ahead on that lane, and how fast the driver could go there. */
export function viewAhead(traffic: Traffic, state: CityState, view: LaneView, slot: number, leader: number): void {
  const { roads: { blockages }, twin: { vehicleTypes }, berth } = traffic, { vehicles } = state;
  const type = vehicles.vehicleType[slot]!, lane = view.lane;
  view.wantedMps = wantedOnMps(traffic, state, slot, lane);
  view.leader = leader;
  if (leader >= 0) noteAhead(traffic, state, view.ahead, leader, vehicles.positionM[leader]! - vehicles.positionM[slot]!);
  else {
    berth.lane = lane;
    berth.frontM = vehicles.positionM[slot]!;
    berth.movement = view.movement;
    lookPastEnd(traffic, state, berth, view.ahead);
  }
  if (blockages !== undefined) blockageAheadOfBerth(blockages, lane, vehicles.positionM[slot]!, vehicleTypes.lengthM[type]!, view.ahead);
  promise(traffic, view, type);
}

/** What the driver would like to drive on a lane. */
export const wantedOnMps = ({ roads: { placeLimitMps }, twin: { vehicleTypes } }: Traffic, { vehicles }: CityState, slot: number, lane: number): number =>
  Math.min(placeLimitMps[lane]! * vehicles.speedFactor[slot]!, vehicleTypes.maxSpeedMps[vehicles.vehicleType[slot]!]!);

/** What a driver could drive behind what is ahead. */
function promise({ safeSpeed, twin: { vehicleTypes } }: Traffic, view: LaneView, type: number): void {
  const { ahead } = view;
  safeSpeed[BOUND_MPS] = view.wantedMps;
  if (ahead.slot >= 0) {
    safeSpeed[GAP_M] = Math.max(0, ahead.gapM - vehicleTypes.minGapM[type]!);
    safeSpeed[LEADER_MPS] = ahead.speedMps;
    safeSpeed[LEADER_BRAKING_MPS2] = ahead.brakingMps2;
    safeSpeed[BRAKING_MPS2] = vehicleTypes.decelerationMps2[type]!;
    safeSpeed[HEADWAY_S] = vehicleTypes.headwayS[type]!;
    lowerToSafe(safeSpeed);
  }
  view.promisedMps = safeSpeed[BOUND_MPS]!;
}

/** Whether the vehicle's next halt is on the link of that row of its route. */
export const haltsOnRow = ({ twin: { halts }, roads: { guide } }: Traffic, { guidance, vehicles }: CityState, slot: number, halt: number, row: number): boolean =>
  guide.firstRow[vehicles.departure[slot]!]! + (guidance ? guidance.haltRouteIndex[halt]! : halts.routeIndex[halt]!) === row;

/** Counts, on entering a link, the vehicles on the lanes that lead on beyond it, as far as the route guide reaches. */
export function lookForJam({ roads: { guide }, twin: { lanes, links, movements, vehicleTypes } }: Traffic, { places, vehicles }: CityState, slot: number, index: number): void {
  const type = vehicles.vehicleType[slot]!, endRow = vehicles.guideEndRow[slot]!;
  let row = vehicles.guideRow[slot]!, entry = guide.firstEntry[row]! + index, count = 0;
  const away = guide.lanesToBest[entry]!;
  entry += away;
  let lane = links.firstLane[guide.link[row]!]! + index + away, reachM = guide.reachM[entry]!;
  while (row < endRow && reachM > 0 && guide.onBy[entry]! >= 0) {
    lane = movements.toLane[lanes.firstMovement[lane]! + guide.onBy[entry]!]!;
    count += places.vehicles[lane]!;
    reachM -= lanes.lengthM[lane]!;
    row++;
    entry = guide.firstEntry[row]! + lane - links.firstLane[guide.link[row]!]!;
  }
  vehicles.jamBeyondM[slot] = count * (vehicleTypes.lengthM[type]! + vehicleTypes.minGapM[type]!);
}
