import { isOffPlan } from '../state/changeover-state.ts';
import type { CityState } from '../state/city-state.ts';
import { planShiftS } from '../state/plan-shift.ts';
import { roundsOf } from '../state/stages-ahead.ts';
import { startWalk, walkOn, walkTo } from '../state/walk-stages.ts';
import { endsByTraffic } from '../twin/ends-by-traffic.ts';
import { firstRowOf } from '../twin/group-limits.ts';
import { minimumGreenInS } from '../twin/minimum-green.ts';
import { isGreen } from '../twin/plan-green.ts';
import { lateAgainstPlanS } from '../twin/plan-lateness.ts';
import { firstIntervalOf, intervalCountOf } from '../twin/plan-of.ts';
import { mostAheadS, mostBehindS } from '../twin/plan-recovery.ts';
import { stageAfter, stagesOf, type StageOrder } from '../twin/plan-stages.ts';
import { priorityMeans, type PriorityRule } from '../twin/priority.ts';
import { priorityAnswer, priorityReason } from '../twin/priority-words.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { costOfOrderVehicleS } from './cost-to-others.ts';
import { isAskedFor } from './who-waits.ts';

/** A bus that wants a stage before its turn. */
export interface Wish {
  controller: number;
  group: number;
  /** When its green is to begin. */
  wantedS: number;
  /** Until when its green has to last. */
  untilS: number;
  rule: PriorityRule;
  /** When the running stage may end at the earliest. */
  earliestS: number;
}

/** An order of stages that is not that of the plan. */
export interface Detour extends StageOrder {
  answer: number;
  /** The stage that comes out of turn, and how long it lasts. */
  stage: number;
  stageS: number;
  /** When the running stage ends for it, and when who asked has green. */
  leaveS: number;
  startsS: number;
  costVehicleS: number;
}

/** Means that leave the order of the plan. */
export const DETOURS = priorityMeans.skip | priorityMeans.insertion | priorityMeans.rotation;

/** What is possible, or why nothing is. */
export interface Detours { possible: Detour[]; refusal: number }

/**
 * The ways out of the plan's order by which a bus could have its stage: those that the rules allow, where nobody waits longer
 * than anyone may and the plan can be regained in time. None where traffic ends stages, and none while the last is being made up for.
 */
export function detoursFor(twin: ReadingTwin, state: CityState, wish: Wish): Detours {
  const { controller, rule: { means } } = wish, running = state.signals.controllers.interval[controller]!, stages = stagesOf(twin, controller, firstIntervalOf(twin, running));
  if ((means & DETOURS) === 0 || twin.intervals.stage[running] === 0 || choosesOrFollowsTraffic(twin, controller, stages)) return { possible: [], refusal: priorityReason.noSuchMeans };
  const next = stageAfter(twin, running), stage = firstWith(twin, stages, running, wish.group);
  // Where its stage is the next one anyway, only an early green makes it come sooner.
  if (stage < 0 || stage === next) return { possible: [], refusal: priorityReason.noSuchMeans };
  if (isOffPlan(state.signals, controller, state.timeS)) return { possible: [], refusal: priorityReason.planTooFarOff };
  const possible: Detour[] = [];
  let refusal: number = priorityReason.noSuchMeans;
  const consider = (allowed: number, found: () => Detour | number): void => {
    if ((means & allowed) === 0) return;
    const detour = found();
    if (typeof detour === 'number') refusal = detour;
    else possible.push(detour);
  };
  consider(priorityMeans.skip, () => {
    for (let left = next; left !== stage; left = stageAfter(twin, left)) if (isAskedFor(twin, state, controller, left, stage)) return priorityReason.stageAskedFor;
    return detourBy(twin, state, wish, { answer: priorityAnswer.skip, stage, resumeStage: -1, leaveOutStage: -1 });
  });
  consider(priorityMeans.rotation, () => detourBy(twin, state, wish, { answer: priorityAnswer.rotation, stage, resumeStage: next, leaveOutStage: stage }));
  consider(priorityMeans.insertion, () => detourBy(twin, state, wish, { answer: priorityAnswer.insertion, stage, resumeStage: next, leaveOutStage: -1 }));
  return { possible, refusal };
}

const choosesOrFollowsTraffic = (twin: ReadingTwin, controller: number, stages: readonly number[]): boolean => {
  const row = firstRowOf(twin.stageControls, controller);
  return (row < twin.stageControls.count && twin.stageControls.controller[row] === controller) || stages.some((stage) => endsByTraffic(twin, stage));
};

/** The first stage after the running one in which a group is green, -1 for none. */
function firstWith(twin: ReadingTwin, stages: readonly number[], running: number, group: number): number {
  let stage = running;
  for (let on = 0; on < stages.length; on++) {
    stage = stageAfter(twin, stage);
    if (twin.intervals.stage[stage] === 1 && isGreen(twin, stage, group)) return stage;
  }
  return -1;
}

