import type { Indicator } from '../measure/indicator.ts';
import { indicatorNamed, type IndicatorName } from '../measure/indicators.ts';
import { compareRuns, FEWEST_PAIRS, pairsOf, type Comparison, type Judging, type MeasuredRun } from './compare-runs.ts';
import { judgedInFamilies } from './judge-family.ts';

/**
 * Compares several indicators, those asked for first, and judges them in two families: what was asked for before any run, and what is looked at beside
 * it. Either holds a wrong "clear" at most once in twenty comparisons. Those that no seed has on both sides are left out, and yet count among those that
 * were asked for by name: how many these are was fixed before any run, and is no outcome of them.
 */
export function compareAll(names: readonly IndicatorName[], baseline: readonly MeasuredRun[], scenario: readonly MeasuredRun[], judging: Judging = {}): Comparison[] {
  const alone = names.map((name) => compareRuns(name, baseline, scenario, judging)).filter((one): one is Comparison => one !== undefined);
  const asked = alone.filter((one) => one.asked);
  return judgedInFamilies([...asked, ...alone.filter((one) => !one.asked)], askedAndUnjudged(asked, baseline, scenario, judging));
}

/** Figures asked for by name that owe something to chance and of which nothing is judged, though there are runs enough for it. */
export function askedAndUnjudged(figures: readonly Comparison[], baseline: readonly MeasuredRun[], scenario: readonly MeasuredRun[], { asked = [], firstSeeds, lampsFollowTraffic = false }: Judging): number {
  const seeds = baseline.filter(({ seed }) => scenario.some((one) => one.seed === seed) && (firstSeeds?.includes(seed) ?? true)).length;
  const isChance = ({ chance }: Indicator): boolean => chance === true || (chance === 'adaptive-lamps' && lampsFollowTraffic);
  return seeds < FEWEST_PAIRS ? 0 : asked.filter((name) => isChance(indicatorNamed(name)) && !figures.some(({ indicator, familySize }) => indicator.name === name && familySize > 0)).length;
}

/** Figures asked for by name that no seed has on both sides, with their place among those asked for. */
export const unmeasuredAmong = (names: readonly IndicatorName[], baseline: readonly MeasuredRun[], scenario: readonly MeasuredRun[], { asked = [] }: Judging): { indicator: Indicator<IndicatorName>; place: number }[] =>
  names.filter((name) => asked.includes(name)).flatMap((name, place) => (pairsOf(name, baseline, scenario).length === 0 ? [{ indicator: indicatorNamed(name), place }] : []));

/** What tables call the two families. */
export const familyName = (asked: boolean): 'asked' | 'beside' => (asked ? 'asked' : 'beside');

/** Whether a difference is clear among those judged with it. */
export const isClear = ({ verdict }: Comparison): boolean => verdict === 'better' || verdict === 'worse' || verdict === 'changed';

/** Whether a difference is clear for a figure looked at alone, and not among all those judged with it. */
export const isUnclearAmongMany = ({ verdict, interval95 }: Comparison): boolean => verdict === 'unclear' && interval95 !== null && (interval95.low > 0 || interval95.high < 0);
