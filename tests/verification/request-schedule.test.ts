// Goal: of all schedules of a junction the one found costs the least: never more than the best of all that there are, tried out one by one.
import { describe, expect, test } from 'vitest';
import { BUSY_JUNCTION, competingRequests, type JunctionSize } from '../../bench/load/competing-requests.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import type { Claim, IntervalAhead } from '../../engine/priority/claim-tables.ts';
import { MOST_STATES, scheduleRequests } from '../../engine/priority/schedule-requests.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const SMALL_CASES = proof ? 20_000 : 2500, BUSY_CASES = proof ? 1000 : 60;

/** Second thoughts about what a schedule costs: greens as spans of time, for each that asks the first that lasts until it has gone. */
function costOf(intervals: readonly IntervalAhead[], claims: readonly Claim[], lengthsS: readonly number[]): number {
  let cost = 0;
  intervals.forEach(({ plannedS, shorterCost, longerCost }, at) => {
    const moreS = lengthsS[at]! - plannedS;
    cost += moreS > 0 ? moreS * longerCost : -moreS * shorterCost;
  });
  const totalS = lengthsS.reduce((sum, lengthS) => sum + lengthS, 0);
  for (const { greenIn, dueS, leavesS, weight } of claims) {
    const greens: { fromS: number; untilS: number }[] = [];
    let timeS = 0;
    lengthsS.forEach((lengthS, at) => {
      if (greenIn[at] === 1 && greens.at(-1)?.untilS === timeS && at > 0 && greenIn[at - 1] === 1) greens.at(-1)!.untilS += lengthS;
      else if (greenIn[at] === 1) greens.push({ fromS: timeS, untilS: timeS + lengthS });
      timeS += lengthS;
    });
    const green = greens.find(({ untilS }) => untilS >= leavesS);
    cost += weight * Math.max(0, (green?.fromS ?? totalS) - Math.max(0, dueS));
  }
  return cost;
}

/** Every whole length of every interval, and the planned one, in all combinations. */
function cheapestOfAll(intervals: readonly IntervalAhead[], claims: readonly Claim[]): { cost: number; schedules: number } {
  let cost = Infinity, schedules = 0;
  const lengthsS: number[] = [];
  const tryFrom = (at: number): void => {
    if (at === intervals.length) {
      schedules++;
      cost = Math.min(cost, costOf(intervals, claims, lengthsS));
      return;
    }
    const { leastS, plannedS, longestS } = intervals[at]!, tried = new Set(plannedS >= leastS && plannedS <= longestS ? [plannedS] : []);
    for (let lengthS = Math.ceil(leastS); lengthS <= longestS; lengthS++) tried.add(lengthS);
    for (const lengthS of tried) {
      lengthsS[at] = lengthS;
      tryFrom(at + 1);
    }
  };
  tryFrom(0);
  return { cost, schedules };
}

const smallSize = (seed: number): JunctionSize => ({
  stages: 2 + (seed % 2), cycles: seed % 2 === 0 ? 2 : 1, requests: 1 + (seed % 5), leastS: 3, plannedS: [4, 7], longerS: 2, clearingS: [1, 2], comesWithinS: 30, inTenths: seed % 3 === 0,
});

test(`${SMALL_CASES} small junctions${proof ? '' : ' (20,000 with npm run proof)'}: as cheap as the cheapest of all schedules there are`, () => {
  let schedules = 0, changed = 0;
  for (let seed = 0; seed < SMALL_CASES; seed++) {
    const { intervals, claims } = competingRequests(seed, smallSize(seed)), found = scheduleRequests(intervals, claims)!, best = cheapestOfAll(intervals, claims);
    schedules += best.schedules;
    if (found.lengthsS.some((lengthS, at) => lengthS !== intervals[at]!.plannedS)) changed++;
    expect(Math.abs(found.cost - best.cost), `seed ${seed}: ${found.cost} found, ${best.cost} possible`).toBeLessThan(1e-6);
    expect(Math.abs(costOf(intervals, claims, found.lengthsS) - found.cost)).toBeLessThan(1e-6);
    found.lengthsS.forEach((lengthS, at) => {
      expect(lengthS).toBeGreaterThanOrEqual(intervals[at]!.leastS);
      expect(lengthS).toBeLessThanOrEqual(Math.max(intervals[at]!.longestS, Math.ceil(intervals[at]!.leastS)));
    });
  }
  console.log(`${SMALL_CASES} junctions, ${schedules} schedules tried out; the plan was not the best of them ${changed} times`);
  expect(changed).toBeGreaterThan(0.3 * SMALL_CASES);
});

