import type { IndicatorName } from '../measure/indicators.ts';
import { compareRuns, type Comparison, type Judging, type MeasuredRun } from './compare-runs.ts';
import { judgedTogether } from './judge-family.ts';

/** Compares several indicators and judges them together. Those that no seed has on both sides are left out. */
export const compareAll = (names: readonly IndicatorName[], baseline: readonly MeasuredRun[], scenario: readonly MeasuredRun[], judging: Judging = {}): Comparison[] =>
  judgedTogether(names.map((name) => compareRuns(name, baseline, scenario, judging)).filter((one): one is Comparison => one !== undefined));

/** Whether a difference is clear for a figure looked at alone, and not among all those judged with it. */
export const isUnclearAmongMany = ({ verdict, interval95 }: Comparison): boolean => verdict === 'unclear' && interval95 !== null && (interval95.low > 0 || interval95.high < 0);
