import { codeName } from '../../engine/foundation/table.ts';
import type { ResultTables } from '../../engine/results/tables.ts';
import { transitMode } from '../../engine/twin/transit.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { ON_TIME_S } from './bus-on-time.ts';
import { excessWaitS, frequentHeadways } from './headways.ts';
import { peopleRiding } from './people-riding.ts';
import { commercialSpeedKmh, runTimes, runTimeSpreadS } from './run-times.ts';

/** What of a run the figures of lines and stops are computed from. */
export interface Operated { twin: ReadingTwin; tables: Pick<ResultTables, 'stopVisits' | 'trips' | 'boardings' | 'peopleAtStops' | 'signalPassages'> }

/** How a line of buses or trams ran. Definitions as in the indicators of the same names; null where there is nothing to measure. */
export interface LineOperation {
  line: string;
  mode: string;
  /** Driven wholly. */
  trips: number;
  onTimePercent: number;
  meanLateS: number;
  meanRunS: number | null;
  runSpreadS: number | null;
  speedKmh: number | null;
  excessWaitS: number | null;
  /** Lost at signals, over the trips that served a stop. */
  signalDelayPerTripS: number;
  boarded: number;
  meanWaitS: number | null;
  meanRideS: number | null;
  leftBehind: number;
}

/** What of it is a number. */
export type LineFigure = keyof { [Name in keyof LineOperation as LineOperation[Name] extends number | null ? Name : never]: true };

/** Lines in the order of their rows; those that served no timetabled stop are left out. */
export function lineOperation(over: Operated): LineOperation[] {
  const { twin, tables } = over, { lines, trips, departures } = twin;
  const lineOf = (departure: number): number => (departures.trip[departure]! < 0 ? -1 : trips.line[departures.trip[departure]!]!);
  const sums = Array.from(lines.name, () => ({ visits: 0, onTime: 0, lateS: 0, lostS: 0, departures: new Set<number>() }));
  for (let row = 0; row < tables.stopVisits.count; row++) {
    const { departure, departS, timetabledDepartS } = tables.stopVisits, line = lineOf(departure[row]!);
    if (line < 0 || timetabledDepartS[row]! < 0) continue;
    const sum = sums[line]!, lateS = departS[row]! - timetabledDepartS[row]!;
    sum.visits++;
    sum.lateS += lateS;
    if (lateS >= ON_TIME_S.earliest && lateS <= ON_TIME_S.latest) sum.onTime++;
    sum.departures.add(departure[row]!);
  }
  for (let row = 0; row < tables.signalPassages.count; row++) {
    const line = lineOf(tables.signalPassages.departure[row]!);
    if (line >= 0) sums[line]!.lostS += tables.signalPassages.lostS[row]!;
  }
  const times = runTimes(over), headways = frequentHeadways(over);
  return sums.flatMap(({ visits, onTime, lateS, lostS, departures: served }, line) => {
    if (visits === 0) return [];
    const own = times.filter((one) => one.line === line), people = peopleRiding(tables, (row) => lineOf(tables.boardings.departure[row]!) === line), { boarded } = people;
    return [{
      line: lines.name[line]!, mode: codeName(transitMode, lines.mode[line]!), trips: own.length, onTimePercent: (100 * onTime) / visits, meanLateS: lateS / visits,
      meanRunS: own.length > 0 ? own.reduce((sum, { runS }) => sum + runS, 0) / own.length : null, runSpreadS: runTimeSpreadS(own), speedKmh: commercialSpeedKmh(own),
      excessWaitS: excessWaitS(headways.filter((one) => one.line === line)), signalDelayPerTripS: lostS / served.size,
      boarded, meanWaitS: boarded > 0 ? people.waitedS / boarded : null, meanRideS: boarded > 0 ? people.rodeS / boarded : null, leftBehind: people.leftBehind,
    }];
  });
}
