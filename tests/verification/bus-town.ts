// A town of six streets by five with a bus line along its avenue, cars that cross it, and lamps: small enough to run whole days in tests.
import { parseClock } from '../../engine/foundation/clock.ts';
import { tableFrom, type RowValues } from '../../engine/foundation/table.ts';
import type { RunResults } from '../../engine/results/tables.ts';
import { run } from '../../engine/run.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import { departLane, departRule, departureColumns, haltColumns, routeColumns, routeLinkColumns } from '../../engine/twin/demand.ts';
import { intervalColumns } from '../../engine/twin/signals.ts';
import { callColumns, stopColumns, tripColumns } from '../../engine/twin/transit.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { smallCity } from '../browser/small-city.ts';

const hour = (clock: string): number => parseClock(clock)!;
const AVENUE = [12, 13, 14, 15, 16, 17], CAR = 0, BUS = 1, BUS_EVERY_S = 610, DWELL_S = 15, CAR_EVERY_S = 25;
const BUS_FROM_S = hour('06:00'), BUS_UNTIL_S = hour('22:00'), CARS_FROM_S = hour('06:30'), CARS_UNTIL_S = hour('09:30');

/** Runs from midnight to midnight. */
export const dayOf = (seed: number): RunSettings =>
  ({ seed, fromS: 0, untilS: 86400, stepS: 1, untilAllArrived: false, busPriority: true, replay: false });

export const runDay = (twin: ReadingTwin, seed: number): RunResults => run(twin, dayOf(seed));

/** The small town with a bus about every ten minutes each way, and a morning peak of cars. */
export function busTown(): Twin {
  const twin = smallCity();
  const linkBetween = (from: number, to: number): number => {
    for (let link = 0; link < twin.links.count; link++) if (twin.links.fromJunction[link] === from && twin.links.toJunction[link] === to) return link;
    throw new Error(`no link from junction ${from} to ${to}`);
  };
  const linksAlong = (junctions: readonly number[]) => junctions.slice(1).map((to, at) => linkBetween(junctions[at]!, to));
  const streets = [0, 1, 2, 3, 4, 5].map((column) => [0, 1, 2, 3, 4].map((row) => row * 6 + column));
  const ways = [AVENUE, AVENUE.toReversed(), ...streets, ...streets.map((junctions) => junctions.toReversed())].map(linksAlong);
  const routes = ways.map((links, at) => ({ firstLink: ways.slice(0, at).flat().length, linkCount: links.length }));
  twin.routes = tableFrom(routeColumns, routes);
  twin.routeLinks = tableFrom(routeLinkColumns, ways.flat().map((link) => ({ link })));
  prolongableGreens(twin);
  // Drivers differ, so that seeds do.
  twin.vehicleTypes.imperfectionShare.fill(0.5);
  twin.vehicleTypes.speedFactorDeviation.fill(0.1);
  addBusesAndCars(twin, ways);
  return twin;
}

/** Greens of the avenue and of the streets that cross it may last ten seconds longer for a bus. */
function prolongableGreens(twin: Twin): void {
  const { count, controller, durationS, stage, firstAspect } = twin.intervals;
  twin.intervals = tableFrom(intervalColumns, Array.from({ length: count }, (_, row) => ({
    controller: controller[row]!, durationS: durationS[row]!, longestS: durationS[row]! + (stage[row] === 1 ? 10 : 0), stage: stage[row]!, firstAspect: firstAspect[row]!,
  })));
}

function addBusesAndCars(twin: Twin, ways: readonly number[][]): void {
  const stops: RowValues<typeof stopColumns>[] = [], trips: RowValues<typeof tripColumns>[] = [], calls: RowValues<typeof callColumns>[] = [], halts: RowValues<typeof haltColumns>[] = [];
  type Departure = RowValues<typeof departureColumns>;
  const departures: Omit<Departure, 'trip' | 'firstHalt' | 'haltCount'>[] = [];
  const plain = { departLane: departLane.best, departPositionM: departRule.base, departSpeedMps: 0, arrivalPositionM: -1, after: -1 };
  // Halts in the middle of every second link.
  const stopRows = [0, 1].map((direction) => [0, 2, 4].map((routeIndex) => {
    const lane = twin.links.firstLane[ways[direction]![routeIndex]!]!;
    return { routeIndex, row: stops.push({ name: `Stop ${stops.length + 1}`, code: '', xM: 0, yM: 0, lane, positionM: twin.lanes.lengthM[lane]! / 2, lengthM: 20 }) - 1 };
  }));
  for (let startS = BUS_FROM_S; startS < BUS_UNTIL_S; startS += BUS_EVERY_S) {
    for (const direction of [0, 1]) departures.push({ name: `bus ${direction} ${startS}`, vehicleType: BUS, route: direction, departS: startS, ...plain });
  }
  for (let departS = CARS_FROM_S, at = 0; departS < CARS_UNTIL_S; departS += CAR_EVERY_S, at++) {
    departures.push({ name: `car ${at}`, vehicleType: CAR, route: (at * 5) % ways.length, departS, ...plain });
  }
  departures.sort((one, other) => one.departS - other.departS);
  twin.departures = tableFrom(departureColumns, departures.map((one, departure): Departure => {
    if (one.vehicleType === CAR) return { ...one, firstHalt: halts.length, haltCount: 0, trip: -1 };
    const trip = trips.push({ line: 0, direction: one.route, block: -1, departure, firstCall: calls.length, callCount: 3 }) - 1, firstHalt = halts.length;
    stopRows[one.route]!.forEach(({ row, routeIndex }, order) => {
      const arriveS = one.departS + 20 + order * 35, departS = arriveS + DWELL_S;
      calls.push({ stop: row, arriveS, departS, lineStop: -1 });
      halts.push({ stop: row, lane: stops[row]!.lane, positionM: stops[row]!.positionM, dwellS: DWELL_S, untilS: departS - 30, routeIndex });
    });
    return { ...one, firstHalt, haltCount: 3, trip };
  }));
  twin.stops = tableFrom(stopColumns, stops);
  twin.trips = tableFrom(tripColumns, trips);
  twin.calls = tableFrom(callColumns, calls);
  twin.halts = tableFrom(haltColumns, halts);
}
