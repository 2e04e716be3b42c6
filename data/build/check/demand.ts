import { makeLinkGraph, type LinkGraph } from '../../../engine/paths/link-graph.ts';
import { category } from '../../../engine/twin/streets.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { ProblemList } from '../../formats/problem-list.ts';

const ROUNDING_M = 0.01;
/** No route has this many rows of `routes` on one code, so that route and category make one number. */
const CATEGORIES = 65536;

function follows(graph: LinkGraph, link: number, next: number): boolean {
  for (let row = graph.firstNext[link]!; row < graph.firstNext[link + 1]!; row++) if (graph.next[row] === next) return true;
  return false;
}

/** The first place in a route where vehicles of the graph's category cannot go on; -1 if they can drive it all. */
function brokenAt(twin: ReadingTwin, route: number, graph: LinkGraph): number {
  const { routes, routeLinks } = twin;
  const first = routes.firstLink[route]!;
  for (let at = 0; at < routes.linkCount[route]!; at++) {
    const link = routeLinks.link[first + at]!;
    if (link < 0 || graph.drivable[link] !== 1) return at;
    if (at > 0 && !follows(graph, routeLinks.link[first + at - 1]!, link)) return at;
  }
  return -1;
}

/** Each route can be driven by each category that drives it; each pair is looked at once. */
function checkRoutes(twin: ReadingTwin, problems: ProblemList): void {
  const { departures, vehicleTypes, routes, routeLinks, links } = twin;
  const graphs = new Map<number, LinkGraph>(), looked = new Set<number>();
  for (let departure = 0; departure < departures.count; departure++) {
    const route = departures.route[departure]!, type = departures.vehicleType[departure]!;
    const where = `departures: row ${departure} "${departures.name[departure]}"`;
    if (route < 0 || type < 0 || routes.linkCount[route] === 0) { problems.error('twin-departure-without-route', where, {}); continue; }
    const category = vehicleTypes.category[type]!;
    if (looked.has(route * CATEGORIES + category)) continue;
    looked.add(route * CATEGORIES + category);
    const graph = graphs.get(category) ?? makeLinkGraph(twin, category);
    graphs.set(category, graph);
    const at = brokenAt(twin, route, graph);
    if (at >= 0) problems.error('twin-route-broken', where, { route, link: links.name[routeLinks.link[routes.firstLink[route]! + at]!] ?? '' });
  }
}

function checkEnds(twin: ReadingTwin, departure: number, problems: ProblemList): void {
  const { departures, routes, routeLinks, links } = twin;
  const route = departures.route[departure]!, where = `departures: row ${departure} "${departures.name[departure]}"`;
  const firstLink = routeLinks.link[routes.firstLink[route]!]!;
  const lastLink = routeLinks.link[routes.firstLink[route]! + routes.linkCount[route]! - 1]!;
  if (departures.departLane[departure]! >= links.laneCount[firstLink]!) problems.error('twin-depart-outside', where, { lane: departures.departLane[departure]! });
  if (departures.departPositionM[departure]! > links.lengthM[firstLink]! + ROUNDING_M) problems.error('twin-depart-outside', where, { positionM: departures.departPositionM[departure]! });
  if (departures.arrivalPositionM[departure]! > links.lengthM[lastLink]! + ROUNDING_M) problems.error('twin-arrive-outside', where, { positionM: departures.arrivalPositionM[departure]! });
  const after = departures.after[departure]!;
  if (after >= departure) problems.error('twin-after-later', where, { after });
}

function checkHalts(twin: ReadingTwin, departure: number, problems: ProblemList): void {
  const { departures, halts, lanes, routes, routeLinks } = twin;
  const route = departures.route[departure]!, first = departures.firstHalt[departure]!;
  let lastIndex = 0;
  for (let halt = first; halt < first + departures.haltCount[departure]!; halt++) {
    const lane = halts.lane[halt]!, index = halts.routeIndex[halt]!, where = `halts: row ${halt} of "${departures.name[departure]}"`;
    if (lane < 0 || index >= routes.linkCount[route]! || routeLinks.link[routes.firstLink[route]! + index] !== lanes.link[lane]) {
      problems.error('twin-halt-off-route', where, { routeIndex: index });
      continue;
    }
    if (index < lastIndex) problems.error('twin-halts-not-sorted', where, {});
    lastIndex = index;
    if (!(halts.positionM[halt]! >= 0 && halts.positionM[halt]! <= lanes.lengthM[lane]! + ROUNDING_M)) problems.error('twin-halt-outside', where, { positionM: halts.positionM[halt]! });
    if (!(halts.dwellS[halt]! >= 0)) problems.error('twin-halt-dwell', where, { dwellS: halts.dwellS[halt]! });
  }
}

function checkTypes(twin: ReadingTwin, problems: ProblemList): void {
  const { vehicleTypes: types } = twin;
  for (let type = 0; type < types.count; type++) {
    const category = types.category[type]!;
    const good = types.lengthM[type]! > 0 && types.accelerationMps2[type]! > 0 && types.decelerationMps2[type]! > 0 && types.maxSpeedMps[type]! > 0
      && types.headwayS[type]! >= 0 && types.minGapM[type]! >= 0 && types.speedFactorMean[type]! > 0 && types.widthM[type]! > 0
      && types.emergencyDecelerationMps2[type]! >= types.decelerationMps2[type]!
      && types.imperfectionShare[type]! >= 0 && types.imperfectionShare[type]! <= 1 && types.speedFactorDeviation[type]! >= 0;
    if (!good) problems.error('twin-type-cannot-drive', `vehicleTypes: row ${type} "${types.name[type]}"`, {});
    if (category === 0 || (category & (category - 1)) !== 0) problems.error('twin-type-category', `vehicleTypes: row ${type} "${types.name[type]}"`, { category });
  }
}

/** A vehicle drives one trip after another: of two departures that wait for the same one, only the last would ever leave. */
function checkFollowers({ departures }: ReadingTwin, problems: ProblemList): void {
  const follower = new Int32Array(departures.count).fill(-1);
  for (let departure = 0; departure < departures.count; departure++) {
    const after = departures.after[departure]!;
    if (after < 0) continue;
    if (follower[after]! >= 0) problems.error('twin-after-twice', `departures: row ${departure} "${departures.name[departure]}"`, { after, other: follower[after]! });
    follower[after] = departure;
  }
}

/** Departures stand in the order of their times; emergency trips may stand behind all others. */
function checkOrder({ departures, vehicleTypes }: ReadingTwin, problems: ProblemList): void {
  let beforeS = -Infinity;
  for (let departure = 0; departure < departures.count; departure++) {
    if (vehicleTypes.category[departures.vehicleType[departure]!] === category.emergency) continue;
    const departS = departures.departS[departure]!;
    if (departS < beforeS) problems.error('twin-not-sorted', `departures.departS: row ${departure}`, {});
    beforeS = departS;
  }
}

/** Vehicle types, routes, departures and halts of a twin whose rows are in order. */
export function checkDemand(twin: ReadingTwin, problems: ProblemList): void {
  checkOrder(twin, problems);
  checkTypes(twin, problems);
  checkRoutes(twin, problems);
  if (problems.hasErrors()) return;
  for (let departure = 0; departure < twin.departures.count; departure++) {
    checkEnds(twin, departure, problems);
    checkHalts(twin, departure, problems);
  }
  checkFollowers(twin, problems);
}
