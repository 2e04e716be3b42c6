import type { Indicator } from '../measure/indicator.ts';
import type { IndicatorName } from '../measure/indicators.ts';
import { indicatorNamed } from '../measure/indicators.ts';
import { intervalOf, meanOf, pairedMean, pValueOf, type Interval } from './paired-mean.ts';
import { percentInterval } from './percent-interval.ts';

/** What a run measured. */
export interface MeasuredRun { seed: number; values: Readonly<Partial<Record<IndicatorName, number | null>>> }

/**
 * What can be said of the difference.
 * better, worse: the 95 % interval lies wholly on one side, what the figures judged together allow (see `compareAll`), and the indicator has a better direction
 * changed: the same, and no direction is better
 * unclear: the interval holds 0, or lies on one side as one among so many figures well may: the difference may be chance
 * same: every pair of runs is equal
 * single: one pair of runs only, so that nothing is known about chance
 * few: two pairs only, or differences that are all alike: what chance does cannot be told from them
 */
export type Verdict = 'better' | 'worse' | 'changed' | 'unclear' | 'same' | 'single' | 'few';

/** One indicator in scenario and baseline, over runs with the same seeds. */
export interface Comparison {
  indicator: Indicator<IndicatorName>;
  /** Whether the question names it: those that it does not name are looked at beside it, and judged as a family of their own. */
  asked: boolean;
  /** Runs of both sides with the same seed in which the indicator was measured. */
  pairs: number;
  /** The first of them, whose spread the intervals rest on: all, unless these decided how many there are (see `two-stage.ts`). */
  spreadPairs: number;
  baselineMean: number;
  scenarioMean: number;
  /** Scenario minus baseline, mean over the pairs. */
  differenceMean: number;
  /** Of the baseline's mean; null where that is 0, or says nothing for this indicator. */
  differencePercent: number | null;
  /**
   * Holds the true mean difference with 95 % probability, if differences are spread normally; null with one pair, and where all differ alike.
   * Of no width where no chance is involved: one pair then says all.
   */
  interval95: Interval | null;
  /** The same in per cent of the baseline's mean, which is no better known than the difference; null where either says nothing. */
  percentInterval95: Interval | null;
  /** How often chance alone would make a difference as large; null where it has no part, or where nothing is said of it. */
  pValue: number | null;
  /** The same among the figures judged together: at 0.05 or below the difference is clear. */
  adjustedPValue: number | null;
  /** How many are judged together, this one included; 0 where chance has no part, or nothing is said of it. */
  familySize: number;
  verdict: Verdict;
}

/** What decides beside the runs themselves how a comparison is judged. */
export interface Judging {
  /** Seeds that decided how many were run; left out where that was fixed before. */
  firstSeeds?: readonly number[] | undefined;
  /** Whether lamps of either side follow the traffic: what they take then owes something to chance, with one seed as with many. */
  lampsFollowTraffic?: boolean | undefined;
  /** What was asked for before any run; all of it where nothing is said. */
  asked?: readonly IndicatorName[] | undefined;
}

/** With fewer, the spread of the differences is not known well enough for a verdict. */
export const FEWEST_PAIRS = 3;

/** Compares one indicator pair by pair, alone; undefined when no seed has it on both sides. */
export function compareRuns(name: IndicatorName, baseline: readonly MeasuredRun[], scenario: readonly MeasuredRun[], { firstSeeds, lampsFollowTraffic = false, asked }: Judging = {}): Comparison | undefined {
  const indicator = indicatorNamed(name), pairs = pairsOf(name, baseline, scenario);
  if (pairs.length === 0) return undefined;
  const spread = firstSeeds ? pairs.filter(({ seed }) => firstSeeds.includes(seed)) : pairs;
  const baselineMean = meanOf(pairs.map(({ was }) => was)), differences = pairs.map(differenceOf), mean = meanOf(differences);
  // What differs from seed to seed owes something to chance, whatever else is known of it.
  const isChance = indicator.chance === true || (indicator.chance === 'adaptive-lamps' && lampsFollowTraffic) || differences.some((difference) => difference !== differences[0]);
  const paired = spread.length > 1 ? pairedMean(differences, spread.map(differenceOf)) : undefined;
  // An interval without width says that the runs did not spread, not that chance has no part.
  const interval95 = !isChance ? { low: mean, high: mean } : paired && paired.standardError > 0 ? intervalOf(paired) : null;
  const percentOf = (amount: number): number => (100 * amount) / Math.abs(baselineMean), saysPercent = baselineMean !== 0 && indicator.relative;
  const percentInterval95 = !saysPercent || !interval95 ? null : isChance ? percentInterval(pairs, spread) : { low: percentOf(mean), high: percentOf(mean) };
  const judged = isChance && spread.length >= FEWEST_PAIRS, pValue = judged && paired ? pValueOf(paired) : null;
  return {
    indicator, asked: asked?.includes(name) ?? true, pairs: pairs.length, spreadPairs: spread.length, baselineMean, scenarioMean: meanOf(pairs.map(({ is }) => is)), differenceMean: mean,
    differencePercent: saysPercent ? percentOf(mean) : null, interval95, percentInterval95, pValue, adjustedPValue: pValue, familySize: judged ? 1 : 0,
    verdict: verdictOf(indicator, isChance, differences, spread.length, interval95),
  };
}

/** What both sides measured with the same seed, in the order of the baseline's runs. */
export function pairsOf(name: IndicatorName, baseline: readonly MeasuredRun[], scenario: readonly MeasuredRun[]): { seed: number; was: number; is: number }[] {
  return baseline.flatMap(({ seed, values }) => {
    const was = values[name], is = scenario.find((one) => one.seed === seed)?.values[name];
    return was == null || is == null ? [] : [{ seed, was, is }];
  });
}

const differenceOf = ({ was, is }: { was: number; is: number }): number => is - was;

function verdictOf({ better }: Indicator, isChance: boolean, differences: readonly number[], spreadPairs: number, interval95: Interval | null): Verdict {
  if (differences.every((difference) => difference === 0)) return 'same';
  if (isChance && differences.length === 1) return 'single';
  if (!interval95 || (isChance && spreadPairs < FEWEST_PAIRS)) return 'few';
  if (interval95.low <= 0 && interval95.high >= 0) return 'unclear';
  if (better === 'neither') return 'changed';
  return interval95.low > 0 === (better === 'higher') ? 'better' : 'worse';
}

/** Whether chance has no part in it: its interval has no width then. */
export const isExact = ({ interval95 }: Comparison): boolean => interval95 !== null && interval95.low === interval95.high;
