import type { ReadingTwin } from '../../engine/twin/twin.ts';

/** The signals of a line that grant priority, and the links whose traffic has to do with them. */
export interface LineCorridor { controllers: number[]; inside: Uint8Array }

/**
 * The signals with priority on the way of a line's simulated trips, both ways; the links that lead to them and from them, and
 * those of the line between its first signal and its last.
 */
export function lineCorridor(twin: ReadingTwin, line: number): LineCorridor {
  const { trips, departures, routes, routeLinks, links, junctions, controllers } = twin;
  const inside = new Uint8Array(links.count), found = new Set<number>(), seen = new Set<number>();
  for (let trip = 0; trip < trips.count; trip++) {
    const route = trips.line[trip] === line && trips.departure[trip]! >= 0 ? departures.route[trips.departure[trip]!]! : -1;
    if (route < 0 || seen.has(route)) continue;
    seen.add(route);
    const way = Array.from({ length: routes.linkCount[route]! }, (_, at) => routeLinks.link[routes.firstLink[route]! + at]!);
    const passed = way.map((link) => junctions.controller[links.toJunction[link]!]!).map((controller) => (controller >= 0 && controllers.busPriority[controller] === 1 ? controller : -1));
    passed.pop(); // It ends before the junction at the end of its last link.
    const first = passed.findIndex((controller) => controller >= 0), last = passed.findLastIndex((controller) => controller >= 0);
    for (let at = Math.max(0, first); at <= last; at++) {
      inside[way[at]!] = 1;
      if (passed[at]! >= 0) found.add(passed[at]!);
    }
  }
  for (let link = 0; link < links.count; link++) {
    if (found.has(junctions.controller[links.toJunction[link]!]!) || found.has(junctions.controller[links.fromJunction[link]!]!)) inside[link] = 1;
  }
  return { controllers: [...found].sort((one, other) => one - other), inside };
}

/** The line with the most signals that grant priority; undefined where none has any. */
export function busiestLine(twin: ReadingTwin): number | undefined {
  const counts = Array.from({ length: twin.lines.count }, (_, line) => lineCorridor(twin, line).controllers.length), most = Math.max(0, ...counts);
  return most > 0 ? counts.indexOf(most) : undefined;
}
