import type { ResultLog } from '../results/result-log.ts';
import { isChangingOver, isOffPlan } from '../state/changeover-state.ts';
import type { CityState } from '../state/city-state.ts';
import { endsTooEarly } from '../state/longest-stage.ts';
import type { PreemptionState } from '../state/preemption-state.ts';
import type { PriorityState } from '../state/priority-state.ts';
import { planEndsByTraffic } from '../twin/ends-by-traffic.ts';
import { isGreen } from '../twin/plan-green.ts';
import { redInPlanS } from '../twin/plan-recovery.ts';
import { preemptionLevel } from '../twin/preemption.ts';
import { preemptionRuleOf } from '../twin/preemption-rule-of.ts';
import { priorityAnswer, priorityReason } from '../twin/priority-words.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { greenAhead } from './green-ahead.ts';
import { bandOf } from './learn-arrival.ts';
import { clearQueueS, costOfStageVehicleS } from './queue-before.ts';
import { recordAnswer, type Effect } from './record-answer.ts';

/** Who goes before all others takes the place of one that is being let through from this long before it needs its green. */
const TAKES_OVER_S = 20;

const ruleOfRequest = (twin: ReadingTwin, { requests: { rows } }: PriorityState, row: number): number =>
  preemptionRuleOf(twin, rows.controller[row]!, twin.vehicleTypes.category[twin.departures.vehicleType[rows.departure[row]!]!]!);

/** One who asks to go before the plan. */
interface Candidate { row: number; rule: number; rank: number; greenFromS: number; isServed: boolean }

/**
 * Names at every controller whom it has to let through before the plan, of all who ask: the highest level first, among
 * equals who is being let through already, then who comes first. Signals do the rest (engine/signals/preempt.ts).
 */
export function namePreempting(twin: ReadingTwin, state: CityState, priority: PriorityState, { wishes, services }: PreemptionState): void {
  const { used, rows } = priority.requests, first = new Map<number, Candidate>();
  for (let row = 0; row < used; row++) {
    const candidate = candidateOf(twin, state, priority, services, row), before = first.get(rows.controller[row]!);
    if (candidate && (!before || goesFirst(candidate, before))) first.set(rows.controller[row]!, candidate);
  }
  wishes.departure.fill(-1);
  for (const [controller, { row, rule, greenFromS, isServed }] of first) {
    const group = rows.signalGroup[row]!;
    wishes.departure[controller] = rows.departure[row]!;
    wishes.level[controller] = twin.preemptionRules.level[rule]!;
    wishes.signalGroup[controller] = group;
    wishes.greenFromS[controller] = greenFromS;
    wishes.recoveryCycleCount[controller] = twin.preemptionRules.recoveryCycleCount[rule]!;
    if (!isServed) wishes.byPlanS[controller] = goesByPlanS(twin, state, controller, group, rows.arrivesS[row]!);
  }
}

function candidateOf(twin: ReadingTwin, state: CityState, priority: PriorityState, services: PreemptionState['services'], row: number): Candidate | undefined {
  const { rows } = priority.requests, rule = ruleOfRequest(twin, priority, row), controller = rows.controller[row]!, running = state.signals.controllers.interval[controller]!;
  if (rule < 0 || running < 0) return undefined;
  const level = twin.preemptionRules.level[rule]!, served = services.departure[controller]!, isServed = served === rows.departure[row];
  if (level === preemptionLevel.hold && !isGreen(twin, running, rows.signalGroup[row]!)) return undefined;
  const greenFromS = greenFromOf(twin, state, priority, row, rule), isYetToCome = !isServed && served >= 0 && greenFromS >= state.timeS + TAKES_OVER_S;
  return { row, rule, rank: isYetToCome ? -1 : level, greenFromS, isServed };
}

const goesFirst = (one: Candidate, other: Candidate): boolean =>
  (one.rank !== other.rank ? one.rank > other.rank : one.isServed !== other.isServed ? one.isServed : one.greenFromS < other.greenFromS);

/** When a vehicle would have green by the plan, as far as is known now. */
function goesByPlanS(twin: ReadingTwin, state: CityState, controller: number, group: number, comesS: number): number {
  const green = isChangingOver(state.signals, controller) ? undefined : greenAhead(twin, state, controller, group);
  if (!green) return comesS;
  if (!green.isGreenNow) return Math.max(comesS, green.startsS);
  return comesS <= green.endsS ? comesS : Math.max(comesS, green.endsS + redInPlanS(twin, state.signals.controllers.interval[controller]!, group));
}

