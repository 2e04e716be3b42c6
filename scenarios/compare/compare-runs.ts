import type { Indicator } from '../measure/indicator.ts';
import type { IndicatorName } from '../measure/indicators.ts';
import { indicatorNamed } from '../measure/indicators.ts';
import { t975 } from './student-t.ts';

/** What a run measured. */
export interface MeasuredRun { seed: number; values: Readonly<Partial<Record<IndicatorName, number | null>>> }

/**
 * What can be said of the difference.
 * better, worse: the 95 % interval lies wholly on one side, and the indicator has a better direction
 * changed: it does, and no direction is better
 * unclear: the interval holds 0: the difference may be chance
 * same: every pair of runs is equal
 * single: one pair of runs only, so that nothing is known about chance
 * few: two pairs only, or differences that are all alike: what chance does cannot be told from them
 */
export type Verdict = 'better' | 'worse' | 'changed' | 'unclear' | 'same' | 'single' | 'few';

/** One indicator in scenario and baseline, over runs with the same seeds. */
export interface Comparison {
  indicator: Indicator<IndicatorName>;
  /** Runs of both sides with the same seed in which the indicator was measured. */
  pairs: number;
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
  interval95: { low: number; high: number } | null;
  verdict: Verdict;
}

/** With fewer, the spread of the differences is not known well enough for a verdict. */
const FEWEST_PAIRS = 3;

/** Compares one indicator pair by pair; undefined when no seed has it on both sides. */
export function compareRuns(name: IndicatorName, baseline: readonly MeasuredRun[], scenario: readonly MeasuredRun[]): Comparison | undefined {
  const indicator = indicatorNamed(name);
  const pairs = baseline.flatMap((before) => {
    const after = scenario.find(({ seed }) => seed === before.seed);
    const was = before.values[name], is = after?.values[name];
    return was == null || is == null ? [] : [{ was, is }];
  });
  if (pairs.length === 0) return undefined;
  const baselineMean = meanOf(pairs.map(({ was }) => was));
  const differences = pairs.map(({ was, is }) => is - was);
  const paired = pairedInterval(differences), { mean } = paired;
  // Energy of lamps owes nothing to chance, unless they follow the traffic: then seeds differ.
  const isChance = indicator.chance || differences.some((difference) => difference !== differences[0]);
  const interval95 = isChance ? spreadOf(paired.interval95) : { low: mean, high: mean };
  return {
    indicator, pairs: pairs.length, baselineMean, scenarioMean: meanOf(pairs.map(({ is }) => is)), differenceMean: mean,
    differencePercent: baselineMean === 0 || !indicator.relative ? null : (100 * mean) / Math.abs(baselineMean), interval95, verdict: verdictOf({ ...indicator, chance: isChance }, differences, mean, interval95),
  };
}

/** Mean of paired differences and its 95 % interval: mean ± t s / √n (Student 1908; NIST e-Handbook, section 7.3.1.1 in pairs). */
export function pairedInterval(differences: readonly number[]): { mean: number; interval95: { low: number; high: number } | null } {
  const count = differences.length;
  const mean = meanOf(differences);
  if (count < 2) return { mean, interval95: null };
  const squares = differences.reduce((sum, difference) => sum + (difference - mean) * (difference - mean), 0);
  const half = t975(count - 1) * Math.sqrt(squares / (count - 1) / count);
  return { mean, interval95: { low: mean - half, high: mean + half } };
}

/** An interval without width says that the runs did not spread, not that chance has no part. */
const spreadOf = (interval: Comparison['interval95']): Comparison['interval95'] => (interval && interval.high > interval.low ? interval : null);

function verdictOf(indicator: Indicator, differences: readonly number[], mean: number, interval95: Comparison['interval95']): Verdict {
  if (differences.every((difference) => difference === 0)) return 'same';
  if (indicator.chance && differences.length === 1) return 'single';
  if (!interval95 || (indicator.chance && differences.length < FEWEST_PAIRS)) return 'few';
  if (interval95.low <= 0 && interval95.high >= 0) return 'unclear';
  if (indicator.better === 'neither') return 'changed';
  return mean > 0 === (indicator.better === 'higher') ? 'better' : 'worse';
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
