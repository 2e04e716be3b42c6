import { appendRow } from '../results/growing-table.ts';
import type { ResultLog } from '../results/result-log.ts';
import { isOffPlan } from '../state/changeover-state.ts';
import type { CityState } from '../state/city-state.ts';
import type { CompensationState } from '../state/compensation-state.ts';
import { waitLeftS } from '../state/longest-wait.ts';
import { endsByTraffic } from '../twin/ends-by-traffic.ts';
import { firstRowOf } from '../twin/group-limits.ts';
import { cycleOfS, firstIntervalOf, intervalCountOf } from '../twin/plan-of.ts';
import { mostGivenBackS, mostWaitedS } from '../twin/plan-recovery.ts';
import { priorityAnswer, priorityReason } from '../twin/priority-words.ts';
import { ruleOf } from '../twin/priority.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { giveBackS } from './give-back.ts';
import { UNTIL_PLANNED_S } from './keep-to-plan.ts';

/** Times of a run are sums of steps. */
const ROUNDING_S = 1e-6;

/** A bus or tram has just been served, until a time: the plan is to be regained within the declared cycles from when the running stage ends by its plan, or from then. */
export function noteServed(twin: ReadingTwin, { compensation, priority, signals: { controllers } }: CityState, controller: number, untilS: number): void {
  if (!compensation || !priority) return;
  const { served } = compensation, { used, rows } = priority.requests, interval = controllers.interval[controller]!;
  const departure = priority.controllers.servedLast[controller]!;
  // Who has been served asks: it was decided in this step.
  for (let row = 0; row < used; row++) {
    if (rows.departure[row] !== departure || rows.controller[row] !== controller) continue;
    served.departure[controller] = departure;
    served.signalGroup[controller] = rows.signalGroup[row]!;
    served.askedS[controller] = rows.askedS[row]!;
  }
  const plannedEndS = controllers.startedS[controller]! + twin.intervals.durationS[interval]!;
  served.regainByS[controller] = Math.max(untilS, plannedEndS) + ruleOf(twin, controller).recoveryCycleCount * cycleOfS(twin, interval);
}

/**
 * The running stage ends: what it was longer or shorter than `plannedS` goes on its account. How much of what it had lost it has
 * got back. After its last turn for that the rest is written off.
 */
export function closeStage(twin: ReadingTwin, state: CityState, log: ResultLog, controller: number, endS: number, plannedS?: number): number {
  const { compensation, preemption } = state, { startedS, interval: intervals } = state.signals.controllers, interval = intervals[controller]!;
  if (!compensation || !hasAccount(twin, controller, interval)) return 0;
  if (preemption && (preemption.services.regains[controller] === 1 || preemption.services.stage[controller]! >= 0)) {
    giveUpAccounts(twin, state, log, controller, priorityReason.planBeingRegained);
    return 0;
  }
  const { stages: { accountS, turnsLeft, withheldFor } } = compensation, beforeS = accountS[interval]!;
  if (isKeptToPlan(state, controller) || isOver(twin, compensation, controller, startedS[controller]!)) return 0;
  const moreS = endS - startedS[controller]! - (plannedS ?? twin.intervals.durationS[interval]!), afterS = rounded(beforeS + moreS);
  const givenS = Math.max(0, Math.min(-beforeS, moreS));
  accountS[interval] = afterS;
  if (givenS > ROUNDING_S) record(state, log, controller, interval, priorityAnswer.givenBack, priorityReason.greenTaken, givenS);
  if (afterS >= 0) return givenS;
  if (afterS < Math.min(0, beforeS)) {
    turnsLeft[interval] = ruleOf(twin, controller).compensationCycleCount;
    withheldFor[interval] = priorityReason.planTooFarOff;
  } else if (--turnsLeft[interval]! < 1) {
    record(state, log, controller, interval, priorityAnswer.notGivenBack, withheldFor[interval]!, -afterS);
    accountS[interval] = 0;
  }
  return givenS;
}

/** Nobody gets back any more what is still on the accounts of a controller, for a reason. */
export function giveUpAccounts(twin: ReadingTwin, state: CityState, log: ResultLog, controller: number, reason: number): void {
  const { compensation } = state;
  if (!compensation) return;
  forStages(twin, controller, (stage) => {
    const accountS = compensation.stages.accountS[stage]!;
    if (accountS < 0) record(state, log, controller, stage, priorityAnswer.notGivenBack, reason, -accountS);
  });
  writeOff(twin, compensation, controller);
}

function writeOff(twin: ReadingTwin, { stages: { accountS }, served }: CompensationState, controller: number): void {
  forStages(twin, controller, (stage) => { accountS[stage] = 0; });
  served.regainByS[controller] = -Infinity;
}

/**
 * How much shorter (negative: longer) the interval that has just begun becomes while green that was taken for buses is to be
 * given back; undefined where none is. The stages that had more give back in their own turns, the others only what would be
 * too late then; those that had less get it back, as far as the plan is on time within its cycles and nobody waits longer than
 * anyone may. What a plan is early is kept for them.
 */
