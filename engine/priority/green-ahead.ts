import { isOffPlan } from '../state/changeover-state.ts';
import type { CityState } from '../state/city-state.ts';
import { stagesAhead } from '../state/stages-ahead.ts';
import { startWalk, walkOn } from '../state/walk-stages.ts';
import { isGreen } from '../twin/plan-green.ts';
import { firstIntervalOf, intervalCountOf } from '../twin/plan-of.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { latestEndS } from './latest-end.ts';

/** What the plan has in store for a signal group from now on. */
export interface GreenAhead {
  isGreenNow: boolean;
  /** Green now: whether no later stage of this green follows, so that the running one is the one to hold. */
  isLastStage: boolean;
  /** Green now: how long it goes on after the running interval. */
  afterRunningS: number;
  /** When it ends by the plan; of the next green where it is red now. Infinity where it never ends. */
  endsS: number;
  /** Red now: when it begins by the plan. */
  startsS: number;
}

/** Walks along what is to come from the running interval to the end of this green, or of the next one; undefined where the plan has none. */
export function greenAhead(twin: ReadingTwin, state: CityState, controller: number, group: number): GreenAhead | undefined {
  if (isOffPlan(state.signals, controller, state.timeS)) return greenOffPlan(twin, state, controller, group);
  const { intervals } = twin, { controllers } = state.signals, running = controllers.interval[controller]!;
  if (running < 0) return undefined;
  const first = firstIntervalOf(twin, running), count = intervalCountOf(twin, running);
  const after = (steps: number): number => first + ((running - first + steps) % count);
  const isGreenNow = isGreen(twin, running, group), runningEndsS = isGreenNow ? controllers.endsS[controller]! : latestEndS(twin, state, controller);
  let on = 1, timeS = runningEndsS;
  if (!isGreenNow) {
    for (; on < count && !isGreen(twin, after(on), group); on++) timeS += intervals.durationS[after(on)]!;
    if (on === count) return undefined;
  }
  const startsS = timeS;
  let isLastStage = true;
  for (; on < count && isGreen(twin, after(on), group); on++) {
    if (isGreenNow && intervals.stage[after(on)] === 1) isLastStage = false;
    timeS += intervals.durationS[after(on)]!;
  }
  const endsS = on === count && isGreenNow ? Infinity : timeS;
  return { isGreenNow, isLastStage, afterRunningS: endsS - runningEndsS, endsS, startsS };
}

/** The same where a controller has left the order of its plan: from stage to stage, with changes as long as the matrix makes them. */
function greenOffPlan(twin: ReadingTwin, state: CityState, controller: number, group: number): GreenAhead | undefined {
  const { signals } = state, running = signals.controllers.interval[controller]!, runningEndsS = signals.controllers.endsS[controller]!, isGreenNow = isGreen(twin, running, group);
  const walk = startWalk(twin, state, controller), greenS = { startsS: isGreenNow ? runningEndsS : Infinity, endsS: isGreenNow ? runningEndsS : Infinity };
  let leaveS = runningEndsS, from = running, isLastStage = true, isOver = false;
  for (const stage of stagesAhead(twin, state, controller)) {
    leaveS = walkOn(twin, state, walk, from, stage, leaveS) + twin.intervals.durationS[stage]!;
    from = stage;
    if (isGreen(twin, stage, group)) {
      if (isGreenNow) isLastStage = false;
      greenS.startsS = Math.min(greenS.startsS, walk.nextGreenS[group]!);
      greenS.endsS = leaveS;
    } else if (greenS.startsS < Infinity) { isOver = true; break; }
  }
  if (greenS.startsS === Infinity) return undefined;
  const endsS = isOver ? greenS.endsS : Infinity;
  return { isGreenNow, isLastStage, afterRunningS: endsS - runningEndsS, endsS, startsS: greenS.startsS };
}
