import { randomShare } from '../../engine/foundation/random.ts';
import { tableFrom, type RowValues } from '../../engine/foundation/table.ts';
import { departureColumns, haltColumns, routeColumns, routeLinkColumns, vehicleTypeColumns } from '../../engine/twin/demand.ts';
import { stopColumns } from '../../engine/twin/transit.ts';
import type { ReadingTwin, TwinTables } from '../../engine/twin/twin.ts';
import { parseTime } from '../formats/sumo/attributes.ts';
import type { DemandSink, SumoDistribution, SumoRoute, SumoStop, SumoVehicle } from '../formats/sumo/demand-records.ts';
import { placeName, type Place, type ProblemList } from '../formats/problem-list.ts';
import { vehicleTypeFrom } from '../formats/sumo/vehicle-type-element.ts';
import { arrivalPosition, laneOrRule, positionOrRule, speedOrRule } from './from-sumo-departure-rules.ts';
import { detectorRows, type DetectorRow, type InsideLane } from './from-sumo-detectors.ts';
import { ENDLESS_FLOW_S, flowDepartures, IMPORT_SEED, importDraw } from './from-sumo-flows.ts';
import { haltsOf, stopRow, type HaltRow, type StopRow } from './from-sumo-halts.ts';
import { lineName, linesFrom } from './from-sumo-lines.ts';
import { isFault, makeRouteRows, type KnownRoute, type RouteFault, type RouteRows } from './from-sumo-routes.ts';
import type { SumoStreets } from './from-sumo-streets.ts';
import { wordTable } from '../formats/word-table.ts';

/** More departures than this are refused. */
export const MOST_DEPARTURES = 20_000_000;

/** Types that SUMO knows without being told. */
const builtInTypes: Readonly<Record<string, string>> = wordTable({
  DEFAULT_VEHTYPE: 'passenger', DEFAULT_TAXITYPE: 'taxi', DEFAULT_BIKETYPE: 'bicycle', DEFAULT_PEDTYPE: 'pedestrian',
});

type DepartureRow = RowValues<typeof departureColumns>;
export type DemandTables = Pick<TwinTables, 'vehicleTypes' | 'routes' | 'routeLinks' | 'departures' | 'halts' | 'stops' | 'lines' | 'trips' | 'calls'>;

/** What the demand is built on. */
export interface DemandContext {
  /** Its links, lanes and movements. */
  twin: ReadingTwin;
  streets: SumoStreets;
  /** Lanes inside junctions, by name. */
  insideLanes: ReadonlyMap<string, InsideLane>;
  /** By movement: 1 where it gives way and no signal rules. */
  isMinor: Readonly<Uint8Array>;
  shiftM: readonly [number, number];
  beginS: number;
  endS: number | undefined;
  /** Vehicles that cannot drive their route are left out with a warning, as SUMO does where told to. */
  leavesOutBadRoutes: boolean;
  problems: ProblemList;
}

/** Everything of the demand while the files go by. */
interface Growing {
  types: RowValues<typeof vehicleTypeColumns>[];
  typeRow: Map<string, number>;
  typeDistributions: Map<string, SumoDistribution>;
  routesByName: Map<string, SumoRoute>;
  routeDistributions: Map<string, SumoDistribution>;
  stops: StopRow[];
  stopNumber: Map<string, number>;
  departures: { row: DepartureRow; halts: HaltRow[]; line: string }[];
  names: Set<string>;
  flows: number;
  beforeBegin: number;
  faults: Map<string, FaultyVehicles>;
}

/** Vehicles that cannot drive for one and the same reason: it is told once, where it was met first. */
interface FaultyVehicles { fault: RouteFault; where: string; vehicle: string; count: number }

/** The member that a draw picks: its weight over the sum of all. */
function pick({ members }: SumoDistribution, share: number): string | undefined {
  let rest = share * members.reduce((sum, { weight }) => sum + weight, 0);
  for (const { id, weight } of members) {
    rest -= weight;
    if (rest < 0) return id;
  }
  return members.at(-1)?.id;
}

function typeRowOf(name: string, growing: Growing, vehicle: number, place: Place, problems: ProblemList): number | undefined {
  const distribution = growing.typeDistributions.get(name);
  const id = distribution ? pick(distribution, randomShare(IMPORT_SEED, importDraw.type, vehicle, 0)) : name;
  const row = id === undefined ? undefined : growing.typeRow.get(id);
  if (row !== undefined || id === undefined || builtInTypes[id] === undefined) return row;
  const type = vehicleTypeFrom({ name: 'vType', attributes: { id, vClass: builtInTypes[id] }, line: place.line }, place, problems);
  growing.typeRow.set(id, growing.types.length);
  return growing.types.push(type.row) - 1;
}

