import { copyTable, makeTable } from '../../engine/foundation/table.ts';
import { departureColumns, routeColumns, routeLinkColumns } from '../../engine/twin/demand.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';

/** The twin with these departures on other ways: routes that exist are used again, new ones stand behind them. */
export function withRoutes(twin: ReadingTwin, ways: ReadonlyMap<number, readonly number[]>): Twin {
  if (ways.size === 0) return { ...(twin as Twin) };
  const { routes: old, routeLinks: oldLinks } = twin;
  const known = new Map<string, number>();
  for (let route = old.count - 1; route >= 0; route--) known.set(keyOf(Array.from({ length: old.linkCount[route]! }, (_, index) => oldLinks.link[old.firstLink[route]! + index]!)), route);
  const departures = copyTable(departureColumns, twin.departures);
  const added: (readonly number[])[] = [];
  for (const [departure, way] of [...ways].sort((one, other) => one[0] - other[0])) {
    const key = keyOf(way);
    let route = known.get(key);
    if (route === undefined) {
      route = old.count + added.length;
      known.set(key, route);
      added.push(way);
    }
    departures.route[departure] = route;
  }
  const routes = makeTable(routeColumns, old.count + added.length), routeLinks = makeTable(routeLinkColumns, oldLinks.count + added.reduce((sum, way) => sum + way.length, 0));
  routes.firstLink.set(old.firstLink);
  routes.linkCount.set(old.linkCount);
  routeLinks.link.set(oldLinks.link);
  let next = oldLinks.count;
  added.forEach((way, index) => {
    routes.firstLink[old.count + index] = next;
    routes.linkCount[old.count + index] = way.length;
    routeLinks.link.set(way, next);
    next += way.length;
  });
  return { ...(twin as Twin), departures, routes, routeLinks };
}

const keyOf = (links: readonly number[]): string => links.join(' ');
