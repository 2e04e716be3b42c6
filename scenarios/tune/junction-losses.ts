import type { Table } from '../../engine/foundation/table.ts';
import { junctionPassageColumns } from '../../engine/results/tables.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { ASSUMED_PEOPLE } from '../measure/people-aboard.ts';
import { vehicleClassOf } from '../measure/vehicle-class.ts';
import type { LosingTrips } from './lost-time.ts';

/** Seconds that people lost at one junction, all together: those in buses and trams, and those in other vehicles. */
export interface JunctionLoss { busPersonS: number; otherPersonS: number }

const { departure, lane, delayS } = junctionPassageColumns;
/** What of a run's passages tells it. */
export const losingPassageColumns = { departure, lane, delayS };
type LosingPassages = Table<typeof losingPassageColumns>;

/**
 * What each junction of a corridor cost in a run that ended at `untilS` and kept a record of junctions, so that one run tells of all of
 * them: the delay of every passage of its signals, and the wait of those who come into the corridor before it. People as assumed by class.
 */
export function junctionLosses(twin: ReadingTwin, controllers: readonly number[], { junctionPassages, trips }: { junctionPassages: LosingPassages; trips: LosingTrips }, untilS: number): JunctionLoss[] {
  const { junctions, lanes, links, routes, routeLinks, departures } = twin;
  const placeOf = new Map(controllers.map((controller, at) => [controller, at])), lost = controllers.map((): JunctionLoss => ({ busPersonS: 0, otherPersonS: 0 }));
  const before = (link: number): JunctionLoss | undefined => lost[placeOf.get(junctions.controller[links.toJunction[link]!]!) ?? -1];
  const add = (at: JunctionLoss | undefined, departure: number, lostS: number): void => {
    if (!at) return;
    const kind = vehicleClassOf(twin, departure);
    at[kind === 'bus' || kind === 'tram' ? 'busPersonS' : 'otherPersonS'] += ASSUMED_PEOPLE[kind] * lostS;
  };
  for (let row = 0; row < junctionPassages.count; row++) add(before(lanes.link[junctionPassages.lane[row]!]!), junctionPassages.departure[row]!, junctionPassages.delayS[row]!);
  for (let row = 0; row < trips.count; row++) {
    const departure = trips.departure[row]!, waitS = (trips.departS[row]! < 0 ? untilS : trips.departS[row]!) - trips.plannedDepartS[row]!;
    if (!(waitS > 0)) continue;
    const route = departures.route[departure]!, first = routes.firstLink[route]!;
    const entry = Array.from({ length: routes.linkCount[route]! }, (_, at) => before(routeLinks.link[first + at]!)).find((at) => at !== undefined);
    add(entry, departure, waitS);
  }
  return lost;
}
