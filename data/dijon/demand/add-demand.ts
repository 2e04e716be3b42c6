import { makeLinkGraph } from '../../../engine/paths/link-graph.ts';
import { connectedLinks } from '../../../engine/paths/connected-links.ts';
import { category, roadClass } from '../../../engine/twin/streets.ts';
import type { ReadingTwin, Twin } from '../../../engine/twin/twin.ts';
import { addRoutes } from '../../build/demand/add-routes.ts';
import { assign, type Assignment, type Flows } from '../../build/demand/assign.ts';
import { cordonRoads, type CordonRoad } from '../../build/demand/cordon.ts';
import { shareBetween } from '../../build/demand/day-profile.ts';
import { flowsBetweenZones, type FlowList } from '../../build/demand/flows-of-zones.ts';
import { gravityTrips } from '../../build/demand/gravity.ts';
import { vehicleTypeRow } from '../../build/demand/vehicle-types.ts';
import { writeTraffic, type RoutedTrips } from '../../build/demand/write-traffic.ts';
import { makeZones, type Zones } from '../../build/demand/zones.ts';
import { demandFigures } from '../facts/demand.ts';
import { linkActivity } from './activity.ts';
import { eveningPeakS, homeward, morningPeakS, outward, through } from './day.ts';
import { addEdgeFlows } from './edge-traffic.ts';

/** The draw of the demand: another number gives another, equally likely weekday of traffic. */
const SEED = 21;
const MOST_ACTIVITY_OF_A_ZONE = 2600;
const TRIPS_PER_ACCESS_LINK = 600;
const SLICES = 6;
const PROFILES = [outward, homeward, through] as const;

/** Time on a main road feels shorter than in a side street, and driving through a quarter is discouraged: assumed factors. */
const CLASS_FACTOR: Readonly<Record<number, number>> = {
  [roadClass.motorway]: 0.85, [roadClass.trunk]: 0.85, [roadClass.primary]: 0.95, [roadClass.secondary]: 1, [roadClass.tertiary]: 1.1,
  [roadClass.residential]: 1.5, [roadClass.service]: 2.5,
};

/** What the demand was made from, for tests and for the page about the model. */
export interface DemandReport { zones: Zones; roads: CordonRoad[]; assignment: Assignment; flows: Flows; unreachableTrips: number }

/** Zones, trips between them and with the outside, their routes, and one departure for every trip of the weekday. */
export function addDemand(twin: Twin): DemandReport {
  const graph = makeLinkGraph(twin, category.car);
  const connected = connectedLinks(graph, middleLink(twin, graph.drivable));
  const zones = makeZones(twin, linkActivity(twin, connected), MOST_ACTIVITY_OF_A_ZONE);
  const roads = cordonRoads(twin, graph.drivable);
  const list = flowsBetweenZones(SEED, zones, innerTrips(zones), TRIPS_PER_ACCESS_LINK);
  addEdgeFlows(SEED, list, zones, roads);
  const { flows, order } = sortedFlows(list);
  const classFactor = (link: number) => CLASS_FACTOR[twin.streets.class[twin.links.street[link]!]!] ?? 3;
  const assignment = assign(twin, graph, classFactor, flows, SLICES);
  const unreachableTrips = writeRoutes(twin, list, order, assignment, roads);
  return { zones, roads, assignment, flows, unreachableTrips };
}

/** A main road near the origin of the map: what can be reached from it and reach it is the network. */
function middleLink({ links, streets, junctions }: ReadingTwin, drivable: Uint8Array): number {
  let best = 0, bestM2 = Infinity;
  for (let link = 0; link < links.count; link++) {
    const xM = junctions.xM[links.toJunction[link]!]!, yM = junctions.yM[links.toJunction[link]!]!;
    if (!drivable[link] || streets.class[links.street[link]!]! > roadClass.tertiary || xM * xM + yM * yM >= bestM2) continue;
    best = link;
    bestM2 = xM * xM + yM * yM;
  }
  return best;
}

