import type { Checked, Problem } from '../../../engine/foundation/problem.ts';
import { hasErrors } from '../../../engine/foundation/problem.ts';
import { openFeed } from './feed-files.ts';
import { readRows, type FeedReading, type FeedRow } from './feed-rows.ts';
import { expandFrequencies } from './frequencies.ts';
import type { GtfsDay, GtfsTrip, RunningTrips } from './gtfs-day.ts';
import { busiestWeekday, readServices, servicesOn } from './service-days.ts';
import { readShapeLengths } from './shapes.ts';

const REQUIRED_FILES = ['routes.txt', 'stops.txt', 'trips.txt', 'stop_times.txt'];
const MAX_TRIPS = 2_000_000;

export interface GtfsOptions { date?: string | undefined; onProgress?: ((share: number) => void) | undefined }

/** Reads one service day: the one asked for, or the weekday with the most trips. Stop times of other days are passed over. */
export async function readGtfs(path: string, { date, onProgress }: GtfsOptions = {}): Promise<Checked<GtfsDay>> {
  const opened = await openFeed(path);
  if ('problem' in opened) return { problems: [opened.problem] };
  const { files } = opened;
  const problems: Problem[] = [];
  try {
    for (const file of REQUIRED_FILES) if (!files.names.has(file)) problems.push({ severity: 'error', code: 'gtfs-missing-file', where: path, parameters: { file } });
    if (!files.names.has('calendar.txt') && !files.names.has('calendar_dates.txt')) {
      problems.push({ severity: 'error', code: 'gtfs-missing-file', where: path, parameters: { file: 'calendar.txt' } });
    }
    if (hasErrors(problems)) return { problems };
    let totalBytes = 0, readBytes = 0;
    for (const name of files.names) totalBytes += files.sizeBytes(name);
    const reading: FeedReading = { files, title: path, problems, onBytes: (bytes) => onProgress?.(Math.min(1, (readBytes += bytes) / totalBytes)) };
    const day = await readDay(reading, date);
    return day && !hasErrors(problems) ? { value: day, problems } : { problems };
  } finally {
    files.close();
  }
}

async function readDay(reading: FeedReading, wantedDate: string | undefined): Promise<GtfsDay | undefined> {
  const services = await readServices(reading);
  const tripsOfService = new Map<string, number>();
  const routes = await readRoutes(reading);
  const routeRows = new Map(routes.map(({ id }, row) => [id, row]));
  const found = await readTrips(reading, routeRows, tripsOfService);
  if (hasErrors(reading.problems)) return undefined;
  const date = wantedDate ?? busiestWeekday(services, tripsOfService);
  if (!date) {
    reading.problems.push({ severity: 'error', code: 'gtfs-no-service', where: reading.title, parameters: {} });
    return undefined;
  }
  const running = servicesOn(services, date);
  const trips = new Map(found.filter(({ service }) => running.has(service)).map(({ trip, shape }) => [trip.id, { trip, shape }]));
  if (trips.size === 0) {
    reading.problems.push({ severity: 'error', code: 'gtfs-no-trips-on-day', where: reading.title, parameters: { date } });
    return undefined;
  }
  const stops = await readStops(reading);
  await readCalls(reading, new Map(stops.map(({ id }, row) => [id, row])), trips);
  await readShapeLengths(reading, trips);
  const { agency, timezone } = await readAgency(reading);
  const complete = [...trips.values()].map(({ trip }) => trip).filter((trip) => isDrivable(reading, trip));
  const expanded = await expandFrequencies(reading, complete);
  if (expanded.length > 0) return { date, agency, timezone, stops, routes, trips: expanded };
  reading.problems.push({ severity: 'error', code: 'gtfs-no-usable-trips', where: reading.title, parameters: { date, trips: trips.size } });
  return undefined;
}

async function readAgency(reading: FeedReading): Promise<Pick<GtfsDay, 'agency' | 'timezone'>> {
  let agency = '', timezone = '';
  if (reading.files.names.has('agency.txt')) await readRows(reading, 'agency.txt', ['agency_name'], (row) => {
    agency ||= row.text('agency_name');
    timezone ||= row.text('agency_timezone');
  });
  return { agency, timezone };
}

async function readRoutes(reading: FeedReading): Promise<GtfsDay['routes']> {
  const routes: GtfsDay['routes'] = [];
  await readRows(reading, 'routes.txt', ['route_id', 'route_type'], (row) => {
    const colour = /^[0-9a-f]{6}$/i.test(row.text('route_color')) ? parseInt(row.text('route_color'), 16) : 0;
    routes.push({ id: row.text('route_id'), shortName: row.text('route_short_name'), longName: row.text('route_long_name'), type: row.number('route_type') ?? 3, colour });
  });
  return routes;
}

