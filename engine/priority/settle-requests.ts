import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import { isIntervalOver } from '../state/interval-over.ts';
import type { PriorityState } from '../state/priority-state.ts';
import type { PriorityRule } from '../twin/priority.ts';
import { isService, priorityAnswer, priorityReason } from '../twin/priority-words.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { tabulate, type IntervalAhead } from './claim-tables.ts';
import { costOfCutVehicleS, costOfHoldVehicleS } from './cost-to-others.ts';
import { answer, note, recordAnswer } from './record-answer.ts';
import { claimOf, intervalsAhead } from './requests-ahead.ts';
import { MOST_CLAIMS, scheduleRequests, waitsWith } from './schedule-requests.ts';

/** One that asks and may be served. */
export interface Asking { row: number; controller: number; departure: number; comesS: number; rule: PriorityRule }

/** Requests that are settled together: what each waits by the plan, and by what was found to cost all the least; its weight. */
interface Settled {
  asking: readonly Asking[];
  intervals: readonly IntervalAhead[];
  lengthsS: readonly number[];
  /** When the running stage ends by it. */
  untilS: number;
  planWaitsS: readonly number[];
  waitsS: readonly number[];
  weights: readonly number[];
  isGreenNow: readonly boolean[];
  /** Whether the running stage could not be changed for them, for another was served a short while ago. */
  isLocked: boolean;
}

/**
 * The running stage of a controller goes on or ends as it costs all who ask and the others together the least. That is worked
 * out anew in every step from what is known then; only the running stage follows it.
 *
 * False where nothing was settled: one asks alone, or there is no plan to go by. Clearings keep their length: nothing is decided in them.
 */
export function settleTogether(twin: ReadingTwin, state: CityState, priority: PriorityState, log: ResultLog, all: readonly Asking[]): boolean {
  const asking = all.slice(0, MOST_CLAIMS), { controller } = asking[0]!, { endsS, interval } = state.signals.controllers;
  // A controller that always shows the same has no end to move.
  if (asking.length < 2 || endsS[controller] === Infinity) return false;
  if (twin.intervals.stage[interval[controller]!] === 0) return true;
  const settled = settleUnderLockout(twin, state, priority, asking);
  if (!settled) return false;
  for (const { row } of asking) priority.requests.rows.togetherCount[row] = asking.length - 1;
  if (settled.untilS > endsS[controller]! && isIntervalOver(state.signals, controller, state.timeS)) hold(twin, state, priority, log, settled);
  else if (settled.untilS < endsS[controller]!) cut(twin, state, priority, log, settled);
  tellOthers(state, priority, log, settled);
  tellLeftOut(twin, state, priority, log, settled, all.slice(MOST_CLAIMS));
  return true;
}

/** After a service others wait for some cycles; who was served last may be served on, as long as nobody else is with it. */
function settleUnderLockout(twin: ReadingTwin, state: CityState, priority: PriorityState, asking: readonly Asking[]): Settled | undefined {
  const { controller } = asking[0]!, { lockedUntilS, endsS } = state.signals.controllers, servedLast = priority.controllers.servedLast[controller]!;
  if (Math.min(state.timeS, endsS[controller]!) >= lockedUntilS[controller]!) return settle(twin, state, priority, asking, false);
  const isServedLast = ({ departure }: Asking): boolean => departure === servedLast;
  const onwards = asking.some(isServedLast) ? settle(twin, state, priority, asking, false) : undefined;
  if (onwards && doneFor(onwards, endsS[controller]!).every((at) => isServedLast(asking[at]!))) return onwards;
  return settle(twin, state, priority, asking, true);
}

/** What costs all the least; `isLocked`: for nobody may the running stage be changed that has not been already. */
function settle(twin: ReadingTwin, state: CityState, priority: PriorityState, asking: readonly Asking[], isLocked: boolean): Settled | undefined {
  const { controller, rule } = asking[0]!, intervals = intervalsAhead(twin, state, controller, rule, !isLocked);
  if (!intervals) return undefined;
  const claims = asking.map((one) => claimOf(twin, state, priority, one)), schedule = scheduleRequests(intervals, claims);
  if (!schedule) return undefined;
  const planWaitsS = waitsWith(tabulate(intervals, claims), intervals.map(({ plannedS }) => plannedS));
  return {
    asking, intervals, lengthsS: schedule.lengthsS, untilS: state.signals.controllers.startedS[controller]! + schedule.lengthsS[0]!, planWaitsS, waitsS: schedule.waitsS,
    weights: claims.map(({ weight }) => weight), isGreenNow: claims.map(({ greenIn }) => greenIn[0] === 1), isLocked,
  };
}

/** The heaviest of some of them. */
function heaviest({ asking, weights }: Settled, isMeant: (at: number) => boolean): number {
  let found = -1;
  asking.forEach((_, at) => { if (isMeant(at) && (found < 0 || weights[at]! > weights[found]!)) found = at; });
  return found;
}

