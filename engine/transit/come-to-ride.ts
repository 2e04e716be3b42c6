import { log } from '../foundation/exact-math.ts';
import { randomShare } from '../foundation/random.ts';
import { joinQueue, type PassengerState } from '../state/passenger-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { purposes } from './purposes.ts';

const QUARTER_S = 900, QUARTERS_A_DAY = 96;

/**
 * People come to a line's stop one by one and at random, a Poisson process whose rate changes by the quarter of an hour. Nobody
 * looks at who waits while no vehicle is there, so all who have come since are drawn when one is: the same people, whenever that is.
 *
 * Where a timetable is posted they know it: whoever would come at random between two vehicles comes in the last minutes
 * before the second, the earlier ones first. That is the same process in less time, and keeps its order.
 */
export function comeToRide(twin: ReadingTwin, passengers: PassengerState, lineStop: number, untilS: number, seed: number): void {
  const { nextComesS } = passengers.lineStops;
  if (nextComesS[lineStop]! < 0) drawNext(twin, passengers, lineStop, seed);
  while (nextComesS[lineStop]! <= untilS) {
    joinQueue(passengers, lineStop, nextComesS[lineStop]!);
    drawNext(twin, passengers, lineStop, seed);
  }
}

function drawNext(twin: ReadingTwin, { lineStops: state }: PassengerState, lineStop: number, seed: number): void {
  const wantS = drawWantS(twin, state, lineStop, seed);
  state.wantS[lineStop] = wantS;
  state.nextComesS[lineStop] = wantS < Infinity && twin.lineStops.postedTimeCount[lineStop]! > 0 ? comesForPosted(twin, state, lineStop, wantS) : wantS;
}

/** When the next person after the last one would come without looking at a timetable; Infinity for nobody. */
function drawWantS({ lineStops, ridingQuarters }: ReadingTwin, { wantS, draws }: PassengerState['lineStops'], lineStop: number, seed: number): number {
  const people = lineStops.dayPeopleCount[lineStop]!, profile = lineStops.dayProfile[lineStop]!, endS = lineStops.untilS[lineStop]!;
  let fromS = wantS[lineStop]!;
  if (!(people > 0)) return Infinity;
  while (fromS < endS) {
    const quarter = Math.floor(fromS / QUARTER_S), quarterEndS = (quarter + 1) * QUARTER_S;
    const share = profile < 0 ? 1 / QUARTERS_A_DAY : ridingQuarters.dayShare[profile + (quarter % QUARTERS_A_DAY)]!;
    if (share > 0) {
      const atS = fromS - (log(1 - randomShare(seed, purposes.arrival, lineStop, draws[lineStop]!++)) * QUARTER_S) / (people * share);
      // A gap that outlasts the quarter is drawn anew from its end: such gaps remember nothing.
      if (atS <= quarterEndS) return atS <= endS ? atS : Infinity;
    }
    fromS = quarterEndS;
  }
  return Infinity;
}

/** Moves who would come at random into the last minutes before the next vehicle is due; Infinity after the last one. */
function comesForPosted({ lineStops, postedTimes: { departS } }: ReadingTwin, { nextPosted }: PassengerState['lineStops'], lineStop: number, wantS: number): number {
  const first = lineStops.firstPostedTime[lineStop]!, end = first + lineStops.postedTimeCount[lineStop]!;
  let posted = nextPosted[lineStop]!;
  while (posted < end && departS[posted]! < wantS) posted++;
  nextPosted[lineStop] = posted;
  if (posted === end) return Infinity;
  const dueS = departS[posted]!, beforeS = posted > first ? departS[posted - 1]! : Math.min(lineStops.fromS[lineStop]!, dueS - 1);
  const withinS = Math.min(lineStops.comeWithinS[lineStop]!, dueS - beforeS);
  return dueS - (withinS * (dueS - wantS)) / (dueS - beforeS);
}
