import { buildStreets } from '../../data/build/streets/build-streets.ts';
import { importedFacts } from '../../data/build/imported-facts.ts';
import { makeVehicleTypes, vehicleTypeRow } from '../../data/build/demand/vehicle-types.ts';
import type { RawStreets } from '../../data/build/raw-city.ts';
import { flatMapAt } from '../../engine/foundation/flat-map.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { departLane, departRule, departureColumns, routeColumns, routeLinkColumns } from '../../engine/twin/demand.ts';
import { ORDINARY_TRAFFIC } from '../../engine/twin/streets.ts';
import { emptyTwin, type Twin } from '../../engine/twin/twin.ts';

const SPACING_M = 200, LINKS_A_ROUTE = 60;

/** `side` by `side` signalised junctions, streets of two lanes each way between them. */
function drawGrid(side: number): RawStreets {
  const nodes = Array.from({ length: side * side }, (_, at) => ({ name: `n${at}`, xM: SPACING_M * (at % side), yM: SPACING_M * Math.floor(at / side), control: 'signals' as const }));
  const street = (one: number, other: number) => ({
    name: `${one}-${other}`, title: '', class: 'secondary' as const, nodes: [one, other], oneWay: 0 as const, lanesForward: 2, lanesBackward: 2, busLaneForward: false, busLaneBackward: false,
    speedLimitMps: 50 / 3.6, roundabout: false, level: 0, permitted: ORDINARY_TRAFFIC,
  });
  const ways = nodes.flatMap((_, at) => [...(at % side < side - 1 ? [street(at, at + 1)] : []), ...(at + side < side * side ? [street(at, at + side)] : [])]);
  return { nodes, ways };
}

/** Every vehicle starts on a link of its own choice within the first seconds and turns at random, long enough to stay on the way. */
export function drawnCity(side: number, vehicles: number): Twin {
  const twin: Twin = { ...emptyTwin(importedFacts('grid', flatMapAt(47, 5))), ...buildStreets(drawGrid(side)) };
  const { links, lanes, movements } = twin;
  twin.vehicleTypes = makeVehicleTypes();
  const nextOf = Array.from({ length: links.count }, (_, link) => {
    const next = new Set<number>();
    for (let lane = links.firstLane[link]!; lane < links.firstLane[link]! + links.laneCount[link]!; lane++) {
      for (let movement = lanes.firstMovement[lane]!; movement < lanes.firstMovement[lane]! + lanes.movementCount[lane]!; movement++) {
        const to = lanes.link[movements.toLane[movement]!]!;
        if (links.street[to] !== links.street[link]) next.add(to);
      }
    }
    return [...next];
  });
  const routes = Array.from({ length: vehicles }, (_, row) => {
    const route = [row % links.count];
    for (let leg = 0; leg < LINKS_A_ROUTE; leg++) {
      const next = nextOf[route.at(-1)!]!;
      if (next.length === 0) break;
      route.push(next[Math.floor(next.length * randomShare(1, 3000, row, leg))]!);
    }
    return route;
  });
  let firstLink = 0;
  twin.routes = tableFrom(routeColumns, routes.map((route) => { const row = { firstLink, linkCount: route.length }; firstLink += route.length; return row; }));
  twin.routeLinks = tableFrom(routeLinkColumns, routes.flat().map((link) => ({ link })));
  twin.departures = tableFrom(departureColumns, routes.map((_, row) => ({
    name: '', vehicleType: vehicleTypeRow.car, route: row, departS: Math.floor((30 * row) / vehicles), departLane: departLane.free, departPositionM: departRule.free, departSpeedMps: departRule.max,
    arrivalPositionM: -1, firstHalt: 0, haltCount: 0, trip: -1, after: -1,
  })));
  return twin;
}

