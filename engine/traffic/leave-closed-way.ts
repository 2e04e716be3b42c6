import { addRow } from '../results/growing-table.ts';
import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import { isSkipped, nextServed, SKIPPED } from '../state/guidance-state.ts';
import { isBefore } from './blockages.ts';
import { brakeGapM } from './car-following.ts';
import { takeNewRoute } from './new-routes.ts';
import { categoryOn } from './route-guide.ts';
import type { Traffic } from './traffic.ts';
import { finderFor, wayAround } from './way-around.ts';

/** This near the end of its lane a driver no longer counts on changing lane. */
const NEAR_END_M = 100;
/** A line leaves its way at most so many links before a closure, or comes back so many after it, both together. */
const MOST_LINKS_LEFT_OUT = 6;

/** Whether someone has halts to come: buses, trams, all that serve a line. */
export function hasHaltsToCome({ twin: { departures } }: Traffic, { departures: { slot }, vehicles }: CityState, departure: number): boolean {
  return slot[departure]! < 0 ? departures.haltCount[departure]! > 0 : vehicles.nextHalt[slot[departure]!]! >= 0;
}

/** The guide row from which the way may change: the link it is on; inside a junction the one it comes onto. */
export function firstFreeRow({ roads: { guide, laneCount } }: Traffic, { departures, vehicles }: CityState, departure: number): number {
  const slot = departures.slot[departure]!;
  if (slot < 0) return guide.firstRow[departure]!;
  const row = vehicles.guideRow[slot]!, isInside = vehicles.place[slot]! >= laneCount;
  return isInside && row < vehicles.guideEndRow[slot]! ? row + 1 : row;
}

/** Whether its way is closed: then it takes another, if there is one; who is shut in keeps its way and waits. Each is written down. */
export function leaveClosedWay(traffic: Traffic, state: CityState, log: ResultLog, departure: number): boolean {
  const { guide } = traffic.roads, from = firstFreeRow(traffic, state, departure), category = categoryOn(guide, from), last = guide.lastRow[departure]!;
  const isLine = hasHaltsToCome(traffic, state, departure);
  // Who is on a closed street drives out of it; a line that would begin there begins after it.
  let free = from;
  while (free <= last && !isOpen(traffic, free, category)) free++;
  if (free > last) return false;
  if (free > from && isLine && state.departures.slot[departure]! < 0) {
    note(state, log, departure, guide.link[from]!, follow(traffic, state, departure, from - 1, free, [guide.link[free]!]));
    leaveClosedWay(traffic, state, log, departure);
    return true;
  }
  let met = free + 1;
  while (met <= last && leadsOn(traffic, state, guide.link[met - 1]!, guide.link[met]!, category)) met++;
  if (met > last) return false;
  if (met === from + 1 && isTooLate(traffic, state, departure, met)) return true;
  const metLink = guide.link[met]!;
  note(state, log, departure, metLink, isLine ? divertLine(traffic, state, departure, free, met) : goAround(traffic, state, departure, free, met) ? 0 : -1);
  return true;
}

/** Whether a lane that is open leads from one link onto an open one of the other. */
function leadsOn(traffic: Traffic, state: CityState, link: number, nextLink: number, category: number): boolean {
  const { firstNext, next } = finderFor(traffic, state, category).graph;
  for (let row = firstNext[link]!; row < firstNext[link + 1]!; row++) if (next[row] === nextLink) return true;
  return false;
}

/** `skippedHalts`: halts that are left out; -1 where there is no way. */
function note({ timeS }: CityState, log: ResultLog, departure: number, link: number, skippedHalts: number): void {
  const row = addRow(log.diversions), { rows } = log.diversions;
  rows.departure[row] = departure;
  rows.timeS[row] = timeS;
  rows.link[row] = link;
  rows.isAround[row] = skippedHalts < 0 ? 0 : 1;
  rows.skippedHaltCount[row] = Math.max(0, skippedHalts);
}

