import { excessWaitS, frequentHeadways } from './headways.ts';
import type { Operated } from './line-operation.ts';

/** How a stop of a line was served, in one direction. */
export interface StopService {
  /** Its row: names of stops are not their own. */
  lineStop: number;
  line: string;
  /** 0 outward, 1 back. */
  direction: number;
  stop: string;
  visits: number;
  /** From coming to a stand to leaving, with what a vehicle waits for its time. */
  meanDwellS: number;
  came: number;
  boarded: number;
  meanWaitS: number | null;
  /** Found no room, counted at each vehicle that left them. */
  leftBehind: number;
  /** Still there when the run ended. */
  stillWaiting: number;
  excessWaitS: number | null;
}

/** Stops in the order of the ride, line by line; those that nobody served are left out. Empty where the city does not know the stops of its lines. */
export function stopService(over: Operated): StopService[] {
  const { twin: { lineStops, lines, stops, departures, trips }, tables: { stopVisits, boardings, peopleAtStops } } = over;
  const rows = Array.from({ length: lineStops.count }, () => ({ visits: 0, dwellS: 0, came: 0, boarded: 0, waitedS: 0, leftBehind: 0, stillWaiting: 0 }));
  const rowAt = new Map(rows.map((_, row) => [`${lineStops.line[row]} ${lineStops.direction[row]} ${lineStops.stop[row]}`, row]));
  for (let visit = 0; visit < stopVisits.count; visit++) {
    const trip = departures.trip[stopVisits.departure[visit]!]!, row = trip < 0 ? undefined : rowAt.get(`${trips.line[trip]} ${trips.direction[trip]} ${stopVisits.stop[visit]}`);
    if (row === undefined) continue;
    rows[row]!.visits++;
    rows[row]!.dwellS += stopVisits.departS[visit]! - stopVisits.arriveS[visit]!;
  }
  for (let at = 0; at < boardings.count; at++) {
    const row = rows[boardings.lineStop[at]!];
    if (!row) continue;
    row.boarded += boardings.boardedCount[at]!;
    row.waitedS += boardings.waitedS[at]!;
    row.leftBehind += boardings.leftBehindCount[at]!;
  }
  for (let at = 0; at < peopleAtStops.count; at++) {
    rows[peopleAtStops.lineStop[at]!]!.came += peopleAtStops.cameCount[at]!;
    rows[peopleAtStops.lineStop[at]!]!.stillWaiting += peopleAtStops.waitingCount[at]!;
  }
  const headways = new Map(frequentHeadways(over).map((one) => [`${one.line} ${one.direction} ${one.stop}`, one]));
  return rows.flatMap(({ visits, dwellS, waitedS, ...people }, row) => {
    if (visits === 0) return [];
    const line = lineStops.line[row]!, direction = lineStops.direction[row]!, stop = lineStops.stop[row]!, apart = headways.get(`${line} ${direction} ${stop}`);
    return [{
      lineStop: row, line: lines.name[line]!, direction, stop: stops.name[stop]!, visits, meanDwellS: dwellS / visits, came: people.came, boarded: people.boarded,
      meanWaitS: people.boarded > 0 ? waitedS / people.boarded : null, leftBehind: people.leftBehind, stillWaiting: people.stillWaiting, excessWaitS: apart ? excessWaitS([apart]) : null,
    }];
  });
}
