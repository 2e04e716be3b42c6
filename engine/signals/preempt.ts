import { isChangingOver } from '../state/changeover-state.ts';
import type { CityState } from '../state/city-state.ts';
import { isIntervalOver } from '../state/interval-over.ts';
import type { PreemptionState } from '../state/preemption-state.ts';
import { endsTooEarly } from '../state/longest-stage.ts';
import { isGreen } from '../twin/plan-green.ts';
import { stageAfter } from '../twin/plan-stages.ts';
import { preemptionLevel } from '../twin/preemption.ts';
import { aspect } from '../twin/signals.ts';
import { stageControlOf } from '../twin/stage-control-of.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { beginStage } from './begin-stage.ts';
import { greensUntilS } from './change-over.ts';
import { stagePlanOf } from './stage-plan.ts';
import { keepWaits, serveWaiting } from './regain-plan.ts';
import { runningStages } from './running-stages.ts';
import { shortestStageS } from './shortest-stage.ts';
import { shownWholeS } from './time-to-stage.ts';
import { dueStage, longestWaitingStage } from './urgent-stage.ts';

/** Controllers look once a step: what has to be done by a time is done a look before. */
const LOOK_S = 1;

/**
 * Lets through whom priority has named: the stage of its group is called so early that it shows whole when it has to, as
 * soon as minimum greens and the intergreen matrix allow, and is held until it has passed, as long as nobody else waits
 * longer than anyone may. Then those come who have waited the longest, and the plan is regained.
 */
export function followPreemption(twin: ReadingTwin, state: CityState, controller: number): void {
  const { preemption } = state;
  if (!preemption || state.signals.controllers.interval[controller]! < 0) return;
  const { wishes, services } = preemption;
  services.keptWaiting[controller] = 0;
  if (services.stage[controller]! >= 0) goOn(twin, state, preemption, controller);
  else if (wishes.departure[controller]! >= 0) beginIfDue(twin, state, preemption, controller);
  keepWaits(twin, state, controller);
}

function goOn(twin: ReadingTwin, state: CityState, preemption: PreemptionState, controller: number): void {
  const { wishes, services } = preemption, { signals, timeS } = state, stage = services.stage[controller]!, wanted = wishes.departure[controller]!;
  const isAnother = wanted !== services.departure[controller];
  if (isAnother && wanted >= 0 && stageFor(twin, state, controller, wishes.signalGroup[controller]!) === stage && isSoon(twin, state, preemption, controller)) take(preemption, controller, stage);
  else if (isAnother && !(wanted >= 0 && beginIfDue(twin, state, preemption, controller))) return release(twin, state, preemption, controller, false);
  if (services.stage[controller] !== stage || isChangingOver(signals, controller)) return;
  const freeS = Math.max(timeS, greensUntilS(twin, signals, controller)) + LOOK_S;
  if (dueStage(twin, state, controller, runningStages(twin, signals, controller), { fromS: freeS, leastStageS: shortestStageS(twin, controller), servedBy: stage }) < 0) return;
  services.keptWaiting[controller] = 1;
  release(twin, state, preemption, controller, true);
}

/** Begins to serve whom priority names, if it is time to. */
function beginIfDue(twin: ReadingTwin, state: CityState, preemption: PreemptionState, controller: number): boolean {
  const { wishes, services } = preemption, { signals, timeS } = state, running = signals.controllers.interval[controller]!;
  const isHeldOnly = wishes.level[controller] === preemptionLevel.hold, stage = isHeldOnly ? running : stageFor(twin, state, controller, wishes.signalGroup[controller]!);
  if (stage < 0 || !(isHeldOnly ? endsTooEarly(twin, state, controller, wishes.signalGroup[controller]!, wishes.greenFromS[controller]!) : isSoon(twin, state, preemption, controller, stage))) return false;
  const leastStageS = shortestStageS(twin, controller), isRunning = stage === running && !isChangingOver(signals, controller);
  const freeS = isRunning ? Math.max(timeS, greensUntilS(twin, signals, controller)) + LOOK_S : shownWholeS(twin, signals, controller, stage, timeS) + LOOK_S + leastStageS;
  if (dueStage(twin, state, controller, runningStages(twin, signals, controller), { fromS: freeS, leastStageS, servedBy: stage }) >= 0) {
    services.keptWaiting[controller] = 1;
    return false;
  }
  services.plannedEndS[controller] = isRunning ? plannedEndS(state, preemption, controller) : -1;
  take(preemption, controller, stage);
  services.beganS[controller] = timeS;
  if (isRunning) signals.controllers.endsS[controller] = Infinity;
  else beginStage(twin, signals, controller, stage, timeS, Infinity);
  return true;
}

