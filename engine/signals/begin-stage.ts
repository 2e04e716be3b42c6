import type { SignalState } from '../state/signal-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/**
 * A controller leaves what it shows for a stage of its plan, out of the plan's order: now at the earliest, and as soon as
 * minimum greens, amber and the intergreen matrix let it. The stage then lasts `stageS`, its planned length if nothing is
 * said. Also while it is changing over to another: it goes on from whatever is shown. `advanceSignals` does the rest.
 */
export function beginStage(twin: ReadingTwin, signals: SignalState, controller: number, stage: number, atS: number, stageS = twin.intervals.durationS[stage]!): void {
  changeTo(signals, controller, stage, atS, stageS);
  // Clearings of the plan may be too short for those whose green ended before it was left.
  signals.changeovers.controllers.offPlanUntilS[controller] = atS + twin.controllers.cycleS[controller]!;
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

/** Whether a controller is on its way to a stage: what it shows is no interval of its plan. */
export const isChangingOver = ({ changeovers }: SignalState, controller: number): boolean => changeovers.controllers.toStage[controller]! >= 0;