/** How one order of stages would turn out, or why it may not be. */
function detourBy(twin: ReadingTwin, state: CityState, wish: Wish, order: StageOrder & { answer: number; stage: number }): Detour | number {
  const { controller, group, wantedS, untilS } = wish, { stage } = order, { timeS, signals } = state;
  const endsS = signals.controllers.endsS[controller]!, changeS = greenAfterS(twin, state, wish, stage);
  // The next stage can be left for it, too.
  if (endsS + changeS + wish.rule.shortestStageS + changeS <= wantedS) return priorityReason.none;
  // As late as the bus allows, in whole seconds, within what is left of the running stage.
  const leaveS = timeS + Math.max(0, Math.ceil(Math.max(wish.earliestS, Math.min(endsS, wantedS - changeS)) - timeS));
  if (leaveS > endsS) return priorityReason.atShortest;
  const walk = startWalk(twin, state, controller), wholeFromS = walkTo(twin, state, walk, stage, leaveS), startsS = walk.nextGreenS[group]!;
  const stageS = order.answer === priorityAnswer.insertion ? shortestFor(twin, wish, stage, untilS - wholeFromS) : twin.intervals.durationS[stage]!;
  if (stageS > twin.intervals.longestS[stage]!) return priorityReason.beyondLongest;
  let onS = wholeFromS + stageS, from = stage, mostLateS = -Infinity, mostEarlyS = Infinity, leaveOutStage = order.leaveOutStage;
  for (const following of roundsOf(twin, controller, stage, order)) {
    const startS = walkOn(twin, state, walk, from, following, onS);
    // Once those before its own turn have been shown, a stage that was brought forward is left out.
    if (leaveOutStage >= 0 && following === stageAfter(twin, leaveOutStage)) leaveOutStage = -1;
    const lateS = lateAgainstPlanS(twin, controller, following, startS, { planShiftS: planShiftS(twin, state.signals, controller), leaveOutStage });
    mostLateS = Math.max(mostLateS, lateS);
    mostEarlyS = Math.min(mostEarlyS, lateS);
    onS = startS + twin.intervals.durationS[following]!;
    from = following;
  }
  if (walk.waitLeftS < 0) return priorityReason.othersWaitTooLong;
  if (!canBeRegained(twin, stage, wish.rule, { mostLateS, mostEarlyS, waitLeftS: walk.waitLeftS })) return priorityReason.planTooFarOff;
  const byPlanS = greensByPlanS(twin, state, controller, endsS);
  return { ...order, stageS, leaveS, startsS, costVehicleS: costOfOrderVehicleS(twin, state, controller, { leaveS, stage, nextGreenS: walk.nextGreenS, byPlanS }) };
}

/** From the end of the running stage to the green of who asks, if the stage came next. */
function greenAfterS(twin: ReadingTwin, state: CityState, { controller, group, earliestS }: Wish, stage: number): number {
  const walk = startWalk(twin, state, controller), leaveS = Math.max(state.timeS, earliestS);
  walkTo(twin, state, walk, stage, leaveS);
  return walk.nextGreenS[group]! - leaveS;
}

/** An inserted stage is as short as the bus and the minimum greens allow. */
function shortestFor(twin: ReadingTwin, { rule }: Wish, stage: number, wantedS: number): number {
  const leastS = twin.signalGroups.count === 0 ? rule.shortestStageS : Math.max(1, minimumGreenInS(twin, stage));
  return Math.ceil(Math.max(leastS, wantedS));
}

/** Whether the rules' cycles are enough to make up for what the plan is late or early by: the first of them can only be longer by what those who wait then may still wait. */
function canBeRegained(twin: ReadingTwin, stage: number, { recoveryCycleCount, keepsOffset }: PriorityRule, { mostLateS, mostEarlyS, waitLeftS }: { mostLateS: number; mostEarlyS: number; waitLeftS: number }): boolean {
  if (recoveryCycleCount === 0) return true;
  const longerS = Math.min(mostAheadS(twin, stage, 1), Math.floor(waitLeftS)) + mostAheadS(twin, stage, Math.max(0, recoveryCycleCount - 1));
  return mostLateS <= mostBehindS(twin, stage, recoveryCycleCount) && (keepsOffset === 0 || -mostEarlyS <= longerS);
}

/** When each group has its next green after the running stage by the plan. */
function greensByPlanS(twin: ReadingTwin, { signals }: CityState, controller: number, endsS: number): Float64Array {
  const { controllers, intervals } = twin, running = signals.controllers.interval[controller]!, first = firstIntervalOf(twin, running), count = intervalCountOf(twin, running);
  const startsS = new Float64Array(controllers.groupCount[controller]!).fill(Infinity);
  let timeS = endsS;
  for (let on = 1; on <= count; on++) {
    const interval = first + ((running - first + on) % count);
    for (let group = 0; group < startsS.length; group++) if (startsS[group] === Infinity && isGreen(twin, interval, group)) startsS[group] = timeS;
    timeS += intervals.durationS[interval]!;
  }
  return startsS;
}
