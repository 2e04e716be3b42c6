import { CROSSING_INTERVAL_S, type PedestrianState } from '../state/pedestrian-state.ts';
import type { Faults } from './faults.ts';

/** Faster than anyone runs. */
const MOST_WALKING_MPS = 15;

/** People are at crossings that exist and walk at some pace, as many wait as each crossing says, and windows that are blocked are listed once. */
export function checkPedestrians({ people, peopleCount, crossings, windows, blockedWindows, blockedCount, intervalFromS }: PedestrianState, timeS: number, stepS: number, faults: Faults): void {
  const at = 'state.pedestrians.';
  faults.within(`${at}peopleCount`, peopleCount, people.count);
  faults.within(`${at}blockedCount`, blockedCount, Math.min(blockedWindows.length, windows.count));
  if (!(intervalFromS <= timeS && intervalFromS > timeS - CROSSING_INTERVAL_S - 1.5 * stepS)) faults.add('checkpoint-wrong-clock', `${at}intervalFromS`);
  // Whoever is drawn late is drawn again and again until now.
  if (crossings.nextArrivalS.some((nextS) => nextS >= 0 && nextS < timeS - 1.5 * stepS)) faults.add('checkpoint-wrong-clock', `${at}crossings.nextArrivalS`);
  if (faults.problems.length > 0) return;
  const waiting = new Uint32Array(crossings.count);
  for (let person = 0; person < peopleCount; person++) {
    const crossing = people.crossing[person]!;
    faults.within(`${at}people.crossing`, crossing, crossings.count - 1);
    if (!(people.walkingMps[person]! > 0 && people.walkingMps[person]! <= MOST_WALKING_MPS)) faults.add('checkpoint-off-the-road', `${at}people.walkingMps`);
    if (!(people.startS[person]! <= timeS + stepS && people.arriveS[person]! <= timeS + stepS)) faults.add('checkpoint-wrong-clock', `${at}people.startS`);
    if (people.startS[person]! < 0 && crossing >= 0 && crossing < crossings.count) waiting[crossing]!++;
  }
  if (waiting.some((count, crossing) => count !== crossings.waiting[crossing])) faults.add('checkpoint-chain-broken', `${at}crossings.waiting`);
  const listed = new Uint8Array(windows.count);
  for (let index = 0; index < blockedCount; index++) {
    const window = blockedWindows[index]!;
    faults.within(`${at}blockedWindows`, window, windows.count - 1);
    if (listed[window]!++ > 0) faults.add('checkpoint-chain-broken', `${at}blockedWindows`);
  }
  if (windows.blocked.some((blocked, window) => blocked !== listed[window])) faults.add('checkpoint-chain-broken', `${at}windows.blocked`);
}
