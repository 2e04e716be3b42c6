import { tableFrom, type RowValues } from '../../../engine/foundation/table.ts';
import { lineStopColumns, postedTimeColumns, ridingQuarterColumns } from '../../../engine/twin/transit.ts';
import type { ReadingTwin, Twin } from '../../../engine/twin/twin.ts';
import { shareBetween } from './share-between.ts';


/** Who rides, and how they come. */
export interface RidingRules {
  /** By line: rides on the day, both directions together. */
  ridesOfLine: readonly number[];
  /** By stop: how many rides start and end there, beside what stands at the other stops of a line. */
  weightOfStop: readonly number[];
  /** Share of each quarter-hour of the day in its rides. */
  quarterShares: readonly number[];
  /** People come within this time before a vehicle is due: at random where vehicles follow each other as closely. */
  comeWithinS: number;
}

/** The calls of a line at one stop in one direction. */
interface CallsThere { line: number; direction: number; stop: number; calls: number[]; onward: number[] }

/** Stops of lines where nobody is known to ride: enough to keep vehicles apart, and to tell how they run from stop to stop. */
export const addBareLineStops = (twin: Twin): void =>
  addLineStops(twin, { ridesOfLine: new Array<number>(twin.lines.count).fill(0), weightOfStop: new Array<number>(twin.stops.count).fill(0), quarterShares: [], comeWithinS: 0 });

/**
 * Stops of lines with the people who come there. Between two stops of a line ride as many as the product of their weights says,
 * so that the same weights draw where one rides who has come to a stop. Fills `lineStops`, what hangs from it, and `calls.lineStop`.
 */
export function addLineStops(twin: Twin, rules: RidingRules): void {
  const stops = callsByLineStop(twin), rides = ridesFrom(twin, stops, rules);
  const posted: RowValues<typeof postedTimeColumns>[] = [];
  twin.ridingQuarters = tableFrom(ridingQuarterColumns, rules.quarterShares.map((dayShare) => ({ dayShare })));
  twin.lineStops = tableFrom(lineStopColumns, stops.map(({ line, direction, stop, calls, onward }, row) => {
    // Nobody waits where all trips end.
    const dueS = rides[row] === 0 ? [] : onward.map((call) => twin.calls.departS[call]!).sort((one, other) => one - other), firstPostedTime = posted.length;
    posted.push(...dueS.map((departS) => ({ departS })));
    const fromS = dueS.length > 0 ? Math.max(0, dueS[0]! - rules.comeWithinS) : 0, untilS = dueS.at(-1) ?? 0;
    for (const call of calls) twin.calls.lineStop[call] = row;
    return {
      line, direction, stop, fromS, untilS, dayPeopleCount: rides[row]! / Math.max(shareBetween(rules.quarterShares, fromS, untilS), 1e-9), dayProfile: rules.quarterShares.length > 0 ? 0 : -1,
      attractionShare: rules.weightOfStop[stop]!, comeWithinS: rules.comeWithinS, firstPostedTime, postedTimeCount: dueS.length, leastHeadwayShare: 0, longestStandS: 0,
    };
  }));
  twin.postedTimes = tableFrom(postedTimeColumns, posted);
}

/** By line, direction and order of the stops; a stop that a trip passes twice counts as two. */
function callsByLineStop({ trips, calls }: ReadingTwin): CallsThere[] {
  const byKey = new Map<string, CallsThere>();
  for (let trip = 0; trip < trips.count; trip++) {
    const line = trips.line[trip]!, direction = trips.direction[trip]!, first = trips.firstCall[trip]!, end = first + trips.callCount[trip]!;
    const times = new Map<number, number>();
    for (let call = first; call < end; call++) {
      const stop = calls.stop[call]!, nth = times.get(stop) ?? 0, key = `${line} ${direction} ${stop} ${nth}`;
      times.set(stop, nth + 1);
      const there = byKey.get(key) ?? { line, direction, stop, calls: [], onward: [] };
      byKey.set(key, there);
      there.calls.push(call);
      if (call + 1 < end) there.onward.push(call);
    }
  }
  return [...byKey.values()].sort((one, other) => one.line - other.line || one.direction - other.direction);
}

/** Rides that start at each stop of a line: its weight by that of all stops after it, scaled to the rides of the line. */
function ridesFrom(twin: ReadingTwin, stops: readonly CallsThere[], { ridesOfLine, weightOfStop }: RidingRules): number[] {
  const rides = new Array<number>(stops.length).fill(0), ofLine = new Array<number>(twin.lines.count).fill(0);
  let after = 0;
  for (let row = stops.length - 1; row >= 0; row--) {
    const { line, direction, stop, onward } = stops[row]!, next = stops[row + 1];
    if (next?.line !== line || next.direction !== direction) after = 0;
    if (onward.length > 0) rides[row] = weightOfStop[stop]! * after;
    ofLine[line]! += rides[row]!;
    after += weightOfStop[stop]!;
  }
  return rides.map((product, row) => (product > 0 ? (product * ridesOfLine[stops[row]!.line]!) / ofLine[stops[row]!.line]! : 0));
}