const isOpen = ({ roads: { guide } }: Traffic, row: number, category: number): boolean => (guide.closedTo[guide.link[row]!]! & category) === 0;

/** Who can no longer stop before the closed link drives through it. */
function isTooLate({ roads: { guide, laneCount, placeLengthM, placeLink }, twin: { movements, vehicleTypes }, stepS }: Traffic, { departures, vehicles }: CityState, departure: number, met: number): boolean {
  const slot = departures.slot[departure]!, lane = slot < 0 ? laneCount : vehicles.place[slot]!, movement = slot < 0 ? -1 : vehicles.nextMovement[slot]!;
  if (lane >= laneCount || movement < 0 || placeLink[movements.toLane[movement]!] !== guide.link[met]) return false;
  return brakeGapM(vehicles.speedMps[slot]!, vehicleTypes.decelerationMps2[vehicles.vehicleType[slot]!]!, 0, stepS) > placeLengthM[lane]! - vehicles.positionM[slot]!;
}

/** The quickest way from where it is; who wants to go to a closed street stops before it. False where there is none. */
function goAround(traffic: Traffic, state: CityState, departure: number, from: number, met: number): boolean {
  const { guide } = traffic.roads, category = categoryOn(guide, from);
  let end = guide.lastRow[departure]!;
  while (end > from && !isOpen(traffic, end, category)) end--;
  // The next link stays if it is open: nobody is caught in the wrong lane at a stop line.
  const start = state.departures.slot[departure]! < 0 || met === from + 1 ? from : from + 1;
  if (end <= start) { driveOn(traffic, state, departure, end, [guide.link[end]!]); return true; }
  const way = wayFromLane(traffic, state, departure, start, guide.link[end]!, category);
  if (way.length === 0) way.push(...wayAround(traffic, state, guide.link[start]!, guide.link[end]!, category, guide.link[met]!));
  // To where no way leads nobody goes: the drive ends before the closure, on the last street that one can leave again. Who is shut in waits.
  if (way.length === 0) {
    let stop = met - 1;
    while (stop > start && !canTurnOff(traffic, state, guide.link[stop]!, category)) stop--;
    if (canTurnOff(traffic, state, guide.link[stop]!, category)) for (let row = start; row <= stop; row++) way.push(guide.link[row]!);
  }
  if (way.length > 0) driveOn(traffic, state, departure, start, way);
  return way.length > 0;
}

function canTurnOff(traffic: Traffic, state: CityState, link: number, category: number): boolean {
  const { firstNext } = finderFor(traffic, state, category).graph;
  return firstNext[link + 1]! > firstNext[link]!;
}

/** Near the end of its lane a driver goes where the lane leads: the quickest way from there, empty where it leads nowhere or the driver can still choose. */
function wayFromLane(traffic: Traffic, state: CityState, departure: number, start: number, toLink: number, category: number): number[] {
  const { twin: { lanes, movements }, roads: { guide, laneCount, placeLengthM } } = traffic, { vehicles } = state, slot = state.departures.slot[departure]!;
  const lane = slot < 0 ? laneCount : vehicles.place[slot]!;
  if (lane >= laneCount || vehicles.guideRow[slot] !== start || placeLengthM[lane]! - vehicles.positionM[slot]! > NEAR_END_M) return [];
  const finder = finderFor(traffic, state, category);
  let quickestS = Infinity, way: number[] = [];
  for (let movement = lanes.firstMovement[lane]!; movement < lanes.firstMovement[lane]! + lanes.movementCount[lane]!; movement++) {
    const next = lanes.link[movements.toLane[movement]!]!;
    if ((movements.permitted[movement]! & category) === 0 || (guide.closedTo[next]! & category) !== 0) continue;
    finder.search(next, toLink);
    if (finder.costTo(toLink) >= quickestS) continue;
    quickestS = finder.costTo(toLink);
    way = [vehicles.link[slot]!, ...finder.pathTo(toLink)];
  }
  return way;
}

