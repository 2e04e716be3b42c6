import type { ReadingTwin } from '../twin/twin.ts';
import { isGreen } from './plan-green.ts';

/** Shortest green. Usual in France; 5 s in Germany (RiLSA). */
const MINIMUM_GREEN_S = 6;
/** The most of a stage that is given back at once, so that one stage alone does not pay. */
const MOST_GIVEN_BACK_SHARE = 0.3;

/** The plan is regained within so many cycles: two to three were found best. */
const RECOVERY_CYCLES = 3;

/** How much shorter an interval becomes because the plan runs late after an extension. */
export const giveBackS = (twin: ReadingTwin, controller: number, interval: number, behindS: number): number =>
  behindS > 0 ? Math.min(behindS, mostGivenBackS(twin, controller, interval)) : 0;

/** How late a plan may become: more could not be given back soon, and coordination with the neighbours would be lost. */
export function mostBehindS(twin: ReadingTwin, controller: number): number {
  const first = twin.controllers.firstInterval[controller]!;
  let sumS = 0;
  for (let interval = first; interval < first + twin.controllers.intervalCount[controller]!; interval++) sumS += mostGivenBackS(twin, controller, interval);
  return RECOVERY_CYCLES * sumS;
}

/**
 * What an interval can give back. Only stages do, in whole seconds; none falls below the minimum green, nor below what
 * the intergreen matrix asks of green that ended before it and conflicting green that starts after it. Clearing
 * intervals keep their length, for safety hangs on them.
 */
function mostGivenBackS(twin: ReadingTwin, controller: number, interval: number): number {
  const durationS = twin.intervals.durationS[interval]!, mostS = durationS - shortestS(twin, interval);
  return mostS > 0 ? Math.max(0, Math.min(mostS, durationS - clearanceNeedsS(twin, controller, interval))) : 0;
}

/** The shortest that an interval may become, the intergreen matrix apart. */
function shortestS({ intervals }: ReadingTwin, interval: number): number {
  const durationS = intervals.durationS[interval]!;
  if (intervals.stage[interval] === 0) return durationS;
  return durationS - Math.max(0, Math.min(durationS - MINIMUM_GREEN_S, Math.floor(durationS * MOST_GIVEN_BACK_SHARE)));
}

/** How long an interval has to be so that no intergreen that runs over the whole of it is cut short. */
function clearanceNeedsS(twin: ReadingTwin, controller: number, interval: number): number {
  const { intergreens } = twin;
  let needsS = 0;
  for (let row = firstIntergreen(twin, controller); row < intergreens.count && intergreens.controller[row] === controller; row++) {
    const aroundS = clearanceAroundS(twin, controller, interval, intergreens.endingGroup[row]!, intergreens.startingGroup[row]!);
    needsS = Math.max(needsS, intergreens.leastS[row]! - aroundS);
  }
  return needsS;
}

/** Least time, this interval not counted, from the end of one group's green before it to the start of another's after it; Infinity where it lies in no such gap. */
function clearanceAroundS(twin: ReadingTwin, controller: number, interval: number, endingGroup: number, startingGroup: number): number {
  const first = twin.controllers.firstInterval[controller]!, count = twin.controllers.intervalCount[controller]!;
  const isNeither = (at: number): boolean => !isGreen(twin, at, endingGroup) && !isGreen(twin, at, startingGroup);
  if (!isNeither(interval)) return Infinity;
  const ahead = (steps: number): number => first + ((interval - first + steps + count) % count);
  let gapS = 0, back = 1, on = 1;
  for (; back < count && isNeither(ahead(-back)); back++) gapS += shortestS(twin, ahead(-back));
  for (; on < count && isNeither(ahead(on)); on++) gapS += shortestS(twin, ahead(on));
  return isGreen(twin, ahead(-back), endingGroup) && isGreen(twin, ahead(on), startingGroup) ? gapS : Infinity;
}

/** Where the rows of a controller begin: they are sorted by controller. */
function firstIntergreen({ intergreens }: ReadingTwin, controller: number): number {
  let low = 0, high = intergreens.count;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (intergreens.controller[middle]! < controller) low = middle + 1;
    else high = middle;
  }
  return low;
}
