import { ON_TIME_S } from './bus-on-time.ts';
import { excessWaitS, frequentHeadways } from './headways.ts';
import type { Operated } from './line-operation.ts';
import { stopSections, type StopSection } from './stop-sections.ts';

/** How a stop of a line was served, in one direction. */
export interface StopService {
  /** Its row: names of stops are not their own. */
  lineStop: number;
  line: string;
  /** 0 outward, 1 back. */
  direction: number;
  stop: string;
  visits: number;
  /** Of those with a timetable; as by line. */
  onTimePercent: number | null;
  meanLateS: number | null;
  /** From leaving the stop before to coming to this one; spread: standard deviation. Null at the first. */
  meanRunS: number | null;
  runSpreadS: number | null;
  speedKmh: number | null;
  /** Lost at signals on that way, a vehicle. */
  meanSignalDelayS: number | null;
  /** From coming to a stand to leaving, with what a vehicle waits for its time. */
  meanDwellS: number;
  came: number;
  boarded: number;
  meanWaitS: number | null;
  /** From leaving the stop before to leaving this one or getting off, a person who came aboard. */
  meanRideS: number | null;
  /** Found no room, counted at each vehicle that left them. */
  leftBehind: number;
  /** Still there when the run ended. */
  stillWaiting: number;
  excessWaitS: number | null;
}

/** Sums over the vehicles and people at a stop of a line. */
const noService = () => ({ visits: 0, dwellS: 0, timed: 0, onTime: 0, lateS: 0, came: 0, boarded: 0, waitedS: 0, cameAboard: 0, rodeS: 0, leftBehind: 0, stillWaiting: 0 });
type Sums = ReturnType<typeof noService>;

/** Stops in the order of the ride, line by line; those that nobody served are left out. Empty where the city does not know the stops of its lines. */
export function stopService(over: Operated): StopService[] {
  const { lineStops, lines, stops } = over.twin, rows = Array.from({ length: lineStops.count }, noService);
  const keyOf = (line: number, direction: number, stop: number): string => `${line} ${direction} ${stop}`;
  addVisits(over, rows, keyOf);
  addPeople(over, rows);
  const headways = new Map(frequentHeadways(over).map((one) => [keyOf(one.line, one.direction, one.stop), one])), sections = new Map<string, StopSection[]>();
  for (const one of stopSections(over)) {
    const key = keyOf(one.line, one.direction, one.stop), known = sections.get(key);
    if (known) known.push(one);
    else sections.set(key, [one]);
  }
  return rows.flatMap(({ visits, dwellS, timed, onTime, lateS, came, boarded, waitedS, cameAboard, rodeS, leftBehind, stillWaiting }, row) => {
    if (visits === 0) return [];
    const line = lineStops.line[row]!, direction = lineStops.direction[row]!, stop = lineStops.stop[row]!, key = keyOf(line, direction, stop), apart = headways.get(key);
    return [{
      lineStop: row, line: lines.name[line]!, direction, stop: stops.name[stop]!, visits, onTimePercent: timed > 0 ? (100 * onTime) / timed : null, meanLateS: timed > 0 ? lateS / timed : null, ...onTheWay(sections.get(key) ?? []),
      meanDwellS: dwellS / visits, came, boarded, meanWaitS: boarded > 0 ? waitedS / boarded : null, meanRideS: cameAboard > 0 ? rodeS / cameAboard : null, leftBehind, stillWaiting, excessWaitS: apart ? excessWaitS([apart]) : null,
    }];
  });
}

function addVisits({ twin: { lineStops, departures, trips }, tables: { stopVisits } }: Operated, rows: Sums[], keyOf: (line: number, direction: number, stop: number) => string): void {
  const rowAt = new Map(rows.map((sums, row) => [keyOf(lineStops.line[row]!, lineStops.direction[row]!, lineStops.stop[row]!), sums]));
  for (let visit = 0; visit < stopVisits.count; visit++) {
    const trip = departures.trip[stopVisits.departure[visit]!]!, row = trip < 0 ? undefined : rowAt.get(keyOf(trips.line[trip]!, trips.direction[trip]!, stopVisits.stop[visit]!));
    if (row === undefined) continue;
    row.visits++;
    row.dwellS += stopVisits.departS[visit]! - stopVisits.arriveS[visit]!;
    if (stopVisits.timetabledDepartS[visit]! < 0) continue;
    const lateS = stopVisits.departS[visit]! - stopVisits.timetabledDepartS[visit]!;
    row.timed++;
    row.lateS += lateS;
    if (lateS >= ON_TIME_S.earliest && lateS <= ON_TIME_S.latest) row.onTime++;
  }
}

function addPeople({ tables: { boardings, peopleAtStops } }: Operated, rows: Sums[]): void {
  for (let at = 0; at < boardings.count; at++) {
    const row = rows[boardings.lineStop[at]!];
    if (!row) continue;
    row.boarded += boardings.boardedCount[at]!;
    row.waitedS += boardings.waitedS[at]!;
    row.cameAboard += boardings.aboardCount[at]! - boardings.boardedCount[at]! + boardings.alightedCount[at]!;
    row.rodeS += boardings.rodeS[at]!;
    row.leftBehind += boardings.leftBehindCount[at]!;
  }
  for (let at = 0; at < peopleAtStops.count; at++) {
    rows[peopleAtStops.lineStop[at]!]!.came += peopleAtStops.cameCount[at]!;
    rows[peopleAtStops.lineStop[at]!]!.stillWaiting += peopleAtStops.waitingCount[at]!;
  }
}

function onTheWay(sections: readonly StopSection[]): Pick<StopService, 'meanRunS' | 'runSpreadS' | 'speedKmh' | 'meanSignalDelayS'> {
  const count = sections.length, sum = (valueOf: (one: StopSection) => number): number => sections.reduce((all, one) => all + valueOf(one), 0), runS = sum((one) => one.runS);
  if (count === 0) return { meanRunS: null, runSpreadS: null, speedKmh: null, meanSignalDelayS: null };
  const meanS = runS / count, squares = sum((one) => (one.runS - meanS) * (one.runS - meanS));
  return { meanRunS: meanS, runSpreadS: count > 1 ? Math.sqrt(squares / (count - 1)) : null, speedKmh: runS > 0 ? (sum((one) => one.lengthM) / runS) * 3.6 : null, meanSignalDelayS: sum((one) => one.signalDelayS) / count };
}
