import type { CityState } from '../state/city-state.ts';
import { isRed, type SignalWatch } from '../state/signal-watch-state.ts';
import { isGreenAspect as isGreen } from '../twin/plan-green.ts';
import { aspect } from '../twin/signals.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { declaredLimits, type DeclaredLimits } from './declared-limits.ts';
import { signalFault } from './signal-fault.ts';

/** Times of a run are sums of steps. */
const ROUNDING_S = 1e-6;

/**
 * The safety monitor: looks at what the signals show and at the limits that the twin declares, at nothing else, and stops
 * the run where conflicting groups are green together, or an intergreen, a green or an amber is cut short, or a red
 * lasts too long. It knows no plan, no controller and no bus, so that whatever these do is held to the same limits.
 *
 * Called once a step, when all controllers have switched. It looks closely only where something has changed, or where a
 * wait could end. A plan that is not in whole steps shows every change up to a step late; limits are taken in whole
 * steps, then: so much is lost to seeing, not to the controller.
 */
export function watchSignals(twin: ReadingTwin, state: CityState, stepS: number): void {
  const watch = state.signalWatch;
  if (!watch) return;
  const limits = declaredLimits(twin), { started } = limits, { timeS, signals: { shown } } = state, before = watch.groups.shown;
  let starts = 0;
  for (let row = 0; row < before.length; row++) {
    if (shown[row] === before[row]) continue;
    // All ends first: a green may start in the very step in which another's intergreen is over.
    if (leave(twin, limits, watch, row, shown[row]!, timeS, stepS)) started[starts++] = row;
    before[row] = shown[row]!;
  }
  for (let at = 0; at < starts; at++) startGreen(twin, limits, state, started[at]!, stepS);
  if (timeS >= watch.nextWaitEndS) lookForWaits(twin, limits, state, stepS);
}

/** Notes what a group no longer shows, and whether it was shown for long enough. True where a green starts. */
function leave(twin: ReadingTwin, limits: DeclaredLimits, watch: SignalWatch, row: number, is: number, timeS: number, stepS: number): boolean {
  const { groups } = watch, was = groups.shown[row]!, shownS = timeS - groups.sinceS[row]!;
  // One green after another is still the same green, one red after another the same wait.
  if ((isGreen(was) && isGreen(is)) || (isRed(was) && isRed(is))) return false;
  if (isGreen(was)) {
    if (shownS < wholeStepsS(limits.minimumGreenS[row]!, stepS)) throw faultAt(twin, limits, row, 'signal-green-short', timeS, limits.minimumGreenS[row]!, shownS);
    if (is !== aspect.amber && limits.amberS[row]! > 0) throw faultAt(twin, limits, row, 'signal-amber-short', timeS, limits.amberS[row]!, 0);
    groups.greenEndedS[row] = timeS;
  } else if (was === aspect.amber && shownS < wholeStepsS(limits.amberS[row]!, stepS)) {
    throw faultAt(twin, limits, row, 'signal-amber-short', timeS, limits.amberS[row]!, shownS);
  }
  groups.sinceS[row] = timeS;
  groups.waitingSinceS[row] = isRed(is) ? timeS : Infinity;
  if (isRed(is)) watch.nextWaitEndS = Math.min(watch.nextWaitEndS, timeS + limits.longestWaitS[row]!);
  return isGreen(is);
}

/** A green starts: nobody who conflicts is green, and every intergreen since the end of their greens is over. */
function startGreen(twin: ReadingTwin, limits: DeclaredLimits, { timeS, signals: { shown }, signalWatch }: CityState, row: number, stepS: number): void {
  const { firstFoe, foe, foeS } = limits, { greenEndedS } = signalWatch!.groups;
  for (let at = firstFoe[row]!; at < firstFoe[row + 1]!; at++) {
    const other = foe[at]!, sinceS = timeS - greenEndedS[other]!;
    if (isGreen(shown[other]!)) throw signalFault(twin, 'signal-conflicting-greens', { ...placeOf(limits, row, timeS), other: limits.group[other]! });
    if (sinceS < wholeStepsS(foeS[at]!, stepS)) throw signalFault(twin, 'signal-intergreen-short', { ...placeOf(limits, row, timeS), other: limits.group[other]!, limitS: foeS[at]!, shownS: sinceS });
  }
}

/** Whether anyone who is still red has been so for too long, and when that could next be so. */
function lookForWaits(twin: ReadingTwin, limits: DeclaredLimits, { timeS, signalWatch }: CityState, stepS: number): void {
  const { groups } = signalWatch!;
  let nextS = Infinity;
  for (let row = 0; row < groups.count; row++) {
    const sinceS = groups.waitingSinceS[row]!, longestS = limits.longestWaitS[row]!;
    if (sinceS === Infinity || longestS === Infinity) continue;
    if (timeS - sinceS >= Math.ceil(longestS / stepS - ROUNDING_S) * stepS - ROUNDING_S) throw faultAt(twin, limits, row, 'signal-wait-long', timeS, longestS, timeS + stepS - sinceS);
    nextS = Math.min(nextS, sinceS + longestS);
  }
  signalWatch!.nextWaitEndS = nextS;
}

const placeOf = ({ controller, group }: DeclaredLimits, row: number, timeS: number) => ({ timeS, controller: controller[row]!, group: group[row]! });

const faultAt = (twin: ReadingTwin, limits: DeclaredLimits, row: number, code: string, timeS: number, limitS: number, shownS: number) =>
  signalFault(twin, code, { ...placeOf(limits, row, timeS), limitS, shownS });

/** A length as it is surely seen when everything is seen at steps. */
const wholeStepsS = (lengthS: number, stepS: number): number => Math.floor(lengthS / stepS + ROUNDING_S) * stepS - ROUNDING_S;
