import { coordinationOf } from '../twin/coordination-of.ts';
import { isGreen } from '../twin/plan-green.ts';
import { firstIntervalOf } from '../twin/plan-of.ts';
import { stagesOf } from '../twin/plan-stages.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { isChangingOver } from './changeover-state.ts';
import type { CityState } from './city-state.ts';
import { isIntervalOver } from './interval-over.ts';
import type { SignalState } from './signal-state.ts';

/** What a coordinated stage has until it ends by cycle and offset, however early it began; any other what its plan gives it. */
export function plannedLengthS(twin: ReadingTwin, { controllers }: SignalState, controller: number): number {
  const interval = controllers.interval[controller]!, row = coordinationOf(twin, controller, interval);
  if (row < 0 || twin.coordinations.stage[row] !== interval) return twin.intervals.durationS[interval]!;
  return controllers.endsS[controller]! - controllers.extendedS[controller]! - controllers.startedS[controller]!;
}

/** How long the running interval may last at the most if it is prolonged for a bus or tram. */
export function longestLengthS(twin: ReadingTwin, signals: SignalState, controller: number): number {
  const interval = signals.controllers.interval[controller]!, durationS = twin.intervals.durationS[interval]!, plannedS = plannedLengthS(twin, signals, controller);
  return plannedS === durationS ? twin.intervals.longestS[interval]! : plannedS + twin.intervals.longestS[interval]! - durationS;
}

/** Whether the green of a group is about to end with the running stage, before somebody comes who comes at a time, and may be made to last so long. */
export function endsTooEarly(twin: ReadingTwin, { signals, timeS }: CityState, controller: number, group: number, comesS: number): boolean {
  const running = signals.controllers.interval[controller]!, { startedS } = signals.controllers;
  if (isChangingOver(signals, controller) || !stagesOf(twin, controller, firstIntervalOf(twin, running)).includes(running) || !isGreen(twin, running, group)) return false;
  return isIntervalOver(signals, controller, timeS) && comesS <= startedS[controller]! + longestLengthS(twin, signals, controller);
}
