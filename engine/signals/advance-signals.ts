import { addRow } from '../results/growing-table.ts';
import type { ResultLog } from '../results/result-log.ts';
import { isOffPlan } from '../state/changeover-state.ts';
import type { CityState } from '../state/city-state.ts';
import { isIntervalOver } from '../state/interval-over.ts';
import { showInterval } from '../state/signal-state.ts';
import { actuationOf } from '../twin/actuation-of.ts';
import { stagesOf } from '../twin/plan-stages.ts';
import { firstIntervalOf, intervalCountOf } from '../twin/plan-of.ts';
import { ruleOf } from '../twin/priority.ts';
import { stageControlOf } from '../twin/stage-control-of.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { changeOver, greensUntilS } from './change-over.ts';
import { closeStage } from './compensate.ts';
import { beginCoordinated } from './coordinate.ts';
import { chooseStage, nextDecisionS } from './choose-stage.ts';
import { beginOrdered, isCutForPriority, isHeldForPriority } from './follow-priority.ts';
import { keepToPlan, UNTIL_PLANNED_S } from './keep-to-plan.ts';
import { goOnByMatrix, lateAtS } from './plan-order.ts';
import { followPreemption } from './preempt.ts';
import { prolongForTraffic } from './prolong-for-traffic.ts';
import { recordAspects, shownBy } from './record-aspects.ts';
import { dueNext, giveBackNowS, serveWaiting, toRegainNowS } from './regain-plan.ts';
import { stagePlanOf } from './stage-plan.ts';
import { switchPlan } from './switch-plan.ts';

/**
 * Every controller whose interval is over goes on: to the same interval for longer if a bus or tram needs it and may
 * have it, to the stage that it chooses if it chooses, otherwise to the next interval of its plan. Controllers are looked
 * at only when their interval ends, or while they change over.
 *
 * Called once a step, after priority has been asked for, before anyone looks at a signal.
 */
export function advanceSignals(twin: ReadingTwin, state: CityState, log: ResultLog): void {
  const { controllers, changeovers: { controllers: { toStage, orderedStage } } } = state.signals;
  for (let controller = 0; controller < controllers.count; controller++) {
    if (state.tick === 0) recordChange(state, log, controller, state.timeS, false);
    if (orderedStage[controller]! >= 0) beginOrdered(twin, state, log, controller);
    if (state.preemption) followPreemption(twin, state, controller);
    if (toStage[controller]! >= 0) arriveAtStage(twin, state, log, controller);
    // Who chooses its stages sees buses among the others, by the people in them: it keeps no green for those who call.
    const control = stageControlOf(twin, controller), isFree = control >= 0 || isCutForPriority(twin, state, controller);
    // More than one interval may end in a long step.
    while (isIntervalOver(state.signals, controller, state.timeS)) {
      if (!isFree && (isHeldForPriority(twin, state, controller) || prolongForTraffic(twin, state, controller))) continue;
      leaveInterval(twin, state, log, controller);
    }
  }
}

function leaveInterval(twin: ReadingTwin, state: CityState, log: ResultLog, controller: number): void {
  const control = stageControlOf(twin, controller), { signals, timeS } = state, interval = signals.controllers.interval[controller]!;
  const due = dueNext(twin, state, controller);
  if (due >= 0) serveWaiting(twin, state, controller, due);
  else if (control >= 0) chooseStage(twin, state, control);
  else if (!switchPlan(twin, state, log, controller)) {
    if (isOffPlan(signals, controller, timeS) && stagesOf(twin, controller, firstIntervalOf(twin, interval)).includes(interval)) goOnByMatrix(twin, state, log, controller);
    else enterNext(twin, state, log, controller);
  }
  if (signals.changeovers.controllers.toStage[controller]! >= 0) arriveAtStage(twin, state, log, controller);
}

