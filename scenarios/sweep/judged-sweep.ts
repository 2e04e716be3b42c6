import type { MeasuredRun } from '../compare/compare-runs.ts';
import type { IndicatorName } from '../measure/indicators.ts';
import { pointsOfSweep, type SavedSweep } from './saved-sweep.ts';
import { judgedOver, pointAgainst, pointFigures, ranked, type JudgedPoint, type PointFigures, type PointRuns } from './sweep-figures.ts';

/** What is said of a kept sweep: answer, page, print and tables are drawn from it. */
export interface JudgedSweep {
  /** Every point, in the order of the design. */
  figures: readonly PointFigures[];
  /** Its figures, the one that judges the points first: the first that the file names; where it names none, the first that any point has. */
  indicators: readonly IndicatorName[];
  /** Points that have that figure, the best first. */
  judged: readonly JudgedPoint[];
}

/** A sweep of many points takes seconds: it is judged once, however many files are made of it. */
const known = new WeakMap<SavedSweep, JudgedSweep>();

export function judgedSweep(saved: SavedSweep): JudgedSweep {
  const before = known.get(saved);
  if (before) return before;
  const { baseline, points } = measuredOf(saved);
  return keep(saved, pointFigures(saved.indicators, baseline, points));
}

/** The same beforehand, point by point as `inTurns` hands them on, so that others have a turn meanwhile. */
export async function judgeSweep(saved: SavedSweep, inTurns: (points: readonly PointRuns[]) => AsyncIterable<PointRuns>): Promise<void> {
  const { baseline, points } = measuredOf(saved), against = pointAgainst(saved.indicators, baseline, points), alone: PointFigures[] = [];
  for await (const point of inTurns(points)) alone.push(against(point, alone.length));
  keep(saved, judgedOver(alone));
}

function keep(saved: SavedSweep, figures: PointFigures[]): JudgedSweep {
  const indicators = firstMeasured(saved, figures), judged = { figures, indicators, judged: ranked(figures, indicators[0]!) };
  known.set(saved, judged);
  return judged;
}

function measuredOf(saved: SavedSweep): { baseline: MeasuredRun[]; points: PointRuns[] } {
  const { indicators: names, asked, baseline, points } = saved, values = pointsOfSweep(saved);
  const measured = (rows: SavedSweep['baseline']['runs']): MeasuredRun[] => rows.map(([seed, ...figures]) => ({ seed: seed!, values: Object.fromEntries(names.map((name, at) => [name, figures[at] ?? null])) }));
  return { baseline: measured(baseline.runs), points: points.map((point, at) => ({ point: values[at]!, runs: measured(point.runs), asked, lampsFollowTraffic: baseline.lampsFollowTraffic || point.lampsFollowTraffic })) };
}

function firstMeasured({ definition, indicators }: SavedSweep, figures: readonly PointFigures[]): IndicatorName[] {
  const isMeasured = (name: IndicatorName): boolean => figures.some(({ comparisons }) => comparisons.some(({ indicator }) => indicator.name === name));
  const first = (definition.indicators === undefined ? indicators.find(isMeasured) : undefined) ?? indicators[0]!;
  return [first, ...indicators.filter((name) => name !== first)];
}
