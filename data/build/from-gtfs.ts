import { summerTimeMin } from '../../engine/foundation/calendar.ts';
import { eastM, flatMapAt, northM, type FlatMap } from '../../engine/foundation/flat-map.ts';
import { hasErrors, type Checked, type Problem } from '../../engine/foundation/problem.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { blockColumns, callColumns, fleetColumns, lineClass, lineColumns, stopColumns, transitMode, tripColumns } from '../../engine/twin/transit.ts';
import { emptyTwin, type Source, type Twin } from '../../engine/twin/twin.ts';
import type { GtfsDay } from '../formats/gtfs/gtfs-day.ts';
import { readGtfs, type GtfsOptions } from '../formats/gtfs/read-gtfs.ts';
import { makeVehicleTypes } from './demand/vehicle-types.ts';
import { frenchFleet } from './french-fleet.ts';
import { checkTwin } from './check-twin.ts';
import { setClockByLongitude, setClockOfZone } from './city-clock.ts';
import { importedFacts } from './imported-facts.ts';
import { assignBlocks } from './transit/feed-blocks.ts';
import { matchTimetable } from './transit/match-timetable.ts';

export interface GtfsImport extends GtfsOptions {
  /** A twin with streets that the timetable belongs to; without it the twin holds the timetable alone. */
  into?: Twin | undefined;
}

/** Reads one service day of a GTFS feed into a twin's stops, lines, trips, calls, blocks and fleet. */
export async function importGtfs(path: string, { into, ...options }: GtfsImport = {}): Promise<Checked<Twin>> {
  const { value: day, problems } = await readGtfs(path, options);
  if (!day) return { problems };
  const twin = into ?? emptyTwin(factsOf(day, path));
  const served = servedStops(day);
  fillTransit(twin, day, served);
  const onClock = setClock(twin, day, path, into === undefined);
  moveToDate(twin, day.date);
  const onStreets = into ? layOnStreets(twin, day, path) : [];
  const all = [...problems, ...onClock, ...onStreets, ...crossCheck(twin, path), ...checkTwin(twin)];
  return hasErrors(all) ? { problems: all } : { value: twin, problems: all };
}

/** The time zone that the feed names; else a city that has a clock keeps it. */
function setClock({ facts }: Twin, { timezone, date }: GtfsDay, path: string, isNew: boolean): Problem[] {
  if (timezone !== '' && setClockOfZone(facts, timezone, date.slice(0, 4), path.split('/').at(-1)!)) return [];
  if (isNew) setClockByLongitude(facts);
  if (timezone === '') return [];
  return [{ severity: 'warning', code: 'gtfs-unknown-timezone', where: `${path}: agency.txt`, parameters: { timezone: timezone.slice(0, 80) } }];
}

/** The day of the feed, with its summer or winter time: the sun and the lamps go by it. */
function moveToDate({ facts }: Twin, date: string): void {
  facts.utcOffsetMin += summerTimeMin(date) - summerTimeMin(facts.date);
  facts.date = date;
}

function layOnStreets(twin: Twin, day: GtfsDay, path: string): Problem[] {
  twin.facts.sources.push(sourceOf(day, path));
  if (twin.vehicleTypes.count === 0) {
    twin.vehicleTypes = makeVehicleTypes();
    twin.propulsions = frenchFleet(twin.vehicleTypes);
  }
  const rowNamed = (name: string) => Math.max(0, twin.vehicleTypes.name.indexOf(name));
  const { tripsMatched, tripsUnmatched, stopsUnmatched } = matchTimetable(twin, (mode) => rowNamed(mode === transitMode.tram ? 'tram' : 'bus'));
  if (tripsUnmatched === 0) return [];
  return [{ severity: 'warning', code: 'gtfs-trips-off-streets', where: path, parameters: { matched: tripsMatched, unmatched: tripsUnmatched, stops: stopsUnmatched } }];
}

const sourceOf = ({ date, agency }: GtfsDay, path: string): Source => {
  const file = path.split('/').at(-1)!;
  return {
    what: { fr: `horaires du ${date}`, en: `timetable of ${date}` },
    from: agency ? `${agency}, ${file}` : { fr: `horaires GTFS, ${file}`, en: `GTFS timetable, ${file}` },
    licence: { fr: 'celle qu’indique son éditeur', en: 'as its publisher states' },
    synthetic: false,
  };
};

function factsOf(day: GtfsDay, path: string) {
  const middle = (values: number[]) => Math.round(((Math.min(...values) + Math.max(...values)) / 2) * 1e4) / 1e4;
  const map = flatMapAt(middle(day.stops.map((stop) => stop.latitudeDeg)), middle(day.stops.map((stop) => stop.longitudeDeg)));
  return { ...importedFacts(day.agency || path.split('/').at(-1)!, map), sources: [sourceOf(day, path)] };
}

/** Rows of `day.stops` that a trip of the day calls at, and the row each has in the twin. */
function servedStops(day: GtfsDay): Map<number, number> {
  const rows = new Set(day.trips.flatMap(({ calls }) => calls.map(({ stop }) => stop)));
  return new Map([...rows].sort((a, b) => a - b).map((stop, row) => [stop, row]));
}

