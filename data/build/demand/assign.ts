import type { LinkGraph } from '../../../engine/paths/link-graph.ts';
import { pathFinderOver, type PathFinder } from '../../../engine/paths/path-finder.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { linkCapacityPerH, quietDelayS, turnCapacityPerH, turnDelayS, turnSupply, type TurnSupply } from './turn-capacity.ts';

/** Trips that take one route: from link to link, with the trips of the day and those of the busiest hour in the morning and in the evening. */
export interface Flows {
  count: number;
  fromLink: Int32Array;
  toLink: Int32Array;
  dayTrips: Float64Array;
  morningPerH: Float64Array;
  eveningPerH: Float64Array;
}

/** The loads that an assignment gives. */
export interface Loads {
  linkDay: Float64Array;
  linkMorningPerH: Float64Array;
  linkEveningPerH: Float64Array;
  turnMorningPerH: Float64Array;
  turnEveningPerH: Float64Array;
  turnCapacityMorningPerH: Float64Array;
  turnCapacityEveningPerH: Float64Array;
  linkCapacityPerH: Float64Array;
}

/** Routes of all flows, end to end, and the loads. A flow without a way has 0 links. */
export interface Assignment { links: Int32Array; linkCounts: Uint32Array; loads: Loads; supply: TurnSupply }

/**
 * Incremental assignment (Ortúzar and Willumsen, Modelling Transport, section 10.5.3): origins are dealt out to `slices`;
 * each slice takes the cheapest ways given what the slices before have loaded, so that later ones avoid full streets. Costs
 * are times: links by the curve of the Bureau of Public Roads (1964), turns by the delay formulas of turn-capacity.ts.
 */
export function assign(twin: ReadingTwin, graph: LinkGraph, classFactor: (link: number) => number, flows: Flows, slices: number): Assignment {
  const supply = turnSupply(twin, graph);
  const loads = emptyLoads(twin, graph);
  const costs = new Float64Array(graph.linkCount);
  const baseTurnS = Float64Array.from(graph.turnCostS, (turnS, row) => turnS + quietDelayS(twin, graph, row));
  const factors = Float64Array.from({ length: graph.linkCount }, (_, link) => classFactor(link));
  const finder = pathFinderOver({ ...graph, turnCostS: new Float64Array(graph.turnCostS.length) }, costs);
  const routes: number[][] = new Array<number[]>(flows.count).fill([]);

  const firstOfOrigin: number[] = [];
  for (let flow = 0; flow < flows.count; flow++) if (flow === 0 || flows.fromLink[flow] !== flows.fromLink[flow - 1]) firstOfOrigin.push(flow);
  firstOfOrigin.push(flows.count);
  for (let slice = 0; slice < slices; slice++) {
    priceNetwork(twin, supply, loads, baseTurnS, factors, costs, finder, slice === 0 ? 0 : slices / (slice + 0.5));
    // Neighbouring origins go to different slices: every part of the city is in every slice.
    for (let origin = slice; origin < firstOfOrigin.length - 1; origin += slices) {
      const first = firstOfOrigin[origin]!, end = firstOfOrigin[origin + 1]!;
      finder.searchAll(flows.fromLink[first]!, flows.toLink.subarray(first, end));
      for (let flow = first; flow < end; flow++) {
        routes[flow] = finder.pathTo(flows.toLink[flow]!);
        loadRoute(finder.graph, routes[flow]!, flows, flow, loads);
      }
    }
  }
  turnCapacityPerH(supply, loads.turnMorningPerH, loads.turnCapacityMorningPerH);
  turnCapacityPerH(supply, loads.turnEveningPerH, loads.turnCapacityEveningPerH);
  const linkCounts = Uint32Array.from(routes, (route) => route.length);
  const links = new Int32Array(linkCounts.reduce((sum, count) => sum + count, 0));
  let at = 0;
  for (const route of routes) { links.set(route, at); at += route.length; }
  return { links, linkCounts, loads, supply };
}

function emptyLoads(twin: ReadingTwin, graph: LinkGraph): Loads {
  const onLinks = () => new Float64Array(graph.linkCount), onTurns = () => new Float64Array(graph.next.length);
  return {
    linkDay: onLinks(), linkMorningPerH: onLinks(), linkEveningPerH: onLinks(), turnMorningPerH: onTurns(), turnEveningPerH: onTurns(),
    turnCapacityMorningPerH: onTurns(), turnCapacityEveningPerH: onTurns(),
    linkCapacityPerH: Float64Array.from({ length: graph.linkCount }, (_, link) => linkCapacityPerH(twin, link)),
  };
}

/** Costs of links and turns at the loads so far, blown up by `scale` to what they will be; the fuller of the two peaks counts. */
function priceNetwork(
  twin: ReadingTwin, supply: TurnSupply, loads: Loads, baseTurnS: Float64Array, factors: Float64Array, costs: Float64Array, finder: PathFinder, scale: number,
): void {
  const { links } = twin;
  for (let link = 0; link < costs.length; link++) {
    const x = (scale * Math.max(loads.linkMorningPerH[link]!, loads.linkEveningPerH[link]!)) / loads.linkCapacityPerH[link]!;
    costs[link] = (links.lengthM[link]! / links.speedLimitMps[link]!) * factors[link]! * (1 + 0.5 * x * x * x * x);
  }
  const morning = loads.turnMorningPerH.map((flow) => flow * scale), evening = loads.turnEveningPerH.map((flow) => flow * scale);
  turnCapacityPerH(supply, morning, loads.turnCapacityMorningPerH);
  turnCapacityPerH(supply, evening, loads.turnCapacityEveningPerH);
  const { turnCostS } = finder.graph;
  for (let row = 0; row < turnCostS.length; row++) {
    const delayS = Math.max(
      turnDelayS(supply, row, morning[row]!, loads.turnCapacityMorningPerH[row]!), turnDelayS(supply, row, evening[row]!, loads.turnCapacityEveningPerH[row]!),
    );
    turnCostS[row] = baseTurnS[row]! + Math.min(delayS, 600);
  }
}

function loadRoute({ firstNext, next }: LinkGraph, route: readonly number[], flows: Flows, flow: number, loads: Loads): void {
  const dayTrips = flows.dayTrips[flow]!, morningPerH = flows.morningPerH[flow]!, eveningPerH = flows.eveningPerH[flow]!;
  for (let index = 0; index < route.length; index++) {
    const link = route[index]!;
    loads.linkDay[link]! += dayTrips;
    loads.linkMorningPerH[link]! += morningPerH;
    loads.linkEveningPerH[link]! += eveningPerH;
    if (index === 0) continue;
    let row = firstNext[route[index - 1]!]!;
    while (next[row] !== link) row++;
    loads.turnMorningPerH[row]! += morningPerH;
    loads.turnEveningPerH[row]! += eveningPerH;
  }
}