const gains = ({ planWaitsS, waitsS }: Settled, at: number): boolean => waitsS[at]! < planWaitsS[at]!;

/** For whom it is done: those who gain and whose green is prolonged, or comes sooner; if there are none, all who gain by what comes after. */
function servedBy(settled: Settled, isHold: boolean): number[] {
  const all = [...settled.asking.keys()].filter((at) => gains(settled, at)), directly = all.filter((at) => settled.isGreenNow[at] === isHold);
  return directly.length > 0 ? directly : all;
}

/** For whom the running stage changes, if it does. */
const doneFor = (settled: Settled, plannedEndS: number): number[] => (settled.untilS === plannedEndS ? [] : servedBy(settled, settled.untilS > plannedEndS));

/** The running stage goes on: decided when it is about to end, for nobody knows better before. */
function hold(twin: ReadingTwin, state: CityState, priority: PriorityState, log: ResultLog, settled: Settled): void {
  const { controllers } = state.signals, { untilS } = settled, { controller } = settled.asking[0]!, served = servedBy(settled, true);
  if (served.length === 0) return;
  const costVehicleS = costOfHoldVehicleS(twin, state, controller, untilS - controllers.endsS[controller]!);
  controllers.neededUntilS[controller] = untilS;
  priority.controllers.servedLast[controller] = settled.asking[heaviest(settled, (at) => served.includes(at))]!.departure;
  serve(state, priority, log, settled, served, priorityAnswer.extension, { untilS, costVehicleS });
}

/** The running stage ends sooner. */
function cut(twin: ReadingTwin, state: CityState, priority: PriorityState, log: ResultLog, settled: Settled): void {
  const { controllers } = priority, { untilS } = settled, { interval, endsS } = state.signals.controllers, { controller } = settled.asking[0]!, served = servedBy(settled, false);
  if (served.length === 0) return;
  controllers.cutToS[controller] = untilS;
  // Until the second in which it ends it may still turn out otherwise.
  if (untilS >= state.timeS + 1) return;
  controllers.cutInterval[controller] = interval[controller]!;
  controllers.servedLast[controller] = settled.asking[heaviest(settled, (at) => served.includes(at))]!.departure;
  serve(state, priority, log, settled, served, priorityAnswer.earlyGreen, { untilS, costVehicleS: costOfCutVehicleS(twin, state, controller, endsS[controller]! - untilS) });
}

/** Writes down who gains by what is done; what the others pay stands with the first of them. */
function serve(state: CityState, priority: PriorityState, log: ResultLog, settled: Settled, served: readonly number[], given: number, { untilS, costVehicleS }: { untilS: number; costVehicleS: number }): void {
  let restVehicleS = costVehicleS;
  for (const at of served) {
    const { row, controller } = settled.asking[at]!;
    note(priority, row, given, priorityReason.solvedTogether, state.signals.controllers.interval[controller]!);
    recordAnswer(state, log, row, given, priorityReason.solvedTogether, { untilS, gainS: settled.planWaitsS[at]! - settled.waitsS[at]!, costVehicleS: restVehicleS, otherDeparture: -1 });
    restVehicleS = 0;
  }
}

/** Who needs nothing, and who waits so that others need not, or until the lockout is over. What may still come is not told before. */
function tellOthers(state: CityState, priority: PriorityState, log: ResultLog, settled: Settled): void {
  settled.asking.forEach(({ row, departure }, at) => {
    const { answer: told } = priority.requests.rows, other = heaviest(settled, (one) => settled.asking[one]!.departure !== departure);
    if (settled.planWaitsS[at] === 0 && settled.waitsS[at] === 0) answer(state, priority, log, row, priorityAnswer.notNeeded, priorityReason.comesOnGreen);
    else if (gains(settled, at) || isService(told[row]!)) return;
    else if (settled.isLocked) answer(state, priority, log, row, priorityAnswer.refused, priorityReason.lockout);
    else answer(state, priority, log, row, priorityAnswer.refused, priorityReason.solvedTogether, settled.asking[other]!.departure);
  });
}

/** Who was heard after as many as can be settled: it comes on green by what was found for those, or waits until one of them has gone. */
function tellLeftOut(twin: ReadingTwin, state: CityState, priority: PriorityState, log: ResultLog, { intervals, lengthsS }: Settled, leftOut: readonly Asking[]): void {
  if (leftOut.length === 0) return;
  const waitsS = waitsWith(tabulate(intervals, leftOut.map((one) => claimOf(twin, state, priority, one))), lengthsS);
  leftOut.forEach(({ row }, at) => {
    if (waitsS[at] === 0) answer(state, priority, log, row, priorityAnswer.notNeeded, priorityReason.comesOnGreen);
    else if (!isService(priority.requests.rows.answer[row]!)) answer(state, priority, log, row, priorityAnswer.refused, priorityReason.tooManyAsk);
  });
}
