import type { ResultTables } from '../../engine/results/tables.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';

/** Where vehicles follow each other this closely people come at random: five an hour, what London counts as frequent. */
export const FREQUENT_S = 720;

/** Vehicles of a line in one direction, one after the other, where people board. */
export interface LineAtStop { line: number; direction: number; stop: number; /** Times between vehicles that left one after the other, and what the timetable says of the same pairs. */ headwaysS: number[]; timetabledS: number[] }

/**
 * Headways of frequent service by line, direction and stop, last stops apart: the n-th vehicle to leave counts for the n-th of the
 * timetable. Pairs that the timetable has further apart than FREQUENT_S are left out: those who come there look at it.
 */
export function frequentHeadways({ twin, tables: { stopVisits } }: { twin: ReadingTwin; tables: Pick<ResultTables, 'stopVisits'> }): LineAtStop[] {
  const { departures, trips, calls } = twin, at = new Map<string, LineAtStop & { leftS: number[]; dueS: number[] }>();
  for (let row = 0; row < stopVisits.count; row++) {
    const trip = departures.trip[stopVisits.departure[row]!]!, stop = stopVisits.stop[row]!;
    if (trip < 0 || stop < 0 || stopVisits.timetabledDepartS[row]! < 0 || calls.stop[trips.firstCall[trip]! + trips.callCount[trip]! - 1] === stop) continue;
    const line = trips.line[trip]!, direction = trips.direction[trip]!, key = `${line} ${direction} ${stop}`;
    const there = at.get(key) ?? { line, direction, stop, headwaysS: [], timetabledS: [], leftS: [], dueS: [] };
    at.set(key, there);
    there.leftS.push(stopVisits.departS[row]!);
    there.dueS.push(stopVisits.timetabledDepartS[row]!);
  }
  return [...at.values()].map(({ line, direction, stop, leftS, dueS }) => {
    const left = leftS.sort((one, other) => one - other), due = dueS.sort((one, other) => one - other);
    const pairs = left.slice(1).map((timeS, before) => [timeS - left[before]!, due[before + 1]! - due[before]!] as const).filter(([, dueApartS]) => dueApartS > 0 && dueApartS <= FREQUENT_S);
    return { line, direction, stop, headwaysS: pairs.map(([headwayS]) => headwayS), timetabledS: pairs.map(([, dueApartS]) => dueApartS) };
  });
}

/**
 * How much longer people who come at random wait than if all vehicles ran as timetabled: sum h² / (2 sum h) over what ran minus the same over
 * the timetable (excess wait time of Transport for London's bus service reports). Null without any headway.
 */
export function excessWaitS(lineStops: readonly Pick<LineAtStop, 'headwaysS' | 'timetabledS'>[]): number | null {
  const sums = { ran: 0, ranSquares: 0, due: 0, dueSquares: 0 };
  for (const { headwaysS, timetabledS } of lineStops) {
    for (const headwayS of headwaysS) { sums.ran += headwayS; sums.ranSquares += headwayS * headwayS; }
    for (const headwayS of timetabledS) { sums.due += headwayS; sums.dueSquares += headwayS * headwayS; }
  }
  return sums.ran > 0 && sums.due > 0 ? sums.ranSquares / (2 * sums.ran) - sums.dueSquares / (2 * sums.due) : null;
}
