import type { RowValues } from '../../engine/foundation/table.ts';
import { makeLinkGraph, type LinkGraph } from '../../engine/paths/link-graph.ts';
import { makePathFinder, type PathFinder } from '../../engine/paths/path-finder.ts';
import type { routeColumns, routeLinkColumns } from '../../engine/twin/demand.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';

/** More links than this in one route are a mistake. */
export const LONGEST_ROUTE_LINKS = 100_000;

/** Why a vehicle cannot drive a route: a problem code and what its words need. */
export interface RouteFault { code: string; parameters: Record<string, string | number> }

/** A route that stands in the twin already. */
export interface KnownRoute { row: number; links: readonly number[]; faults: Map<number, RouteFault | undefined> }

/** Gathers the routes of a twin, each once, and tells which category can drive them. */
export interface RouteRows {
  routes: RowValues<typeof routeColumns>[];
  routeLinks: RowValues<typeof routeLinkColumns>[];
  /** The route with these edge names, separated by blanks; a fault when an edge is not in the net. */
  named(edges: string): KnownRoute | RouteFault;
  /** The fastest route at free flow through these links. */
  fastest(through: readonly number[], category: number): KnownRoute | RouteFault;
  /** What keeps vehicles of a category (one bit) from driving it link by link. */
  fault(route: KnownRoute, category: number): RouteFault | undefined;
}

export const isFault = (found: KnownRoute | RouteFault): found is RouteFault => 'code' in found;

const NO_TURN_COSTS = { straightS: 0, rightS: 0, leftS: 0, uTurnS: 0 };
/** What a turn without priority costs in SUMO's routing beside its driving time (weights.minor-penalty). */
const MINOR_PENALTY_S = 1.5;

/** The graph of a category with the costs of turns that SUMO's routing minds: the time inside the junction, and giving way. */
function routingGraph(twin: ReadingTwin, categoryBit: number, isMinor: Readonly<Uint8Array>): LinkGraph {
  const { links, lanes, movements } = twin;
  const graph = makeLinkGraph(twin, categoryBit, NO_TURN_COSTS);
  const leastS = new Map<number, number>();
  for (let link = 0; link < links.count; link++) {
    leastS.clear();
    for (let lane = links.firstLane[link]!; lane < links.firstLane[link]! + links.laneCount[link]!; lane++) {
      if ((lanes.permitted[lane]! & categoryBit) === 0) continue;
      for (let row = lanes.firstMovement[lane]!; row < lanes.firstMovement[lane]! + lanes.movementCount[lane]!; row++) {
        const next = lanes.link[movements.toLane[row]!]!;
        if ((movements.permitted[row]! & categoryBit) === 0 || (lanes.permitted[movements.toLane[row]!]! & categoryBit) === 0) continue;
        const timeS = movements.lengthM[row]! / movements.speedLimitMps[row]! + (isMinor[row] === 1 ? MINOR_PENALTY_S : 0);
        leastS.set(next, Math.min(timeS, leastS.get(next) ?? Infinity));
      }
    }
    for (let row = graph.firstNext[link]!; row < graph.firstNext[link + 1]!; row++) graph.turnCostS[row] = leastS.get(graph.next[row]!) ?? 0;
  }
  return graph;
}

function faultOn(links: readonly number[], graph: LinkGraph, names: ArrayLike<string>): RouteFault | undefined {
  for (let at = 0; at < links.length; at++) {
    const link = links[at]!;
    if (graph.drivable[link] !== 1) return { code: 'sumo-route-over-closed-edge', parameters: { edge: names[link]! } };
    if (at === 0) continue;
    const before = links[at - 1]!;
    let found = false;
    for (let row = graph.firstNext[before]!; row < graph.firstNext[before + 1]!; row++) if (graph.next[row] === link) found = true;
    if (!found) return { code: 'sumo-route-broken', parameters: { from: names[before]!, to: names[link]! } };
  }
  return undefined;
}

/** `twin` needs its links, lanes and movements only. `isMinor`: by movement, 1 where it gives way and no signal rules. */
export function makeRouteRows(twin: ReadingTwin, linkRow: ReadonlyMap<string, number>, isMinor: Readonly<Uint8Array>): RouteRows {
  const routes: RouteRows['routes'] = [], routeLinks: RouteRows['routeLinks'] = [];
  const known = new Map<string, KnownRoute>();
  const graphs = new Map<number, LinkGraph>(), finders = new Map<number, PathFinder>();
  const graphFor = (category: number): LinkGraph => {
    const graph = graphs.get(category) ?? routingGraph(twin, category, isMinor);
    graphs.set(category, graph);
    return graph;
  };
  // SUMO's routing minds the free-flow travel time.
  const costsS = Float64Array.from({ length: twin.links.count }, (_, link) => twin.links.lengthM[link]! / twin.links.speedLimitMps[link]!);
  const finderFor = (category: number): PathFinder => {
    const finder = finders.get(category) ?? makePathFinder(twin, category, costsS, graphFor(category));
    finders.set(category, finder);
    return finder;
  };
  const add = (key: string, links: number[]): KnownRoute => {
    const route: KnownRoute = { row: routes.length, links, faults: new Map() };
    routes.push({ firstLink: routeLinks.length, linkCount: links.length });
    for (const link of links) routeLinks.push({ link });
    known.set(key, route);
    return route;
  };
  const ofLinks = (links: number[]): KnownRoute => {
    const key = links.map((link) => twin.links.name[link]!).join(' ');
    return known.get(key) ?? add(key, links);
  };
  return {
    routes, routeLinks,
    named(edges) {
      const standing = known.get(edges);
      if (standing) return standing;
      const names = edges.split(/\s+/).filter((name) => name !== '');
      if (names.length === 0) return { code: 'sumo-route-without-edges', parameters: {} };
      if (names.length > LONGEST_ROUTE_LINKS) return { code: 'sumo-route-too-long', parameters: { limit: LONGEST_ROUTE_LINKS } };
      const unknown = names.find((name) => !linkRow.has(name));
      if (unknown !== undefined) return { code: 'sumo-unknown-edge', parameters: { edge: unknown } };
      return ofLinks(names.map((name) => linkRow.get(name)!));
    },
    fastest(through, category) {
      const links: number[] = [through[0]!];
      for (let at = 1; at < through.length; at++) {
        const finder = finderFor(category), from = through[at - 1]!, to = through[at]!;
        if (from === to) continue;
        finder.search(from, to);
        const path = finder.pathTo(to);
        if (path.length === 0) return { code: 'sumo-no-path', parameters: { from: twin.links.name[from]!, to: twin.links.name[to]! } };
        for (const link of path.slice(1)) links.push(link);
      }
      return ofLinks(links);
    },
    fault(route, category) {
      if (!route.faults.has(category)) route.faults.set(category, faultOn(route.links, graphFor(category), twin.links.name));
      return route.faults.get(category);
    },
  };
}
