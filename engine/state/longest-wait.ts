import { isGreen } from '../twin/plan-green.ts';
import { untilGreenS } from '../twin/plan-wait.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { isOffPlan, redSinceS } from './changeover-state.ts';
import type { CityState } from './city-state.ts';
import { stagesAhead } from './stages-ahead.ts';
import { startWalk, walkOn } from './walk-stages.ts';

/** Whether some group would wait longer than anyone may there, if the running interval lasted until a time and the plan went on from it. */
export const makesWaitTooLong = (twin: ReadingTwin, state: CityState, controller: number, untilS: number): boolean => waitLeftS(twin, state, controller, untilS) < 0;

/** What would be left of the longest wait to those who are next to wait too long, if the running interval lasted until a time; Infinity where no limit holds. */
export function waitLeftS(twin: ReadingTwin, state: CityState, controller: number, untilS: number): number {
  if (isOffPlan(state.signals, controller, state.timeS)) return waitLeftOffPlanS(twin, state, controller, untilS);
  const { signals } = state, { signalGroups, controllers } = twin, running = signals.controllers.interval[controller]!, firstGroup = signals.controllers.firstGroup[controller]!;
  if (signalGroups.count === 0) return Infinity;
  let leftS = Infinity;
  for (let group = 0; group < controllers.groupCount[controller]!; group++) {
    const row = firstGroup + group, longestS = signalGroups.longestWaitS[row]!, sinceS = redSinceS(twin, signals, row);
    // A controller without a plan has never been green.
    if (longestS <= 0 || sinceS === -Infinity || isGreen(twin, running, group)) continue;
    leftS = Math.min(leftS, longestS - (untilS + untilGreenS(twin, running, group) - sinceS));
  }
  return leftS;
}

function waitLeftOffPlanS(twin: ReadingTwin, state: CityState, controller: number, untilS: number): number {
  const walk = startWalk(twin, state, controller);
  let leaveS = untilS, from = state.signals.controllers.interval[controller]!;
  for (const stage of stagesAhead(twin, state, controller)) {
    leaveS = walkOn(twin, state, walk, from, stage, leaveS) + twin.intervals.durationS[stage]!;
    from = stage;
  }
  return walk.waitLeftS;
}
