// One road with a bus line along it, stops at equal distances, and people who come to them: all that passengers need, and nothing else.
import { tableFrom, type RowValues } from '../../engine/foundation/table.ts';
import { haltColumns } from '../../engine/twin/demand.ts';
import { category } from '../../engine/twin/streets.ts';
import { blockColumns, callColumns, interiorColumns, lineClass, lineColumns, lineStopColumns, postedTimeColumns, stopColumns, transitMode, tripColumns } from '../../engine/twin/transit.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { buildTown } from '../situations/traffic-town.ts';

/** Levinson's bus: one door, 5.0 + 2.75 n s, room without end and no crowding unless told otherwise. */
export const LEVINSON = { vehicleType: 0, capacityCount: 60000, doorsS: 5, boardingS: 2.75, alightingS: 2.75, crowdedFromShare: 1, crowdedFactor: 1 };
export const SPACING_M = 500, LIMIT_MPS = 13.89;
/** What the timetable counts on from stop to stop, dwell included. */
export const STOP_TO_STOP_S = 80;

export interface LineTown {
  stops: number;
  /** When each bus is to leave the first stop. */
  leavesS: readonly number[];
  /** By stop: people an hour. The last one has none. */
  perHour: readonly number[];
  interior?: Partial<RowValues<typeof interiorColumns>>;
  lineStop?: Partial<RowValues<typeof lineStopColumns>>;
  /** Nobody comes to a stop after this time. */
  peopleUntilS?: number;
  /** People know when buses are due. */
  posted?: boolean;
  /** Buses wait for their timetabled time at every stop; else at the first only. */
  keepsTimetable?: boolean;
  /** How late a bus leaves the first stop, by bus. */
  lateS?: readonly number[];
}

export function lineTown({ stops, leavesS, perHour, interior = {}, lineStop = {}, peopleUntilS = 86400, posted = false, keepsTimetable = false, lateS = [] }: LineTown): Twin {
  const halts = (bus: number) => Array.from({ length: stops }, (_, order) => ({
    link: 'road', lane: 0, positionM: 100 + order * SPACING_M, dwellS: 0,
    untilS: order === 0 ? leavesS[bus]! + (lateS[bus] ?? 0) : keepsTimetable && order < stops - 1 ? leavesS[bus]! + order * STOP_TO_STOP_S : -1,
  }));
  const twin = buildTown({
    links: [{ name: 'road', from: 'a', to: 'b', lengthM: 100 + stops * SPACING_M, speedMps: LIMIT_MPS }], movements: [],
    types: { bus: { category: category.bus, lengthM: 12, accelerationMps2: 1.2, decelerationMps2: 2.5 } },
    // A bus comes onto the road in time to stand at its first stop.
    vehicles: leavesS.map((timeS, bus) => ({ departS: Math.max(0, timeS - 30), route: ['road'], type: 'bus', halts: halts(bus) })),
  });
  const timetabledS = (bus: number, order: number) => leavesS[bus]! + order * STOP_TO_STOP_S;
  twin.stops = tableFrom(stopColumns, Array.from({ length: stops }, (_, row) => ({ name: `stop ${row}`, code: '', xM: 0, yM: 0, lane: 0, positionM: 100 + row * SPACING_M, lengthM: 15 })));
  twin.halts = tableFrom(haltColumns, leavesS.flatMap((_, bus) => halts(bus).map(({ positionM, dwellS, untilS }, order) => ({ stop: order, lane: 0, positionM, dwellS, untilS, routeIndex: 0 }))));
  twin.lines = tableFrom(lineColumns, [{ name: 'L', title: '', mode: transitMode.bus, colour: 0, lengthM: stops * SPACING_M, headwayS: 0, lineClass: lineClass.ordinary, assumed: 0 }]);
  twin.blocks = tableFrom(blockColumns, []);
  twin.trips = tableFrom(tripColumns, leavesS.map((_, bus) => ({ line: 0, direction: 0, block: -1, departure: bus, firstCall: bus * stops, callCount: stops })));
  twin.calls = tableFrom(callColumns, leavesS.flatMap((_, bus) => Array.from({ length: stops }, (_, order) => ({ stop: order, arriveS: timetabledS(bus, order), departS: timetabledS(bus, order), lineStop: order }))));
  for (let bus = 0; bus < leavesS.length; bus++) twin.departures.trip[bus] = bus;
  twin.lineStops = tableFrom(lineStopColumns, Array.from({ length: stops }, (_, order) => ({
    line: 0, direction: 0, stop: order, dayPeopleCount: perHour[order]! * 24, dayProfile: -1, fromS: 0, untilS: peopleUntilS, attractionShare: 1,
    comeWithinS: 600, firstPostedTime: order * leavesS.length, postedTimeCount: posted ? leavesS.length : 0, leastHeadwayShare: 0, longestStandS: 600, ...lineStop,
  })));
  twin.postedTimes = tableFrom(postedTimeColumns, Array.from({ length: stops }, (_, order) => leavesS.map((_, bus) => ({ departS: timetabledS(bus, order) }))).flat());
  twin.interiors = tableFrom(interiorColumns, [{ ...LEVINSON, ...interior }]);
  return twin;
}

/** Buses one every `headwayS`, from `fromS` on. */
export const every = (headwayS: number, count: number, fromS = headwayS): number[] => Array.from({ length: count }, (_, bus) => fromS + bus * headwayS);
