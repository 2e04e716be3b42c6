import { tableFrom, type RowValues } from '../../engine/foundation/table.ts';
import { run } from '../../engine/run.ts';
import type { RunResults } from '../../engine/results/tables.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import { carFollowing, departLane, departRule, departureColumns, haltColumns, routeColumns, routeLinkColumns, vehicleTypeColumns } from '../../engine/twin/demand.ts';
import { aspect, aspectColumns, controllerColumns, intervalColumns } from '../../engine/twin/signals.ts';
import { category, conflictColumns, conflictKind, junctionColumns, junctionControl, laneColumns, linkColumns, movementColumns, pointColumns, roadClass, streetColumns, turn } from '../../engine/twin/streets.ts';
import { stopColumns } from '../../engine/twin/transit.ts';
import { emptyTwin, type Twin } from '../../engine/twin/twin.ts';

/** A street in one direction, from junction to junction. */
export interface TownLink { name: string; from: string; to: string; lengthM: number; lanes?: number; speedMps?: number }
/** A way from a lane to a lane, both written 'link.lane', lanes counted from the right. */
export interface TownMovement { from: string; to: string; lengthM?: number; speedMps?: number; waitAtM?: number; group?: number; turn?: number; stopsFirst?: boolean }
/** Two ways that meet; the first one gives way to the second. `atM` and `foeAtM`: where the shared area begins on each. */
export interface TownConflict { yields: [string, string]; kind: 'cross' | 'merge'; atM: number; untilM: number; foeAtM: number; foeUntilM: number }
export type TownType = Partial<RowValues<typeof vehicleTypeColumns>>;
export interface TownVehicle { departS: number; route: string[]; type?: string; speedMps?: number; lane?: number; halts?: { link: string; lane: number; positionM: number; dwellS: number; untilS?: number }[] }

export interface Town {
  links: TownLink[];
  movements: TownMovement[];
  conflicts?: TownConflict[];
  /** Plans by junction: each interval is a duration and one letter a group (G green, g permissive, y amber, r red). */
  signals?: Record<string, { durationS: number; shown: string }[]>;
  types?: Record<string, TownType>;
  vehicles: TownVehicle[];
}

const letters: Record<string, number> = { G: aspect.green, g: aspect.greenPermissive, y: aspect.amber, r: aspect.red };

/** SUMO's default passenger car, without the imperfections. */
export const CAR = {
  category: category.car, carFollowing: carFollowing.krauss, lengthM: 5, widthM: 1.8, minGapM: 2.5, accelerationMps2: 2.6, decelerationMps2: 4.5,
  emergencyDecelerationMps2: 9, maxSpeedMps: 55, headwayS: 1, imperfectionShare: 0, speedFactorMean: 1, speedFactorDeviation: 0,
};

export const TOWN_FACTS: Twin['facts'] = {
  name: 'test town', synthetic: true, originLatitudeDeg: 47, originLongitudeDeg: 5, metresPerDegreeNorth: 111000, metresPerDegreeEast: 76000, date: '2026-01-15',
  utcOffsetMin: 60, stepS: 1, defaultFromS: 0, defaultUntilS: 3600, runUntilAllArrived: true, rescueAfterS: 0,
  lighting: { switchOnOffsetMin: 0, switchOffOffsetMin: 0, standbyPowerW: 0 }, energy: { priceEurPerKwh: 0, priceSource: { fr: '', en: '' }, carbonGPerKwh: 0, carbonSource: { fr: '', en: '' } }, sources: [],
};

