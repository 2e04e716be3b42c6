import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import { lateAgainstPlanS } from '../twin/plan-lateness.ts';
import { stageAfter, stageFollowing } from '../twin/plan-stages.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { changeTo } from './begin-stage.ts';
import { closeStage } from './compensate.ts';
import { UNTIL_PLANNED_S } from './keep-to-plan.ts';
import { changeS } from './stage-plan.ts';

/** From a stage to the next of the order that a controller has taken, by the matrix. */
export function goOnByMatrix(twin: ReadingTwin, state: CityState, log: ResultLog, controller: number): void {
  const { signals, timeS } = state, { controllers: rows } = signals.changeovers, stage = signals.controllers.interval[controller]!;
  const order = { resumeStage: rows.resumeStage[controller]!, leaveOutStage: rows.leaveOutStage[controller]! };
  const next = stageFollowing(twin, stage, order), isInserted = order.resumeStage >= 0 && order.leaveOutStage < 0;
  // A stage that is put in between has no time in the plan: all of it is more than planned.
  closeStage(twin, state, log, controller, timeS, isInserted ? 0 : twin.intervals.durationS[stage]!);
  // A change that the plan does not know, either.
  if (next !== stageAfter(twin, stage)) rows.offPlanUntilS[controller] = Infinity;
  if (order.resumeStage < 0 && order.leaveOutStage >= 0 && stageAfter(twin, stage) === order.leaveOutStage) rows.leaveOutStage[controller] = -1;
  rows.resumeStage[controller] = -1;
  // Who has just come to another plan keeps to it.
  changeTo(signals, controller, next, timeS, rows.stageS[controller] === UNTIL_PLANNED_S ? UNTIL_PLANNED_S : twin.intervals.durationS[next]!);
}

/**
 * How late the plan is as a stage begins. One that is shown out of turn has no time in it: what counts is when the stage
 * after it would begin, if this one had its planned length.
 */
export function lateAtS(twin: ReadingTwin, { signals, timeS }: CityState, controller: number, stage: number): number {
  const { controllers: rows } = signals.changeovers, resumeStage = rows.resumeStage[controller]!, plan = { planShiftS: rows.planShiftS[controller]!, leaveOutStage: rows.leaveOutStage[controller]! };
  if (resumeStage < 0) return lateAgainstPlanS(twin, controller, stage, timeS, plan);
  return lateAgainstPlanS(twin, controller, resumeStage, timeS + twin.intervals.durationS[stage]! + changeS(twin, signals, controller, resumeStage), plan);
}
