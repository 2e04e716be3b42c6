import { makeTable, pickRows } from '../../engine/foundation/table.ts';
import { departLane, departRule, departureColumns, haltColumns, routeColumns, routeLinkColumns } from '../../engine/twin/demand.ts';
import { tripColumns } from '../../engine/twin/transit.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { linkTimeAtS, type LinkTimes } from '../equilibrium/link-times.ts';

/** A stretch of a departure's route that lies inside without a break. */
interface Stretch { departure: number; firstIndex: number; linkCount: number; startS: number; firstHalt: number; haltCount: number }

/**
 * The same city with only the traffic that drives on the links marked in `inside`, and only for as long as it is there: who comes
 * from elsewhere enters where it comes in, at the time that `times` say, and leaves where it goes out. For questions about one corridor,
 * which then cost a fraction of a run of the city. Streets, signals and everything else stay.
 *
 * Left out: what happens outside. Who comes in does so in time, however late a bus had become, and nobody is held up by a
 * queue that begins beyond; nobody leaves the corridor for another way. In random cities vehicles spend 6 to 14 % less time on the
 * way to its junctions than in the whole city, and more so on the links that lead out of it (tests/verification/cut-traffic.test.ts).
 */
export function cutTraffic(twin: ReadingTwin, inside: Uint8Array, times: LinkTimes, fromS: number, untilS: number): Twin {
  const stretches: Stretch[] = [];
  for (let departure = 0; departure < twin.departures.count; departure++) {
    if (twin.departures.departS[departure]! < untilS) stretches.push(...stretchesOf(twin, departure, inside, times));
  }
  const kept = stretches.filter(({ startS }) => startS >= fromS && startS < untilS).sort((one, other) => one.startS - other.startS || one.departure - other.departure);
  return { ...(twin as Twin), ...withStretches(twin, kept) };
}

function stretchesOf(twin: ReadingTwin, departure: number, inside: Uint8Array, times: LinkTimes): Stretch[] {
  const { departures, routes, routeLinks, halts } = twin, route = departures.route[departure]!, firstLink = routes.firstLink[route]!, linkCount = routes.linkCount[route]!;
  const haltEnd = departures.firstHalt[departure]! + departures.haltCount[departure]!, found: Stretch[] = [];
  let atS = departures.departS[departure]!, halt = departures.firstHalt[departure]!, current: Stretch | undefined;
  for (let index = 0; index < linkCount; index++) {
    const link = routeLinks.link[firstLink + index]!;
    if (inside[link] === 0) current = undefined;
    else if (current === undefined) found.push(current = { departure, firstIndex: index, linkCount: 0, startS: atS, firstHalt: halt, haltCount: 0 });
    if (current) current.linkCount++;
    const cameS = atS, tookS = linkTimeAtS(times, link, cameS);
    atS = cameS + tookS;
    for (; halt < haltEnd && halts.routeIndex[halt]! <= index; halt++) {
      // Half of the link's time may lie behind the halt: measured times hold the dwell of those that were measured already, a timetable holds both.
      atS = Math.max(atS, halts.untilS[halt]!);
      if (current) current.haltCount++;
    }
    if (index + 1 < linkCount) atS += turnS(twin, link, routeLinks.link[firstLink + index + 1]!);
  }
  return found;
}

/** How long the way through a junction takes where nobody is in it. */
function turnS({ links, lanes, movements }: ReadingTwin, link: number, next: number): number {
  for (let lane = links.firstLane[link]!; lane < links.firstLane[link]! + links.laneCount[link]!; lane++) {
    for (let movement = lanes.firstMovement[lane]!; movement < lanes.firstMovement[lane]! + lanes.movementCount[lane]!; movement++) {
      if (lanes.link[movements.toLane[movement]!] === next) return movements.lengthM[movement]! / Math.max(1, movements.speedLimitMps[movement]!);
    }
  }
  return 0;
}

function withStretches(twin: ReadingTwin, stretches: readonly Stretch[]): Pick<Twin, 'departures' | 'routes' | 'routeLinks' | 'halts' | 'trips'> {
  const { departures: before, routes: oldRoutes, routeLinks: oldLinks } = twin;
  const departures = pickRows(departureColumns, before, stretches.map(({ departure }) => departure));
  const halts = pickRows(haltColumns, twin.halts, stretches.flatMap(({ firstHalt, haltCount }) => Array.from({ length: haltCount }, (_, at) => firstHalt + at)));
  const trips = pickRows(tripColumns, twin.trips, Array.from({ length: twin.trips.count }, (_, trip) => trip));
  trips.departure.fill(-1);
  const known = new Map<string, number>(), ways: number[][] = [];
  let halt = 0;
  stretches.forEach(({ departure, firstIndex, linkCount, startS, haltCount }, row) => {
    const route = before.route[departure]!, first = oldRoutes.firstLink[route]! + firstIndex, way = Array.from({ length: linkCount }, (_, at) => oldLinks.link[first + at]!), key = way.join(' ');
    const same = known.get(key) ?? ways.push(way) - 1;
    known.set(key, same);
    departures.route[row] = same;
    departures.departS[row] = startS;
    departures.after[row] = -1;
    departures.firstHalt[row] = halt;
    departures.haltCount[row] = haltCount;
    for (let at = 0; at < haltCount; at++, halt++) halts.routeIndex[halt]! -= firstIndex;
    if (firstIndex > 0) {
      departures.departLane[row] = departLane.best;
      departures.departPositionM[row] = departRule.base;
      departures.departSpeedMps[row] = departRule.max;
    }
    if (firstIndex + linkCount < oldRoutes.linkCount[route]!) departures.arrivalPositionM[row] = -1;
    const trip = before.trip[departure]!;
    if (trip >= 0 && trips.departure[trip] === -1) trips.departure[trip] = row;
  });
  const routes = makeTable(routeColumns, ways.length), routeLinks = makeTable(routeLinkColumns, ways.reduce((sum, { length }) => sum + length, 0));
  let next = 0;
  ways.forEach((way, route) => {
    routes.firstLink[route] = next;
    routes.linkCount[route] = way.length;
    routeLinks.link.set(way, next);
    next += way.length;
  });
  return { departures, routes, routeLinks, halts, trips };
}