/** A town as a twin: only what traffic looks at, every line straight. */
export function buildTown(town: Town): Twin {
  const twin = emptyTwin({ ...TOWN_FACTS });
  const names = [...new Set(town.links.flatMap(({ from, to }) => [from, to]))];
  const signals = Object.entries(town.signals ?? {}), controllerOf = (name: string): number => signals.findIndex(([junction]) => junction === name);
  twin.junctions = tableFrom(junctionColumns, names.map((name) => ({ name, xM: 0, yM: 0, control: controllerOf(name) >= 0 ? junctionControl.signals : junctionControl.priority, controller: controllerOf(name), commune: -1 })));
  twin.streets = tableFrom(streetColumns, town.links.map(({ name, lengthM }) => ({ name, class: roadClass.secondary, commune: -1, lengthM, widthM: 7, level: 0, firstPoint: 0, pointCount: 0 })));
  const firstLane: number[] = [];
  let laneCount = 0;
  for (const link of town.links) { firstLane.push(laneCount); laneCount += link.lanes ?? 1; }
  const linkRow = (name: string): number => town.links.findIndex((link) => link.name === name);
  const laneRow = (name: string): number => { const [link, lane] = name.split('.'); return firstLane[linkRow(link!)]! + Number(lane ?? 0); };
  const movements = [...town.movements].sort((one, other) => laneRow(one.from) - laneRow(other.from));
  const movementRow = (name: string): number => { const [from, to] = name.split('>'); return movements.findIndex((movement) => movement.from === from && movement.to === to); };
  const linesM = [...town.links.map(({ lengthM }) => lengthM), ...movements.map(({ lengthM = 10 }) => lengthM)];
  twin.points = tableFrom(pointColumns, linesM.flatMap((lengthM, row) => [{ xM: 0, yM: 10 * row }, { xM: lengthM, yM: 10 * row }]));
  const linkOfLane = (lane: number): number => firstLane.findLastIndex((first) => first <= lane);
  twin.links = tableFrom(linkColumns, town.links.map((link, row) => ({
    name: link.name, street: row, fromJunction: names.indexOf(link.from), toJunction: names.indexOf(link.to), lengthM: link.lengthM, speedLimitMps: link.speedMps ?? 13.89, priority: 1, firstLane: firstLane[row]!, laneCount: link.lanes ?? 1,
  })));
  twin.lanes = tableFrom(laneColumns, Array.from({ length: laneCount }, (_, lane) => {
    const link = town.links[linkOfLane(lane)]!, own = movements.filter(({ from }) => laneRow(from) === lane);
    return {
      link: linkOfLane(lane), lengthM: link.lengthM, widthM: 3.2, speedLimitMps: link.speedMps ?? 13.89, permitted: 2047,
      firstMovement: own.length > 0 ? movements.indexOf(own[0]!) : 0, movementCount: own.length, firstPoint: 2 * linkOfLane(lane), pointCount: 2,
    };
  }));
  const both = (town.conflicts ?? []).flatMap(({ yields: [one, other], kind, atM, untilM, foeAtM, foeUntilM }) => [
    { movement: movementRow(one), foe: movementRow(other), kind: conflictKind[kind], yields: 1, fromM: atM, untilM },
    { movement: movementRow(other), foe: movementRow(one), kind: conflictKind[kind], yields: 0, fromM: foeAtM, untilM: foeUntilM },
  ]).sort((one, other) => one.movement - other.movement);
  twin.conflicts = tableFrom(conflictColumns, both);
  twin.movements = tableFrom(movementColumns, movements.map((movement, row) => ({
    fromLane: laneRow(movement.from), toLane: laneRow(movement.to), junction: twin.links.toJunction[linkOfLane(laneRow(movement.from))]!, turn: movement.turn ?? turn.straight, signalGroup: movement.group ?? -1,
    lengthM: movement.lengthM ?? 10, speedLimitMps: movement.speedMps ?? 13.89, waitAtM: movement.waitAtM ?? 0, keepsClear: 1, stopsFirst: movement.stopsFirst ? 1 : 0, visibilityM: 4.5, permitted: 2047,
    firstConflict: Math.max(0, both.findIndex((conflict) => conflict.movement === row)), conflictCount: both.filter((conflict) => conflict.movement === row).length, firstPoint: 2 * (town.links.length + row), pointCount: 2,
  })));
  addSignals(twin, signals);
  addVehicles(twin, town, linkRow, laneRow);
  return twin;
}

