import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import { cycleOfS } from '../twin/plan-of.ts';
import { ruleOf } from '../twin/priority.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { beginStage } from './begin-stage.ts';
import { closeStage, noteServed } from './compensate.ts';

/** Whether the interval that is about to end goes on, because priority has decided so (engine/priority). */
export function isHeldForPriority(twin: ReadingTwin, state: CityState, controller: number): boolean {
  const { controllers } = state.signals, endsS = controllers.endsS[controller]!, untilS = controllers.neededUntilS[controller]!;
  if (untilS <= endsS) return false;
  controllers.extendedS[controller] = controllers.extendedS[controller]! + untilS - endsS;
  controllers.endsS[controller] = untilS;
  lockOut(twin, state, controller, untilS);
  return true;
}

/** Brings the end of the running stage forward where priority cuts it short within the second. Whether it does, now or before. */
export function isCutForPriority(twin: ReadingTwin, state: CityState, controller: number): boolean {
  const { timeS, priority, preemption, signals: { controllers } } = state;
  // Who is let through before all others has come in between.
  if (!priority || (preemption && preemption.services.stage[controller]! >= 0)) return false;
  const toS = priority.controllers.cutToS[controller]!;
  if (toS >= 0 && toS < timeS + 1 && toS <= controllers.endsS[controller]!) {
    controllers.endsS[controller] = toS;
    lockOut(twin, state, controller, toS);
  }
  return priority.controllers.cutInterval[controller]! >= 0;
}

/**
 * Leaves the running stage for one that a bus or tram is to have out of turn. Changes to where the order then goes on were
 * decided with it.
 */
export function beginOrdered(twin: ReadingTwin, state: CityState, log: ResultLog, controller: number): void {
  const { timeS, signals } = state, { controllers: rows } = signals.changeovers, stage = rows.orderedStage[controller]!, resumeStage = rows.resumeStage[controller]!, leaveOutStage = rows.leaveOutStage[controller]!;
  rows.orderedStage[controller] = -1;
  lockOut(twin, state, controller, timeS);
  closeStage(twin, state, log, controller, timeS);
  beginStage(twin, signals, controller, stage, timeS, rows.orderedS[controller]!);
  rows.resumeStage[controller] = resumeStage;
  rows.leaveOutStage[controller] = leaveOutStage;
}

/** After one was served none follows for some cycles, so that the others get their green and the plan is regained. */
function lockOut(twin: ReadingTwin, state: CityState, controller: number, fromS: number): void {
  const { interval, lockedUntilS } = state.signals.controllers;
  lockedUntilS[controller] = fromS + ruleOf(twin, controller).lockoutCycleCount * cycleOfS(twin, interval[controller]!);
  noteServed(twin, state, controller, fromS);
}

/** What of the time that its plan is late (negative: early) a controller makes up for, by its rules. */
export function toRegainS(twin: ReadingTwin, controller: number, behindS: number): number {
  const { recoveryCycleCount, keepsOffset } = ruleOf(twin, controller);
  return recoveryCycleCount === 0 ? 0 : keepsOffset === 1 ? behindS : Math.max(0, behindS);
}
