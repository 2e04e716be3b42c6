import { mostAheadS } from '../twin/plan-recovery.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** A plan that runs early is lengthened within so many cycles, if its stages may last longer at all. */
const RECOVERY_CYCLES = 3;

/** The stage that follows an interval in its plan. */
export function nextStage({ controllers, intervals }: ReadingTwin, interval: number): number {
  const controller = intervals.controller[interval]!, first = controllers.firstInterval[controller]!, count = controllers.intervalCount[controller]!;
  for (let on = 1; on < count; on++) {
    const next = first + ((interval - first + on) % count);
    if (intervals.stage[next] === 1) return next;
  }
  return interval;
}

/**
 * How much later an interval begins than its plan says, half a cycle at most; negative: earlier. What cannot be made up for
 * by longer stages is the rest of a cycle to be given back.
 */
export function lateAgainstPlanS(twin: ReadingTwin, controller: number, interval: number, startS: number): number {
  const { controllers, intervals } = twin, cycleS = controllers.cycleS[controller]!;
  let plannedS = controllers.offsetS[controller]!;
  for (let before = controllers.firstInterval[controller]!; before < interval; before++) plannedS += intervals.durationS[before]!;
  const apartS = startS - plannedS, lateS = apartS - Math.floor(apartS / cycleS + 0.5) * cycleS;
  return lateS < -mostAheadS(twin, controller, RECOVERY_CYCLES) ? lateS + cycleS : lateS;
}