/** The route that a vehicle drives, with the stops that the route itself brings; undefined with what is wrong noted. */
function routeOf(vehicle: SumoVehicle, category: number, growing: Growing, rows: RouteRows, { streets }: DemandContext): { route: KnownRoute; stops: readonly SumoStop[] } | undefined {
  const distribution = growing.routeDistributions.get(vehicle.route);
  const name = distribution ? pick(distribution, randomShare(IMPORT_SEED, importDraw.route, growing.departures.length, 0)) ?? '' : vehicle.route;
  const given = vehicle.own ?? (name !== '' ? growing.routesByName.get(name) : undefined);
  let found: ReturnType<RouteRows['named']>;
  if (given !== undefined) found = rows.named(given.edges);
  else if (name !== '') found = { code: 'sumo-unknown-route', parameters: { route: name } };
  else {
    const names = [vehicle.from, ...vehicle.via.split(/\s+/).filter((via) => via !== ''), vehicle.to];
    const unknown = names.find((edge) => !streets.linkRow.has(edge));
    if (vehicle.from === '' || vehicle.to === '') found = { code: 'sumo-vehicle-without-route', parameters: {} };
    else if (unknown !== undefined) found = { code: 'sumo-unknown-edge', parameters: { edge: unknown } };
    else found = rows.fastest(names.map((edge) => streets.linkRow.get(edge)!), category);
  }
  const fault = isFault(found) ? found : rows.fault(found, category);
  if (fault === undefined) return { route: found as KnownRoute, stops: given?.stops ?? [] };
  noteFault(fault, vehicle, growing);
  return undefined;
}

function noteFault(fault: RouteFault, { place, kind, id }: SumoVehicle, { faults }: Growing): void {
  const key = JSON.stringify(fault), known = faults.get(key);
  if (known) known.count++;
  else faults.set(key, { fault, where: placeName(place, `${kind} "${id}"`), vehicle: id, count: 1 });
}

/** The rest of a departure's row, or undefined with the attributes that cannot be understood listed. */
function departureRow(vehicle: SumoVehicle, name: string, departS: number, vehicleType: number, route: KnownRoute, growing: Growing, context: DemandContext): DepartureRow | undefined {
  const { links } = context.streets;
  const first = links[route.links[0]!]!, last = links[route.links.at(-1)!]!;
  const where = placeName(vehicle.place, `${vehicle.kind} "${vehicle.id}"`);
  let good = true;
  const checked = (attribute: string, value: string, result: number | undefined): number => {
    if (result !== undefined) return result;
    context.problems.error('sumo-bad-value', where, { attribute, value: value.slice(0, 80) });
    good = false;
    return 0;
  };
  const row: DepartureRow = {
    name, vehicleType, route: route.row, departS,
    departLane: checked('departLane', vehicle.departLane, laneOrRule(vehicle.departLane, first.laneCount)),
    departPositionM: checked('departPos', vehicle.departPosition, positionOrRule(vehicle.departPosition, first.lengthM)),
    departSpeedMps: checked('departSpeed', vehicle.departSpeed, speedOrRule(vehicle.departSpeed)),
    arrivalPositionM: checked('arrivalPos', vehicle.arrivalPosition,
      arrivalPosition(vehicle.arrivalPosition, last.lengthM, randomShare(IMPORT_SEED, importDraw.arrival, growing.departures.length, 0))),
    firstHalt: 0, haltCount: 0, trip: -1, after: -1,
  };
  return good ? row : undefined;
}

/** When a vehicle wants to enter; undefined, with its problem listed, when no clock says so. */
function departTime(vehicle: SumoVehicle, context: DemandContext): number | undefined {
  if (vehicle.depart === 'now' || vehicle.depart === 'begin') return context.beginS;
  const timeS = parseTime(vehicle.depart);
  const where = placeName(vehicle.place, `${vehicle.kind} "${vehicle.id}"`);
  if (['triggered', 'containerTriggered', 'split'].includes(vehicle.depart)) context.problems.warning('sumo-depart-triggered', where, { depart: vehicle.depart });
  else if (timeS === undefined || timeS < 0) context.problems.error('sumo-bad-time', where, { attribute: 'depart', value: vehicle.depart.slice(0, 80) });
  else return timeS;
  return undefined;
}

/** Adds one departure. False, with its problem listed, when it cannot be. */
function addVehicle(vehicle: SumoVehicle, name: string, departS: number, shiftS: number, growing: Growing, rows: RouteRows, context: DemandContext): boolean {
  const { problems, streets } = context;
  const where = placeName(vehicle.place, `${vehicle.kind} "${vehicle.id}"`);
  if (growing.names.has(name)) { problems.error('sumo-vehicle-twice', where, { vehicle: name }); return false; }
  growing.names.add(name);
  if (departS < context.beginS) { growing.beforeBegin++; return true; }
  if (growing.departures.length >= MOST_DEPARTURES) { problems.error('sumo-too-many-vehicles', where, { limit: MOST_DEPARTURES }); return false; }
  const type = typeRowOf(vehicle.type, growing, growing.departures.length, vehicle.place, problems);
  if (type === undefined) { problems.error('sumo-unknown-type', where, { type: vehicle.type }); return false; }
  const found = routeOf(vehicle, growing.types[type]!.category, growing, rows, context);
  if (found === undefined) return false;
  const row = departureRow(vehicle, name, departS, type, found.route, growing, context);
  if (row === undefined) return false;
  const haltContext = { streets, stops: growing.stops, stopNumber: growing.stopNumber, problems };
  // Times in the stops of a route count from the departure; those of a flow's vehicle move with it. As in MSBaseVehicle::addStops.
  const halts = [...haltsOf(found.stops, found.route.links, departS, name, haltContext), ...haltsOf(vehicle.stops, found.route.links, shiftS, name, haltContext)];
  growing.departures.push({ row, halts: halts.sort((one, other) => one.routeIndex - other.routeIndex), line: lineName(vehicle.line, vehicle.route) });
  return true;
}

