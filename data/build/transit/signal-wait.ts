import { aspect } from '../../../engine/twin/signals.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';

/** Mean wait of who comes at a random second of the plan and meets no queue: the sum of red² over twice the cycle (Webster 1958, first term without flow). 0 where no signal stands. */
export function randomWaitS({ movements, junctions, controllers, intervals, aspects }: ReadingTwin, movement: number): number {
  const group = movements.signalGroup[movement]!, controller = junctions.controller[movements.junction[movement]!]!;
  if (group < 0 || controller < 0) return 0;
  const first = controllers.firstInterval[controller]!, count = controllers.intervalCount[controller]!;
  const isRed = (interval: number): boolean => {
    const shown = aspects.shown[intervals.firstAspect[interval]! + group]!;
    return shown !== aspect.green && shown !== aspect.greenPermissive;
  };
  // A red is summed from its start on, which may lie before the end of the plan's list.
  let start = 0;
  while (start < count && isRed(first + start)) start++;
  let redS = 0, squares = 0;
  for (let on = 1; on <= count; on++) {
    const interval = first + ((start + on) % count);
    if (isRed(interval)) { redS += intervals.durationS[interval]!; continue; }
    squares += redS * redS;
    redS = 0;
  }
  return squares / (2 * controllers.cycleS[controller]!);
}
