import { isChangingOver, isOffPlan } from '../state/changeover-state.ts';
import { planShiftS } from '../state/plan-shift.ts';
import type { SignalState } from '../state/signal-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/**
 * A controller leaves what it shows for a stage of its plan, out of the plan's order: now at the earliest, and as soon as
 * minimum greens, amber and the intergreen matrix let it. The stage then lasts `stageS`, its planned length if nothing is
 * said. Also while it is changing over to another: it goes on from whatever is shown. `advanceSignals` does the rest.
 */
export function beginStage(twin: ReadingTwin, signals: SignalState, controller: number, stage: number, atS: number, stageS = twin.intervals.durationS[stage]!): void {
  const { controllers: rows } = signals.changeovers;
  if (!isChangingOver(signals, controller) && !isOffPlan(signals, controller, atS)) rows.planShiftS[controller] = planShiftS(twin, signals, controller);
  changeTo(signals, controller, stage, atS, stageS);
  rows.offPlanUntilS[controller] = Infinity;
  rows.resumeStage[controller] = -1;
  rows.leaveOutStage[controller] = -1;
}

/** The same within a choice or an order that is the controller's own. */
export function changeTo({ controllers, changeovers }: SignalState, controller: number, stage: number, atS: number, stageS: number): void {
  const { controllers: rows } = changeovers;
  changeovers.begun++;
  rows.toStage[controller] = stage;
  rows.stageS[controller] = stageS;
  rows.beganS[controller] = atS;
  // Nothing ends by itself before the stage runs.
  controllers.endsS[controller] = Infinity;
  controllers.neededUntilS[controller] = -1;
}
