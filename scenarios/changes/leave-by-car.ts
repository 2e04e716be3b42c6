import { randomShare } from '../../engine/foundation/random.ts';
import { rowsWhere, withRows, type RowValues } from '../../engine/foundation/table.ts';
import { makePathFinder } from '../../engine/paths/path-finder.ts';
import { quietTimeS } from '../../engine/paths/quiet-time.ts';
import { departLane, departRule, departureColumns, routeColumns, routeLinkColumns } from '../../engine/twin/demand.ts';
import { category } from '../../engine/twin/streets.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { linksAt, type Place } from './place.ts';

const PURPOSE = { destination: 7403 } as const;
/** Cars leave from so many links of a place at most, spread over it: each costs a search over the whole city. */
const MOST_STARTS = 8;

/** From one link of the place: trips of the city whose destination can be reached from there, and the way to a link. */
interface WaysFrom { trips: readonly number[]; to(link: number): number[] }

/** Whether anybody can leave the place by car to where a trip of the city ends. */
export const canLeaveByCar = (where: Place, twin: ReadingTwin | Twin): boolean => !carWays(where, twin).next().done;

/** The ways by car from links of the place, one after the other. */
function* carWays(where: Place, twin: ReadingTwin | Twin): Generator<WaysFrom, undefined> {
  const costs = Float64Array.from({ length: twin.links.count }, (_, link) => quietTimeS(twin, link)), finder = makePathFinder(twin, category.car, costs), cars = carTrips(twin);
  const drivable = linksAt(where, twin).filter((link) => finder.graph.drivable[link] === 1), starts = Math.min(MOST_STARTS, drivable.length);
  for (let nth = 0; nth < starts; nth++) {
    const start = drivable[Math.floor((nth * drivable.length) / starts)]!;
    finder.search(start);
    const trips = cars.filter((row) => { const goal = lastLink(twin, row); return goal !== start && finder.costTo(goal) < Infinity; });
    const before = Int32Array.from({ length: twin.links.count }, (_, link) => finder.before(link));
    const to = (link: number): number[] => { const way: number[] = []; for (let at = link; at >= 0; at = before[at]!) way.push(at); return way.reverse(); };
    if (trips.length > 0) yield { trips, to };
  }
}

/**
 * So many cars leave evenly over a span, from the links of the place in turn, each to where a trip of the city ends that the row of the new
 * departure draws: where many drive, many go. They take the quickest way of quiet streets, and stand behind all others.
 */
export function sendCars(copy: Twin, where: Place, { count, fromS, untilS }: { count: number; fromS: number; untilS: number }): void {
  if (count === 0) return;
  const ways = [...carWays(where, copy)], { departures, routes, routeLinks } = copy, routeOf = new Map<string, number>();
  const routeRows: RowValues<typeof routeColumns>[] = [], linkRows: RowValues<typeof routeLinkColumns>[] = [], rows: RowValues<typeof departureColumns>[] = [];
  for (let car = 0; car < count; car++) {
    const from = car % ways.length, { trips, to } = ways[from]!, like = trips[Math.floor(randomShare(0, PURPOSE.destination, departures.count + car, 0) * trips.length)]!, goal = lastLink(copy, like), key = `${from} ${goal}`;
    let route = routeOf.get(key);
    if (route === undefined) {
      const way = to(goal);
      route = routes.count + routeRows.push({ firstLink: routeLinks.count + linkRows.length, linkCount: way.length }) - 1;
      linkRows.push(...way.map((link) => ({ link })));
      routeOf.set(key, route);
    }
    rows.push({
      name: `event ${car + 1}`, vehicleType: departures.vehicleType[like]!, route, departS: Math.round((fromS + ((untilS - fromS) * (car + 0.5)) / count) * 10) / 10, departLane: departLane.best,
      departPositionM: departRule.base, departSpeedMps: 0, arrivalPositionM: -1, firstHalt: 0, haltCount: 0, trip: -1, after: -1,
    });
  }
  copy.routes = withRows(routeColumns, routes, routeRows);
  copy.routeLinks = withRows(routeLinkColumns, routeLinks, linkRows);
  copy.departures = withRows(departureColumns, departures, rows);
}

const carTrips = ({ departures, vehicleTypes }: ReadingTwin | Twin): number[] =>
  rowsWhere(departures.count, (row) => departures.trip[row]! < 0 && vehicleTypes.category[departures.vehicleType[row]!] === category.car);

const lastLink = ({ departures, routes, routeLinks }: ReadingTwin | Twin, row: number): number =>
  routeLinks.link[routes.firstLink[departures.route[row]!]! + routes.linkCount[departures.route[row]!]! - 1]!;