export function compensatedS(twin: ReadingTwin, state: CityState, controller: number, behindS: number): number | undefined {
  const { compensation, signals } = state, interval = signals.controllers.interval[controller]!;
  if (!compensation || !hasAccount(twin, controller, interval) || isOffPlan(signals, controller, state.timeS)) return undefined;
  const { lostS, gainedS } = sumsOf(twin, compensation, controller);
  if (lostS === 0 && gainedS === 0) return undefined;
  if (lostS === 0 && behindS <= 0) {
    // Who had more has nobody to give it back to.
    writeOff(twin, compensation, controller);
    return undefined;
  }
  const { accountS, withheldFor } = compensation.stages, startS = signals.controllers.startedS[controller]!, durationS = twin.intervals.durationS[interval]!, ownS = accountS[interval]!;
  const { keepsOffset, recoveryCycleCount } = ruleOf(twin, controller), { owedS, payableS } = othersOf(twin, compensation, controller, interval, startS);
  if (ownS < 0) {
    const byWaitS = Math.max(0, Math.floor(waitLeftS(twin, state, controller, startS + durationS)));
    const byPlanS = keepsOffset === 1 && recoveryCycleCount > 0 ? Math.max(0, payableS - behindS) : Infinity, longerS = Math.min(-ownS, durationS, byWaitS, byPlanS);
    withheldFor[interval] = byWaitS <= byPlanS ? priorityReason.othersWaitTooLong : priorityReason.planTooFarOff;
    if (longerS > 0) return -longerS;
  }
  const paysS = Math.max(Math.min(ownS, behindS + owedS), behindS - payableS);
  if (paysS > 0) return Math.min(paysS, mostGivenBackS(twin, controller, interval));
  return behindS + owedS < 0 ? giveBackS(twin, state, controller, behindS + owedS) : 0;
}

/** What the other stages of the plan can still get back, and what they can still give, each in its turns until the plan is to be on time. */
function othersOf(twin: ReadingTwin, { stages: { accountS, turnsLeft }, served }: CompensationState, controller: number, interval: number, startS: number): { owedS: number; payableS: number } {
  const first = firstIntervalOf(twin, interval), mostS = mostWaitedS(twin, interval), byS = served.regainByS[controller]!;
  let owedS = 0, payableS = 0;
  for (let other = first; other < first + intervalCountOf(twin, interval); other++) {
    const otherS = accountS[other]!, durationS = twin.intervals.durationS[other]!;
    if (other === interval || otherS === 0) continue;
    if (otherS < 0) owedS += Math.min(-otherS, Math.min(durationS, mostS) * Math.min(turnsLeft[other]!, turnsBy(twin, interval, other, startS, byS)));
    else {
      const lessS = mostGivenBackS(twin, controller, other);
      payableS += Math.min(otherS, lessS * turnsBy(twin, interval, other, startS - lessS, byS));
    }
  }
  return { owedS, payableS };
}

/** How often another stage of the plan will have ended by a time, if an interval begins now. */
function turnsBy(twin: ReadingTwin, interval: number, other: number, startS: number, byS: number): number {
  const cycleS = cycleOfS(twin, interval);
  let endS = startS + twin.intervals.durationS[other]! + (other < interval ? cycleS : 0);
  for (let between = Math.min(interval, other); between < Math.max(interval, other); between++) endS += (other < interval ? -1 : 1) * twin.intervals.durationS[between]!;
  return Math.max(0, Math.floor((byS - endS) / cycleS + ROUNDING_S) + 1);
}

/** Whether a controller keeps an account of an interval: a stage of a plan that traffic does not end, by rules that compensate. */
const hasAccount = (twin: ReadingTwin, controller: number, interval: number): boolean =>
  interval >= 0 && twin.intervals.stage[interval] === 1 && !endsByTraffic(twin, interval) && ruleOf(twin, controller).compensationCycleCount > 0;

/** Whether a stage ran until its plan said, after a change of plan: how long that took says nothing about buses. */
const isKeptToPlan = ({ signals: { controllers, changeovers: { controllers: rows } } }: CityState, controller: number): boolean =>
  rows.stageS[controller] === UNTIL_PLANNED_S && controllers.startedS[controller]! < rows.offPlanUntilS[controller]!;

/** What all stages of a controller together have lost, and what they have had more. */
function sumsOf(twin: ReadingTwin, { stages: { accountS } }: CompensationState, controller: number): { lostS: number; gainedS: number } {
  const sums = { lostS: 0, gainedS: 0 };
  forStages(twin, controller, (stage) => {
    sums.lostS += Math.max(0, -accountS[stage]!);
    sums.gainedS += Math.max(0, accountS[stage]!);
  });
  return sums;
}

/** Whether a stage that began at a time has nothing to do with any service: all accounts are even, and the cycles of the last one are over. */
function isOver(twin: ReadingTwin, compensation: CompensationState, controller: number, startedS: number): boolean {
  const { lostS, gainedS } = sumsOf(twin, compensation, controller);
  return lostS === 0 && gainedS === 0 && startedS > compensation.served.regainByS[controller]!;
}

/** Every interval of every plan of a controller. */
function forStages({ intervals }: ReadingTwin, controller: number, visit: (interval: number) => void): void {
  for (let interval = firstRowOf(intervals, controller); interval < intervals.count && intervals.controller[interval] === controller; interval++) visit(interval);
}

const rounded = (accountS: number): number => (Math.abs(accountS) < ROUNDING_S ? 0 : accountS);

/** Writes down what a stage has got back, or does not get back, of what was taken from it for whom the controller served last. */
function record({ timeS, compensation }: CityState, log: ResultLog, controller: number, interval: number, answer: number, reason: number, givenBackS: number): void {
  const { departure, signalGroup, askedS } = compensation!.served;
  appendRow(log.priorityDecisions, {
    controller, timeS, departure: departure[controller]!, signalGroup: signalGroup[controller]!, answer, reason, interval, askedS: askedS[controller]!, arrivesS: -1, bandS: 0, metRed: 0,
    lateS: 0, headwayShare: -1, aboardCount: -1, togetherCount: 0, untilS: -1, gainS: 0, costVehicleS: 0, otherDeparture: -1, givenBackS,
  });
}
