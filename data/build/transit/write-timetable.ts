import { tableFrom, type RowValues } from '../../../engine/foundation/table.ts';
import { departLane, departRule, departureColumns, haltColumns } from '../../../engine/twin/demand.ts';
import { callColumns, tripColumns } from '../../../engine/twin/transit.ts';
import type { Twin } from '../../../engine/twin/twin.ts';
import { addDepartures } from '../demand/add-departures.ts';
import type { PlacedStop, StopOnCourse } from './place-stops.ts';

/** One direction of a line, ready to run: where it halts and when, after the first departure. */
export interface DirectionOfLine {
  route: number;
  courseLinks: readonly number[];
  stops: readonly StopOnCourse[];
  /** Arrival at each stop after the departure from the first one. */
  runningS: readonly number[];
}

/** A timetabled run with its vehicle block; trips of one block follow each other in this list. */
export interface TimetabledTrip { line: number; direction: 0 | 1; block: number; startS: number; vehicleType: number; name: string; running: DirectionOfLine }

export interface HoldingRules {
  /** Time at a stop that the timetable counts on. */
  dwellS: number;
  /** Time at a stop at least, whoever gets on and off. */
  leastDwellS: number;
  /** Every so many stops a vehicle waits for its timetabled time. */
  timingPointEvery: number;
  /** How early it may leave the stops in between. */
  earliestS: number;
}

/**
 * Writes trips, calls, departures and halts. A vehicle never leaves a timing point before its time, nor another stop more
 * than `earliestS` before it: a bus that runs early is worse for who waits than one that stands a little.
 */
export function writeTimetable(twin: Twin, trips: readonly TimetabledTrip[], placed: readonly PlacedStop[], rules: HoldingRules): void {
  const tripRows: RowValues<typeof tripColumns>[] = [];
  const callRows: RowValues<typeof callColumns>[] = [];
  const departureRows: RowValues<typeof departureColumns>[] = [];
  const haltRows: RowValues<typeof haltColumns>[] = [];
  const lastOfBlock = new Map<number, number>();
  trips.forEach((trip, row) => {
    const { running: { stops, runningS, route } } = trip;
    tripRows.push({ line: trip.line, direction: trip.direction, block: trip.block, departure: row, firstCall: callRows.length, callCount: stops.length });
    const firstHalt = haltRows.length;
    stops.forEach(({ stop, courseIndex }, order) => {
      const arriveS = trip.startS + runningS[order]!;
      const departS = order === 0 || order === stops.length - 1 ? arriveS : arriveS + rules.dwellS;
      const timingPoint = order % rules.timingPointEvery === 0;
      callRows.push({ stop, arriveS, departS, lineStop: -1 });
      const untilS = order === stops.length - 1 ? -1 : timingPoint ? departS : departS - rules.earliestS;
      haltRows.push({ stop, lane: placed[stop]!.lane, positionM: placed[stop]!.positionM, dwellS: rules.leastDwellS, untilS, routeIndex: courseIndex });
    });
    const lastStop = placed[stops[stops.length - 1]!.stop]!;
    departureRows.push({
      name: trip.name, vehicleType: trip.vehicleType, route,
      // Passengers board for a moment before the timetabled time.
      departS: trip.startS - rules.dwellS, departLane: departLane.best,
      departPositionM: departRule.base, departSpeedMps: 0,
      arrivalPositionM: Math.min(twin.lanes.lengthM[lastStop.lane]!, lastStop.positionM + 2),
      firstHalt, haltCount: stops.length, trip: row, after: lastOfBlock.get(trip.block) ?? -1,
    });
    lastOfBlock.set(trip.block, row);
  });
  twin.trips = tableFrom(tripColumns, tripRows);
  twin.calls = tableFrom(callColumns, callRows);
  addDepartures(twin, tableFrom(departureColumns, departureRows), tableFrom(haltColumns, haltRows));
}
