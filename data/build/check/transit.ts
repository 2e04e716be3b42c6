import { DAY_S } from '../../../engine/foundation/clock.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { ProblemList } from '../../formats/problem-list.ts';
import { QUARTERS_A_DAY, shareBetween } from '../transit/share-between.ts';
import { isShare, MOST_PEOPLE_A_DAY } from './people.ts';

const EVENLY = new Float64Array(QUARTERS_A_DAY).fill(1 / QUARTERS_A_DAY);
/** A service day and those beside it, with room to spare. */
const LONGEST_SERVICE_S = 10 * DAY_S;

/** Stops of lines, who comes there, and the room in vehicles, of a twin whose rows are in order. */
export function checkTransit(twin: ReadingTwin, problems: ProblemList): void {
  const { lineStops, ridingQuarters, postedTimes, interiors } = twin;
  for (let row = 0; row < interiors.count; row++) {
    const times = [interiors.doorsS[row]!, interiors.boardingS[row]!, interiors.alightingS[row]!];
    const good = interiors.capacityCount[row]! > 0 && interiors.vehicleType[row]! >= 0 && times.every((timeS) => timeS >= 0)
      && isShare(interiors.crowdedFromShare[row]!) && interiors.crowdedFactor[row]! >= 1;
    if (!good) problems.error('twin-interior', `interiors: row ${row}`, {});
  }
  for (let row = 0; row < ridingQuarters.count; row++) if (!isShare(ridingQuarters.dayShare[row]!)) problems.error('twin-people-share', `ridingQuarters.dayShare: row ${row}`, { value: ridingQuarters.dayShare[row]! });
  for (let row = 0; row < lineStops.count; row++) {
    const where = `lineStops: row ${row}`, profile = lineStops.dayProfile[row]!;
    if (lineStops.line[row]! < 0 || lineStops.stop[row]! < 0) problems.error('twin-line-stop-of-nothing', where, {});
    if (profile >= 0 && profile + QUARTERS_A_DAY > ridingQuarters.count) problems.error('twin-riding-profile', where, { profile });
    const shares = [lineStops.dayPeopleCount[row]!, lineStops.attractionShare[row]!, lineStops.comeWithinS[row]!, lineStops.leastHeadwayShare[row]!, lineStops.longestStandS[row]!];
    if (!shares.every((value) => value >= 0)) problems.error('twin-line-stop-negative', where, {});
    const ridersCount = ridersOf(twin, row);
    if (!(ridersCount <= MOST_PEOPLE_A_DAY)) problems.error('twin-people-count', where, { value: ridersCount, most: MOST_PEOPLE_A_DAY });
    for (let posted = lineStops.firstPostedTime[row]! + 1; posted < lineStops.firstPostedTime[row]! + lineStops.postedTimeCount[row]!; posted++) {
      if (postedTimes.departS[posted]! < postedTimes.departS[posted - 1]!) problems.error('twin-posted-not-sorted', where, { posted });
    }
  }
  checkCalls(twin, problems);
}

/** How many people come to ride from a stop while its line runs; Infinity where that has no end. */
function ridersOf({ lineStops, ridingQuarters }: ReadingTwin, row: number): number {
  const people = lineStops.dayPeopleCount[row]!, profile = lineStops.dayProfile[row]!, fromS = lineStops.fromS[row]!, untilS = lineStops.untilS[row]!;
  if (!(Math.abs(fromS) <= LONGEST_SERVICE_S && Math.abs(untilS) <= LONGEST_SERVICE_S)) return Infinity;
  const shares = profile < 0 ? EVENLY : Array.from(EVENLY, (_, quarter) => ridingQuarters.dayShare[profile + quarter] ?? 0);
  return people * shareBetween(shares, fromS, untilS);
}

/** A call stands for a stop of the line and direction of its trip. */
function checkCalls({ trips, calls, lineStops }: ReadingTwin, problems: ProblemList): void {
  for (let trip = 0; trip < trips.count; trip++) {
    for (let call = trips.firstCall[trip]!; call < trips.firstCall[trip]! + trips.callCount[trip]!; call++) {
      const row = calls.lineStop[call]!;
      if (row >= 0 && (lineStops.line[row] !== trips.line[trip] || lineStops.direction[row] !== trips.direction[trip] || lineStops.stop[row] !== calls.stop[call])) {
        problems.error('twin-call-of-another-line', `calls: row ${call}`, { lineStop: row });
      }
    }
  }
}