/** From when on its green has to show: as early as it may come, and so much before that the queue before it is gone. */
function greenFromOf(twin: ReadingTwin, state: CityState, priority: PriorityState, row: number, rule: number): number {
  const { rows } = priority.requests;
  if (twin.preemptionRules.level[rule] === preemptionLevel.hold) return rows.arrivesS[row]!;
  const clearS = Math.max(twin.preemptionRules.leastClearS[rule]!, clearQueueS(twin, state, rows.controller[row]!, rows.signalGroup[row]!));
  return rows.arrivesS[row]! - bandOf(state, priority, row) - clearS;
}

const NOTHING: Effect = { untilS: -1, gainS: 0, costVehicleS: 0, otherDeparture: -1 };

/** Whether the plan is not bent for a request: its vehicle goes before the plan itself, or has to wait for one that does. */
export function isSetAside(twin: ReadingTwin, state: CityState, log: ResultLog, row: number): boolean {
  const { rows } = state.priority!.requests, { services, wishes } = state.preemption!, controller = rows.controller[row]!, served = services.departure[controller]!, rule = ruleOfRequest(twin, state.priority!, row);
  if (rule >= 0 && (twin.preemptionRules.level[rule] !== preemptionLevel.hold || served === rows.departure[row])) return true;
  // Signals hold its green in this step, until it has passed: no extension besides.
  if (rule >= 0 && wishes.departure[controller] === rows.departure[row] && endsTooEarly(twin, state, controller, rows.signalGroup[row]!, wishes.greenFromS[controller]!)) return true;
  // A controller that does not listen to buses hears those whose green it holds.
  if (twin.controllers.busPriority[controller] === 0) return true;
  if (served < 0 && isBackOnPlan(twin, state, controller)) return false;
  tell(state, log, row, priorityAnswer.refused, served >= 0 ? priorityReason.absoluteFirst : priorityReason.planBeingRegained, { ...NOTHING, otherDeparture: served });
  return true;
}

/** Whether a controller may bend its plan again after somebody went before it. Where traffic ends stages it is back once it goes by their order: waits are looked after further. */
function isBackOnPlan(twin: ReadingTwin, { signals, preemption, timeS }: CityState, controller: number): boolean {
  return preemption!.services.regains[controller] === 0 || (!isOffPlan(signals, controller, timeS) && planEndsByTraffic(twin, signals.controllers.interval[controller]!));
}

/**
 * Writes down what signals have made of it: whose stage is called or held since this step, and who cannot be served because
 * others would wait too long. Called once a step, after signals have advanced.
 */
export function tellPreempted(twin: ReadingTwin, state: CityState, log: ResultLog): void {
  const { priority, preemption } = state;
  if (!priority || !preemption) return;
  const { requests: { used, rows } } = priority, { wishes, services } = preemption;
  for (let row = 0; row < used; row++) {
    const controller = rows.controller[row]!, departure = rows.departure[row]!, served = services.departure[controller]!;
    if (served === departure) {
      const given = services.plannedEndS[controller]! >= 0 ? priorityAnswer.heldUntilPassed : priorityAnswer.stageCalled;
      if (rows.answer[row] !== given) tell(state, log, row, given, priorityReason.beforeThePlan, effectOf(twin, state, controller, row));
    } else if (wishes.departure[controller] === departure) {
      if (services.keptWaiting[controller] === 1) tell(state, log, row, priorityAnswer.refused, priorityReason.othersWaitTooLong, NOTHING);
    } else if (served >= 0 && ruleOfRequest(twin, priority, row) >= 0 && !isGreen(twin, services.stage[controller]!, rows.signalGroup[row]!)) {
      tell(state, log, row, priorityAnswer.refused, priorityReason.absoluteFirst, { ...NOTHING, otherDeparture: served });
    }
  }
}

function effectOf(twin: ReadingTwin, state: CityState, controller: number, row: number): Effect {
  const passesS = Math.max(state.timeS, state.priority!.requests.rows.arrivesS[row]!) + 1, { wishes, services } = state.preemption!;
  return { untilS: passesS, gainS: Math.max(0, wishes.byPlanS[controller]! + 1 - passesS), costVehicleS: costOfStageVehicleS(twin, state, controller, services.stage[controller]!, passesS), otherDeparture: -1 };
}

/** Writes down an answer if it is a new one. */
function tell(state: CityState, log: ResultLog, row: number, given: number, reason: number, effect: Effect): void {
  const { rows } = state.priority!.requests;
  if (rows.answer[row] === given && rows.reason[row] === reason) return;
  rows.answer[row] = given;
  rows.reason[row] = reason;
  rows.interval[row] = state.signals.controllers.interval[rows.controller[row]!]!;
  recordAnswer(state, log, row, given, reason, effect);
}
