import { addRow } from '../results/growing-table.ts';
import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import { CROSSING_INTERVAL_S, removePerson, type PedestrianState } from '../state/pedestrian-state.ts';
import { crossingControl } from '../twin/crossings.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { isGreenForPeople } from './claim-windows.ts';
import { hasGap } from './find-gap.ts';

/**
 * Who has reached the other kerb is gone; who waits steps on, if it is their turn and every vehicle can still stop. Called when every driver has seen who wants to cross: each has either made up its mind to
 * stop, or has said that it takes the crossing.
 */
export function walkAcross(twin: ReadingTwin, state: CityState, pedestrians: PedestrianState, log: ResultLog): void {
  const { people } = pedestrians, { timeS } = state;
  if (timeS >= pedestrians.intervalFromS + CROSSING_INTERVAL_S) closeCrossingInterval(pedestrians, log, timeS);
  for (let person = pedestrians.peopleCount - 1; person >= 0; person--) {
    const crossing = people.crossing[person]!;
    if (people.startS[person]! >= 0) {
      if ((timeS - people.startS[person]!) * people.walkingMps[person]! < twin.crossings.lengthM[crossing]!) continue;
      log.replay?.walked({ crossing, fromSecondKerb: people.fromSecondKerb[person]!, arriveS: people.arriveS[person]!, startS: people.startS[person]!, walkingMps: people.walkingMps[person]! });
      removePerson(pedestrians, person);
    } else if (mayStepOn(twin, state, crossing) && isClear(twin, pedestrians, crossing)) stepOn(pedestrians, person, timeS);
  }
}

function mayStepOn(twin: ReadingTwin, state: CityState, crossing: number): boolean {
  switch (twin.crossings.control[crossing]) {
    case crossingControl.signals: return isGreenForPeople(twin, state, crossing);
    case crossingControl.unmarked: return hasGap(twin, state, crossing);
    default: return true;
  }
}

/** Whether every vehicle on the lanes of a crossing can still stop. Those that cannot are waited for: how soon they will be past it is theirs alone to know. */
function isClear({ crossings }: ReadingTwin, { windows }: PedestrianState, crossing: number): boolean {
  const first = crossings.firstWindow[crossing]!, until = first + crossings.windowCount[crossing]!;
  for (let window = first; window < until; window++) {
    if (windows.blocked[window] === 1 && windows.takenUntilS[window]! > 0) return false;
  }
  return true;
}

function stepOn({ people, crossings }: PedestrianState, person: number, timeS: number): void {
  const crossing = people.crossing[person]!, startS = Math.max(timeS, people.arriveS[person]!), waitS = startS - people.arriveS[person]!;
  people.startS[person] = startS;
  crossings.waiting[crossing]!--;
  crossings.started[crossing]!++;
  crossings.waitedS[crossing]! += waitS;
  if (waitS > crossings.longestWaitS[crossing]!) crossings.longestWaitS[crossing] = waitS;
}

/** Writes a row for every crossing at which someone stepped on, and starts the hour that holds `nowS`. */
export function closeCrossingInterval(pedestrians: PedestrianState, log: ResultLog, nowS: number): void {
  const { started, waitedS, longestWaitS } = pedestrians.crossings;
  for (let crossing = 0; crossing < started.length; crossing++) {
    if (started[crossing] === 0) continue;
    const row = addRow(log.crossings), { rows } = log.crossings;
    rows.crossing[row] = crossing;
    rows.fromS[row] = pedestrians.intervalFromS;
    rows.crossed[row] = started[crossing]!;
    rows.meanWaitS[row] = waitedS[crossing]! / started[crossing]!;
    rows.longestWaitS[row] = longestWaitS[crossing]!;
  }
  started.fill(0);
  waitedS.fill(0);
  longestWaitS.fill(0);
  pedestrians.intervalFromS = Math.floor(nowS / CROSSING_INTERVAL_S) * CROSSING_INTERVAL_S;
}
