import { tripEnd, type ResultTables } from '../../engine/results/tables.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';

/** A trip that served all its stops: from leaving the first to coming to a stand at the last. */
export interface RunTime { departure: number; line: number; direction: number; runS: number; /** Driven, from where it came onto the road to where it left it. */ lengthM: number }

export function runTimes({ twin, tables: { stopVisits, trips: ended } }: { twin: ReadingTwin; tables: Pick<ResultTables, 'stopVisits' | 'trips'> }): RunTime[] {
  const { departures, trips } = twin, visits = new Map<number, { count: number; leftS: number; cameS: number }>();
  for (let row = 0; row < stopVisits.count; row++) {
    const departure = stopVisits.departure[row]!, { departS, arriveS } = stopVisits;
    const known = visits.get(departure);
    if (known) { known.count++; known.cameS = Math.max(known.cameS, arriveS[row]!); known.leftS = Math.min(known.leftS, departS[row]!); }
    else visits.set(departure, { count: 1, leftS: departS[row]!, cameS: arriveS[row]! });
  }
  const found: RunTime[] = [];
  for (let row = 0; row < ended.count; row++) {
    const departure = ended.departure[row]!, trip = departures.trip[departure]!, seen = visits.get(departure);
    if (trip < 0 || !seen || ended.end[row] !== tripEnd.arrived || seen.count !== trips.callCount[trip] || seen.cameS <= seen.leftS) continue;
    found.push({ departure, line: trips.line[trip]!, direction: trips.direction[trip]!, runS: seen.cameS - seen.leftS, lengthM: ended.routeLengthM[row]! });
  }
  return found;
}

/** Standard deviation of run times about the mean of their own line and direction; null where no line has two. */
export function runTimeSpreadS(times: readonly Pick<RunTime, 'line' | 'direction' | 'runS'>[]): number | null {
  const groups = new Map<string, number[]>();
  for (const { line, direction, runS } of times) groups.set(`${line} ${direction}`, [...(groups.get(`${line} ${direction}`) ?? []), runS]);
  let squares = 0, degrees = 0;
  for (const group of groups.values()) {
    const mean = group.reduce((sum, runS) => sum + runS, 0) / group.length;
    for (const runS of group) squares += (runS - mean) * (runS - mean);
    degrees += group.length - 1;
  }
  return degrees > 0 ? Math.sqrt(squares / degrees) : null;
}

/** Over all their stops and signals; null without any. */
export function commercialSpeedKmh(times: readonly Pick<RunTime, 'runS' | 'lengthM'>[]): number | null {
  let runS = 0, lengthM = 0;
  for (const one of times) { runS += one.runS; lengthM += one.lengthM; }
  return runS > 0 ? (lengthM / runS) * 3.6 : null;
}
