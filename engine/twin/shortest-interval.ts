import { firstRowOf } from './group-limits.ts';
import { isGreen } from './plan-green.ts';
import { firstIntervalOf, intervalCountOf } from './plan-of.ts';
import type { ReadingTwin } from './twin.ts';

/** The shortest that a stage may become, the intergreen matrix apart; asked of stages only. */
export type ShortestStageS = (durationS: number) => number;

/**
 * How much shorter an interval of a plan may become if every stage may come down to `stageS`. Only stages can; none falls
 * below what the intergreen matrix asks of green that ended before it and conflicting green that starts after it. Clearing
 * intervals keep their length, for safety hangs on them.
 */
export function mostShortenedS(twin: ReadingTwin, controller: number, interval: number, stageS: ShortestStageS): number {
  const durationS = twin.intervals.durationS[interval]!, mostS = durationS - shortestS(twin, interval, stageS);
  return mostS > 0 ? Math.max(0, Math.min(mostS, durationS - clearanceNeedsS(twin, controller, interval, stageS))) : 0;
}

function shortestS({ intervals }: ReadingTwin, interval: number, stageS: ShortestStageS): number {
  const durationS = intervals.durationS[interval]!;
  return intervals.stage[interval] === 0 ? durationS : Math.min(durationS, stageS(durationS));
}

/** How long an interval has to be so that no intergreen that runs over the whole of it is cut short. */
function clearanceNeedsS(twin: ReadingTwin, controller: number, interval: number, stageS: ShortestStageS): number {
  const { intergreens } = twin;
  let needsS = 0;
  for (let row = firstRowOf(intergreens, controller); row < intergreens.count && intergreens.controller[row] === controller; row++) {
    const aroundS = clearanceAroundS(twin, interval, intergreens.endingGroup[row]!, intergreens.startingGroup[row]!, stageS);
    needsS = Math.max(needsS, intergreens.leastS[row]! - aroundS);
  }
  return needsS;
}

/** Least time, this interval not counted, from the end of one group's green before it to the start of another's after it; Infinity where it lies in no such gap. */
function clearanceAroundS(twin: ReadingTwin, interval: number, endingGroup: number, startingGroup: number, stageS: ShortestStageS): number {
  const first = firstIntervalOf(twin, interval), count = intervalCountOf(twin, interval);
  const isNeither = (at: number): boolean => !isGreen(twin, at, endingGroup) && !isGreen(twin, at, startingGroup);
  if (!isNeither(interval)) return Infinity;
  const ahead = (steps: number): number => first + ((interval - first + steps + count) % count);
  let gapS = 0, back = 1, on = 1;
  for (; back < count && isNeither(ahead(-back)); back++) gapS += shortestS(twin, ahead(-back), stageS);
  for (; on < count && isNeither(ahead(on)); on++) gapS += shortestS(twin, ahead(on), stageS);
  return isGreen(twin, ahead(-back), endingGroup) && isGreen(twin, ahead(on), startingGroup) ? gapS : Infinity;
}
