// Goal: the seeds that a wanted width takes are those of Stein's formula, whatever is missing, alike or without chance; what was not reached is told.
import { describe, expect, test } from 'vitest';
import { compareAll } from '../../scenarios/compare/compare-all.ts';
import type { MeasuredRun } from '../../scenarios/compare/compare-runs.ts';
import { pairsFor, reachedHalf, seedsFor } from '../../scenarios/compare/two-stage.ts';
import type { IndicatorName } from '../../scenarios/measure/indicators.ts';

const DELAY = 'bus-mean-delay-s', LOSS = 'traffic-mean-time-loss-s', LIGHT = 'lighting-energy-kwh';
type Values = Readonly<Partial<Record<IndicatorName, readonly (number | null)[]>>>;
const runs = (values: Values): MeasuredRun[] => Object.values(values)[0]!.map((_, row) => ({ seed: row + 1, values: Object.fromEntries(Object.entries(values).map(([name, each]) => [name, each[row]!])) }));
const amount = (indicator: IndicatorName, half: number) => ({ indicator, half, isPercent: false });

describe('(t s / half)² pairs', () => {
  // −2, 0, 2: deviation 2, t(2; 0.975) = 4.3027: (4.3027 · 2)² = 74.05 to know the mean to ±1.
  test.each([[1, 75], [0.5, 297], [4, 5], [5, 3], [100, 3]])('±%d takes %i', (half, pairs) => expect(pairsFor(half, [-2, 0, 2])).toBe(pairs));

  test('differences all alike ask for no more, and the most demanding figure decides', () => {
    const before = runs({ [DELAY]: [60, 60, 60], [LOSS]: [100, 100, 100] }), after = runs({ [DELAY]: [58, 60, 62], [LOSS]: [90, 90, 90] });
    expect(seedsFor([amount(DELAY, 4), amount(LOSS, 0.1)], before, after)).toEqual({ seeds: 5, within: [{ indicator: DELAY, half: 4 }, { indicator: LOSS, half: 0.1 }] });
    expect(seedsFor([amount(LOSS, 0.1)], before, after).seeds).toBe(3);
  });

  test('a per cent is of the baseline’s mean over the first seeds', () => {
    const before = runs({ [LOSS]: [98, 100, 102] }), after = runs({ [LOSS]: [96, 100, 104] });
    // Differences −2, 0, 2 again; 4 % of 100.
    expect(seedsFor([{ indicator: LOSS, half: 4, isPercent: true }], before, after)).toEqual({ seeds: 5, within: [{ indicator: LOSS, half: 4, percent: 4 }] });
    const never = runs({ [LOSS]: [0, 0, 0] });
    expect(seedsFor([{ indicator: LOSS, half: 4, isPercent: true }], never, after)).toEqual({ seeds: 3, within: [{ indicator: LOSS, half: 0, percent: 4 }] });
  });

  test('where half of the first lack the figure, twice as many seeds; where one or none has it, no more', () => {
    const before = runs({ [DELAY]: [60, null, 60, null, 60, null] }), after = runs({ [DELAY]: [58, 1, 60, 1, 62, 1] });
    expect(seedsFor([amount(DELAY, 1)], before, after).seeds).toBe(150);
    expect(seedsFor([amount(DELAY, 1)], runs({ [DELAY]: [60, null, null] }), runs({ [DELAY]: [61, 1, 2] })).seeds).toBe(3);
    expect(seedsFor([amount('stops-left-out', 1)], before, after).seeds).toBe(6);
  });
});

describe('the interval of all pairs', () => {
  // The first three decided; two more lie far out, and the spread stays that of the first: 4.3027 · 2 / √5 = 3.848.
  const before = runs({ [DELAY]: [60, 60, 60, 60, 60], [LIGHT]: [80, 80, 80, 80, 80], [LOSS]: [100, 100, 100, 100, 100], 'vehicle-kilometres': [900, 910, 900, 900, 900] });
  const after = runs({ [DELAY]: [58, 60, 62, 90, 80], [LIGHT]: [70, 70, 70, 70, 70], [LOSS]: [90, 90, 90, 90, 95], 'vehicle-kilometres': [900, 910, 900, 900, 900] });
  const compared = compareAll([DELAY, LIGHT, LOSS, 'vehicle-kilometres'], before, after, { firstSeeds: [1, 2, 3] }), reached = (indicator: IndicatorName, half: number) => reachedHalf({ indicator, half }, compared.find((one) => one.indicator.name === indicator));

  test('has the mean of all and the spread and the degrees of freedom of the first', () => {
    expect(compared[0]).toMatchObject({ pairs: 5, spreadPairs: 3, differenceMean: 10, verdict: 'worse' });
    expect(compared[0]!.interval95!.high - 10).toBeCloseTo(3.848, 3);
    expect(10 - compared[0]!.interval95!.low).toBeCloseTo(3.848, 3);
    // t = 10 / (2 / √5) = √125 with two degrees: p = 1 − t / √(2 + t²).
    expect(compared[0]!.pValue).toBeCloseTo(1 - Math.sqrt(125 / 127), 12);
  });

  test('is reached or missed, and what it would take is told', () => {
    expect(reached(DELAY, 4)).toMatchObject({ state: 'reached', pairs: 5 });
    expect(reached(DELAY, 1)).toMatchObject({ state: 'missed', pairs: 5, pairsNeeded: 75 });
  });

  test('chance has no part, the first do not differ, or nothing was measured: said, not invented', () => {
    expect([reached(LIGHT, 1), reached(LOSS, 1), reached('vehicle-kilometres', 1), reached('tram-time-loss-s-per-km', 1)].map(({ state }) => state)).toEqual(['exact', 'alike', 'alike', 'unmeasured']);
    expect(compared[2]).toMatchObject({ verdict: 'few', interval95: null, pValue: null });
  });
});
