import type { IndicatorName } from '../measure/indicators.ts';
import { compareRuns, type Comparison, type MeasuredRun } from './compare-runs.ts';
import { judgedTogether } from './judge-family.ts';

/**
 * Compares several indicators and judges them together (`judgedTogether`). Indicators that no seed has on both sides are left out. `firstSeeds`: see `compareRuns`.
 */
export function compareAll(names: readonly IndicatorName[], baseline: readonly MeasuredRun[], scenario: readonly MeasuredRun[], firstSeeds?: readonly number[]): Comparison[] {
  return judgedTogether(names.map((name) => compareRuns(name, baseline, scenario, firstSeeds)).filter((one): one is Comparison => one !== undefined));
}

/** Whether a difference is clear for a figure looked at alone, and not among all those judged with it. */
export const isUnclearAmongMany = ({ verdict, interval95 }: Comparison): boolean => verdict === 'unclear' && interval95 !== null && (interval95.low > 0 || interval95.high < 0);
