import type { ResultLog } from '../results/result-log.ts';
import { isChangingOver } from '../state/changeover-state.ts';
import type { CityState } from '../state/city-state.ts';
import { isIntervalOver } from '../state/interval-over.ts';
import type { PriorityState } from '../state/priority-state.ts';
import { redInPlanS } from '../twin/plan-recovery.ts';
import { competing, ruleOf, type PriorityRule } from '../twin/priority.ts';
import { priorityAnswer, priorityReason } from '../twin/priority-words.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { whyNotServed } from './conditions.ts';
import { costOfCutVehicleS, costOfHoldVehicleS } from './cost-to-others.ts';
import { bestDetour } from './choose-means.ts';
import { cutFor, shortestLengthS, type Cut } from './cut-short.ts';
import { greenAhead, type GreenAhead } from './green-ahead.ts';
import { hearMessages } from './hear-messages.ts';
import { wholeLengthS, whyNotHold } from './hold-green.ts';
import { latestEndS } from './latest-end.ts';
import { DETOURS, type Detour } from './leave-plan.ts';
import { isSetAside, namePreempting } from './preempt.ts';
import { answer, note, recordAnswer } from './record-answer.ts';
import { settleTogether } from './settle-requests.ts';

/** One request, and what its controller knows about it now. */
interface Case { row: number; controller: number; departure: number; comesS: number; rule: PriorityRule; green: GreenAhead }

/**
 * Controllers hear who asks, and decide what the running stage does: it goes on until a bus has passed, or ends sooner so
 * that another is green when its bus comes. Who asked first is looked at first; who needs the opposite waits.
 *
 * Called once a step, before signals advance. It writes what they are to do: `neededUntilS` and `cutToS`, anew in every step.
 */
export function decidePriority(twin: ReadingTwin, state: CityState, log: ResultLog): void {
  const { priority } = state;
  if (!priority) return;
  const { requests, controllers } = priority;
  state.signals.controllers.neededUntilS.fill(-1);
  for (const column of [controllers.cutToS, controllers.heldForS, controllers.holder, controllers.claimant]) column.fill(-1);
  for (let controller = 0; controller < controllers.count; controller++) if (controllers.cutInterval[controller] !== state.signals.controllers.interval[controller]) controllers.cutInterval[controller] = -1;
  hearMessages(twin, state, priority, log);
  if (state.preemption) namePreempting(twin, state, priority, state.preemption);
  const settledLater: Case[] = [];
  for (let row = 0; row < requests.used; row++) {
    if (state.preemption && isSetAside(twin, state, log, row)) continue;
    const controller = requests.rows.controller[row]!;
    // On the way from one stage to another nothing can be decided: the next one shows first.
    if (isChangingOver(state.signals, controller) || state.signals.changeovers.controllers.orderedStage[controller]! >= 0) continue;
    const green = greenAhead(twin, state, controller, requests.rows.signalGroup[row]!);
    if (!green) continue;
    const comesS = Math.max(requests.rows.arrivesS[row]!, state.timeS);
    const rule = ruleOf(twin, controller), one: Case = { row, controller, departure: requests.rows.departure[row]!, comesS, rule, green };
    if (rule.competing === competing.exact && whyNotServed(priority, row, rule, state.timeS) === priorityReason.none) settledLater.push(one);
    else decide(twin, state, priority, log, one);
  }
  for (let at = 0; at < settledLater.length; at++) {
    const { controller } = settledLater[at]!, all = settledLater.filter((one) => one.controller === controller);
    if (all[0] === settledLater[at] && !settleTogether(twin, state, priority, log, all)) for (const one of all) decide(twin, state, priority, log, one);
  }
}

