import { isChangingOver, redSinceS } from '../state/changeover-state.ts';
import type { CityState } from '../state/city-state.ts';
import { actuationOf } from '../twin/actuation-of.ts';
import { endsByTraffic, planEndsByTraffic } from '../twin/ends-by-traffic.ts';
import { firstRowOf } from '../twin/group-limits.ts';
import { isGreen, isGreenAspect } from '../twin/plan-green.ts';
import { cycleOfS } from '../twin/plan-of.ts';
import { mostBehindS, mostGivenBackS, redInPlanS, sumOverPlan } from '../twin/plan-recovery.ts';
import { untilGreenS } from '../twin/plan-wait.ts';
import { stageControlOf } from '../twin/stage-control-of.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { greensUntilS } from './change-over.ts';
import { beginStage } from './begin-stage.ts';
import { compensatedS } from './compensate.ts';
import { runningStages } from './running-stages.ts';
import { toRegainS } from './follow-priority.ts';
import { giveBackS } from './give-back.ts';
import { shortestStageS } from './shortest-stage.ts';
import { stagePlanOf } from './stage-plan.ts';
import { dueStage, urgentStage } from './urgent-stage.ts';

/** A stage lasts twice as long at most when a plan is regained by longer stages. */
const MOST_LENGTHENED_SHARE = 1;
/** Controllers look once a step. */
const LOOK_S = 1;
/** Times of a run are sums of steps. */
const ROUNDING_S = 1e-6;

/** Whether a controller is on its way back to its plan after someone went before it. */
const isRegaining = ({ preemption }: CityState, controller: number): boolean => preemption !== undefined && preemption.services.regains[controller] === 1;

/** How late a plan is that goes round and round: from nothing to a whole cycle. `interval`: one of the plan. */
function lateInCycleS(twin: ReadingTwin, interval: number, behindS: number): number {
  const cycleS = cycleOfS(twin, interval), lateS = behindS - Math.floor(behindS / cycleS) * cycleS;
  return lateS < ROUNDING_S || lateS > cycleS - ROUNDING_S ? 0 : lateS;
}

/**
 * How much shorter (negative: longer) an interval becomes for the plan to be regained within the cycles declared: the shorter way
 * round, by shorter stages or by longer ones, as far as stages may be shortened and the others may wait.
 */
function regainingS(twin: ReadingTwin, state: CityState, controller: number, interval: number, behindS: number): number {
  const { intervals } = twin, lateS = lateInCycleS(twin, interval, behindS);
  if (lateS === 0 || intervals.stage[interval] === 0 || planEndsByTraffic(twin, interval)) return 0;
  const earlyS = cycleOfS(twin, interval) - lateS, cycles = state.preemption!.services.recoveryCycleCount[controller]!, longerS = mostLongerS(twin, controller, interval), shorterS = mostBehindS(twin, interval, 1);
  // Longer cycles are fewer in the same time, and those who have waited may not let the first be longer.
  const canLengthen = earlyS <= longerS * Math.max(1, cycles - 1), canShorten = lateS <= cycles * shorterS;
  // Where neither is enough it takes longer, by shorter stages if any can be.
  if (canLengthen ? canShorten && lateS <= earlyS : shorterS > 0) return Math.min(lateS, mostGivenBackS(twin, controller, interval));
  const shareS = (longerS * intervals.durationS[interval]!) / stagesLengthS(twin, interval);
  // Nobody is to wait too long for it.
  const slackS = slackInS(twin, state, controller, interval, state.timeS + intervals.durationS[interval]!);
  return -Math.min(earlyS, Math.max(0, Math.floor(Math.min(Math.max(1, shareS), slackS))));
}

/** What a controller makes up for of the time that its plan is late: all of it, the shorter way round, where someone went before the plan. */
export const toRegainNowS = (twin: ReadingTwin, state: CityState, controller: number, interval: number, behindS: number): number =>
  (isRegaining(state, controller) ? lateInCycleS(twin, interval, behindS) : toRegainS(twin, controller, behindS));

/** How much shorter (negative: longer) the interval that has just begun becomes for it. */
export const giveBackNowS = (twin: ReadingTwin, state: CityState, controller: number, interval: number, behindS: number): number =>
  (isRegaining(state, controller) ? regainingS(twin, state, controller, interval, behindS) : compensatedS(twin, state, controller, behindS) ?? giveBackS(twin, state, controller, behindS));

const stagesLengthS = (twin: ReadingTwin, interval: number): number => sumOverPlan(twin, interval, (one) => (twin.intervals.stage[one] === 1 ? twin.intervals.durationS[one]! : 0));

/** How much longer a cycle may become: by as much again as its stages have, and by what those who wait the longest in the plan may still wait. */
function mostLongerS(twin: ReadingTwin, controller: number, interval: number): number {
  const { controllers, signalGroups } = twin, firstGroup = firstRowOf(signalGroups, controller);
  let mostS = stagesLengthS(twin, interval) * MOST_LENGTHENED_SHARE;
  for (let group = 0; group < controllers.groupCount[controller]! && firstGroup + group < signalGroups.count; group++) {
    const longestS = signalGroups.longestWaitS[firstGroup + group]!;
    if (longestS > 0) mostS = Math.min(mostS, Math.max(0, longestS - redInPlanS(twin, interval, group)));
  }
  return mostS;
}

