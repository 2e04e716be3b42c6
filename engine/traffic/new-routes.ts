import { anywhere, type NumberColumn } from '../foundation/table.ts';
import type { CityState } from '../state/city-state.ts';
import type { GuidanceState } from '../state/guidance-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { driverOf, guideLink, readGuide, type RouteGuide } from './route-guide.ts';
import type { Traffic } from './traffic.ts';

/**
 * Gives a departure another way. `links[0]` is the link on which its vehicle is, or is leaving while inside a junction (then
 * `links[1]` is the one that it comes onto); before it has departed, the link by which it enters. Between steps only: the
 * columns of the guide may be replaced by longer ones.
 */
export function takeNewRoute(traffic: Traffic, state: CityState, departure: number, links: readonly number[]): void {
  const { guide, laneCount } = traffic.roads, { vehicles, guidance } = state, slot = state.departures.slot[departure]!;
  const lastBefore = guide.link[guide.lastRow[departure]!]!, lastNow = links[links.length - 1]!;
  const category = traffic.twin.vehicleTypes.category[traffic.twin.departures.vehicleType[departure]!]!;
  const route = noteRoute(guidance!, links, category);
  guidance!.routeOf[departure] = route;
  guide.firstRow[departure] = addRows(traffic.twin, guide, guidance!, route);
  guide.lastRow[departure] = guide.firstRow[departure]! + links.length - 1;
  if (slot < 0) return;
  vehicles.guideRow[slot] = guide.firstRow[departure]!;
  vehicles.guideEndRow[slot] = guide.lastRow[departure]!;
  vehicles.jamBeyondM[slot] = -1;
  // Whoever has to end elsewhere drives to the end of that street.
  if (lastNow !== lastBefore) vehicles.arrivalPositionM[slot] = Infinity;
  const place = vehicles.place[slot]!;
  if (place >= laneCount) return;
  const chosen = vehicles.nextMovement[slot]!;
  readGuide(traffic.roads, traffic.twin, vehicles, slot, place);
  // Others count on the way through the junction that it has chosen: if that leads on, it stays.
  const { lanes, movements } = traffic.twin;
  if (chosen >= 0 && lanes.link[movements.toLane[chosen]!] === links[1]) vehicles.nextMovement[slot] = chosen;
}

/** The guide of a run that is taken up again: with the routes made before it was put aside. */
export function restoreNewRoutes({ twin, roads: { guide } }: Traffic, { guidance }: CityState): void {
  if (guidance === undefined) return;
  const firstRowOf = new Int32Array(guidance.routeCount);
  for (let route = 0; route < guidance.routeCount; route++) firstRowOf[route] = addRows(twin, guide, guidance, route);
  for (let departure = 0; departure < guidance.routeOf.length; departure++) {
    const route = guidance.routeOf[departure]!;
    if (route < 0) continue;
    guide.firstRow[departure] = firstRowOf[route]!;
    guide.lastRow[departure] = firstRowOf[route]! + guidance.routeLinkCount[route]! - 1;
  }
}

function noteRoute(guidance: GuidanceState, links: readonly number[], category: number): number {
  const route = guidance.routeCount++;
  if (route === guidance.routeFirstLink.length) {
    guidance.routeFirstLink = twiceAsLong(guidance.routeFirstLink);
    guidance.routeLinkCount = twiceAsLong(guidance.routeLinkCount);
    guidance.routeCategory = twiceAsLong(guidance.routeCategory);
  }
  while (guidance.routeLinkTotal + links.length > guidance.routeLinks.length) guidance.routeLinks = twiceAsLong(guidance.routeLinks);
  guidance.routeFirstLink[route] = guidance.routeLinkTotal;
  guidance.routeLinkCount[route] = links.length;
  guidance.routeCategory[route] = category;
  guidance.routeLinks.set(links, guidance.routeLinkTotal);
  guidance.routeLinkTotal += links.length;
  return route;
}

const twiceAsLong = <C extends NumberColumn>(column: C): C => anywhere.lengthen(column, Math.max(64, column.length * 2));

/** Appends the rows of one route to the guide; returns the first. */
function addRows(twin: ReadingTwin, guide: RouteGuide, guidance: GuidanceState, route: number): number {
  const { links } = twin, first = guide.rowCount, count = guidance.routeLinkCount[route]!;
  let entry = guide.firstEntry[first]!;
  while (first + count > guide.link.length) {
    guide.link = twiceAsLong(guide.link);
    guide.driver = twiceAsLong(guide.driver);
  }
  while (first + count + 1 > guide.firstEntry.length) guide.firstEntry = twiceAsLong(guide.firstEntry);
  for (let index = 0; index < count; index++) {
    const link = guidance.routeLinks[guidance.routeFirstLink[route]! + index]!;
    guide.link[first + index] = link;
    guide.firstEntry[first + index] = entry;
    guide.driver[first + index] = driverOf(guidance.routeCategory[route]!, index === count - 1);
    entry += links.laneCount[link]!;
  }
  guide.firstEntry[first + count] = entry;
  guide.rowCount = first + count;
  while (entry > guide.reachM.length) {
    guide.reachM = twiceAsLong(guide.reachM);
    guide.lanesToBest = twiceAsLong(guide.lanesToBest);
    guide.onBy = twiceAsLong(guide.onBy);
  }
  guide.onBy.fill(-1, guide.firstEntry[first]!, entry);
  for (let row = first + count - 1; row >= first; row--) guideLink(twin, guide, row);
  return first;
}
