import type { ResultLog } from '../results/result-log.ts';
import { redSinceS } from '../state/changeover-state.ts';
import type { CityState } from '../state/city-state.ts';
import { amberOfS } from '../twin/group-limits.ts';
import { minimumGreenInS } from '../twin/minimum-green.ts';
import { isGreen, isGreenAspect } from '../twin/plan-green.ts';
import { cycleOfS, firstIntervalOf } from '../twin/plan-of.ts';
import { scheduledPlan } from '../twin/plan-schedule.ts';
import { stagesOf } from '../twin/plan-stages.ts';
import { untilGreenS } from '../twin/plan-wait.ts';
import { priorityReason } from '../twin/priority-words.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { changeTo } from './begin-stage.ts';
import { giveUpAccounts } from './compensate.ts';
import { UNTIL_PLANNED_S, untilPlannedS } from './keep-to-plan.ts';
import { shownWholeS } from './time-to-stage.ts';

/**
 * Leaves the running plan for the one that the schedule asks for, at the end of a stage; whether it does. The change goes by the
 * matrix to the stage of the new plan that loses the least against its cycle and offset, and for a cycle each stage
 * ends when that plan says. Where someone would wait longer than they may, the old plan goes on to its next stage first.
 */
export function switchPlan(twin: ReadingTwin, state: CityState, log: ResultLog, controller: number): boolean {
  const { signals, timeS } = state, running = signals.controllers.interval[controller]!, due = scheduledPlan(twin, controller, timeS);
  if (due < 0 || twin.signalPlans.firstInterval[due] === firstIntervalOf(twin, running)) return false;
  const leaving = stagesOf(twin, controller, firstIntervalOf(twin, running));
  if (leaving.length > 0 && !leaving.includes(running)) return false;
  const entry = entryStage(twin, state, controller, twin.signalPlans.firstInterval[due]!);
  if (entry < 0) return false;
  const { controllers: rows } = signals.changeovers;
  changeTo(signals, controller, entry, timeS, UNTIL_PLANNED_S);
  rows.offPlanUntilS[controller] = timeS + cycleOfS(twin, entry);
  // What was owed to the order of the old plan is not to the new one.
  rows.resumeStage[controller] = -1;
  rows.leaveOutStage[controller] = -1;
  rows.planShiftS[controller] = 0;
  giveUpAccounts(twin, state, log, controller, priorityReason.planChanged);
  return true;
}

/** The stage of a plan to begin with; of equals the first. A plan without any (all flash, or are dark) begins with its first interval. -1 where each would make someone wait too long. */
function entryStage(twin: ReadingTwin, state: CityState, controller: number, firstInterval: number): number {
  const stages = stagesOf(twin, controller, firstInterval);
  let best = stages.length === 0 ? firstInterval : -1, leastApartS = Infinity;
  for (const stage of stages) {
    const startS = shownWholeS(twin, state.signals, controller, stage, state.timeS);
    const { lengthS, lateS, longerS } = untilPlannedS(twin, stage, startS, minimumGreenInS(twin, stage)), apartS = Math.max(lateS, longerS);
    if (apartS >= leastApartS || !comesInTime(twin, state, controller, stage, startS, startS + lengthS)) continue;
    best = stage;
    leastApartS = apartS;
  }
  return best;
}

/** Whether nobody waits longer than they may if a stage shows from `startS` to `endS` and its plan goes on from there. */
function comesInTime(twin: ReadingTwin, { signals, timeS }: CityState, controller: number, stage: number, startS: number, endS: number): boolean {
  const { signalGroups } = twin, first = signals.controllers.firstGroup[controller]!;
  for (let group = 0; group < twin.controllers.groupCount[controller]!; group++) {
    const row = first + group, longestS = row < signalGroups.count ? signalGroups.longestWaitS[row]! : 0, isNow = isGreenAspect(signals.shown[row]!);
    if (longestS <= 0 || (isNow && isGreen(twin, stage, group))) continue;
    const redS = isNow ? timeS + amberOfS(twin, row) : redSinceS(twin, signals, row);
    const greenS = isGreen(twin, stage, group) ? startS : endS + untilGreenS(twin, stage, group);
    if (greenS - redS > longestS) return false;
  }
  return true;
}
