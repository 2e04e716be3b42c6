import { askedAndUnjudged } from '../compare/compare-all.ts';
import { compareRuns, type Comparison, type Judging, type MeasuredRun } from '../compare/compare-runs.ts';
import { judgedInFamilies } from '../compare/judge-family.ts';
import { indicatorNamed, type IndicatorName } from '../measure/indicators.ts';
import type { Level } from './sweep-file.ts';
import type { Parameter, Point } from './points.ts';

/** What is said of a point: indicator by indicator its runs against those of the baseline, pair by pair. */
export interface PointFigures { at: number; point: Point; comparisons: readonly Comparison[]; /** How many more figures were asked for of which nothing can be said. */ unjudged: number; /** Seeds of which its run or that of the baseline came to no result. */ missingRuns: number }

/** What a point's runs measured. */
export interface PointRuns extends Judging { point: Point; runs: readonly MeasuredRun[] }

/**
 * Every point against the baseline. What was asked for before any run is one family over all points, what is looked at beside it another, as those of a
 * comparison are: whoever looks at a table of twelve points and five figures looks at sixty differences, of which three would be "clear" where nothing does anything.
 * A point that lacks runs has no verdict: those that came to no result, in a jam or by the safety monitor, are not missing by chance.
 */
export const pointFigures = (names: readonly IndicatorName[], baseline: readonly MeasuredRun[], points: readonly PointRuns[]): PointFigures[] => judgedOver(points.map(pointAgainst(names, baseline, points)));

/** What is said of one of these points by itself, before all are judged together. */
export function pointAgainst(names: readonly IndicatorName[], baseline: readonly MeasuredRun[], points: readonly PointRuns[]): (point: PointRuns, at: number) => PointFigures {
  const seeds = new Set([baseline, ...points.map(({ runs }) => runs)].flat().map(({ seed }) => seed)), ofBaseline = new Set(baseline.map(({ seed }) => seed));
  return ({ point, runs, ...judging }, at) => {
    const comparisons = names.flatMap((name) => compareRuns(name, baseline, runs, judging) ?? []);
    return { at, point, comparisons, unjudged: askedAndUnjudged(comparisons.filter(({ asked }) => asked), baseline, runs, judging), missingRuns: seeds.size - runs.filter(({ seed }) => ofBaseline.has(seed)).length };
  };
}

/** All points, judged together. */
export function judgedOver(alone: readonly PointFigures[]): PointFigures[] {
  const judged = judgedInFamilies(alone.flatMap(({ comparisons }) => comparisons), alone.reduce((sum, { unjudged }) => sum + unjudged, 0));
  let next = 0;
  return alone.map((one) => ({ ...one, comparisons: one.comparisons.map(() => judged[next++]!).map((each) => (one.missingRuns > 0 && each.verdict !== 'same' ? { ...each, verdict: 'few' } : each)) }));
}

/** A point with the figure that it is judged by. */
export interface JudgedPoint extends PointFigures { first: Comparison }

/** Points by one indicator, the best first; where no direction is better, those with the largest difference; behind them those that lack runs. Of two alike the earlier. Points without the figure are left out. */
export function ranked(figures: readonly PointFigures[], name: IndicatorName): JudgedPoint[] {
  const { better } = indicatorNamed(name), sign = better === 'lower' ? 1 : -1;
  const judged = figures.flatMap((one): JudgedPoint[] => {
    const first = one.comparisons.find(({ indicator }) => indicator.name === name);
    return first ? [{ ...one, first }] : [];
  });
  const rank = ({ first: { differenceMean } }: JudgedPoint): number => (better === 'neither' ? -Math.abs(differenceMean) : sign * differenceMean);
  return judged.sort((one, other) => Number(one.missingRuns > 0) - Number(other.missingRuns > 0) || rank(one) - rank(other) || one.at - other.at);
}

/** The price of a point: figures other than the one that it is judged by which are clearly worse with it. */
export const lossesOf = ({ comparisons, first }: JudgedPoint): Comparison[] => comparisons.filter(({ indicator, verdict }) => verdict === 'worse' && indicator.name !== first.indicator.name);

/** One figure that some points clearly worsen: how many, and the least and the most of it. */
export interface Loss { indicator: Comparison['indicator']; points: number; least: Comparison; most: Comparison }

/** What points pay for, figure by figure; the figure that most of them worsen first. */
export function lossesAmong(points: readonly JudgedPoint[]): Loss[] {
  const byName = new Map<IndicatorName, Comparison[]>();
  for (const loss of points.flatMap(lossesOf)) {
    const those = byName.get(loss.indicator.name);
    if (those) those.push(loss);
    else byName.set(loss.indicator.name, [loss]);
  }
  return [...byName.values()].map((those) => {
    const sorted = those.toSorted((one, other) => Math.abs(one.differenceMean) - Math.abs(other.differenceMean));
    return { indicator: sorted[0]!.indicator, points: sorted.length, least: sorted[0]!, most: sorted.at(-1)! };
  }).sort((one, other) => other.points - one.points);
}

/** What one value of a parameter, or several that follow each other, go with: the mean difference over all points that have it. */
export interface LevelEffect { from: Level; until: Level; points: number; differenceMean: number }

/** More values than this are taken together, neighbours with neighbours, as many as there are rows. */
const MOST_ROWS = 6;

/**
 * The main effect of each parameter: the mean difference to the baseline at each of its values, over the points that have it. In a grid all other
 * parameters are then the same on average; in a Latin hypercube nearly so; in a list perhaps not at all.
 */
export function mainEffects(judged: readonly JudgedPoint[], parameters: readonly Parameter[]): { parameter: Parameter; rows: LevelEffect[] }[] {
  return parameters.map((parameter, column) => {
    const groups = together(parameter.levels), groupOf = new Map(groups.flatMap((levels, group) => levels.map((level) => [level, group] as const)));
    const sums = groups.map(() => 0), counts = groups.map(() => 0);
    for (const { point, first } of judged) {
      const group = groupOf.get(point[column]!)!;
      sums[group]! += first.differenceMean;
      counts[group]!++;
    }
    const rows = groups.flatMap((levels, group): LevelEffect[] =>
      (counts[group] === 0 ? [] : [{ from: levels[0]!, until: levels.at(-1)!, points: counts[group]!, differenceMean: sums[group]! / counts[group]! }]));
    return { parameter, rows };
  });
}

/** Numbers in their order, neighbours together where they are many; words each for itself. */
function together(levels: readonly Level[]): Level[][] {
  if (levels.length <= MOST_ROWS || levels.some((level) => typeof level !== 'number')) return levels.map((level) => [level]);
  const sorted = [...levels].sort((one, other) => Number(one) - Number(other));
  return Array.from({ length: MOST_ROWS }, (_, row) => sorted.slice(Math.floor((row * sorted.length) / MOST_ROWS), Math.floor(((row + 1) * sorted.length) / MOST_ROWS)));
}