/** Looks whether the stage that a controller changes over to shows whole, and runs it then. */
function arriveAtStage(twin: ReadingTwin, state: CityState, log: ResultLog, controller: number): void {
  const { controllers, changeovers: { controllers: rows } } = state.signals, { timeS } = state;
  const before = shownBy(twin, state.signals, controller);
  if (!changeOver(twin, state.signals, controller, timeS)) return recordAspects(state, log, controller, before);
  const stage = rows.toStage[controller]!, plannedS = twin.intervals.durationS[stage]!, control = stageControlOf(twin, controller), isByPlan = control < 0 && actuationOf(twin, stage) < 0;
  rows.toStage[controller] = -1;
  // Clearings of the plan may be too short for those whose green ended before it was left, as long as any intergreen lasts.
  if (rows.offPlanUntilS[controller] === Infinity) rows.offPlanUntilS[controller] = timeS + stagePlanOf(twin, controller).longestChangeS;
  controllers.interval[controller] = stage;
  controllers.startedS[controller] = timeS;
  controllers.extendedS[controller] = 0;
  controllers.behindS[controller] = isByPlan ? toRegainNowS(twin, state, controller, stage, lateAtS(twin, state, controller, stage)) : 0;
  controllers.shortenedS[controller] = isByPlan && rows.resumeStage[controller]! < 0 && rows.stageS[controller] === plannedS ? giveBackNowS(twin, state, controller, stage, controllers.behindS[controller]!) : 0;
  const endsS = control >= 0 ? nextDecisionS(twin, state, control) : timeS + rows.stageS[controller]! - controllers.shortenedS[controller]!;
  controllers.endsS[controller] = Math.max(endsS, greensUntilS(twin, state.signals, controller));
  if (rows.stageS[controller] === UNTIL_PLANNED_S) keepToPlan(twin, state, controller);
  recordChange(state, log, controller, timeS, false);
}

function enterNext(twin: ReadingTwin, state: CityState, log: ResultLog, controller: number): void {
  const { controllers } = state.signals;
  const before = controllers.interval[controller]!, first = firstIntervalOf(twin, before), next = before + 1;
  const startS = controllers.endsS[controller]!, extendedS = controllers.extendedS[controller]!;
  // Green that a stage got back puts no plan off that goes on from where it is.
  const givenBackS = closeStage(twin, state, log, controller, startS);
  const lengthS = startS - controllers.startedS[controller]! - (givenBackS > 0 && ruleOf(twin, controller).keepsOffset === 0 ? givenBackS : 0);
  // Where traffic decides there is no plan to be late against, and a junction by itself goes on from where it is.
  if (actuationOf(twin, before) < 0) controllers.behindS[controller] = toRegainNowS(twin, state, controller, before, controllers.behindS[controller]! + lengthS - twin.intervals.durationS[before]!);
  const interval = next < first + intervalCountOf(twin, before) ? next : first;
  controllers.interval[controller] = interval;
  controllers.startedS[controller] = startS;
  controllers.extendedS[controller] = 0;
  controllers.neededUntilS[controller] = -1;
  controllers.shortenedS[controller] = giveBackNowS(twin, state, controller, interval, controllers.behindS[controller]!);
  const actuation = actuationOf(twin, interval);
  controllers.endsS[controller] = startS + (actuation >= 0 ? twin.actuations.shortestS[actuation]! : twin.intervals.durationS[interval]! - controllers.shortenedS[controller]!);
  showInterval(twin, state.signals, controller, startS);
  beginCoordinated(twin, state, controller);
  recordChange(state, log, controller, startS, extendedS > 0);
}

function recordChange(state: CityState, log: ResultLog, controller: number, timeS: number, extended: boolean): void {
  const { interval } = state.signals.controllers;
  if (interval[controller]! < 0) return;
  const row = addRow(log.signalChanges), { rows } = log.signalChanges;
  rows.controller[row] = controller;
  rows.timeS[row] = timeS;
  rows.interval[row] = interval[controller]!;
  rows.extendedForPriority[row] = extended ? 1 : 0;
}
