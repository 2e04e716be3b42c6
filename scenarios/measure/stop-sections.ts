import { groupRows } from '../../engine/foundation/grouped-rows.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import type { Operated } from './line-operation.ts';

/** A vehicle's way from one stop of its trip to the next, `stop`: from leaving the one to standing at the other. */
export interface StopSection {
  line: number;
  direction: number;
  stop: number;
  runS: number;
  /** Along the planned way. */
  lengthM: number;
  /** Lost before the stop lines on the way; see the indicator 'bus-stop-line-delay-s' for how it is measured. */
  signalDelayS: number;
}

/** Every way from stop to stop that was driven; none where a stop in between was left out. */
export function stopSections({ twin, tables: { stopVisits, signalPassages } }: Pick<Operated, 'twin'> & { tables: Pick<Operated['tables'], 'stopVisits' | 'signalPassages'> }): StopSection[] {
  const { departures, trips, halts } = twin, wayM = wayBetweenHaltsM(twin), found: StopSection[] = [];
  const visits = groupRows(stopVisits.departure, stopVisits.count), passages = groupRows(signalPassages.departure, signalPassages.count);
  for (let departure = 0; departure + 1 < visits.starts.length; departure++) {
    const trip = departures.trip[departure]!, lastHalt = departures.firstHalt[departure]! + departures.haltCount[departure]!;
    let before = -1, beforeHalt = -1, halt = departures.firstHalt[departure]!;
    for (let at = visits.starts[departure]!; trip >= 0 && at < visits.starts[departure + 1]!; at++) {
      const visit = visits.rows[at]!, stop = stopVisits.stop[visit]!;
      while (halt < lastHalt && halts.stop[halt] !== stop) halt++;
      if (stop < 0 || halt === lastHalt) break;
      if (before >= 0 && halt === beforeHalt + 1) {
        const fromS = stopVisits.departS[before]!, untilS = stopVisits.arriveS[visit]!;
        let signalDelayS = 0;
        for (let passage = passages.starts[departure] ?? 0; passage < (passages.starts[departure + 1] ?? 0); passage++) {
          const row = passages.rows[passage]!, passedS = signalPassages.passedS[row]!;
          if (passedS > fromS && passedS <= untilS) signalDelayS += signalPassages.lostS[row]!;
        }
        found.push({ line: trips.line[trip]!, direction: trips.direction[trip]!, stop, runS: untilS - fromS, lengthM: wayM(departure, beforeHalt, halt), signalDelayS });
      }
      before = visit;
      beforeHalt = halt++;
    }
  }
  return found;
}

/** Along the route of a departure from one of its halts to a later one: links, and the ways through the junctions between them. */
function wayBetweenHaltsM({ departures, routes, routeLinks, links, lanes, movements, halts }: ReadingTwin): (departure: number, from: number, to: number) => number {
  const throughM = new Map<number, number>(), key = (from: number, to: number): number => from * links.count + to;
  for (let movement = 0; movement < movements.count; movement++) {
    const ends = key(lanes.link[movements.fromLane[movement]!]!, lanes.link[movements.toLane[movement]!]!);
    if (!throughM.has(ends)) throughM.set(ends, movements.lengthM[movement]!);
  }
  return (departure, from, to) => {
    const first = routes.firstLink[departures.route[departure]!]!;
    let lengthM = halts.positionM[to]! - halts.positionM[from]!;
    for (let index = halts.routeIndex[from]!; index < halts.routeIndex[to]!; index++) {
      const link = routeLinks.link[first + index]!, next = routeLinks.link[first + index + 1]!;
      lengthM += links.lengthM[link]! + (throughM.get(key(link, next)) ?? 0);
    }
    return lengthM;
  };
}
