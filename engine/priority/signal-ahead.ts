import type { CityState } from '../state/city-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';

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
export function signalAhead(twin: ReadingTwin, state: CityState, slot: number, reachM: number): SignalAhead | undefined {
  let next: SignalAhead | undefined;
  lookAlong(twin, state, slot, reachM, (ahead) => { next = ahead; return false; });
  return next;
}

/** Every signal on a vehicle's route within reach and before its next halt, the nearest first. */
export function signalsAhead(twin: ReadingTwin, state: CityState, slot: number, reachM: number): SignalAhead[] {
  const all: SignalAhead[] = [];
  lookAlong(twin, state, slot, reachM, (ahead) => { all.push(ahead); return true; });
  return all;
}

/** Goes along the route of a vehicle from signal to signal, until one is enough. */
function lookAlong(twin: ReadingTwin, state: CityState, slot: number, reachM: number, goesOnAfter: (ahead: SignalAhead) => boolean): void {
  const { lanes, movements, junctions, halts } = twin, { vehicles, guidance } = state, way = wayOf(twin, state, slot);
  const place = vehicles.place[slot]!, halt = vehicles.nextHalt[slot]!, inside = place - lanes.count;
  let routeIndex = way.linkCount - 1 - (vehicles.guideEndRow[slot]! - vehicles.guideRow[slot]!) + (inside >= 0 ? 1 : 0);
  let lane = inside >= 0 ? movements.toLane[inside]! : place;
  let movement = inside >= 0 ? onward(twin, vehicles, way, slot, lane, routeIndex) : vehicles.nextMovement[slot]!;
  let distanceM = (inside >= 0 ? movements.lengthM[inside]! : 0) - vehicles.positionM[slot]!;
  for (;;) {
    distanceM += lanes.lengthM[lane]!;
    if (movement < 0 || distanceM > reachM || (halt >= 0 && (guidance ? guidance.haltRouteIndex : halts.routeIndex)[halt]! <= routeIndex)) return;
    const controller = junctions.controller[movements.junction[movement]!]!, group = movements.signalGroup[movement]!;
    if (controller >= 0 && group >= 0 && !goesOnAfter({ controller, group, distanceM, speedLimitMps: lanes.speedLimitMps[lane]! })) return;
    distanceM += movements.lengthM[movement]!;
    lane = movements.toLane[movement]!;
    movement = onward(twin, vehicles, way, slot, lane, ++routeIndex);
  }
}

/** The links that a vehicle drives: rows of `links` from `firstLink`. */
interface Way { links: ArrayLike<number>; firstLink: number; linkCount: number }

/** Its route, or the way that it takes instead. */
function wayOf({ departures, routes, routeLinks }: ReadingTwin, { guidance, vehicles }: CityState, slot: number): Way {
  const departure = vehicles.departure[slot]!, made = guidance ? guidance.routeOf[departure]! : -1, route = departures.route[departure]!;
  if (guidance && made >= 0) return { links: guidance.routeLinks, firstLink: guidance.routeFirstLink[made]!, linkCount: guidance.routeLinkCount[made]! };
  return { links: routeLinks.link, firstLink: routes.firstLink[route]!, linkCount: routes.linkCount[route]! };
}

/** How the route goes on from a lane of one of its links, or from a lane beside it; -1 on the last link. */
function onward(twin: ReadingTwin, { vehicleType }: CityState['vehicles'], way: Way, slot: number, lane: number, routeIndex: number): number {
  const { lanes, links, vehicleTypes } = twin;
  if (routeIndex + 1 >= way.linkCount) return -1;
  const nextLink = way.links[way.firstLink + routeIndex + 1]!, category = vehicleTypes.category[vehicleType[slot]!]!;
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
