import { lateAgainstPlanS } from '../twin/plan-lateness.ts';
import { ruleOf } from '../twin/priority.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import type { SignalState } from './signal-state.ts';

/** A plan that does not keep its offset is where priority has left it: it is on time all the same. By how much it is shifted. */
export function planShiftS(twin: ReadingTwin, { controllers }: SignalState, controller: number): number {
  if (ruleOf(twin, controller).keepsOffset === 1) return 0;
  return lateAgainstPlanS(twin, controller, controllers.interval[controller]!, controllers.startedS[controller]!, { planShiftS: 0, leaveOutStage: -1 }) - controllers.behindS[controller]!;
}
