import type { IndicatorName } from '../measure/indicators.ts';
import { pairsOf, type Comparison, type MeasuredRun } from './compare-runs.ts';
import { meanOf, pairedMean } from './paired-mean.ts';
import { tWithin } from './student-t.ts';

/** How narrow an interval is wanted: what it reaches to either side at most, in the indicator's unit or in per cent of the baseline's mean. */
export interface WantedHalf { indicator: IndicatorName; half: number; isPercent: boolean }

/** The same in the indicator's unit, as the first seeds tell it; `percent`: what was asked for, where that was a per cent. */
export interface Within { indicator: IndicatorName; half: number; percent?: number }

/**
 * How many pairs it takes for the 95 % interval to reach no further than `half` to either side, told by the spread of the first ones: (t s / half)²,
 * t with the degrees of freedom of these. Charles Stein, A two-sample test for a linear hypothesis whose power is independent of the variance, Annals of
 * Mathematical Statistics 16 (1945), 243–258: with the first ones' spread in the interval (`pairedMean`) too, it holds the truth as often as it says.
 */
export function pairsFor(half: number, first: readonly number[]): number {
  const { standardError, degreesOfFreedom } = pairedMean(first), ratio = (tWithin(0.95, degreesOfFreedom) * standardError) / half;
  return Math.max(first.length, Math.ceil(ratio * ratio * first.length));
}

/**
 * Seeds, the first ones included, that all that is wanted takes. Where a figure is missing in some of the first, as many of the later are taken to lack
 * it; where the first do not differ, or one is all that has it, they tell nothing of more. `half` of a per cent comes out 0 where the baseline's mean is.
 */
export function seedsFor(wanted: readonly WantedHalf[], baseline: readonly MeasuredRun[], scenario: readonly MeasuredRun[]): { seeds: number; within: Within[] } {
  let seeds = baseline.length;
  const within = wanted.map(({ indicator, half, isPercent }) => {
    const pairs = pairsOf(indicator, baseline, scenario), amount = !isPercent ? half : pairs.length === 0 ? 0 : (half / 100) * Math.abs(meanOf(pairs.map(({ was }) => was)));
    if (pairs.length > 1 && amount > 0) seeds = Math.max(seeds, Math.ceil((pairsFor(amount, pairs.map(({ was, is }) => is - was)) * baseline.length) / pairs.length));
    return { indicator, half: amount, ...(isPercent && { percent: half }) };
  });
  return { seeds, within };
}

/**
 * What came of it. reached, missed: `half` is what the interval reaches to either side; exact: chance has no part; alike: the first seeds do not differ,
 * so that nothing is known of how far others would; unmeasured: in no pair of runs
 */
export type Reached = { state: 'reached' | 'missed'; half: number; pairs: number; pairsNeeded: number } | { state: 'exact' | 'alike' | 'unmeasured' };

export function reachedHalf({ half: wanted }: Within, comparison: Comparison | undefined): Reached {
  if (!comparison) return { state: 'unmeasured' };
  const { interval95, pairs } = comparison;
  if (!interval95) return { state: 'alike' };
  if (interval95.low === interval95.high) return { state: 'exact' };
  // By its ceiling the number of pairs leaves room for the last digit.
  const half = (interval95.high - interval95.low) / 2, ratio = half / wanted;
  return ratio <= 1 + 1e-9 ? { state: 'reached', half, pairs, pairsNeeded: pairs } : { state: 'missed', half, pairs, pairsNeeded: Math.ceil(ratio * ratio * pairs) };
}