// GTFS route types, extended types included: 0 and 900s tram, 1, 2, 100s and 400s rail, 3, 200s and 700s bus.
function modeOf(type: number): number {
  if (type === 0 || (type >= 900 && type < 1000)) return transitMode.tram;
  if (type === 1 || type === 2 || (type >= 100 && type < 200) || (type >= 400 && type < 500)) return transitMode.rail;
  if (type === 3 || type === 11 || (type >= 200 && type < 300) || (type >= 700 && type < 900)) return transitMode.bus;
  return transitMode.other;
}

function fillTransit(twin: Twin, day: GtfsDay, served: ReadonlyMap<number, number>): void {
  const map: FlatMap = twin.facts;
  twin.stops = tableFrom(stopColumns, [...served.keys()].map((row) => {
    const { id, code, name, latitudeDeg, longitudeDeg } = day.stops[row]!;
    return { name, code: code || id, xM: eastM(map, longitudeDeg), yM: northM(map, latitudeDeg), lane: -1, positionM: 0, lengthM: 12 };
  }));
  const lineRows = new Map([...new Set(day.trips.map(({ route }) => route))].sort((a, b) => a - b).map((route, row) => [route, row]));
  twin.lines = tableFrom(lineColumns, [...lineRows.keys()].map((route) => {
    const { shortName, longName, type, colour, id } = day.routes[route]!;
    const trips = day.trips.filter((trip) => trip.route === route);
    return { name: shortName || longName || id, title: longName, mode: modeOf(type), colour, lengthM: typicalLengthM(twin, trips, served), headwayS: daytimeHeadwayS(trips), lineClass: lineClass.ordinary, assumed: 0 };
  }));

  let firstCall = 0;
  const lineOf = day.trips.map(({ route }) => lineRows.get(route)!);
  const blocks = assignBlocks(day.trips.map((trip, row) => ({
    blockId: trip.blockId, mode: twin.lines.mode[lineOf[row]!]!, line: lineOf[row]!,
    startS: trip.calls[0]!.departS, endS: trip.calls.at(-1)!.arriveS, fromStop: trip.calls[0]!.stop, toStop: trip.calls.at(-1)!.stop,
  })));
  twin.trips = tableFrom(tripColumns, day.trips.map((trip, row) => {
    const first = firstCall;
    firstCall += trip.calls.length;
    return { line: lineOf[row]!, direction: trip.direction, block: blocks.blockOfTrip[row]!, departure: -1, firstCall: first, callCount: trip.calls.length };
  }));
  twin.calls = tableFrom(callColumns, day.trips.flatMap(({ calls }) => calls.map(({ stop, arriveS, departS }) => ({ stop: served.get(stop)!, arriveS, departS, lineStop: -1 }))));
  twin.blocks = tableFrom(blockColumns, blocks.blocks.map((block, row) => ({ ...block, vehicle: row, leastTurnS: 0 })));
  // A feed knows no vehicles: as many are needed as there are blocks.
  twin.fleet = tableFrom(fleetColumns, blocks.blocks.map(({ mode }, row) => ({ name: `${row + 1}`, mode, vehicleType: -1, priorityEquipped: 0, depotXM: 0, depotYM: 0 })));
}

/** Median over the trips: by shape where there is one, else from stop to stop. */
function typicalLengthM(twin: Twin, trips: GtfsDay['trips'], served: ReadonlyMap<number, number>): number {
  const { xM, yM } = twin.stops;
  const lengths = trips.map(({ shapeLengthM, calls }) => {
    if (shapeLengthM > 0) return shapeLengthM;
    let lengthM = 0;
    for (let call = 1; call < calls.length; call++) {
      const here = served.get(calls[call]!.stop)!, before = served.get(calls[call - 1]!.stop)!;
      const east = xM[here]! - xM[before]!, north = yM[here]! - yM[before]!;
      lengthM += Math.sqrt(east * east + north * north);
    }
    return lengthM;
  }).sort((a, b) => a - b);
  return Math.round(lengths[Math.floor(lengths.length / 2)]!);
}

/** Mean time between departures of one direction from 09:00 to 16:00; 0 with fewer than three. */
function daytimeHeadwayS(trips: GtfsDay['trips']): number {
  const starts = trips.filter(({ direction }) => direction === trips[0]!.direction).map(({ calls }) => calls[0]!.departS).filter((timeS) => timeS >= 9 * 3600 && timeS <= 16 * 3600).sort((a, b) => a - b);
  return starts.length < 3 ? 0 : Math.round((starts.at(-1)! - starts[0]!) / (starts.length - 1));
}

/** Stops far outside the city are named: a swapped latitude and longitude is the usual cause. */
function crossCheck({ stops }: Twin, path: string): Problem[] {
  const far: Problem[] = [];
  const MAX_M = 300_000;
  for (let row = 0; row < stops.count; row++) {
    if (Math.abs(stops.xM[row]!) > MAX_M || Math.abs(stops.yM[row]!) > MAX_M) {
      far.push({ severity: 'warning', code: 'gtfs-stop-far-away', where: `${path}: stops.txt`, parameters: { stop: stops.code[row]!, km: Math.round(Math.max(Math.abs(stops.xM[row]!), Math.abs(stops.yM[row]!)) / 1000) } });
    }
  }
  return far.slice(0, 20);
}
