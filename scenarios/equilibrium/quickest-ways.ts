import { makeLinkGraph, type LinkGraph } from '../../engine/paths/link-graph.ts';
import { pathFinderOver, type PathFinder } from '../../engine/paths/path-finder.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { linkTimeAtS, type LinkTimes } from './link-times.ts';

/** Who departs within the same five minutes finds the same traffic. */
const TOGETHER_S = 300;

/** Departures that look for a way at once: the same first link, five minutes and streets open to them. */
export interface Group { fromLink: number; startS: number; graph: LinkGraph; departures: number[] }

/** What a trip takes on its route and on the quickest way, by departure; 0 for those that are not assigned. */
export interface Comparison { routeS: Float64Array; quickestS: Float64Array; quickestWay(departure: number): readonly number[] }

/** One graph for all categories to which the same streets are open. */
export function graphsByCategory(twin: ReadingTwin): (category: number) => LinkGraph {
  const known = new Map<number, LinkGraph>();
  const same = (one: LinkGraph, other: LinkGraph) => one.next.length === other.next.length && one.next.every((link, row) => link === other.next[row]) && one.firstNext.every((row, link) => row === other.firstNext[link]);
  return (category) => {
    const found = known.get(category);
    if (found) return found;
    const graph = makeLinkGraph(twin, category), twinGraph = [...known.values()].find((other) => same(other, graph));
    const own = twinGraph ?? { ...graph, turnCostS: Float64Array.from(graph.movement, (movement) => twin.movements.lengthM[movement]! / Math.max(1, twin.movements.speedLimitMps[movement]!)) };
    known.set(category, own);
    return own;
  };
}

/** Departures that may choose their way: those that leave in the span, without halts and not timetabled. */
export function groupDepartures(twin: ReadingTwin, graphOf: (category: number) => LinkGraph, fromS: number, untilS: number): Group[] {
  const { departures, routes, routeLinks, vehicleTypes } = twin;
  const groups = new Map<string, Group>(), graphs: LinkGraph[] = [];
  for (let departure = 0; departure < departures.count; departure++) {
    const departS = departures.departS[departure]!;
    if (departS < fromS || departS >= untilS || departures.haltCount[departure]! > 0 || departures.trip[departure]! >= 0) continue;
    const graph = graphOf(vehicleTypes.category[departures.vehicleType[departure]!]!), fromLink = routeLinks.link[routes.firstLink[departures.route[departure]!]!]!;
    if (!graphs.includes(graph)) graphs.push(graph);
    const startS = (Math.floor(departS / TOGETHER_S) + 0.5) * TOGETHER_S, key = `${graphs.indexOf(graph)} ${fromLink} ${startS}`;
    const group = groups.get(key);
    if (group) group.departures.push(departure);
    else groups.set(key, { fromLink, startS, graph, departures: [departure] });
  }
  return [...groups.values()];
}

/**
 * What every departure takes on its own route and on the quickest way of all, links taking what they take when one comes onto
 * them. A group starts together, in the middle of its five minutes. Time on the first link is the same for both and left out.
 */
export function compareWays(twin: ReadingTwin, groups: readonly Group[], times: LinkTimes): Comparison {
  const { departures, routes, routeLinks } = twin;
  const routeS = new Float64Array(departures.count), quickestS = new Float64Array(departures.count);
  const ways = new Map<number, readonly number[]>(), finders = new Map<LinkGraph, { finder: PathFinder; clock: { startS: number } }>();
  for (const { fromLink, startS, graph, departures: members } of groups) {
    const { finder, clock } = finderOver(finders, graph, times);
    clock.startS = startS;
    const lastLink = (departure: number) => routeLinks.link[routes.firstLink[departures.route[departure]!]! + routes.linkCount[departures.route[departure]!]! - 1]!;
    finder.searchAll(fromLink, Int32Array.from(members, lastLink));
    const wayTo = new Map<number, readonly number[]>();
    for (const departure of members) {
      const to = lastLink(departure), quickest = finder.costTo(to);
      routeS[departure] = timeOfRoute(twin, departures.route[departure]!, graph, times, clock.startS);
      // A route that uses what the graph does not know (a U-turn at a dead end) is never worse than nothing.
      quickestS[departure] = Math.min(routeS[departure]!, quickest);
      if (quickest >= routeS[departure]!) continue;
      if (!wayTo.has(to)) wayTo.set(to, finder.pathTo(to));
      ways.set(departure, wayTo.get(to)!);
    }
  }
  return { routeS, quickestS, quickestWay: (departure) => ways.get(departure) ?? [] };
}

function finderOver(finders: Map<LinkGraph, { finder: PathFinder; clock: { startS: number } }>, graph: LinkGraph, times: LinkTimes) {
  const known = finders.get(graph);
  if (known) return known;
  const clock = { startS: 0 };
  const finder = pathFinderOver(graph, new Float64Array(0), (link, costBefore) => linkTimeAtS(times, link, clock.startS + costBefore));
  finders.set(graph, { finder, clock });
  return { finder, clock };
}

function timeOfRoute({ routes, routeLinks }: ReadingTwin, route: number, { firstNext, next, turnCostS }: LinkGraph, times: LinkTimes, startS: number): number {
  const first = routes.firstLink[route]!, end = first + routes.linkCount[route]!;
  let sinceS = 0;
  for (let row = first + 1; row < end; row++) {
    const before = routeLinks.link[row - 1]!, link = routeLinks.link[row]!;
    for (let turn = firstNext[before]!; turn < firstNext[before + 1]!; turn++) if (next[turn] === link) { sinceS += turnCostS[turn]!; break; }
    sinceS += linkTimeAtS(times, link, startS + sinceS);
  }
  return sinceS;
}
