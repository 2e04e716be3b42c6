// A main street of two lanes each way with signals every 400 m and a side street at each, for emergency vehicles that drive along it.
import { buildStreets } from '../../data/build/streets/build-streets.ts';
import { makeVehicleTypes, vehicleTypeRow } from '../../data/build/demand/vehicle-types.ts';
import type { RawNode, RawStreets, RawWay } from '../../data/build/raw-city.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { run } from '../../engine/run.ts';
import type { RunResults } from '../../engine/results/tables.ts';
import { departLane, departRule, departureColumns, routeColumns, routeLinkColumns } from '../../engine/twin/demand.ts';
import { preemptionLevel, preemptionRuleColumns } from '../../engine/twin/preemption.ts';
import { aspect, intergreenColumns, signalGroupColumns } from '../../engine/twin/signals.ts';
import { category, ORDINARY_TRAFFIC } from '../../engine/twin/streets.ts';
import { emptyTwin, type Twin } from '../../engine/twin/twin.ts';
import { dijonFacts } from './lighting-city.ts';

export const SIGNALS = 5;
const SPACING_M = 400, SIDE_M = 200, LIMIT_MPS = 50 / 3.6;

/** Whoever drives: by the row of its vehicle type; along the main street from the west, or northward on a side street. */
export interface Trip { departS: number; type: keyof typeof vehicleTypeRow; way: 'main' | 'back' | number }

function rawCorridor(entryM: number): RawStreets {
  const node = (name: string, xM: number, yM: number, control?: 'signals'): RawNode => ({ name, xM, yM, ...(control ? { control } : {}) });
  const along = Array.from({ length: SIGNALS }, (_, at) => node(`J${at}`, at * SPACING_M, 0, 'signals'));
  const nodes = [node('west', -entryM, 0), ...along, node('east', SIGNALS * SPACING_M, 0), ...along.flatMap(({ xM }, at) => [node(`S${at}`, xM, -SIDE_M), node(`N${at}`, xM, SIDE_M)])];
  const street = (name: string, row: Partial<RawWay> & { nodes: number[] }): RawWay => ({
    name, title: name, class: 'tertiary', oneWay: 0, lanesForward: 1, lanesBackward: 1, busLaneForward: false, busLaneBackward: false, speedLimitMps: LIMIT_MPS, roundabout: false, level: 0, permitted: ORDINARY_TRAFFIC, ...row,
  });
  const side = (at: number): number => SIGNALS + 2 + 2 * at;
  return { nodes, ways: [street('main', { class: 'primary', lanesForward: 2, lanesBackward: 2, nodes: Array.from({ length: SIGNALS + 2 }, (_, row) => row) }), ...along.map((_, at) => street(`side ${at}`, { nodes: [side(at), at + 1, side(at) + 1] }))] };
}

/** The city with these trips; `entryM` lie before the first signal, and plans start by chance. */
export function corridor(entryM: number, trips: readonly Trip[], seed = 1): Twin {
  const twin = Object.assign(emptyTwin(dijonFacts()), buildStreets(rawCorridor(entryM)));
  for (let controller = 0; controller < twin.controllers.count; controller++) twin.controllers.offsetS[controller] = Math.floor(randomShare(seed, 1, controller, 0) * twin.controllers.cycleS[controller]!);
  twin.vehicleTypes = makeVehicleTypes();
  const ways = new Map<Trip['way'], number[]>([['main', wayOf(twin, 'main', 1)], ['back', wayOf(twin, 'main', -1)], ...Array.from({ length: SIGNALS }, (_, at): [number, number[]] => [at, wayOf(twin, `side ${at}`, 1)])]);
  const names = [...ways.keys()], all = [...ways.values()];
  twin.routeLinks = tableFrom(routeLinkColumns, all.flat().map((link) => ({ link })));
  twin.routes = tableFrom(routeColumns, all.map((links, row) => ({ firstLink: all.slice(0, row).flat().length, linkCount: links.length })));
  twin.departures = tableFrom(departureColumns, [...trips].sort((one, other) => one.departS - other.departS).map(({ departS, type, way }, row) => ({
    name: `${type} ${row}`, vehicleType: vehicleTypeRow[type], route: names.indexOf(way), departS, departLane: departLane.best, departPositionM: departRule.base, departSpeedMps: departRule.max,
    arrivalPositionM: -1, firstHalt: 0, haltCount: 0, trip: -1, after: -1,
  })));
  return twin;
}

/** Links of a street from its end in the west or south to the other (1), or back (-1). */
function wayOf({ links, streets, junctions }: Twin, name: string, direction: 1 | -1): number[] {
  const place = (junction: number): number => junctions.xM[junction]! + junctions.yM[junction]!;
  return Array.from({ length: links.count }, (_, link) => link)
    .filter((link) => streets.name[links.street[link]!] === name && (place(links.toJunction[link]!) - place(links.fromJunction[link]!)) * direction > 0)
    .sort((one, other) => (place(links.fromJunction[one]!) - place(links.fromJunction[other]!)) * direction);
}

/** Emergency vehicles go before every plan. */
export function withWave(twin: Twin, leastClearS = 2, recoveryCycleCount = 3): Twin {
  twin.preemptionRules = tableFrom(preemptionRuleColumns, Array.from({ length: twin.controllers.count }, (_, controller) =>
    ({ controller, category: category.emergency, level: preemptionLevel.emergency, leastClearS, recoveryCycleCount })));
  return twin;
}

/** The same street as if every signal were green for it, always. */
export function withoutSignals(twin: Twin): Twin {
  twin.aspects.shown.fill(aspect.green);
  twin.signalGroups = tableFrom(signalGroupColumns, []);
  twin.intergreens = tableFrom(intergreenColumns, []);
  return twin;
}

export const runCorridor = (twin: Twin, { seed = 1, untilS = 1800, busPriority = true } = {}): RunResults =>
  run(twin, { seed, fromS: 0, untilS, stepS: 1, untilAllArrived: true, busPriority, replay: false });

/** Seconds from wanting to leave to arriving, of the trips of a kind, in the order of their departure. */
export function tripTimesS(twin: Twin, { tables: { trips } }: RunResults, type: Trip['type']): number[] {
  return Array.from({ length: trips.count }, (_, row) => row).filter((row) => twin.departures.vehicleType[trips.departure[row]!] === vehicleTypeRow[type])
    .sort((one, other) => trips.departure[one]! - trips.departure[other]!).map((row) => trips.arriveS[row]! - trips.plannedDepartS[row]!);
}