function addSignals(twin: Twin, signals: [string, { durationS: number; shown: string }[]][]): void {
  const intervals = signals.flatMap(([, plan], controller) => plan.map((interval) => ({ ...interval, controller })));
  let shown = 0, first = 0;
  twin.controllers = tableFrom(controllerColumns, signals.map(([name, plan]) => {
    const firstInterval = first;
    first += plan.length;
    return { name, xM: 0, yM: 0, groupCount: plan[0]!.shown.length, cycleS: plan.reduce((sum, { durationS }) => sum + durationS, 0), offsetS: 0, firstInterval, intervalCount: plan.length, busPriority: 0 };
  }));
  twin.intervals = tableFrom(intervalColumns, intervals.map((interval) => {
    const firstAspect = shown;
    shown += interval.shown.length;
    return { controller: interval.controller, durationS: interval.durationS, longestS: interval.durationS, stage: interval.shown.includes('y') ? 0 : 1, firstAspect };
  }));
  twin.aspects = tableFrom(aspectColumns, intervals.flatMap((interval) => [...interval.shown].map((letter) => ({ shown: letters[letter]! }))));
}

function addVehicles(twin: Twin, town: Town, linkRow: (name: string) => number, laneRow: (name: string) => number): void {
  const types = Object.entries(town.types ?? { car: {} }), routes = [...new Set(town.vehicles.map(({ route }) => route.join(' ')))];
  twin.vehicleTypes = tableFrom(vehicleTypeColumns, types.map(([name, type]) => ({ ...CAR, ...type, name })));
  let first = 0;
  twin.routes = tableFrom(routeColumns, routes.map((route) => { const firstLink = first, linkCount = route.split(' ').length; first += linkCount; return { firstLink, linkCount }; }));
  twin.routeLinks = tableFrom(routeLinkColumns, routes.flatMap((route) => route.split(' ').map((name) => ({ link: linkRow(name) }))));
  const vehicles = [...town.vehicles].sort((one, other) => one.departS - other.departS);
  let firstHalt = 0;
  twin.departures = tableFrom(departureColumns, vehicles.map((vehicle, row) => {
    const haltCount = vehicle.halts?.length ?? 0, at = firstHalt;
    firstHalt += haltCount;
    return {
      name: `vehicle ${row}`, vehicleType: Math.max(0, types.findIndex(([name]) => name === vehicle.type)), route: routes.indexOf(vehicle.route.join(' ')), departS: vehicle.departS, departLane: vehicle.lane ?? departLane.best,
      departPositionM: departRule.base, departSpeedMps: vehicle.speedMps ?? departRule.max, arrivalPositionM: -1, firstHalt: at, haltCount, trip: -1, after: -1,
    };
  }));
  const halts = vehicles.flatMap(({ route, halts = [] }) => halts.map((halt) => ({ ...halt, route })));
  twin.stops = tableFrom(stopColumns, halts.map((halt, row) => ({ name: `stop ${row}`, code: '', xM: 0, yM: 0, lane: laneRow(`${halt.link}.${halt.lane}`), positionM: halt.positionM, lengthM: 15 })));
  twin.halts = tableFrom(haltColumns, halts.map((halt, row) => ({ stop: row, lane: laneRow(`${halt.link}.${halt.lane}`), positionM: halt.positionM, dwellS: halt.dwellS, untilS: halt.untilS ?? -1, routeIndex: halt.route.indexOf(halt.link) })));
}

/** Runs a town until all have arrived, or to `untilS`. */
export const simulate = (twin: Twin, settings: Partial<RunSettings> = {}): RunResults =>
  run(twin, { seed: 1, fromS: 0, untilS: 1, stepS: 1, untilAllArrived: settings.untilS === undefined, busPriority: false, replay: false, ...settings });

/** When vehicle `row` (in order of departure) arrived; -1 if it did not. */
export const arrivalS = ({ tables: { trips } }: RunResults, row: number): number => trips.arriveS[trips.departure.indexOf(row)] ?? -1;
export const timeLossS = ({ tables: { trips } }: RunResults, row: number): number => trips.timeLossS[trips.departure.indexOf(row)] ?? -1;
