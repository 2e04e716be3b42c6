import type { CityState } from '../state/city-state.ts';
import { viewBlock } from './blocks.ts';
import { lookAheadOfBerth } from './gaps.ts';
import type { LaneView } from './scratch.ts';
import type { Traffic } from './traffic.ts';

/** Looks at lane `index` of the link that the vehicle is on; false where it may not drive there. */
export function viewLane(traffic: Traffic, state: CityState, view: LaneView, slot: number, index: number, leader: number): boolean {
  const { roads: { blocks, guide, placeLimitMps }, twin: { halts, links, vehicleTypes }, berth } = traffic, { vehicles } = state;
  const row = vehicles.guideRow[slot]!, entry = guide.firstEntry[row]! + index, type = vehicles.vehicleType[slot]!;
  const lane = links.firstLane[vehicles.link[slot]!]! + index;
  // Who is on a lane that has been closed looks for the way off it.
  if (guide.reachM[entry]! < 0 && lane !== vehicles.place[slot]) return false;
  const positionM = vehicles.positionM[slot]!;
  view.lane = lane;
  view.away = guide.lanesToBest[entry]!;
  view.leftM = guide.reachM[entry]! - positionM;
  const halt = vehicles.nextHalt[slot]!;
  if (halt >= 0 && haltsOnRow(traffic, state, slot, halt, row)) {
    view.away = halts.lane[halt]! - lane;
    view.leftM = view.away === 0 ? Math.max(view.leftM, 0) : halts.positionM[halt]! - positionM;
  }
  view.jamM = view.away === 0 ? 0 : vehicles.jamBeyondM[slot]! + state.places.vehicles[lane + view.away]! * (vehicleTypes.lengthM[type]! + vehicleTypes.minGapM[type]!);
  view.wantedMps = Math.min(placeLimitMps[lane]! * vehicles.speedFactor[slot]!, vehicleTypes.maxSpeedMps[type]!);
  view.movement = guide.movement[entry]!;
  view.follower = leader >= 0 ? vehicles.behind[leader]! : state.places.first[lane]!;
  berth.lane = lane;
  berth.frontM = positionM;
  berth.movement = view.movement;
  lookAheadOfBerth(traffic, state, berth, leader, view.ahead);
  return blocks === undefined || viewBlock(traffic, state, blocks, view, slot);
}

/** Whether the vehicle's next halt is on the link of that row of its route. */
export const haltsOnRow = ({ twin: { halts }, roads: { guide } }: Traffic, { vehicles }: CityState, slot: number, halt: number, row: number): boolean =>
  guide.firstRow[vehicles.departure[slot]!]! + halts.routeIndex[halt]! === row;

/** Counts, on entering a link, the vehicles on the lanes that lead on beyond it, as far as the route guide reaches. */
export function lookForJam({ roads: { guide }, twin: { lanes, links, movements, vehicleTypes } }: Traffic, { places, vehicles }: CityState, slot: number, index: number): void {
  const type = vehicles.vehicleType[slot]!, endRow = vehicles.guideEndRow[slot]!;
  let row = vehicles.guideRow[slot]!, entry = guide.firstEntry[row]! + index, count = 0;
  entry += guide.lanesToBest[entry]!;
  let reachM = guide.reachM[entry]!;
  while (row < endRow && reachM > 0 && guide.movement[entry]! >= 0) {
    const lane = movements.toLane[guide.movement[entry]!]!;
    count += places.vehicles[lane]!;
    reachM -= lanes.lengthM[lane]!;
    row++;
    entry = guide.firstEntry[row]! + lane - links.firstLane[guide.link[row]!]!;
  }
  vehicles.jamBeyondM[slot] = count * (vehicleTypes.lengthM[type]! + vehicleTypes.minGapM[type]!);
}