/** Puts what is kept of the old way before the new one: links from where the vehicle is to the row before `start`. */
export function driveOn(traffic: Traffic, state: CityState, departure: number, start: number, way: readonly number[]): void {
  const { guide } = traffic.roads, slot = state.departures.slot[departure]!, kept: number[] = [];
  for (let row = slot < 0 ? guide.firstRow[departure]! : state.vehicles.guideRow[slot]!; row < start; row++) kept.push(guide.link[row]!);
  takeNewRoute(traffic, state, departure, [...kept, ...way]);
}

/**
 * A line leaves its way as late and comes back to it as early as it can: as few halts as possible are left out. Returns how
 * many; -1 where no way leads around.
 */
function divertLine(traffic: Traffic, state: CityState, departure: number, from: number, met: number): number {
  const { guide } = traffic.roads, category = categoryOn(guide, from), last = guide.lastRow[departure]!;
  let open = met;
  while (open <= last && !isOpen(traffic, open, category)) open++;
  // The end is closed: the line ends before it.
  if (open > last) return follow(traffic, state, departure, met - 1, last + 1, [guide.link[met - 1]!]);
  for (let leftOut = 0; leftOut <= MOST_LINKS_LEFT_OUT; leftOut++) {
    for (let later = 0; later <= leftOut; later++) {
      const leave = met - 1 - (leftOut - later), rejoin = open + later;
      if (leave < from || rejoin > last || !isOpen(traffic, rejoin, category)) continue;
      const way = wayAround(traffic, state, guide.link[leave]!, guide.link[rejoin]!, category, guide.link[met]!);
      if (way.length > 0) return follow(traffic, state, departure, leave, rejoin, way);
    }
  }
  return -1;
}

/** The old way to row `leave`, `way` from its link to that of row `rejoin`, and the old way from there. Halts between are left out. */
export function follow(traffic: Traffic, state: CityState, departure: number, leave: number, rejoin: number, way: readonly number[]): number {
  const { guide } = traffic.roads, { guidance, vehicles } = state, slot = state.departures.slot[departure]!;
  const { firstHalt, haltCount } = traffic.twin.departures, endHalt = firstHalt[departure]! + haltCount[departure]!;
  const firstRow = guide.firstRow[departure]!, first = slot < 0 ? firstRow : vehicles.guideRow[slot]!, haltRow = guidance!.haltRouteIndex;
  const onward = [...way];
  for (let row = rejoin + 1; row <= guide.lastRow[departure]!; row++) onward.push(guide.link[row]!);
  let skipped = 0;
  for (let halt = slot < 0 ? firstHalt[departure]! : vehicles.nextHalt[slot]!; halt < endHalt; halt++) {
    if (isSkipped(guidance!, halt)) continue;
    const row = firstRow + haltRow[halt]!;
    if (row > leave && row < rejoin) skipped++;
    haltRow[halt] = row <= leave ? row - first : row < rejoin ? SKIPPED : Math.max(0, leave - first) + way.length - 1 + row - rejoin;
  }
  driveOn(traffic, state, departure, Math.max(first, leave), onward);
  if (slot >= 0) vehicles.nextHalt[slot] = nextServed(guidance, vehicles.nextHalt[slot]!, endHalt);
  return skipped;
}

/** Whether someone stands because a closure or a blockage is ahead: such a vehicle waits until that is over. */
export function waitsForEvent({ roads: { guide, laneCount, blockages } }: Traffic, { vehicles }: CityState, slot: number): boolean {
  const lane = vehicles.place[slot]!, row = vehicles.guideRow[slot]!;
  if (lane >= laneCount) return false;
  if (blockages !== undefined && isBefore(blockages, lane, vehicles.positionM[slot]!)) return true;
  return row < vehicles.guideEndRow[slot]! && vehicles.nextMovement[slot]! < 0 && (guide.closedTo[guide.link[row + 1]!]! & categoryOn(guide, row)) !== 0;
}