interface FoundTrip { service: string; shape: string; trip: GtfsTrip }

async function readTrips(reading: FeedReading, routeRows: ReadonlyMap<string, number>, tripsOfService: Map<string, number>): Promise<FoundTrip[]> {
  const found: FoundTrip[] = [];
  await readRows(reading, 'trips.txt', ['route_id', 'service_id', 'trip_id'], (row) => {
    const route = routeRows.get(row.text('route_id'));
    if (route === undefined) return row.complain('gtfs-unknown-route', { trip: row.text('trip_id'), route: row.text('route_id') });
    if (found.length >= MAX_TRIPS) return row.complain('gtfs-too-many-trips', { maxTrips: MAX_TRIPS });
    const service = row.text('service_id');
    tripsOfService.set(service, (tripsOfService.get(service) ?? 0) + 1);
    const trip: GtfsTrip = {
      id: row.text('trip_id'), route, headsign: row.text('trip_headsign'), direction: row.text('direction_id') === '1' ? 1 : 0,
      blockId: row.text('block_id'), calls: [], shapeLengthM: 0,
    };
    found.push({ service, shape: row.text('shape_id'), trip });
  });
  return found;
}

async function readStops(reading: FeedReading): Promise<GtfsDay['stops']> {
  const stops: GtfsDay['stops'] = [];
  await readRows(reading, 'stops.txt', ['stop_id', 'stop_lat', 'stop_lon'], (row) => {
    // Entrances and boarding areas (types 2 to 4) are no stops; stations (1) have no calls but may lack a place.
    if (!['', '0', '1'].includes(row.text('location_type'))) return;
    const latitudeDeg = row.number('stop_lat'), longitudeDeg = row.number('stop_lon');
    if (latitudeDeg === undefined || longitudeDeg === undefined) return;
    if (Math.abs(latitudeDeg) > 90 || Math.abs(longitudeDeg) > 180) return row.complain('gtfs-place-off-the-globe', { stop: row.text('stop_id') });
    stops.push({ id: row.text('stop_id'), code: row.text('stop_code'), name: row.text('stop_name'), latitudeDeg, longitudeDeg });
  });
  return stops;
}

async function readCalls(reading: FeedReading, stopRows: ReadonlyMap<string, number>, trips: RunningTrips): Promise<void> {
  await readRows(reading, 'stop_times.txt', ['trip_id', 'arrival_time', 'departure_time', 'stop_id', 'stop_sequence'], (row) => {
    const running = trips.get(row.text('trip_id'));
    if (!running) return; // Another day's trip.
    const stop = stopRows.get(row.text('stop_id'));
    if (stop === undefined) return row.complain('gtfs-unknown-stop', { trip: row.text('trip_id'), stop: row.text('stop_id') });
    const sequence = row.number('stop_sequence');
    if (sequence === undefined) return;
    running.trip.calls.push({ stop, sequence, ...callTimes(row) });
  });
  for (const { trip } of trips.values()) {
    trip.calls.sort((a, b) => a.sequence - b.sequence);
    fillUntimedCalls(trip.calls);
  }
}

/** -1 where the feed leaves the time open: only timing points must have one. */
function callTimes(row: FeedRow): { arriveS: number; departS: number } {
  const arrive = row.text('arrival_time'), depart = row.text('departure_time');
  if (arrive === '' && depart === '') return { arriveS: -1, departS: -1 };
  const arriveS = row.clockS(arrive === '' ? 'departure_time' : 'arrival_time') ?? -1;
  return { arriveS, departS: depart === '' ? arriveS : (row.clockS('departure_time') ?? -1) };
}

/** Stops without a time are passed at even intervals between their timed neighbours. */
function fillUntimedCalls(calls: GtfsTrip['calls']): void {
  let last = -1;
  for (let next = 0; next < calls.length; next++) {
    if (calls[next]!.arriveS < 0) continue;
    for (let open = last + 1; last >= 0 && open < next; open++) {
      const share = (open - last) / (next - last);
      const timeS = Math.round(calls[last]!.departS + share * (calls[next]!.arriveS - calls[last]!.departS));
      calls[open]!.arriveS = timeS;
      calls[open]!.departS = timeS;
    }
    last = next;
  }
}

/** At least two calls, times that never go back. */
function isDrivable({ problems, title }: FeedReading, { id, calls }: GtfsTrip): boolean {
  let beforeS = 0;
  let good = calls.length >= 2;
  for (const { arriveS, departS } of calls) {
    if (arriveS < beforeS || departS < arriveS) good = false;
    beforeS = departS;
  }
  if (!good) problems.push({ severity: 'warning', code: 'gtfs-undrivable-trip', where: title, parameters: { trip: id, calls: calls.length } });
  return good;
}