/** When a stage that is held would have ended by the plan; -1 if it was called. */
function plannedEndS({ signals }: CityState, { services }: PreemptionState, controller: number): number {
  const endsS = signals.controllers.endsS[controller]!;
  return endsS === Infinity ? services.plannedEndS[controller]! : endsS;
}

function take({ wishes, services }: PreemptionState, controller: number, stage: number): void {
  services.stage[controller] = stage;
  services.departure[controller] = wishes.departure[controller]!;
  services.level[controller] = wishes.level[controller]!;
  services.recoveryCycleCount[controller] = wishes.recoveryCycleCount[controller]!;
}

/**
 * Whether its stage has to be called now to show in time. Where a stage ends, the next is not begun any more if the way
 * there and on to the stage that is wanted would take too long.
 */
function isSoon(twin: ReadingTwin, state: CityState, { wishes }: PreemptionState, controller: number, stage = -1): boolean {
  const { signals, timeS } = state, greenFromS = wishes.greenFromS[controller]!, isEnding = isIntervalOver(signals, controller, timeS);
  if (stage >= 0 && shownWholeS(twin, signals, controller, stage, timeS) + LOOK_S > greenFromS) return true;
  const aroundS = 2 * stagePlanOf(twin, controller).longestChangeS + shortestStageS(twin, controller);
  return (stage < 0 || isEnding) && timeS + aroundS > greenFromS;
}

/** The stage that lets a group go: where nobody comes in its way if there is such a stage, the one that runs, or the next that the plan has. */
function stageFor(twin: ReadingTwin, { signals }: CityState, controller: number, group: number): number {
  const running = signals.controllers.interval[controller]!, stages = runningStages(twin, signals, controller);
  const isProtected = (stage: number): boolean => twin.aspects.shown[twin.intervals.firstAspect[stage]! + group] === aspect.green;
  const serving = stages.filter(isProtected), any = serving.length > 0 ? serving : stages.filter((stage) => isGreen(twin, stage, group));
  if (any.includes(running)) return running;
  return any.find((stage) => stage > running) ?? any[0] ?? -1;
}

/** Nobody has to be let through any more, or others have waited as long as they may: a held stage ends as an extended one does, after a called one those come who have waited the longest. */
function release(twin: ReadingTwin, state: CityState, { services }: PreemptionState, controller: number, othersWait: boolean): void {
  const { signals, timeS } = state, { controllers } = signals, heldS = services.plannedEndS[controller]!, stage = services.stage[controller]!, isShown = !isChangingOver(signals, controller);
  services.stage[controller] = services.departure[controller] = services.plannedEndS[controller] = -1;
  services.regains[controller] = 1;
  if (stageControlOf(twin, controller) >= 0 && !othersWait) {
    if (isShown) controllers.endsS[controller] = timeS;
    else signals.changeovers.controllers.stageS[controller] = shortestStageS(twin, controller);
    return;
  }
  if (isShown && heldS >= 0 && !othersWait) {
    const startedS = controllers.startedS[controller]!;
    controllers.endsS[controller] = Math.max(heldS, startedS + Math.ceil(timeS - startedS));
    controllers.extendedS[controller]! += controllers.endsS[controller]! - heldS;
    return;
  }
  const waited = longestWaitingStage(twin, state, controller, runningStages(twin, signals, controller)), next = waited >= 0 ? waited : stageAfter(twin, stage);
  serveWaiting(twin, state, controller, next);
}