function addFlow(flow: SumoVehicle, growing: Growing, rows: RouteRows, context: DemandContext): void {
  const times = flowDepartures(flow, context.endS ?? flow.beginS + ENDLESS_FLOW_S, growing.flows++);
  if (times === undefined) { context.problems.error('sumo-flow-without-rate', placeName(flow.place, `flow "${flow.id}"`)); return; }
  for (let nth = 0; nth < times.length; nth++) {
    // What is wrong with one vehicle of a flow is wrong with all: it is said once.
    if (!addVehicle(flow, `${flow.id}.${nth}`, times[nth]!, times[nth]! - flow.beginS, growing, rows, context)) return;
  }
}

function tablesOf(growing: Growing, rows: RouteRows, { streets }: DemandContext): DemandTables {
  const order = growing.departures.map((_, at) => at).sort((one, other) => growing.departures[one]!.row.departS - growing.departures[other]!.row.departS || one - other);
  const halts: RowValues<typeof haltColumns>[] = [];
  const transit = linesFrom(order.map((at) => growing.departures[at]!), growing.types, growing.stops, rows, streets.links);
  const departures = order.map((at) => {
    const { row, halts: own } = growing.departures[at]!;
    row.firstHalt = halts.length;
    row.haltCount = own.length;
    halts.push(...own);
    return row;
  });
  return {
    vehicleTypes: tableFrom(vehicleTypeColumns, growing.types), routes: tableFrom(routeColumns, rows.routes),
    routeLinks: tableFrom(routeLinkColumns, rows.routeLinks), departures: tableFrom(departureColumns, departures),
    halts: tableFrom(haltColumns, halts), stops: tableFrom(stopColumns, growing.stops), ...transit,
  };
}

/** Takes route and additional files element by element; `tables` gives the demand of the twin when all are read. */
export function makeDemandBuilder(context: DemandContext): { sink: DemandSink; detectors: readonly DetectorRow[]; tables(): DemandTables } {
  const { problems, streets, shiftM } = context;
  const growing: Growing = {
    types: [], typeRow: new Map(), typeDistributions: new Map(), routesByName: new Map(), routeDistributions: new Map(),
    stops: [], stopNumber: new Map(), departures: [], names: new Set(), flows: 0, beforeBegin: 0, faults: new Map(),
  };
  const detectors: DetectorRow[] = [];
  const rows = makeRouteRows(context.twin, streets.linkRow, context.isMinor);
  const twice = (place: Place, what: string, id: string): void => problems.error('sumo-name-twice', placeName(place, `${what} "${id}"`));
  const sink: DemandSink = {
    vehicleType({ id, row, place }) {
      if (growing.typeRow.has(id)) { twice(place, 'vType', id); return; }
      growing.typeRow.set(id, growing.types.push(row) - 1);
    },
    typeDistribution: (distribution) => void growing.typeDistributions.set(distribution.id, distribution),
    route(route) {
      if (growing.routesByName.has(route.id)) { twice(route.place, 'route', route.id); return; }
      growing.routesByName.set(route.id, route);
    },
    routeDistribution: (distribution) => void growing.routeDistributions.set(distribution.id, distribution),
    vehicle(vehicle) {
      if (vehicle.kind === 'flow') { addFlow(vehicle, growing, rows, context); return; }
      const departS = departTime(vehicle, context);
      if (departS !== undefined) addVehicle(vehicle, vehicle.id, departS, 0, growing, rows, context);
    },
    busStop(stop) {
      const row = stopRow(stop, streets, shiftM, problems);
      if (growing.stopNumber.has(stop.id)) twice(stop.place, 'busStop', stop.id);
      else if (row) growing.stopNumber.set(stop.id, growing.stops.push(row) - 1);
    },
    detector: (detector) => void detectors.push(...detectorRows(detector, streets, context.insideLanes, problems)),
  };
  return {
    sink, detectors,
    tables() {
      for (const { fault: { code, parameters }, where, vehicle, count } of growing.faults.values()) {
        problems[context.leavesOutBadRoutes ? 'warning' : 'error'](code, where, { vehicle, ...parameters, others: count - 1 });
      }
      if (growing.beforeBegin > 0) problems.warning('sumo-vehicles-before-begin', `begin ${context.beginS} s`, { count: growing.beforeBegin });
      return tablesOf(growing, rows, context);
    },
  };
}
