import { makeHasher } from '../foundation/hash.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/**
 * Fingerprint of what the rows of a twin stand for. The state names lanes, movements, departures and intervals by their
 * row, so it can only go on in a twin where these are the same things; their numbers (a limit, a plan's length, a lamp's
 * output) may differ.
 */
export function rowsFingerprint(twin: ReadingTwin): string {
  const { links, lanes, movements, conflicts, controllers, intervals, vehicleTypes, routes, routeLinks, departures, halts, lightingZones } = twin;
  const hasher = makeHasher();
  const feed = (count: number, ...columns: readonly Readonly<ArrayLike<number | string>>[]): void => {
    hasher.text(String(count));
    for (const column of columns) hasher.column(column as ArrayLike<number>);
  };
  feed(links.count, links.name, links.firstLane, links.laneCount);
  feed(lanes.count, lanes.link, lanes.lengthM, lanes.firstMovement, lanes.movementCount);
  feed(movements.count, movements.fromLane, movements.toLane, movements.junction, movements.signalGroup, movements.lengthM);
  feed(conflicts.count);
  feed(controllers.count, controllers.name, controllers.groupCount, controllers.firstInterval, controllers.intervalCount);
  feed(intervals.count, intervals.controller);
  if (twin.signalPlans.count > 0) feed(twin.signalPlans.count, twin.signalPlans.controller, twin.signalPlans.firstInterval, twin.signalPlans.intervalCount);
  feed(vehicleTypes.count, vehicleTypes.name, vehicleTypes.category, vehicleTypes.lengthM);
  feed(routes.count, routes.firstLink, routes.linkCount);
  feed(routeLinks.count, routeLinks.link);
  feed(departures.count, departures.vehicleType, departures.route, departures.departS, departures.firstHalt, departures.haltCount, departures.after);
  feed(halts.count, halts.lane, halts.routeIndex, halts.stop);
  feed(lightingZones.count, lightingZones.name);
  const { lineStops, trips, calls } = twin;
  if (lineStops.count > 0) {
    feed(lineStops.count, lineStops.line, lineStops.direction, lineStops.stop, lineStops.firstPostedTime, lineStops.postedTimeCount);
    feed(trips.count, trips.departure, trips.firstCall, trips.callCount);
    feed(calls.count, calls.lineStop);
  }
  return hasher.digest();
}
