import { anywhere } from '../foundation/table.ts';
import { isInRoundabout } from '../twin/streets.ts';
import type { VehicleStates } from '../state/vehicle-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** How far ahead drivers know which lanes lead on. */
const HORIZON_M = 3000;
/** Lanes whose reach differs by less lead equally far. */
const SAME_REACH_M = 0.5;
/** In a roundabout speeds are low and changes easy: a link counts as this much longer, as in SUMO, while one as long as a change takes is still to come. */
const ROUNDABOUT_BONUS_M = 100, CHANGE_M = 20;
/** A lane that the vehicle may not use. */
const FORBIDDEN_M = -1;

/**
 * Which lanes lead on: for every route and category that drives it, link by link and lane by lane, how far a vehicle
 * gets without changing lane, how many lanes lie between it and the nearest best one, and which movement goes on.
 * Worked out once from the twin, backwards along every route, so that no step has to look for it.
 */
export interface RouteGuide {
  /** For each departure: the guide row of the first link of its route. */
  firstRow: Int32Array;
  /** For each departure: the guide row of the last link. */
  lastRow: Int32Array;
  /** Rows in use: columns may hold room for more. Between steps routes may be added, and columns replaced by longer ones. */
  rowCount: number;
  /** For each guide row: the link, and where its lanes start in the columns below. */
  link: Int32Array;
  firstEntry: Int32Array;
  /** From the start of the link, in metres, at most HORIZON_M, links of roundabouts lengthened; -1 where the lane is forbidden. */
  reachM: Float32Array;
  /** Lanes to the left (positive) or right of here to the nearest best lane; 0 on a best lane. */
  lanesToBest: Int8Array;
  /** By which of the lane's movements the route goes on, counted from its first; -1 where the lane leads elsewhere. A byte: this is the largest of all tables. */
  onBy: Int8Array;
  /** For each guide row: the number of the category's bit, and `LAST_ROW` on the last link of a route. One byte, for there are millions. */
  driver: Uint8Array;
  /** For each lane: bit set of categories that may come onto it now, and for each link: bit set of those to whom it is closed now. Events write them. */
  permitted: Uint32Array;
  closedTo: Uint32Array;
}

const LAST_ROW = 128;
export const driverOf = (categoryBit: number, isLast: boolean): number => 31 - Math.clz32(categoryBit) + (isLast ? LAST_ROW : 0);

/** The category that drives a guide row: one bit of `category`. */
export const categoryOn = ({ driver }: RouteGuide, row: number): number => 1 << (driver[row]! & (LAST_ROW - 1));

/** Whether a guide row is that of the last link of a route. */
export const isLastRow = ({ driver }: RouteGuide, row: number): boolean => driver[row]! >= LAST_ROW;

/** When departures are called, both ends included, in seconds since midnight of the first day. */
export interface CallSpan { fromS: number; untilS: number }
const ALWAYS: CallSpan = { fromS: -Infinity, untilS: Infinity };

/** `isCalled`: by pair of route and category, 1 where somebody departs on it within the span. */
interface Size { firstRow: Int32Array; lastRow: Int32Array; rowRoute: number[]; rowCategory: number[]; isCalled: number[]; rows: number; entries: number }

/** One guide for each pair of route and category that some departure uses. */
export function measureGuide(twin: ReadingTwin, { fromS, untilS } = ALWAYS): Size {
  const { departures, routes, routeLinks, links, vehicleTypes } = twin;
  const pairs = new Map<number, number>(), starts: number[] = [];
  const size: Size = { firstRow: new Int32Array(departures.count), lastRow: new Int32Array(departures.count), rowRoute: [], rowCategory: [], isCalled: [], rows: 0, entries: 0 };
  for (let departure = 0; departure < departures.count; departure++) {
    const route = departures.route[departure]!, category = vehicleTypes.category[departures.vehicleType[departure]!]!;
    const key = route * 65536 + category;
    let pair = pairs.get(key);
    if (pair === undefined) {
      pair = starts.push(size.rows) - 1;
      pairs.set(key, pair);
      size.isCalled.push(0);
      size.rowRoute.push(route);
      size.rowCategory.push(category);
      size.rows += routes.linkCount[route]!;
      for (let k = 0; k < routes.linkCount[route]!; k++) size.entries += links.laneCount[routeLinks.link[routes.firstLink[route]! + k]!]!;
    }
    size.firstRow[departure] = starts[pair]!;
    size.lastRow[departure] = starts[pair]! + routes.linkCount[route]! - 1;
    if (departures.departS[departure]! >= fromS && departures.departS[departure]! <= untilS) size.isCalled[pair] = 1;
  }
  return size;
}