/**
 * On the way back to its plan a controller serves those whose longest wait would be over otherwise: it leaves the running stage
 * for theirs. The plan is regained once it runs by its order, on time.
 */
export function keepWaits(twin: ReadingTwin, state: CityState, controller: number): void {
  if (!isRegaining(state, controller) || isChangingOver(state.signals, controller)) return;
  const { signals, timeS, preemption } = state, { services } = preemption!, running = signals.controllers.interval[controller]!;
  if (services.stage[controller]! >= 0) return;
  if (isRegained(twin, state, controller)) {
    services.regains[controller] = 0;
    // What is left of this interval is all that there was to make up for.
    const { behindS, startedS, endsS } = signals.controllers;
    if (behindS[controller] !== 0) behindS[controller] = twin.intervals.durationS[running]! - (endsS[controller]! - startedS[controller]!);
    return;
  }
  if (servesInTime(twin, state, controller)) return;
  const fromS = Math.max(timeS, greensUntilS(twin, signals, controller)) + LOOK_S;
  const due = dueStage(twin, state, controller, runningStages(twin, state.signals, controller), { fromS, leastStageS: shortestStageS(twin, controller), servedBy: running });
  if (due >= 0) serveWaiting(twin, state, controller, due);
}

/** Leaves the order of the plan for the stage of those who have waited: for its planned length, or where stages are chosen for as short as may be. */
export function serveWaiting(twin: ReadingTwin, { signals, timeS }: CityState, controller: number, stage: number): void {
  beginStage(twin, signals, controller, stage, timeS, stageControlOf(twin, controller) >= 0 ? shortestStageS(twin, controller) : twin.intervals.durationS[stage]!);
}

/** Whether a controller runs again as if nobody had gone before: by its plan, on time, or choosing with time for another choice; and nobody would wait too long for that. */
function isRegained(twin: ReadingTwin, state: CityState, controller: number): boolean {
  const control = stageControlOf(twin, controller);
  if (control >= 0) return urgentStage(twin, state, control, runningStages(twin, state.signals, controller)) < 0;
  return state.timeS >= state.signals.changeovers.controllers.offPlanUntilS[controller]! && endsOnTime(twin, state, controller) && servesInTime(twin, state, controller);
}

/** Whether the running interval ends when the plan has it end; a plan whose stages can be neither shorter nor longer goes on from where it is. */
function endsOnTime(twin: ReadingTwin, { signals: { controllers } }: CityState, controller: number): boolean {
  const interval = controllers.interval[controller]!, lengthS = controllers.endsS[controller]! - controllers.startedS[controller]!;
  // Where traffic decides there is no time that the plan has.
  if (planEndsByTraffic(twin, interval) || (mostBehindS(twin, interval, 1) === 0 && mostLongerS(twin, controller, interval) === 0)) return true;
  return lateInCycleS(twin, interval, controllers.behindS[controller]! + lengthS - twin.intervals.durationS[interval]!) === 0;
}

/** How much later than planned an interval could end without anyone waiting longer than they may, if the plan goes on from it; Infinity where nobody waits. */
function slackInS(twin: ReadingTwin, { signals }: CityState, controller: number, interval: number, endsS: number): number {
  const { signalGroups } = twin, first = signals.controllers.firstGroup[controller]!;
  let slackS = Infinity;
  for (let group = 0; group < twin.controllers.groupCount[controller]! && first + group < signalGroups.count; group++) {
    const row = first + group, longestS = signalGroups.longestWaitS[row]!;
    if (longestS <= 0 || isGreen(twin, interval, group) || isGreenAspect(signals.shown[row]!)) continue;
    slackS = Math.min(slackS, redSinceS(twin, signals, row) + longestS - endsS - untilGreenS(twin, interval, group));
  }
  return slackS;
}

/** Whether nobody would wait longer than they may if the plan went on, traffic ending its stages as late as it may. */
const servesInTime = (twin: ReadingTwin, state: CityState, controller: number): boolean => {
  const { interval: intervals, startedS, endsS } = state.signals.controllers, interval = intervals[controller]!, actuation = actuationOf(twin, interval);
  const mostS = !endsByTraffic(twin, interval) ? 0 : actuation < 0 ? twin.intervals.durationS[interval]! : twin.actuations.longestS[actuation]!;
  return slackInS(twin, state, controller, interval, Math.max(endsS[controller]!, startedS[controller]! + mostS)) >= 0;
};

/** The stage that comes next where the one that follows by the order of the plan would keep others waiting too long; -1 where it does not. */
export function dueNext(twin: ReadingTwin, state: CityState, controller: number): number {
  if (!isRegaining(state, controller) || servesInTime(twin, state, controller)) return -1;
  const leastStageS = shortestStageS(twin, controller), { longestChangeS } = stagePlanOf(twin, controller);
  return dueStage(twin, state, controller, runningStages(twin, state.signals, controller), { fromS: state.timeS + longestChangeS + leastStageS + LOOK_S, leastStageS });
}
