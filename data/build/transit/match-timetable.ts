import { tableFrom, type RowValues } from '../../../engine/foundation/table.ts';
import { makePathFinder, type PathFinder } from '../../../engine/paths/path-finder.ts';
import { departLane, departRule, departureColumns, haltColumns } from '../../../engine/twin/demand.ts';
import { category } from '../../../engine/twin/streets.ts';
import { transitMode } from '../../../engine/twin/transit.ts';
import type { Twin } from '../../../engine/twin/twin.ts';
import { addDepartures } from '../demand/add-departures.ts';
import { addRoutes } from '../demand/add-routes.ts';
import { laneFinder } from '../nearest-lane.ts';
import { addBareLineStops } from './line-stops.ts';

/** How far a stop may lie from its street, and how long a bus stands there at least. */
const STOP_WITHIN_M = 40;
const DWELL_S = 15;
/** A way more than this many times the crow's flight (and 300 m) is not the line's way: the map lacks a street. */
const DETOUR_LIMIT = 4;
const DETOUR_ALLOWANCE_M = 300;

export interface MatchedTimetable { tripsMatched: number; tripsUnmatched: number; stopsUnmatched: number }

/** A way through the streets that calls at given stops: its links and, for each stop, which of them it stands on. */
interface Course { route: number; linkOfCall: number[] }

/**
 * Puts an imported timetable on the streets: each stop on the nearest lane that its vehicles may use (on the right-hand
 * side of the street where there is one), each trip on the quickest way from stop to stop. Trips with a stop off the
 * map, or without a sensible way, stay in the timetable and are not simulated.
 */
export function matchTimetable(twin: Twin, vehicleTypeOfMode: (mode: number) => number): MatchedTimetable {
  placeStops(twin);
  const finders = new Map<number, PathFinder>();
  const finderOf = (mode: number): PathFinder => {
    const bit = mode === transitMode.tram ? category.tram : category.bus;
    if (!finders.has(bit)) finders.set(bit, makePathFinder(twin, bit, driveTimesS(twin)));
    return finders.get(bit)!;
  };
  const courses = new Map<string, Course | undefined>();
  const departures: RowValues<typeof departureColumns>[] = [];
  const halts: RowValues<typeof haltColumns>[] = [];
  const { trips, lines, calls, stops } = twin;
  const lastOfBlock = new Map<number, number>();
  const order = Array.from({ length: trips.count }, (_, row) => row).sort((a, b) => calls.departS[trips.firstCall[a]!]! - calls.departS[trips.firstCall[b]!]! || a - b);

  for (const trip of order) {
    const first = trips.firstCall[trip]!, callCount = trips.callCount[trip]!;
    const mode = lines.mode[trips.line[trip]!]!;
    const stopsOfTrip = Array.from({ length: callCount }, (_, call) => calls.stop[first + call]!);
    const key = `${mode}:${stopsOfTrip.join(',')}`;
    if (!courses.has(key)) courses.set(key, layCourse(twin, finderOf(mode), stopsOfTrip));
    const course = courses.get(key);
    if (!course) continue;
    const block = trips.block[trip]!;
    departures.push({
      name: `${lines.name[trips.line[trip]!]} ${trip}`, vehicleType: vehicleTypeOfMode(mode), route: course.route,
      departS: calls.departS[first]! - DWELL_S, departLane: departLane.best, departPositionM: departRule.base, departSpeedMps: 0, arrivalPositionM: -1,
      firstHalt: halts.length, haltCount: callCount, trip, after: lastOfBlock.get(block) ?? -1,
    });
    lastOfBlock.set(block, departures.length - 1);
    stopsOfTrip.forEach((stop, call) => {
      const untilS = call === callCount - 1 ? -1 : calls.departS[first + call]!;
      halts.push({ stop, lane: stops.lane[stop]!, positionM: stops.positionM[stop]!, dwellS: DWELL_S, untilS, routeIndex: course.linkOfCall[call]! });
    });
  }
  addDepartures(twin, tableFrom(departureColumns, departures), tableFrom(haltColumns, halts));
  addBareLineStops(twin);
  let stopsUnmatched = 0;
  for (let stop = 0; stop < stops.count; stop++) if (stops.lane[stop]! < 0) stopsUnmatched++;
  return { tripsMatched: departures.length, tripsUnmatched: trips.count - departures.length, stopsUnmatched };
}

function driveTimesS({ links }: Twin): Float64Array {
  return Float64Array.from({ length: links.count }, (_, link) => links.lengthM[link]! / links.speedLimitMps[link]!);
}

function placeStops(twin: Twin): void {
  const { stops, trips, calls, lines, lanes } = twin;
  const tramStops = new Set<number>();
  for (let trip = 0; trip < trips.count; trip++) {
    if (lines.mode[trips.line[trip]!] !== transitMode.tram) continue;
    for (let call = trips.firstCall[trip]!; call < trips.firstCall[trip]! + trips.callCount[trip]!; call++) tramStops.add(calls.stop[call]!);
  }
  const carries = (bit: number) => laneFinder(twin, (lane) => (lanes.permitted[lane]! & bit) !== 0);
  const nearestBusLane = carries(category.bus), nearestTramLane = carries(category.tram);
  for (let stop = 0; stop < stops.count; stop++) {
    const xM = stops.xM[stop]!, yM = stops.yM[stop]!;
    const place = tramStops.has(stop) ? nearestTramLane(xM, yM, STOP_WITHIN_M) : (nearestBusLane(xM, yM, STOP_WITHIN_M, true) ?? nearestBusLane(xM, yM, STOP_WITHIN_M));
    stops.lane[stop] = place?.lane ?? -1;
    // The front bumper halts where the whole vehicle is on the lane and short of the stop line.
    stops.positionM[stop] = place ? Math.min(Math.max(place.positionM, Math.min(14, lanes.lengthM[place.lane]! / 2)), Math.max(1, lanes.lengthM[place.lane]! - 2)) : 0;
  }
}

function layCourse(twin: Twin, finder: PathFinder, stopsOfTrip: readonly number[]): Course | undefined {
  const { stops, lanes, links } = twin;
  if (stopsOfTrip.some((stop) => stops.lane[stop]! < 0)) return undefined;
  const linkOf = (stop: number) => lanes.link[stops.lane[stop]!]!;
  const course = [linkOf(stopsOfTrip[0]!)];
  const linkOfCall = [0];
  for (let call = 1; call < stopsOfTrip.length; call++) {
    const from = stopsOfTrip[call - 1]!, to = stopsOfTrip[call]!;
    const onward = linkOf(from) === linkOf(to) && stops.positionM[to]! > stops.positionM[from]!;
    if (!onward) {
      if (linkOf(from) === linkOf(to)) return undefined;
      finder.search(linkOf(from), linkOf(to));
      const way = finder.pathTo(linkOf(to));
      if (way.length === 0 || isDetour(way)) return undefined;
      course.push(...way.slice(1));
    }
    linkOfCall.push(course.length - 1);

    function isDetour(way: readonly number[]): boolean {
      const lengthM = way.slice(1).reduce((sum, link) => sum + links.lengthM[link]!, 0);
      const east = stops.xM[to]! - stops.xM[from]!, north = stops.yM[to]! - stops.yM[from]!;
      return lengthM > DETOUR_ALLOWANCE_M + DETOUR_LIMIT * Math.sqrt(east * east + north * north);
    }
  }
  return { route: addRoutes(twin, course, [course.length]), linkOfCall };
}