/**
 * `memory`: where its columns lie, for it is the largest of all tables and is not to be moved afterwards. `called`: the rows of
 * routes on which nobody is called then are there, and say nothing: an hour needs a small part of those of a day.
 */
export function makeRouteGuide(twin: ReadingTwin, { make } = anywhere, called = ALWAYS): RouteGuide {
  const { routes, routeLinks, links } = twin;
  const { firstRow, lastRow, rowRoute, rowCategory, isCalled, rows, entries } = measureGuide(twin, called);
  const guide: RouteGuide = {
    firstRow,
    lastRow,
    rowCount: rows,
    link: make(Int32Array, rows),
    firstEntry: make(Int32Array, rows + 1),
    reachM: make(Float32Array, entries),
    lanesToBest: make(Int8Array, entries),
    onBy: make(Int8Array, entries).fill(-1),
    driver: new Uint8Array(rows),
    permitted: Uint32Array.from(twin.lanes.permitted),
    closedTo: new Uint32Array(twin.links.count),
  };
  let row = 0, entry = 0;
  for (let index = 0; index < rowRoute.length; index++) {
    const route = rowRoute[index]!, count = routes.linkCount[route]!, start = row;
    for (let k = 0; k < count; k++, row++) {
      const link = routeLinks.link[routes.firstLink[route]! + k]!;
      guide.link[row] = link;
      guide.firstEntry[row] = entry;
      guide.driver[row] = driverOf(rowCategory[index]!, k === count - 1);
      entry += links.laneCount[link]!;
    }
    if (isCalled[index] === 1) for (let k = count - 1; k >= 0; k--) guideLink(twin, guide, start + k);
  }
  guide.firstEntry[rows] = entry;
  return guide;
}

/** Fills the lanes of one link from those of the next link on the route. A closed lane leads on for those who are still on it. */
export function guideLink(twin: ReadingTwin, guide: RouteGuide, row: number): void {
  const { links, lanes, movements } = twin, category = categoryOn(guide, row), isLast = isLastRow(guide, row);
  const link = guide.link[row]!, first = guide.firstEntry[row]!, laneCount = links.laneCount[link]!;
  const nextLink = isLast ? -1 : guide.link[row + 1]!;
  const isOpen = (guide.closedTo[link]! & category) === 0, endsHere = isLast || (isOpen && (guide.closedTo[nextLink]! & category) !== 0);
  const inRoundabout = isInRoundabout(twin, link);
  let bestM = FORBIDDEN_M;
  for (let index = 0; index < laneCount; index++) {
    const lane = links.firstLane[link]! + index;
    let reachM = FORBIDDEN_M;
    if ((lanes.permitted[lane]! & category) !== 0) {
      reachM = links.lengthM[link]!;
      guide.onBy[first + index] = -1;
      const until = endsHere ? 0 : lanes.movementCount[lane]!;
      let nextReachM = -1, nextLanesToBest = 0;
      for (let k = 0; k < until; k++) {
        const movement = lanes.firstMovement[lane]! + k, toLane = movements.toLane[movement]!;
        if (lanes.link[toLane] !== nextLink || (movements.permitted[movement]! & category) === 0) continue;
        const entry = guide.firstEntry[row + 1]! + toLane - links.firstLane[nextLink]!;
        const candidateM = guide.reachM[entry]!, away = Math.abs(guide.lanesToBest[entry]!);
        if (candidateM < 0 || candidateM < nextReachM - SAME_REACH_M) continue;
        if (candidateM <= nextReachM + SAME_REACH_M && away >= nextLanesToBest) continue;
        nextReachM = candidateM;
        nextLanesToBest = away;
        guide.onBy[first + index] = k;
      }
      if (nextReachM >= 0) reachM = Math.min(HORIZON_M, reachM + nextReachM);
      if (inRoundabout && nextReachM >= 0 && changesLater(twin, guide, row, movementAt(guide, lanes, first + index, lane))) reachM = Math.min(HORIZON_M, reachM + ROUNDABOUT_BONUS_M);
      // Those who are on a closed street drive out of it as ever; only a closed lane beside an open one is left at once.
      if (isOpen && (guide.permitted[lane]! & category) === 0) reachM = FORBIDDEN_M;
      // A lane that leads on beats one that does not, however short the rest of the route is.
      if (reachM >= 0 && (isLast || nextReachM >= 0)) bestM = Math.max(bestM, reachM);
    }
    guide.reachM[first + index] = reachM;
  }
  markBest(guide, first, laneCount, bestM, isLast);
}