function decide(twin: ReadingTwin, state: CityState, priority: PriorityState, log: ResultLog, one: Case): void {
  const { row, green, comesS, rule } = one, unserved = whyNotServed(priority, row, rule, state.timeS), isServed = unserved === priorityReason.none;
  if (green.isGreenNow && comesS + rule.passingMarginS <= green.endsS) {
    answer(state, priority, log, row, priorityAnswer.notNeeded, priorityReason.comesOnGreen);
    if (isServed) holdFor(priority, one, comesS + rule.passingMarginS - green.afterRunningS);
  } else if (!green.isGreenNow && comesS - rule.clearQueueS >= green.startsS) {
    answer(state, priority, log, row, priorityAnswer.notNeeded, priorityReason.comesOnGreen);
  } else if (!isServed) {
    answer(state, priority, log, row, priorityAnswer.refused, unserved);
  } else if (green.isGreenNow) decideHold(twin, state, priority, log, one);
  else decideCut(twin, state, priority, log, one);
}

/** Its green would end before it comes. Whether to hold it is decided when the stage is about to end: nobody knows better before. */
function decideHold(twin: ReadingTwin, state: CityState, priority: PriorityState, log: ResultLog, one: Case): void {
  const { row, controller, departure, comesS, rule, green } = one, { signals } = state, endsS = signals.controllers.endsS[controller]!;
  // Green goes on into another stage: if more is needed, that stage is the one to hold.
  if (!green.isLastStage) return;
  const untilS = comesS + rule.passingMarginS - green.afterRunningS, claimant = priority.controllers.claimant[controller]!;
  const refusal = whyNotHold(twin, state, controller, untilS, rule, priority.controllers.servedLast[controller] === departure);
  if (!isIntervalOver(signals, controller, state.timeS)) {
    if (refusal === priorityReason.none) holdFor(priority, one, untilS);
    return;
  }
  if (claimant >= 0) return answer(state, priority, log, row, priorityAnswer.refused, priorityReason.anotherFirst, claimant);
  if (refusal !== priorityReason.none) return answer(state, priority, log, row, priorityAnswer.refused, refusal);
  holdFor(priority, one, untilS);
  const heldUntilS = signals.controllers.startedS[controller]! + wholeLengthS(signals.controllers.startedS[controller]!, untilS);
  if (heldUntilS <= Math.max(endsS, signals.controllers.neededUntilS[controller]!)) return answer(state, priority, log, row, priorityAnswer.notNeeded, priorityReason.comesOnGreen);
  signals.controllers.neededUntilS[controller] = heldUntilS;
  priority.controllers.servedLast[controller] = departure;
  note(priority, row, priorityAnswer.extension, priorityReason.missesGreen, signals.controllers.interval[controller]!);
  const gainS = Math.max(0, green.endsS + redInPlanS(twin, signals.controllers.interval[controller]!, priority.requests.rows.signalGroup[row]!) - comesS);
  recordAnswer(state, log, row, priorityAnswer.extension, priorityReason.missesGreen,
    { untilS: heldUntilS, gainS, costVehicleS: costOfHoldVehicleS(twin, state, controller, heldUntilS - endsS), otherDeparture: -1 });
}

/** It comes before its green begins: the running stage may end sooner. */
function decideCut(twin: ReadingTwin, state: CityState, priority: PriorityState, log: ResultLog, one: Case): void {
  const { row, controller, departure, comesS, rule, green } = one, { controllers } = priority, { signals } = state;
  const interval = signals.controllers.interval[controller]!, endsS = latestEndS(twin, state, controller);
  // Clearing keeps its length: what follows it can be cut when it runs.
  if (twin.intervals.stage[interval] === 0) return;
  const wantedS = green.startsS - (comesS - rule.clearQueueS), holder = controllers.holder[controller]!;
  const cut = cutFor(twin, state, controller, wantedS, rule, { servedLast: controllers.servedLast[controller] === departure, heldForS: controllers.heldForS[controller]! });
  const { detour, refusal: noDetour } = detourFor(twin, state, priority, one, cut);
  if (detour) return decideDetour(state, priority, log, one, detour);
  const { toS } = cut, refusal = cut.refusal === priorityReason.noSuchMeans ? noDetour : cut.refusal;
  // Nothing to do yet: it is soon enough from a later stage.
  if (cut.refusal === priorityReason.noSuchMeans && refusal === priorityReason.none) return;
  if (cut.refusal !== priorityReason.none) return answer(state, priority, log, row, priorityAnswer.refused, refusal, refusal === priorityReason.anotherFirst ? holder : -1);
  if (signals.controllers.neededUntilS[controller]! >= 0) return answer(state, priority, log, row, priorityAnswer.refused, priorityReason.anotherFirst, holder);
  if (controllers.claimant[controller]! < 0) controllers.claimant[controller] = departure;
  if (controllers.cutToS[controller]! >= 0 && controllers.cutToS[controller]! <= toS) return answer(state, priority, log, row, priorityAnswer.notNeeded, priorityReason.comesOnGreen);
  controllers.cutToS[controller] = toS;
  if (toS < state.timeS + 1) controllers.cutInterval[controller] = interval;
  controllers.servedLast[controller] = departure;
  if (priority.requests.rows.answer[row] === priorityAnswer.earlyGreen && priority.requests.rows.interval[row] === interval) return;
  note(priority, row, priorityAnswer.earlyGreen, priorityReason.comesOnRed, interval);
  recordAnswer(state, log, row, priorityAnswer.earlyGreen, priorityReason.comesOnRed,
    { untilS: toS, gainS: Math.max(0, Math.min(endsS - toS, green.startsS - comesS)), costVehicleS: costOfCutVehicleS(twin, state, controller, endsS - toS), otherDeparture: -1 });
}

