import { DAY_S } from '../../engine/foundation/clock.ts';
import { rowsWhere } from '../../engine/foundation/table.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { quartersWithin } from './add-riders.ts';
import { linksAt, type Place } from './place.ts';

/** People walk at 1.34 m/s on average (Weidmann 1993). */
const WALKING_MPS = 1.34;
/** Lines share the people by the vehicles that leave in this time after the first comes out. */
const SHARED_WITHIN_S = 3600;

/** People who go to stops of lines once an event is over: `people` within a span, none further than `walkM` as the crow flies. */
export interface GoingToStops { people: number; walkM: number; fromS: number; untilS: number }

/** A stop of a line that some of them go to: how many, how long they walk, and when the last vehicle leaves that takes them along. */
interface StopNear { row: number; people: number; walkS: number; lastS: number }

/** How long the longest of their walks takes. */
export const longestWalkS = ({ walkM }: Pick<GoingToStops, 'walkM'>): number => walkM / WALKING_MPS;

/** By row of `lineStops` within a walk of the place: how many more people come there in each quarter of an hour. */
export const ridersFromEvent = (twin: ReadingTwin | Twin, where: Place, going: GoingToStops): Map<number, Float64Array> => new Map(stopsNear(twin, where, going).map(({ row, people, walkS }) => {
  const within = quartersWithin(going.fromS + walkS, going.untilS + walkS), quarters = within.reduce((sum, share) => sum + share, 0);
  return [row, within.map((share) => (people * share) / quarters)];
}));

/** How many of them come to their stop after its last vehicle of the day, or after anybody is taken to come: no run sees them. */
export const tooLateForLines = (twin: ReadingTwin | Twin, where: Place, going: GoingToStops): number => stopsNear(twin, where, going).reduce((sum, { people, walkS, lastS }) => {
  const share = (going.untilS + walkS - lastS) / (going.untilS - going.fromS);
  return sum + people * Math.min(1, Math.max(0, share));
}, 0);

function stopsNear(twin: ReadingTwin | Twin, where: Place, { people, walkM, fromS, untilS }: GoingToStops): StopNear[] {
  const { lineStops, stops } = twin, centre = middleOf(twin, where), { count, lastS } = leaving(twin, fromS, untilS + SHARED_WITHIN_S);
  const near = rowsWhere(lineStops.count, (row) => count[row]! > 0).map((row) => {
    const stop = lineStops.stop[row]!, eastM = stops.xM[stop]! - centre.xM, northM = stops.yM[stop]! - centre.yM;
    return { row, awayM: Math.sqrt(eastM * eastM + northM * northM) };
  }).filter(({ awayM }) => awayM <= walkM);
  const all = near.reduce((sum, { row }) => sum + count[row]!, 0);
  return near.map(({ row, awayM }) => ({ row, people: (people * count[row]!) / all, walkS: awayM / WALKING_MPS, lastS: Math.min(lastS[row]!, lineStops.untilS[row]!) }));
}

function middleOf(twin: ReadingTwin | Twin, where: Place): { xM: number; yM: number } {
  const { links, junctions } = twin, ends = linksAt(where, twin).flatMap((link) => [links.fromJunction[link]!, links.toJunction[link]!]), mean = (of: Readonly<ArrayLike<number>>): number => ends.reduce((sum, end) => sum + of[end]!, 0) / ends.length;
  return { xM: mean(junctions.xM), yM: mean(junctions.yM) };
}

/** By stop of a line: vehicles that leave it in a span and go further, and when the last one does within a day of its begin. */
function leaving({ trips, calls, lineStops }: ReadingTwin | Twin, fromS: number, untilS: number): { count: Float64Array; lastS: Float64Array } {
  const count = new Float64Array(lineStops.count), lastS = new Float64Array(lineStops.count).fill(-Infinity);
  for (let trip = 0; trip < trips.count; trip++) {
    for (let call = trips.firstCall[trip]!; call < trips.firstCall[trip]! + trips.callCount[trip]! - 1; call++) {
      const row = calls.lineStop[call]!, departS = calls.departS[call]!;
      if (row < 0 || departS < fromS || departS >= fromS + DAY_S) continue;
      if (departS < untilS) count[row]!++;
      lastS[row] = Math.max(lastS[row]!, departS);
    }
  }
  return { count, lastS };
}
