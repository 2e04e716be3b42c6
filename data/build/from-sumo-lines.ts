import { tableFrom, type RowValues } from '../../engine/foundation/table.ts';
import type { departureColumns, haltColumns, vehicleTypeColumns } from '../../engine/twin/demand.ts';
import { category, type linkColumns } from '../../engine/twin/streets.ts';
import { callColumns, lineClass, lineColumns, stopColumns, transitMode, tripColumns } from '../../engine/twin/transit.ts';
import type { TwinTables } from '../../engine/twin/twin.ts';
import type { RouteRows } from './from-sumo-routes.ts';

/** A departure with the line that its vehicle serves; empty for other traffic. */
export interface LineDeparture { row: RowValues<typeof departureColumns>; halts: readonly RowValues<typeof haltColumns>[]; line: string }

/** Colours that can be told apart, one line after the other: SUMO's files give none to a line. */
const COLOURS = [0x1f77b4, 0xd62728, 0x2ca02c, 0x9467bd, 0xff7f0e, 0x17becf, 0x8c564b, 0xe377c2, 0xbcbd22, 0x7f7f7f];

/** SUMO's gtfs2pt writes '300_10009264': the line and the route it took from the timetable. */
export const lineName = (line: string, route: string): string => (route !== '' && line.endsWith(`_${route}`) ? line.slice(0, -route.length - 1) : line);

const modeOf = (bits: number): number => (bits === category.bus ? transitMode.bus : bits === category.tram ? transitMode.tram : transitMode.other);

/**
 * Lines, trips and their timetables from vehicles that name a line and have a time at every stop. Fills `trip` of the
 * departures, which are in the order of their rows.
 */
export function linesFrom(departures: readonly LineDeparture[], types: readonly RowValues<typeof vehicleTypeColumns>[], stops: readonly RowValues<typeof stopColumns>[], { routes, routeLinks }: Pick<RouteRows, 'routes' | 'routeLinks'>, links: readonly RowValues<typeof linkColumns>[]): Pick<TwinTables, 'lines' | 'trips' | 'calls'> {
  const lines: RowValues<typeof lineColumns>[] = [], trips: RowValues<typeof tripColumns>[] = [], calls: RowValues<typeof callColumns>[] = [];
  const lineRow = new Map<string, number>(), endsOf: { first: string; last: string }[] = [];
  departures.forEach(({ row, halts, line }, departure) => {
    const served = halts.filter(({ stop }) => stop >= 0);
    if (line === '' || served.length < 2 || served.some(({ untilS }) => untilS < 0)) return;
    const first = stops[served[0]!.stop]!.name, last = stops[served.at(-1)!.stop]!.name;
    const known = lineRow.get(line) ?? lines.length;
    if (known === lines.length) {
      const { firstLink, linkCount } = routes[row.route]!;
      lineRow.set(line, known);
      endsOf.push({ first, last });
      lines.push({
        name: line, title: `${first} – ${last}`, mode: modeOf(types[row.vehicleType]!.category), colour: COLOURS[known % COLOURS.length]!,
        lengthM: routeLinks.slice(firstLink, firstLink + linkCount).reduce((sum, { link }) => sum + links[link]!.lengthM, 0), headwayS: 0, lineClass: lineClass.ordinary, assumed: 0,
      });
    }
    // Back is what starts where the line's first trip ended, or ends where it started.
    const isBack = first === endsOf[known]!.last || last === endsOf[known]!.first;
    row.trip = trips.push({ line: known, direction: isBack ? 1 : 0, block: -1, departure, firstCall: calls.length, callCount: served.length }) - 1;
    for (const { stop, untilS, dwellS } of served) calls.push({ stop, arriveS: untilS - dwellS, departS: untilS, lineStop: -1 });
  });
  return { lines: tableFrom(lineColumns, lines), trips: tableFrom(tripColumns, trips), calls: tableFrom(callColumns, calls) };
}