describe(`${BUSY_CASES} busy junctions with ten requests${proof ? '' : ' (1,000 with npm run proof)'}`, () => {
  test('are settled within the work that is allowed, none of a thousand schedules drawn by chance costs less, nor one a second apart', () => {
    let mostStates = 0, saved = 0;
    for (let seed = 0; seed < BUSY_CASES; seed++) {
      const { intervals, claims } = competingRequests(seed, BUSY_JUNCTION), found = scheduleRequests(intervals, claims);
      expect(found, `seed ${seed}`).toBeDefined();
      mostStates = Math.max(mostStates, found!.stateCount);
      saved += 1 - found!.cost / costOf(intervals, claims, intervals.map(({ plannedS, leastS }) => Math.max(plannedS, leastS)));
      for (const lengthsS of others(seed, intervals, found!.lengthsS)) expect(costOf(intervals, claims, lengthsS)).toBeGreaterThan(found!.cost - 1e-6);
    }
    console.log(`${BUSY_CASES} junctions: ${mostStates} states at most (${MOST_STATES} allowed); ${(100 * saved / BUSY_CASES).toFixed(0)} % of what the plan costs is saved on average`);
  });
});

/** Schedules to compare with: any, and those in which one interval lasts a second more or less, with or without the one after it making up for it. */
function* others(seed: number, intervals: readonly IntervalAhead[], foundS: readonly number[]): Generator<number[]> {
  for (let draw = 0; draw < 1000; draw++) yield intervals.map(({ leastS, longestS }, at) => Math.ceil(leastS) + Math.floor(randomShare(seed, 31, at, draw) * (Math.floor(longestS) - Math.ceil(leastS) + 1)));
  for (let at = 0; at < intervals.length; at++) {
    for (const moreS of [-1, 1]) {
      for (const makesUpAt of [-1, ...intervals.keys()]) {
        const lengthsS = foundS.map((lengthS, place) => lengthS + (place === at ? moreS : 0) - (place === makesUpAt ? moreS : 0));
        if (lengthsS.every((lengthS, place) => lengthS >= intervals[place]!.leastS && lengthS <= intervals[place]!.longestS)) yield lengthsS;
      }
    }
  }
}

test('the same question gets the same answer, and one that takes more work than is allowed gets none', () => {
  const { intervals, claims } = competingRequests(7, BUSY_JUNCTION);
  expect(scheduleRequests(intervals, claims)).toEqual(scheduleRequests(intervals, claims));
  expect(scheduleRequests(intervals, claims, 2)).toBeUndefined();
  expect(scheduleRequests(intervals, claims, MOST_STATES, 10)).toBeUndefined();
});

test('by hand: of two that cannot both pass, the one with more people aboard does, unless others lose more than it wins', () => {
  // Green for the first until 10 s, then 5 s of clearing and 20 s of green for the second; both wait for the other's green if they miss theirs.
  const junction = (longerCost: number): IntervalAhead[] => [
    { leastS: 10, plannedS: 10, longestS: 20, shorterCost: 0, longerCost }, { leastS: 5, plannedS: 5, longestS: 5, shorterCost: 0, longerCost: 0 },
    { leastS: 20, plannedS: 20, longestS: 20, shorterCost: 0, longerCost: 0 }, { leastS: 5, plannedS: 5, longestS: 5, shorterCost: 0, longerCost: 0 },
    { leastS: 10, plannedS: 10, longestS: 10, shorterCost: 0, longerCost: 0 },
  ];
  const first = (weight: number): Claim => ({ greenIn: [1, 0, 0, 0, 1], dueS: 14, leavesS: 15, weight }), second: Claim = { greenIn: [0, 0, 1, 0, 0], dueS: 15, leavesS: 16, weight: 10 };
  // Held until 15 s the first saves 40 - 14 = 26 s, the second comes 5 s later: 26 w against 50, and what others lose in 5 s.
  expect(scheduleRequests(junction(0), [first(1), second])!).toMatchObject({ lengthsS: [10, 5, 20, 5, 10], waitsS: [26, 0], cost: 26 });
  expect(scheduleRequests(junction(0), [first(2), second])!).toMatchObject({ lengthsS: [15, 5, 20, 5, 10], waitsS: [0, 5], cost: 50 });
  expect(scheduleRequests(junction(1), [first(2), second])!).toMatchObject({ lengthsS: [10, 5, 20, 5, 10], cost: 52 });
});
