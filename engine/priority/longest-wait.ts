import type { CityState } from '../state/city-state.ts';
import { actuationOf } from '../twin/actuation-of.ts';
import { amberOfS } from '../twin/group-limits.ts';
import { isGreen } from '../twin/plan-green.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** Whether some group would wait longer than anyone may there, if the running interval lasted until a time and the plan went on from it. */
export function makesWaitTooLong(twin: ReadingTwin, { signals }: CityState, controller: number, untilS: number): boolean {
  const { signalGroups, controllers } = twin, running = signals.controllers.interval[controller]!, firstGroup = signals.controllers.firstGroup[controller]!;
  if (signalGroups.count === 0) return false;
  for (let group = 0; group < controllers.groupCount[controller]!; group++) {
    const row = firstGroup + group, longestS = signalGroups.longestWaitS[row]!, redSinceS = signals.changeovers.groups.greenEndedS[row]! + amberOfS(twin, row);
    // Who has not been green since the run began has waited nobody knows how long.
    if (longestS <= 0 || redSinceS === -Infinity || isGreen(twin, running, group)) continue;
    if (untilS + untilGreenS(twin, controller, running, group) - redSinceS > longestS) return true;
  }
  return false;
}

/** From the end of the running interval to the green of a group, at the latest; where the plan has none, 0. */
function untilGreenS(twin: ReadingTwin, controller: number, running: number, group: number): number {
  const { intervals, actuations, controllers } = twin, first = controllers.firstInterval[controller]!, count = controllers.intervalCount[controller]!;
  let waitS = 0;
  for (let on = 1; on < count; on++) {
    const next = first + ((running - first + on) % count), actuation = actuationOf(twin, next);
    if (isGreen(twin, next, group)) return waitS;
    waitS += actuation < 0 ? intervals.durationS[next]! : actuations.longestS[actuation]!;
  }
  return 0;
}
