import { makeTable } from '../../../engine/foundation/table.ts';
import { randomShare } from '../../../engine/foundation/random.ts';
import { departLane, departRule, departureColumns, haltColumns } from '../../../engine/twin/demand.ts';
import type { Twin } from '../../../engine/twin/twin.ts';
import { addDepartures } from './add-departures.ts';
import { startOfTripS, type DayProfile } from './day-profile.ts';

const PURPOSE = { start: 7201, vehicleType: 7202, fromPosition: 7203, toPosition: 7204 } as const;

/** Trips that share a route, with how many of each kind start in the day. */
export interface RoutedTrips {
  route: number;
  trips: readonly number[];
  /** Starts or ends at the edge of the map, at speed and on the whole road, rather than at the kerb of a street. */
  fromEdge: boolean;
  toEdge: boolean;
  /** The vehicle type for a draw in [0, 1). */
  vehicleTypeOf: (draw: number) => number;
}

/** One departure for every trip, spread over the day by the profile of its kind. Ordinary traffic has no names. */
export function writeTraffic(twin: Twin, seed: number, routed: readonly RoutedTrips[], profiles: readonly DayProfile[]): void {
  const { routes, routeLinks, links } = twin;
  const count = routed.reduce((sum, { trips }) => sum + trips.reduce((all, kind) => all + kind, 0), 0);
  const departures = makeTable(departureColumns, count);
  departures.trip.fill(-1);
  departures.after.fill(-1);
  let row = 0;
  for (const { route, trips, fromEdge, toEdge, vehicleTypeOf } of routed) {
    const firstLink = routeLinks.link[routes.firstLink[route]!]!;
    const lastLink = routeLinks.link[routes.firstLink[route]! + routes.linkCount[route]! - 1]!;
    for (let kind = 0; kind < trips.length; kind++) {
      for (let trip = 0; trip < trips[kind]!; trip++, row++) {
        departures.vehicleType[row] = vehicleTypeOf(randomShare(seed, PURPOSE.vehicleType, row, 0));
        departures.route[row] = route;
        // Tenths of a second: no step is that fine, and the file stays small.
        departures.departS[row] = Math.round(startOfTripS(profiles[kind]!, randomShare(seed, PURPOSE.start, row, 0)) * 10) / 10;
        departures.departLane[row] = departLane.best;
        departures.departPositionM[row] = fromEdge ? departRule.flow : Math.round(links.lengthM[firstLink]! * (0.3 + 0.4 * randomShare(seed, PURPOSE.fromPosition, row, 0)));
        departures.departSpeedMps[row] = fromEdge ? departRule.max : 0;
        departures.arrivalPositionM[row] = toEdge ? -1 : Math.round(links.lengthM[lastLink]! * (0.3 + 0.4 * randomShare(seed, PURPOSE.toPosition, row, 0)));
      }
    }
  }
  addDepartures(twin, departures, makeTable(haltColumns, 0));
}
