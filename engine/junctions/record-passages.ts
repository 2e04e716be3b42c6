import { addRow } from '../results/growing-table.ts';
import { widenJunctionLog, type JunctionLog } from '../results/junction-log.ts';
import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/**
 * Every passage of a vehicle through signals, from the start of the link before them to the start of the link behind
 * them: when it came, when it passed the stop line, what it lost. Called after all have moved. Nearly every vehicle is
 * where it was: two numbers are looked at for it.
 */
export function recordPassages(twin: ReadingTwin, state: CityState, log: ResultLog, stepS: number): void {
  const { junctions } = log;
  if (junctions === undefined) return;
  const { vehicles } = state, laneCount = twin.lanes.count;
  widenJunctionLog(junctions, vehicles.count);
  const { departure: seen, link: seenLink, lane, passedS } = junctions, { departure: departures, link: links, place: places } = vehicles;
  for (let slot = 0; slot < vehicles.count; slot++) {
    const departure = departures[slot]!;
    if (departure !== seen[slot]) {
      // Whoever was here before has arrived or been taken away: no passage.
      seen[slot] = departure;
      if (departure >= 0) beginLink(state, junctions, slot);
    } else if (departure < 0) continue;
    else if (links[slot] !== seenLink[slot]) {
      if (junctions.leadsToSignals[seenLink[slot]!] === 1 && lane[slot]! >= 0) recordPassage(state, log, junctions, slot);
      beginLink(state, junctions, slot);
    }
    const place = places[slot]!;
    if (place < laneCount) lane[slot] = place;
    else if (passedS[slot]! < 0) passedS[slot] = state.timeS - sinceLineS(vehicles.positionM[slot]!, vehicles.speedMps[slot]!, stepS);
  }
}

function beginLink({ vehicles, timeS }: CityState, junctions: JunctionLog, slot: number): void {
  junctions.link[slot] = vehicles.link[slot]!;
  junctions.lane[slot] = -1;
  junctions.enteredS[slot] = vehicles.enteredLinkS[slot]! >= 0 ? vehicles.enteredLinkS[slot]! : timeS;
  junctions.lossBeforeS[slot] = vehicles.timeLossS[slot]!;
  junctions.passedS[slot] = -1;
  junctions.queuedOn[slot] = -1;
}

/** How long ago the front was at the stop line: within this step, at the speed that the step was driven with. */
const sinceLineS = (positionM: number, speedMps: number, stepS: number): number => (positionM < speedMps * stepS ? positionM / speedMps : stepS);

function recordPassage({ vehicles, timeS }: CityState, log: ResultLog, junctions: JunctionLog, slot: number): void {
  const row = addRow(log.junctionPassages), { rows } = log.junctionPassages;
  rows.departure[row] = vehicles.departure[slot]!;
  rows.lane[row] = junctions.lane[slot]!;
  rows.enteredS[row] = junctions.enteredS[slot]!;
  // Who crossed a small junction within a step was never seen on it.
  rows.passedS[row] = junctions.passedS[slot]! >= 0 ? junctions.passedS[slot]! : timeS;
  rows.delayS[row] = vehicles.timeLossS[slot]! - junctions.lossBeforeS[slot]!;
}
