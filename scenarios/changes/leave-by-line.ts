import { rowsWhere } from '../../engine/foundation/table.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { quartersWithin } from './add-riders.ts';
import { linksAt, type Place } from './place.ts';

/** People walk at 1.34 m/s on average (Weidmann 1993). */
const WALKING_MPS = 1.34;
/** Lines share the people by the vehicles that leave in this time after the first comes out. */
const SHARED_WITHIN_S = 3600;

/** By row of `lineStops` within a walk of the place: how many more people come there in each quarter of an hour. */
export function ridersFromEvent(twin: ReadingTwin | Twin, where: Place, { people, walkM, fromS, untilS }: { people: number; walkM: number; fromS: number; untilS: number }): Map<number, Float64Array> {
  const { lineStops, stops } = twin, centre = middleOf(twin, where), vehicles = leaving(twin, fromS, untilS + SHARED_WITHIN_S);
  const near = rowsWhere(lineStops.count, (row) => vehicles[row]! > 0).map((row) => {
    const stop = lineStops.stop[row]!, eastM = stops.xM[stop]! - centre.xM, northM = stops.yM[stop]! - centre.yM;
    return { row, awayM: Math.sqrt(eastM * eastM + northM * northM) };
  }).filter(({ awayM }) => awayM <= walkM);
  const all = near.reduce((sum, { row }) => sum + vehicles[row]!, 0);
  return new Map(near.map(({ row, awayM }) => {
    const walkS = awayM / WALKING_MPS, within = quartersWithin(fromS + walkS, untilS + walkS), quarters = within.reduce((sum, share) => sum + share, 0);
    return [row, within.map((share) => (people * vehicles[row]! * share) / (all * quarters))];
  }));
}

function middleOf(twin: ReadingTwin | Twin, where: Place): { xM: number; yM: number } {
  const { links, junctions } = twin, ends = linksAt(where, twin).flatMap((link) => [links.fromJunction[link]!, links.toJunction[link]!]), mean = (of: Readonly<ArrayLike<number>>): number => ends.reduce((sum, end) => sum + of[end]!, 0) / ends.length;
  return { xM: mean(junctions.xM), yM: mean(junctions.yM) };
}

/** By stop of a line: vehicles that leave it in a span and go further. */
function leaving({ trips, calls, lineStops }: ReadingTwin | Twin, fromS: number, untilS: number): Float64Array {
  const count = new Float64Array(lineStops.count);
  for (let trip = 0; trip < trips.count; trip++) {
    for (let call = trips.firstCall[trip]!; call < trips.firstCall[trip]! + trips.callCount[trip]! - 1; call++) {
      const row = calls.lineStop[call]!;
      if (row >= 0 && calls.departS[call]! >= fromS && calls.departS[call]! < untilS) count[row]!++;
    }
  }
  return count;
}
