import { copyTable, pickRows, rowAt, tableFrom, withRows, type RowValues } from '../../engine/foundation/table.ts';
import { departureColumns, haltColumns, NEVER_S } from '../../engine/twin/demand.ts';
import { callColumns, tripColumns } from '../../engine/twin/transit.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { blockTrips } from './block-trips.ts';
import { postTimes } from './post-times.ts';

/** What becomes of timetabled trips. Rows are those of the trips before. */
export interface TimetableEdits {
  /** By trip: seconds by which each of its calls is later; negative for earlier. */
  moved: Map<number, readonly number[]>;
  dropped: Set<number>;
  /** Further trips: all like another one, so much later. */
  added: { like: number; laterS: number }[];
}

export const noEdits = (): TimetableEdits => ({ moved: new Map(), dropped: new Set(), added: [] });

/** When a trip leaves its first stop by the timetable. */
export const startsS = ({ trips, calls }: ReadingTwin | Twin, trip: number): number => calls.departS[trips.firstCall[trip]!]!;

/**
 * Writes the timetable anew with what hangs from it: departures, halts, times posted at stops, and which vehicle serves which
 * trips. Departures keep their rows, further ones stand behind all others: draws of drivers go by them.
 */
export function editTimetable(copy: Twin, edits: TimetableEdits): void {
  if (edits.moved.size + edits.dropped.size + edits.added.length === 0) return;
  const lines = new Set([...edits.moved.keys(), ...edits.dropped, ...edits.added.map(({ like }) => like)].map((trip) => copy.trips.line[trip]!));
  const before = { ...copy };
  writeDepartures(copy, edits);
  writeTrips(copy, edits);
  postTimes(copy, before, lines);
  blockTrips(copy, before, lines);
}

/** Moves and drops departures where they stand, and puts those of further trips behind all others, in the order of `added`. */
function writeDepartures(copy: Twin, { moved, dropped, added }: TimetableEdits): void {
  const { trips } = copy, departures = copyTable(departureColumns, copy.departures), halts = copyTable(haltColumns, copy.halts);
  for (const [trip, laterS] of moved) {
    const departure = trips.departure[trip]!;
    if (departure < 0) continue;
    departures.departS[departure]! += laterS[0]!;
    for (let at = 0; at < departures.haltCount[departure]!; at++) later(halts, departures.firstHalt[departure]! + at, laterS[at] ?? laterS.at(-1)!);
  }
  for (const trip of dropped) {
    const departure = trips.departure[trip]!;
    if (departure < 0) continue;
    departures.departS[departure] = NEVER_S;
    departures.trip[departure] = departures.after[departure] = -1;
    departures.haltCount[departure] = 0;
  }
  const haltRows: RowValues<typeof haltColumns>[] = [], departureRows: RowValues<typeof departureColumns>[] = [];
  added.forEach(({ like, laterS }, nth) => {
    const departure = trips.departure[like]!;
    if (departure < 0) return;
    const own = rowAt(departureColumns, copy.departures, departure), firstHalt = halts.count + haltRows.length;
    for (let at = 0; at < own.haltCount; at++) {
      const halt = rowAt(haltColumns, copy.halts, own.firstHalt + at);
      haltRows.push({ ...halt, untilS: halt.untilS < 0 ? halt.untilS : halt.untilS + laterS });
    }
    departureRows.push({ ...own, name: `${own.name} +${nth + 1}`, departS: own.departS + laterS, firstHalt, trip: -1, after: -1 });
  });
  copy.departures = withRows(departureColumns, departures, departureRows);
  copy.halts = withRows(haltColumns, halts, haltRows);
}

/** A time that a halt must not be left before; where there is none, none comes about. */
function later(halts: Twin['halts'], halt: number, byS: number): void {
  if (halts.untilS[halt]! >= 0) halts.untilS[halt]! += byS;
}

/** Trips that stay, then further ones, each with its calls: no draw goes by their rows. */
function writeTrips(copy: Twin, { moved, dropped, added }: TimetableEdits): void {
  const { trips, calls } = copy, tripRows: RowValues<typeof tripColumns>[] = [], from: number[] = [], laterS: number[] = [];
  const write = (trip: number, departure: number, lateness: (order: number) => number): void => {
    const own = rowAt(tripColumns, trips, trip);
    if (departure >= 0) copy.departures.trip[departure] = tripRows.length;
    tripRows.push({ ...own, departure, firstCall: from.length });
    for (let order = 0; order < own.callCount; order++) {
      from.push(own.firstCall + order);
      laterS.push(lateness(order));
    }
  };
  for (let trip = 0; trip < trips.count; trip++) {
    const by = moved.get(trip);
    if (!dropped.has(trip)) write(trip, trips.departure[trip]!, (order) => by?.[order] ?? 0);
  }
  let departure = copy.departures.count - added.filter(({ like }) => trips.departure[like]! >= 0).length;
  for (const { like, laterS: byS } of added) write(like, trips.departure[like]! < 0 ? -1 : departure++, () => byS);
  copy.trips = tableFrom(tripColumns, tripRows);
  copy.calls = pickRows(callColumns, calls, from);
  laterS.forEach((byS, call) => {
    copy.calls.arriveS[call]! += byS;
    copy.calls.departS[call]! += byS;
  });
}
