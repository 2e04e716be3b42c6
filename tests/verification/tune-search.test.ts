// Goal: the search finds fronts that are known, better than chance does with as many runs, and the same ones every time.
import { describe, expect, test } from 'vitest';
import { randomNormal, randomShare } from '../../engine/foundation/random.ts';
import { bestFirst, crowdingDistances, dominatedArea, dominates, ranks, type Costs } from '../../scenarios/tune/dominance.ts';
import { settingKey, type Knob, type Setting } from '../../scenarios/tune/knob.ts';
import { spreadSettings } from '../../scenarios/tune/spread-settings.ts';
import { searchFront, type Trial } from '../../scenarios/tune/search-front.ts';

const knobs: Knob[] = Array.from({ length: 6 }, (_, at) => ({ name: `x${at}`, least: 0, most: 1, step: 0.01 }));

/** ZDT1 and ZDT2 (Zitzler, Deb and Thiele 2000, Evolutionary Computation 8, 173): the fronts are f2 = 1 - sqrt(f1) and 1 - f1 squared, with all knobs but the first at 0. */
const problems = {
  ZDT1: (share: number) => 1 - Math.sqrt(share),
  ZDT2: (share: number) => 1 - share * share,
};

function costsOf(shape: (share: number) => number, setting: Setting, noise: number): Costs {
  const [first, ...others] = setting as [number, ...number[]];
  const away = 1 + (9 * others.reduce((sum, value) => sum + value, 0)) / others.length;
  return [first + noise, away * shape(first / away) + noise];
}

/** A run's chance is the same for all settings of one seed, and a little for each: as in common random numbers. */
const noiseOf = ({ setting, seed }: Trial): number => 0.05 * randomNormal(1, 1, seed, 0) + 0.01 * randomNormal(2, 2, seed, Math.round(1e4 * setting.reduce((sum, value, at) => sum + value * (at + 1), 0)));

const REFERENCE: Costs = [1.1, 4], RUNS = 600, SEEDS = [1, 2, 3, 4], SEARCHES = [11, 12, 13, 14, 15];

const search = (name: keyof typeof problems, seed: number, evaluate?: (trials: readonly Trial[]) => void) => searchFront({
  knobs, given: [knobs.map(() => 1)], mostRuns: RUNS, seed, runSeeds: SEEDS,
  evaluate: async (trials) => { evaluate?.(trials); return trials.map((trial) => costsOf(problems[name], trial.setting, noiseOf(trial))); },
});

/** The area that settings dominate in truth, without noise. */
const areaOf = (name: keyof typeof problems, settings: readonly Setting[]): number => dominatedArea(settings.map((setting) => costsOf(problems[name], setting, 0)), REFERENCE);
const knownArea = (name: keyof typeof problems): number => areaOf(name, Array.from({ length: 1001 }, (_, at) => [at / 1000, 0, 0, 0, 0, 0]));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('a search within a number of runs', () => {
  for (const name of ['ZDT1', 'ZDT2'] as const) {
    test(`comes near the front of ${name} in spite of noise, and nearer than as many settings drawn by chance`, async () => {
      const found = await Promise.all(SEARCHES.map((seed) => search(name, seed))), known = knownArea(name);
      const byFront = mean(found.map(({ front }) => areaOf(name, front.map(({ setting }) => setting)) / known));
      // Chance is given every advantage: no noise, and a setting a run instead of one for four.
      const byChance = mean(SEARCHES.map((seed) => areaOf(name, Array.from({ length: RUNS }, (_, row) => knobs.map((_, at) => randomShare(seed, 9, row, at)))) / known));
      console.log(`${name}, ${RUNS} runs: ${byFront.toFixed(3)} of the area that the known front dominates, ${byChance.toFixed(3)} by chance`);
      for (const { runs } of found) expect(runs).toBeLessThanOrEqual(RUNS);
      expect(byFront).toBeGreaterThan(0.85);
      expect(byFront - byChance).toBeGreaterThan(0.2);
    });
  }

  test('gives the same front again, and asks for no setting and seed twice', async () => {
    const asked: string[] = [], once = await search('ZDT1', 5, (trials) => asked.push(...trials.map(({ setting, seed }) => `${settingKey(setting)} | ${seed}`)));
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.length).toBe(once.runs);
    expect((await search('ZDT1', 5)).front).toEqual(once.front);
    expect((await search('ZDT1', 6)).front).not.toEqual(once.front);
  });

  test('tries what was given, all of the front with every seed, and nothing outside the knobs', async () => {
    const { front, tried } = await search('ZDT2', 3);
    expect(tried.some(({ setting }) => setting.every((value) => value === 1))).toBe(true);
    for (const { costs } of front) expect(costs.length).toBe(SEEDS.length);
    for (const { setting } of tried) setting.forEach((value, at) => { expect(value).toBeGreaterThanOrEqual(knobs[at]!.least); expect(value).toBeLessThanOrEqual(knobs[at]!.most); });
    for (const one of front) expect(tried.some((other) => other.costs.length === SEEDS.length && dominates(other.mean, one.mean))).toBe(false);
  });
});

describe('its parts', () => {
  test('a Latin hypercube has one setting in every stratum of every knob', () => {
    const fine = knobs.map((knob) => ({ ...knob, step: 1e-6 })), count = 37, settings = spreadSettings(fine, count, 4);
    fine.forEach((_, at) => expect(new Set(settings.map((setting) => Math.min(count - 1, Math.floor(setting[at]! * count)))).size).toBe(count));
  });

  test('ranks are those of the definition: as many as the longest chain of dominance that ends here', () => {
    const costs: Costs[] = Array.from({ length: 60 }, (_, row) => [Math.floor(10 * randomShare(3, 1, row, 0)), Math.floor(10 * randomShare(3, 2, row, 0))]);
    const longest = (at: number): number => Math.max(0, ...costs.flatMap((other, by) => (dominates(other, costs[at]!) ? [1 + longest(by)] : [])));
    const rank = ranks(costs);
    costs.forEach((_, at) => expect(rank[at]).toBe(longest(at)));
  });

  test('crowding distance and dominated area by hand', () => {
    const costs: Costs[] = [[0, 4], [1, 2], [3, 1], [4, 0]], rank = ranks(costs);
    expect(crowdingDistances(costs, rank)).toEqual([Infinity, 3 / 4 + 3 / 4, 3 / 4 + 2 / 4, Infinity]);
    expect(bestFirst(costs)).toEqual([0, 3, 1, 2]);
    // 5 x 5 less what lies below the steps: (5-0)(5-4) + (5-1)(4-2) + (5-3)(2-1) + (5-4)(1-0).
    expect(dominatedArea(costs, [5, 5])).toBe(5 + 8 + 2 + 1);
  });
});
