import type { CityState } from '../state/city-state.ts';
import { latestEndS } from './latest-end.ts';
import { isGreen } from '../twin/plan-green.ts';
import type { ReadingTwin } from '../twin/twin.ts';

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

/** Walks along the plan from the running interval to the end of this green, or of the next one; undefined where the plan has none. */
export function greenAhead(twin: ReadingTwin, state: CityState, controller: number, group: number): GreenAhead | undefined {
  const { intervals } = twin, { controllers } = state.signals, running = controllers.interval[controller]!, first = twin.controllers.firstInterval[controller]!, count = twin.controllers.intervalCount[controller]!;
  if (running < 0) return undefined;
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

/** How long a group is not green in a cycle of its plan. */
export function redAfterS(twin: ReadingTwin, controller: number, group: number): number {
  const { intervals } = twin, first = twin.controllers.firstInterval[controller]!, count = twin.controllers.intervalCount[controller]!;
  let redS = 0;
  for (let interval = first; interval < first + count; interval++) if (!isGreen(twin, interval, group)) redS += intervals.durationS[interval]!;
  return redS;
}
