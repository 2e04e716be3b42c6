import { makeTable } from '../../../engine/foundation/table.ts';
import { routeColumns, routeLinkColumns } from '../../../engine/twin/demand.ts';
import type { Twin } from '../../../engine/twin/twin.ts';

/** Appends routes, given as their links end to end and how many links each has. Returns the row of the first. */
export function addRoutes(twin: Twin, links: ArrayLike<number>, linkCounts: ArrayLike<number>): number {
  const { routes: old, routeLinks: oldLinks } = twin;
  const routes = makeTable(routeColumns, old.count + linkCounts.length);
  routes.firstLink.set(old.firstLink);
  routes.linkCount.set(old.linkCount);
  let first = oldLinks.count;
  for (let index = 0; index < linkCounts.length; index++) {
    routes.firstLink[old.count + index] = first;
    routes.linkCount[old.count + index] = linkCounts[index]!;
    first += linkCounts[index]!;
  }
  const routeLinks = makeTable(routeLinkColumns, oldLinks.count + links.length);
  routeLinks.link.set(oldLinks.link);
  routeLinks.link.set(links, oldLinks.count);
  twin.routes = routes;
  twin.routeLinks = routeLinks;
  return old.count;
}
