import type { CityState } from '../state/city-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** A bus asks at most this far before the stop line; engineers detect at 100 to 300 m. */
const REACH_M = 300;

/** The next signal on a vehicle's way. */
export interface SignalAhead {
  controller: number;
  group: number;
  /** From its front to the stop line. */
  distanceM: number;
  /** On the lane that ends at the signal. */
  speedLimitMps: number;
}

/**
 * The next signal on a bus's or tram's route, within reach: at the end of its lane, or further on, past junctions without
 * signals. Undefined if it has to serve a stop before: nobody knows how long it stands, so it asks after it.
 */
export function signalAhead(twin: ReadingTwin, { vehicles }: CityState, slot: number): SignalAhead | undefined {
  const { lanes, movements, junctions, halts } = twin;
  const place = vehicles.place[slot]!, halt = vehicles.nextHalt[slot]!, inside = place - lanes.count;
  let routeIndex = routeIndexOf(twin, vehicles, slot) + (inside >= 0 ? 1 : 0);
  let lane = inside >= 0 ? movements.toLane[inside]! : place;
  let movement = inside >= 0 ? onward(twin, vehicles, slot, lane, routeIndex) : vehicles.nextMovement[slot]!;
  let distanceM = (inside >= 0 ? movements.lengthM[inside]! : 0) - vehicles.positionM[slot]!;
  for (;;) {
    distanceM += lanes.lengthM[lane]!;
    if (movement < 0 || distanceM > REACH_M || (halt >= 0 && halts.routeIndex[halt]! <= routeIndex)) return undefined;
    const controller = junctions.controller[movements.junction[movement]!]!, group = movements.signalGroup[movement]!;
    if (controller >= 0 && group >= 0) return { controller, group, distanceM, speedLimitMps: lanes.speedLimitMps[lane]! };
    distanceM += movements.lengthM[movement]!;
    lane = movements.toLane[movement]!;
    movement = onward(twin, vehicles, slot, lane, ++routeIndex);
  }
}

/** Which link of its route, counted from 0, a vehicle is on or is leaving. */
function routeIndexOf({ departures, routes }: ReadingTwin, { departure, guideRow, guideEndRow }: CityState['vehicles'], slot: number): number {
  return routes.linkCount[departures.route[departure[slot]!]!]! - 1 - (guideEndRow[slot]! - guideRow[slot]!);
}

/** How the route goes on from a lane of one of its links, or from a lane beside it; -1 on the last link. */
function onward(twin: ReadingTwin, { departure, vehicleType }: CityState['vehicles'], slot: number, lane: number, routeIndex: number): number {
  const { departures, routes, routeLinks, lanes, links, vehicleTypes } = twin;
  const route = departures.route[departure[slot]!]!;
  if (routeIndex + 1 >= routes.linkCount[route]!) return -1;
  const nextLink = routeLinks.link[routes.firstLink[route]! + routeIndex + 1]!, category = vehicleTypes.category[vehicleType[slot]!]!;
  const here = movementTo(twin, lane, nextLink, category);
  if (here >= 0) return here;
  const link = lanes.link[lane]!, first = links.firstLane[link]!;
  for (let other = first; other < first + links.laneCount[link]!; other++) {
    const beside = movementTo(twin, other, nextLink, category);
    if (beside >= 0) return beside;
  }
  return -1;
}

function movementTo({ lanes, movements }: ReadingTwin, lane: number, link: number, category: number): number {
  const first = lanes.firstMovement[lane]!;
  for (let movement = first; movement < first + lanes.movementCount[lane]!; movement++) {
    if (lanes.link[movements.toLane[movement]!] === link && (movements.permitted[movement]! & category) !== 0) return movement;
  }
  return -1;
}
