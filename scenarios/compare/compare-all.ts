import type { IndicatorName } from '../measure/indicators.ts';
import { compareRuns, type Comparison, type MeasuredRun } from './compare-runs.ts';
import { holmAdjusted } from './holm.ts';

/** A wrong "clear" among all figures of a comparison, at most this often. */
const MOST_WRONG = 0.05;

/**
 * Compares several indicators and judges those that owe something to chance as one family: among twenty that nothing touches one would differ "clearly"
 * by chance. The intervals stay those of each figure alone. Indicators that no seed has on both sides are left out. `firstSeeds`: see `compareRuns`.
 */
export function compareAll(names: readonly IndicatorName[], baseline: readonly MeasuredRun[], scenario: readonly MeasuredRun[], firstSeeds?: readonly number[]): Comparison[] {
  const alone = names.map((name) => compareRuns(name, baseline, scenario, firstSeeds)).filter((one): one is Comparison => one !== undefined);
  // One without a p-value, all pairs of which are alike, counts as well: whether it would be was not known before the runs.
  const family = alone.filter(({ familySize }) => familySize > 0), adjusted = holmAdjusted(family.map(({ pValue }) => pValue ?? 1));
  return alone.map((one) => {
    const at = family.indexOf(one);
    if (at < 0) return one;
    const adjustedPValue = one.pValue === null ? null : adjusted[at]!, holds = adjustedPValue === null || adjustedPValue <= MOST_WRONG;
    return { ...one, adjustedPValue, familySize: family.length, verdict: holds ? one.verdict : 'unclear' };
  });
}

/** Whether a difference is clear for a figure looked at alone, and not among all those judged with it. */
export const isUnclearAmongMany = ({ verdict, interval95 }: Comparison): boolean => verdict === 'unclear' && interval95 !== null && (interval95.low > 0 || interval95.high < 0);