/** Whether a lane that leads on by that movement goes over a link of the roundabout on which there is room to change lane. */
function changesLater(twin: ReadingTwin, guide: RouteGuide, row: number, movement: number): boolean {
  while (movement >= 0) {
    const lane = twin.movements.toLane[movement]!, link = guide.link[++row]!;
    if (!isInRoundabout(twin, link)) return false;
    if (twin.links.lengthM[link]! >= CHANGE_M) return true;
    movement = movementFrom({ roads: { guide }, twin }, lane, row);
  }
  return false;
}

function markBest(guide: RouteGuide, first: number, laneCount: number, bestM: number, isLast: boolean): void {
  for (let index = 0; index < laneCount; index++) {
    let nearest = 0;
    for (let away = 0; away < laneCount; away++) {
      // Right first: lanes of equal use are filled from the right.
      if (index - away >= 0 && isBest(guide, first + index - away, bestM, isLast)) { nearest = -away; break; }
      if (index + away < laneCount && isBest(guide, first + index + away, bestM, isLast)) { nearest = away; break; }
    }
    guide.lanesToBest[first + index] = nearest;
  }
}

const isBest = ({ reachM, onBy }: RouteGuide, entry: number, bestM: number, isLast: boolean): boolean =>
  reachM[entry]! >= 0 && reachM[entry]! >= bestM - SAME_REACH_M && (isLast || onBy[entry]! >= 0);

/** The movement by which a lane goes on along a route, on that row of the guide; -1 where it leads elsewhere. */
export const movementFrom = ({ roads: { guide }, twin: { lanes, links } }: { roads: { guide: RouteGuide }; twin: ReadingTwin }, lane: number, guideRow: number): number =>
  movementAt(guide, lanes, guide.firstEntry[guideRow]! + lane - links.firstLane[lanes.link[lane]!]!, lane);

/** The same where the entry of the lane is known. */
export function movementAt({ onBy }: RouteGuide, { firstMovement }: ReadingTwin['lanes'], entry: number, lane: number): number {
  const by = onBy[entry]!;
  return by < 0 ? -1 : firstMovement[lane]! + by;
}

/** A vehicle has come to a lane: notes the movement by which it goes on, and how far this lane and those beside it lead. */
export function readGuide(roads: { guide: RouteGuide }, twin: ReadingTwin, vehicles: VehicleStates, slot: number, lane: number): void {
  const { guide } = roads, entry = guide.firstEntry[vehicles.guideRow[slot]!]! + lane - twin.links.firstLane[vehicles.link[slot]!]!;
  vehicles.nextMovement[slot] = movementAt(guide, twin.lanes, entry, lane);
  readReach(roads, twin, vehicles, slot, lane);
}

/** Notes how far the lane of a vehicle and those beside it lead, so that no step has to look it up. */
export function readReach({ guide }: { guide: RouteGuide }, { lanes, links }: ReadingTwin, vehicles: VehicleStates, slot: number, lane: number): void {
  const link = vehicles.link[slot]!, index = lane - links.firstLane[link]!, entry = guide.firstEntry[vehicles.guideRow[slot]!]! + index;
  const hasRight = index > 0, hasLeft = index + 1 < links.laneCount[link]!;
  vehicles.hereReachM[slot] = guide.reachM[entry]!;
  vehicles.hereAway[slot] = guide.lanesToBest[entry]!;
  vehicles.rightReachM[slot] = hasRight ? guide.reachM[entry - 1]! : FORBIDDEN_M;
  vehicles.rightAway[slot] = hasRight ? guide.lanesToBest[entry - 1]! : 0;
  vehicles.leftReachM[slot] = hasLeft ? guide.reachM[entry + 1]! : FORBIDDEN_M;
  vehicles.leftAway[slot] = hasLeft ? guide.lanesToBest[entry + 1]! : 0;
  vehicles.rightMovement[slot] = hasRight ? movementAt(guide, lanes, entry - 1, lane - 1) : -1;
  vehicles.leftMovement[slot] = hasLeft ? movementAt(guide, lanes, entry + 1, lane + 1) : -1;
}
