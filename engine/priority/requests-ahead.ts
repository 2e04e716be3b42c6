import type { CityState } from '../state/city-state.ts';
import type { PriorityState } from '../state/priority-state.ts';
import { endsByTraffic } from '../twin/ends-by-traffic.ts';
import { isGreen } from '../twin/plan-green.ts';
import { firstIntervalOf, intervalCountOf } from '../twin/plan-of.ts';
import { mostAheadS } from '../twin/plan-recovery.ts';
import { priorityMeans, type PriorityRule } from '../twin/priority.ts';
import { priorityReason } from '../twin/priority-words.ts';
import { lineClass } from '../twin/transit.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import type { Claim, IntervalAhead } from './claim-tables.ts';
import { costOfLongerVehicleS, costOfShorterVehicleS } from './cost-to-others.ts';
import { cutFor, shortestLengthS } from './cut-short.ts';
import { whyNotHold } from './hold-green.ts';

/** Nobody may wait for longer than this (instruction, part 6, art. 110-C-3), so no stage is prolonged by more. */
const MOST_LONGER_S = 240;
/** Longer stages are no plan by which anyone could be served: they are not settled second by second. */
const LONGEST_SETTLED_S = 600;
/** Schedules look so far ahead: who misses one green is served by the next. */
const CYCLES_AHEAD = 2;
/** People in a car, as where stages are chosen by people, and in a bus that does not tell how many are aboard, by the class of its line (assumed). */
const PEOPLE_IN_CAR = 1.3, PEOPLE_IN_ORDINARY = 20, PEOPLE_IN_STRUCTURING = 40;
/** Others who are not seen: where nobody stands the plan is kept unless somebody gains by leaving it. */
const UNSEEN_PEOPLE = 1;

/**
 * The intervals ahead of a controller from the running one on, with what its rules and limits leave of each; undefined where
 * traffic ends any of them, for nobody knows then how long they last, and where one lasts for ages.
 */
export function intervalsAhead(twin: ReadingTwin, state: CityState, controller: number, rule: PriorityRule, servedLast: boolean): IntervalAhead[] | undefined {
  const rows = rowsAhead(twin, state, controller);
  if (rows.some((interval) => endsByTraffic(twin, interval) || twin.intervals.durationS[interval]! > LONGEST_SETTLED_S)) return undefined;
  return rows.map((interval, at) => {
    const isStage = twin.intervals.stage[interval] === 1;
    const limits = at === 0 ? runningLimits(twin, state, controller, rule, servedLast) : laterLimits(twin, controller, interval, rule);
    const perSecond = (vehicleS: number): number => UNSEEN_PEOPLE + PEOPLE_IN_CAR * vehicleS;
    return {
      ...limits,
      shorterCost: isStage ? perSecond(costOfShorterVehicleS(twin, state, controller, interval, { leftS: limits.plannedS - 1, earlierS: 1 })) : 0,
      longerCost: isStage ? perSecond(costOfLongerVehicleS(twin, state, controller, interval, 1)) : 0,
    };
  });
}

function rowsAhead(twin: ReadingTwin, { signals }: CityState, controller: number): number[] {
  const running = signals.controllers.interval[controller]!, first = firstIntervalOf(twin, running), count = intervalCountOf(twin, running);
  return Array.from({ length: CYCLES_AHEAD * count }, (_, on) => first + ((running - first + on) % count));
}

type Limits = Pick<IntervalAhead, 'leastS' | 'plannedS' | 'longestS'>;

/** What may still become of the running stage: what a single request could ask of it at the most. */
function runningLimits(twin: ReadingTwin, state: CityState, controller: number, rule: PriorityRule, servedLast: boolean): Limits {
  const { controllers } = state.signals, startedS = controllers.startedS[controller]!, plannedS = controllers.endsS[controller]! - startedS;
  const longestAheadS = rule.recoveryCycleCount > 0 && rule.keepsOffset === 1 ? Math.max(0, mostAheadS(twin, controllers.interval[controller]!, rule.recoveryCycleCount) + controllers.behindS[controller]!) : plannedS;
  const { toS, refusal } = cutFor(twin, state, controller, longestAheadS, rule, { servedLast, heldForS: -1 });
  // What may not go on for so long may not for longer.
  let heldS = Math.floor(plannedS), mostS = Math.floor(Math.min(twin.intervals.longestS[controllers.interval[controller]!]!, plannedS + MOST_LONGER_S));
  while (heldS < mostS) {
    const middleS = Math.ceil((heldS + mostS) / 2);
    if (whyNotHold(twin, state, controller, startedS + middleS, rule, servedLast) === priorityReason.none) heldS = middleS;
    else mostS = middleS - 1;
  }
  return { leastS: refusal === priorityReason.none ? toS - startedS : plannedS, plannedS, longestS: Math.max(plannedS, heldS) };
}

/** By twin, then by interval: rules and matrix stay the same for a whole run, and the matrix is long. */
const shortest = new WeakMap<ReadingTwin, Map<number, number>>();

function shortestOf(twin: ReadingTwin, controller: number, interval: number, rule: PriorityRule): number {
  const known = shortest.get(twin) ?? new Map<number, number>(), lengthS = known.get(interval) ?? shortestLengthS(twin, controller, interval, rule);
  shortest.set(twin, known.set(interval, lengthS));
  return lengthS;
}

function laterLimits(twin: ReadingTwin, controller: number, interval: number, rule: PriorityRule): Limits {
  const plannedS = twin.intervals.durationS[interval]!, isStage = twin.intervals.stage[interval] === 1;
  return {
    leastS: isStage && (rule.means & priorityMeans.earlyGreen) !== 0 ? shortestOf(twin, controller, interval, rule) : plannedS, plannedS,
    longestS: isStage && (rule.means & priorityMeans.extension) !== 0 ? Math.max(plannedS, Math.min(twin.intervals.longestS[interval]!, plannedS + MOST_LONGER_S)) : plannedS,
  };
}

/** What a request asks of the intervals ahead. */
export function claimOf(twin: ReadingTwin, state: CityState, { requests: { rows } }: PriorityState, { row, controller, comesS, rule }: { row: number; controller: number; comesS: number; rule: PriorityRule }): Claim {
  const startedS = state.signals.controllers.startedS[controller]!, people = rows.aboardCount[row]!;
  return {
    greenIn: rowsAhead(twin, state, controller).map((interval) => (isGreen(twin, interval, rows.signalGroup[row]!) ? 1 : 0)),
    dueS: comesS - rule.clearQueueS - startedS, leavesS: comesS + rule.passingMarginS - startedS,
    // The driver of an empty bus counts.
    weight: people >= 0 ? Math.max(1, people) : rows.lineClass[row] === lineClass.structuring ? PEOPLE_IN_STRUCTURING : PEOPLE_IN_ORDINARY,
  };
}
