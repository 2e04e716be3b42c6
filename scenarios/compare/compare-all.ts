import type { IndicatorName } from '../measure/indicators.ts';
import { compareRuns, type Comparison, type Judging, type MeasuredRun } from './compare-runs.ts';
import { judgedInFamilies } from './judge-family.ts';

/**
 * Compares several indicators, those asked for first, and judges them in two families: what was asked for before any run, and what is looked at beside
 * it. Either holds a wrong "clear" at most once in twenty comparisons. Those that no seed has on both sides are left out.
 */
export function compareAll(names: readonly IndicatorName[], baseline: readonly MeasuredRun[], scenario: readonly MeasuredRun[], judging: Judging = {}): Comparison[] {
  const alone = names.map((name) => compareRuns(name, baseline, scenario, judging)).filter((one): one is Comparison => one !== undefined);
  return judgedInFamilies([...alone.filter(({ asked }) => asked), ...alone.filter(({ asked }) => !asked)]);
}

/** What tables call the two families. */
export const familyName = (asked: boolean): 'asked' | 'beside' => (asked ? 'asked' : 'beside');

/** Whether a difference is clear among those judged with it. */
export const isClear = ({ verdict }: Comparison): boolean => verdict === 'better' || verdict === 'worse' || verdict === 'changed';

/** Whether a difference is clear for a figure looked at alone, and not among all those judged with it. */
export const isUnclearAmongMany = ({ verdict, interval95 }: Comparison): boolean => verdict === 'unclear' && interval95 !== null && (interval95.low > 0 || interval95.high < 0);
