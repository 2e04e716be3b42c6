import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { Thing } from '../session/thing.ts';
import { lineWays } from './city-ribbons.ts';

/** Where a thing is: the point to fly to, how close to look, and the lines that show its extent. */
export interface ThingPlace { xM: number; yM: number; zoom: number; lines: { xM: number[]; yM: number[] }[]; dots: { xM: number; yM: number }[] }

const corners = ({ points }: ReadingTwin, first: number, count: number, closed: boolean): { xM: number[]; yM: number[] } => {
  const rows = Array.from({ length: count }, (_, at) => first + at);
  if (closed && count > 0) rows.push(first);
  return { xM: rows.map((row) => points.xM[row]!), yM: rows.map((row) => points.yM[row]!) };
};

/** Middle and width of lines, for the camera. */
function around(lines: ThingPlace['lines'], dots: ThingPlace['dots']): { xM: number; yM: number; zoom: number } {
  let west = Infinity, east = -Infinity, south = Infinity, north = -Infinity;
  const take = (xM: number, yM: number): void => {
    [west, east, south, north] = [Math.min(west, xM), Math.max(east, xM), Math.min(south, yM), Math.max(north, yM)];
  };
  for (const { xM, yM } of lines) xM.forEach((x, at) => take(x, yM[at]!));
  for (const { xM, yM } of dots) take(xM, yM);
  const spanM = Math.max(60, east - west, north - south);
  // At zoom 14 and 47° north a pixel is 6.5 m; the span fills about 600 pixels.
  return { xM: (west + east) / 2, yM: (south + north) / 2, zoom: Math.min(17.2, 14 + Math.log2((6.5 * 600) / spanM)) };
}

/** Undefined for a row that the twin does not have, and for vehicles, which move. */
export function placeOf(twin: ReadingTwin, { kind, row }: Thing): ThingPlace | undefined {
  if (row >= twin[kind].count || kind === 'departures') return undefined;
  if (kind === 'streets') {
    const lines = [corners(twin, twin.streets.firstPoint[row]!, twin.streets.pointCount[row]!, false)];
    return { ...around(lines, []), lines, dots: [] };
  }
  if (kind === 'fibres') {
    const lines = [corners(twin, twin.fibres.firstPoint[row]!, twin.fibres.pointCount[row]!, false)];
    return { ...around(lines, []), lines, dots: [] };
  }
  if (kind === 'communes' || kind === 'areas' || kind === 'pedestrianZones') {
    const { firstPoint, pointCount } = twin[kind];
    const lines = [corners(twin, firstPoint[row]!, pointCount[row]!, true)];
    return { ...around(lines, []), lines, dots: [] };
  }
  if (kind === 'lines') {
    const lines = [...(lineWays(twin).get(row) ?? [])].map((street) => corners(twin, twin.streets.firstPoint[street]!, twin.streets.pointCount[street]!, false));
    const dots = [...stopsOfLine(twin, row)].map((stop) => ({ xM: twin.stops.xM[stop]!, yM: twin.stops.yM[stop]! }));
    return lines.length + dots.length > 0 ? { ...around(lines, dots), lines, dots } : { xM: 0, yM: 0, zoom: 12.5, lines, dots };
  }
  const { xM, yM } = twin[kind];
  const dot = { xM: xM[row]!, yM: yM[row]! };
  const dots = kind === 'cabinets' ? lampsOfCabinet(twin, row) : [];
  return { ...dot, zoom: 17, lines: [], dots: [dot, ...dots] };
}

/** Stops at which any trip of a line calls. */
export function stopsOfLine({ trips, calls }: ReadingTwin, line: number): Set<number> {
  const stops = new Set<number>();
  for (let trip = 0; trip < trips.count; trip++) {
    if (trips.line[trip] !== line) continue;
    for (let at = 0; at < trips.callCount[trip]!; at++) stops.add(calls.stop[trips.firstCall[trip]! + at]!);
  }
  return stops;
}

function lampsOfCabinet({ lamps }: ReadingTwin, cabinet: number): { xM: number; yM: number }[] {
  const dots: { xM: number; yM: number }[] = [];
  for (let lamp = 0; lamp < lamps.count; lamp++) if (lamps.cabinet[lamp] === cabinet) dots.push({ xM: lamps.xM[lamp]!, yM: lamps.yM[lamp]! });
  return dots;
}