/** Whether its stage is better shown out of turn than sooner by an early green, if the rules know of more than that. */
function detourFor(twin: ReadingTwin, state: CityState, { controllers, requests }: PriorityState, { row, controller, departure, comesS, rule, green }: Case, cut: Cut): { detour: Detour | undefined; refusal: number } {
  const { startedS, lockedUntilS, interval } = state.signals.controllers;
  if ((rule.means & DETOURS) === 0) return { detour: undefined, refusal: priorityReason.noSuchMeans };
  if (controllers.servedLast[controller] !== departure && state.timeS < lockedUntilS[controller]!) return { detour: undefined, refusal: priorityReason.lockout };
  const earliestS = Math.max(startedS[controller]! + shortestLengthS(twin, controller, interval[controller]!, rule), controllers.heldForS[controller]!);
  const wish = { controller, group: requests.rows.signalGroup[row]!, wantedS: comesS - rule.clearQueueS, untilS: comesS + rule.passingMarginS, rule, earliestS };
  return bestDetour(twin, state, wish, comesS, green, cut);
}

/** Its stage comes out of turn, as late as it allows. */
function decideDetour(state: CityState, priority: PriorityState, log: ResultLog, { row, controller, departure, comesS, green }: Case, detour: Detour): void {
  const { controllers } = priority, { changeovers: { controllers: orders }, controllers: { neededUntilS, interval } } = state.signals;
  if (neededUntilS[controller]! >= 0) return answer(state, priority, log, row, priorityAnswer.refused, priorityReason.anotherFirst, controllers.holder[controller]!);
  if (controllers.cutToS[controller]! >= 0) return answer(state, priority, log, row, priorityAnswer.refused, priorityReason.anotherFirst, controllers.claimant[controller]!);
  if (controllers.claimant[controller]! < 0) controllers.claimant[controller] = departure;
  if (detour.leaveS > state.timeS) return;
  orders.orderedStage[controller] = detour.stage;
  orders.orderedS[controller] = detour.stageS;
  orders.resumeStage[controller] = detour.resumeStage;
  orders.leaveOutStage[controller] = detour.leaveOutStage;
  controllers.servedLast[controller] = departure;
  note(priority, row, detour.answer, priorityReason.comesOnRed, interval[controller]!);
  recordAnswer(state, log, row, detour.answer, priorityReason.comesOnRed,
    { untilS: detour.leaveS, gainS: Math.max(0, Math.min(green.startsS - detour.startsS, green.startsS - comesS)), costVehicleS: detour.costVehicleS, otherDeparture: -1 });
}

/** Who asked first keeps the green that it needs. */
function holdFor({ controllers }: PriorityState, { controller, departure }: Case, untilS: number): void {
  if (untilS <= controllers.heldForS[controller]!) return;
  controllers.heldForS[controller] = untilS;
  controllers.holder[controller] = departure;
}
