import { entryOptions, tabulate, type Claim, type ClaimTables, type IntervalAhead } from './claim-tables.ts';
import { makeStateHeap } from './state-heap.ts';

/** The lengths that cost all together the least, and how long each that asks then waits. */
export interface Schedule { lengthsS: number[]; waitsS: number[]; cost: number; stateCount: number }

/** More have never been asked for at one junction; a bit each. */
export const MOST_CLAIMS = 10;
/** Work, not time, is limited: the same question always gets the same answer. */
export const MOST_STATES = 20_000;
/** States that are found and not yet looked at take memory. */
const MOST_FOUND = 500_000;
/** Sums of costs in another order. */
const ROUNDING = 1e-9;

/**
 * Lengths of the intervals ahead, in whole seconds, for which waits by weight and what others lose add up to the least.
 * Which green serves whom is the choice: one that asks is let through in the first green that lasts until it has gone, and
 * waits from when it is due until that green begins; whom no green ahead serves waits until the last interval ends.
 *
 * Exact: best first (Hart, Nilsson and Raphael 1968) over which interval begins when, and who has been promised a green by
 * then. What is still to come is never overestimated: everybody waits at least until its next green could begin if
 * all before it were as short as they may be. Undefined where more states than `mostStates` would have to be looked at, or `mostFound` are kept.
 */
export function scheduleRequests(intervals: readonly IntervalAhead[], claims: readonly Claim[], mostStates = MOST_STATES, mostFound = MOST_FOUND): Schedule | undefined {
  const tables = tabulate(intervals, claims), everybody = (1 << claims.length) - 1, lengths = intervals.map(lengthsOf), planCost = costOfPlan(tables);
  const states: States = { interval: [0], timeS: [0], promised: [0], cost: [0], bound: [0], before: [-1] }, best = new Map<number, number>(), open = makeStateHeap(states);
  states.bound[0] = stillToCome(tables, 0, 0, 0);
  open.push(0);
  for (let stateCount = 1; stateCount <= mostStates; stateCount++) {
    const state = open.pop();
    // No length in whole seconds lies between the shortest and the longest of some interval.
    if (state === undefined) return undefined;
    const interval = states.interval[state]!, timeS = states.timeS[state]!, promised = states.promised[state]!, cost = states.cost[state]!;
    // A cheaper way to the same state has been found since.
    if (cost > (best.get(keyOf(interval, timeS, promised)) ?? Infinity)) continue;
    if (interval === intervals.length || (promised === everybody && timeS >= tables.allGoneS)) return scheduleTo(tables, states, state, stateCount);
    for (const option of entryOptions(tables, interval, timeS, promised)) {
      for (const { lengthS, lossCost } of lengths[interval]!) {
        if (lengthS < option.leastS) continue;
        const next = interval + 1, nextS = timeS + lengthS, nextCost = cost + option.waitCost + lossCost;
        const bound = nextCost + stillToCome(tables, next, nextS, option.promised), key = keyOf(next, nextS, option.promised);
        if (bound > planCost + ROUNDING || (best.get(key) ?? Infinity) <= nextCost) continue;
        if (states.cost.length === mostFound) return undefined;
        best.set(key, nextCost);
        open.push(addState(states, { interval: next, timeS: nextS, promised: option.promised, cost: nextCost, bound, before: state }));
      }
    }
  }
  return undefined;
}

/** States that have been found, by row. */
interface States { interval: number[]; timeS: number[]; promised: number[]; cost: number[]; bound: number[]; before: number[] }

function addState(states: States, { interval, timeS, promised, cost, bound, before }: { [Name in keyof States]: number }): number {
  states.interval.push(interval);
  states.timeS.push(timeS);
  states.promised.push(promised);
  states.cost.push(cost);
  states.bound.push(bound);
  return states.before.push(before) - 1;
}

/** Plans count in tenths of a second; sums of them are off by a last digit. */
const inTenths = (timeS: number): number => Math.round(timeS * 10) / 10;
const keyOf = (interval: number, timeS: number, promised: number): number => (interval * 65536 + Math.round(timeS * 10)) * 1024 + promised;

interface Length { lengthS: number; lossCost: number }

/** Every whole second that an interval may last, and its planned length. */
function lengthsOf({ leastS, plannedS, longestS, shorterCost, longerCost }: IntervalAhead): Length[] {
  const all = [plannedS];
  for (let lengthS = Math.ceil(leastS); lengthS <= longestS; lengthS++) if (lengthS !== plannedS) all.push(lengthS);
  return all.filter((lengthS) => lengthS >= leastS && lengthS <= longestS)
    .map((lengthS) => ({ lengthS, lossCost: lengthS < plannedS ? (plannedS - lengthS) * shorterCost : (lengthS - plannedS) * longerCost }));
}

/** What those cost at the least who have not been promised a green before an interval that begins at a time. */
function stillToCome({ claims, leastUntilGreenS }: ClaimTables, interval: number, timeS: number, promised: number): number {
  let cost = 0;
  for (let row = 0; row < claims.length; row++) {
    if ((promised & (1 << row)) !== 0) continue;
    const waitS = timeS + leastUntilGreenS[row]![interval]! - claims[row]!.dueS;
    if (waitS > 0) cost += waitS * claims[row]!.weight;
  }
  return cost;
}

/** What it costs to change nothing, as far as the shortest and longest lengths allow that: more than the best never costs. */
function costOfPlan(tables: ClaimTables): number {
  const { intervals, claims } = tables;
  const lengthsS = intervals.map(({ leastS, plannedS, longestS }) => (plannedS < leastS ? Math.ceil(leastS) : plannedS > longestS ? Math.floor(longestS) : plannedS));
  const lossCost = intervals.reduce((sum, { plannedS, longerCost, shorterCost }, at) => sum + Math.max(0, lengthsS[at]! - plannedS) * longerCost + Math.max(0, plannedS - lengthsS[at]!) * shorterCost, 0);
  return waitsWith(tables, lengthsS).reduce((sum, waitS, row) => sum + waitS * claims[row]!.weight, lossCost);
}

/** The schedule that led to a state; after it the plan goes on. */
function scheduleTo(tables: ClaimTables, states: States, last: number, stateCount: number): Schedule {
  const lengthsS = tables.intervals.map(({ plannedS }) => plannedS);
  for (let state = last; states.before[state]! >= 0; state = states.before[state]!) {
    lengthsS[states.interval[state]! - 1] = inTenths(states.timeS[state]! - states.timeS[states.before[state]!]!);
  }
  return { lengthsS, waitsS: waitsWith(tables, lengthsS), cost: states.bound[last]!, stateCount };
}

/** How long each waits if the intervals last so long. */
export function waitsWith({ claims, firstOfGreen }: ClaimTables, lengthsS: readonly number[]): number[] {
  const startsS = [0];
  for (const lengthS of lengthsS) startsS.push(startsS.at(-1)! + lengthS);
  return claims.map(({ greenIn, dueS, leavesS }, row) => {
    for (let interval = 0; interval < lengthsS.length; interval++) {
      if (greenIn[interval] !== 1 || greenIn[interval + 1] === 1 || startsS[interval + 1]! < leavesS) continue;
      return Math.max(0, startsS[firstOfGreen[row]![interval]!]! - dueS);
    }
    return Math.max(0, startsS.at(-1)! - dueS);
  });
}
