import type { SignalState } from '../state/signal-state.ts';
import { firstIntervalOf } from '../twin/plan-of.ts';
import { stagesOf } from '../twin/plan-stages.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** The stages of the plan that a controller runs now. */
export const runningStages = (twin: ReadingTwin, { controllers }: SignalState, controller: number): readonly number[] =>
  stagesOf(twin, controller, firstIntervalOf(twin, controllers.interval[controller]!));