function innerTrips(zones: Zones): { outward: Float64Array; homeward: Float64Array } {
  const { count, xM, yM, population, jobs } = zones;
  const half = demandFigures.innerTrips.value / 2;
  const people = population.reduce((sum, value) => sum + value, 0);
  const outwardTrips = gravityTrips({
    productions: population.map((value) => (half * value) / people), attractions: jobs, decayM: demandFigures.decayM.value,
    distanceM: (from, to) => Math.sqrt((xM[from]! - xM[to]!) * (xM[from]! - xM[to]!) + (yM[from]! - yM[to]!) * (yM[from]! - yM[to]!)),
  });
  const homewardTrips = new Float64Array(count * count);
  for (let from = 0; from < count; from++) for (let to = 0; to < count; to++) homewardTrips[to * count + from] = outwardTrips[from * count + to]!;
  return { outward: outwardTrips, homeward: homewardTrips };
}

/** Flows by origin, so that one search serves all that start there. */
function sortedFlows(list: FlowList): { flows: Flows; order: Uint32Array } {
  const count = list.fromLink.length;
  const order = Uint32Array.from({ length: count }, (_, flow) => flow).sort((one, other) => list.fromLink[one]! - list.fromLink[other]! || one - other);
  const [morning, evening] = [morningPeakS, eveningPeakS].map(([fromS, untilS]) => PROFILES.map((profile) => shareBetween(profile, fromS, untilS)));
  const perHour = (shares: readonly number[]) => Float64Array.from(order, (flow) => list.trips.reduce((sum, kind, index) => sum + kind[flow]! * shares[index]!, 0));
  const flows: Flows = {
    count, fromLink: Int32Array.from(order, (flow) => list.fromLink[flow]!), toLink: Int32Array.from(order, (flow) => list.toLink[flow]!),
    dayTrips: perHour([1, 1, 1]), morningPerH: perHour(morning!), eveningPerH: perHour(evening!),
  };
  return { flows, order };
}

/** Routes and departures. Returns the trips that have no way; a test holds them to none. */
function writeRoutes(twin: Twin, list: FlowList, order: Uint32Array, { links, linkCounts }: Assignment, roads: readonly CordonRoad[]): number {
  const entries = new Set(roads.map(({ entry }) => entry)), exits = new Set(roads.map(({ exit }) => exit));
  const lorryGraph = makeLinkGraph(twin, category.lorry);
  const firstRoute = addRoutes(twin, links, linkCounts.filter((count) => count > 0));
  const routed: RoutedTrips[] = [];
  let route = firstRoute, unreachable = 0;
  for (let index = 0; index < order.length; index++) {
    const flow = order[index]!;
    const trips = list.trips.map((kind) => kind[flow]!);
    if (linkCounts[index] === 0) { unreachable += trips.reduce((sum, value) => sum + value, 0); continue; }
    const { firstLink, linkCount } = twin.routes;
    let lorries = true;
    for (let row = firstLink[route]!; row < firstLink[route]! + linkCount[route]!; row++) if (!lorryGraph.drivable[twin.routeLinks.link[row]!]) lorries = false;
    const fromEdge = entries.has(list.fromLink[flow]!), toEdge = exits.has(list.toLink[flow]!);
    const lorryShare = !lorries ? 0 : fromEdge || toEdge ? demandFigures.throughLorryShare.value : demandFigures.lorryShare.value;
    routed.push({ route, trips, fromEdge, toEdge, vehicleTypeOf: (draw) => vehicleTypeFor(draw, lorryShare) });
    route++;
  }
  writeTraffic(twin, SEED, routed, PROFILES);
  return unreachable;
}

function vehicleTypeFor(draw: number, lorryShare: number): number {
  const { vanShare, motorcycleShare } = demandFigures;
  if (draw < lorryShare) return vehicleTypeRow.lorry;
  if (draw < lorryShare + vanShare.value) return vehicleTypeRow.van;
  return draw < lorryShare + vanShare.value + motorcycleShare.value ? vehicleTypeRow.motorcycle : vehicleTypeRow.car;
}
