import type { Problem } from '../engine/foundation/problem.ts';
import type { RunSettings } from '../engine/run-settings.ts';
import type { ReadingTwin } from '../engine/twin/twin.ts';
import { unfitForSpan } from '../scenarios/changes/apply-changes.ts';
import type { Change } from '../scenarios/changes/change.ts';
import { changesNothing } from '../scenarios/questions/leading-indicators.ts';
import type { Question } from '../scenarios/questions/question.ts';
import { makePointFaults, type PointProblem } from '../scenarios/sweep/point-faults.ts';
import type { Point } from '../scenarios/sweep/points.ts';
import { BadInput } from './bad-input.ts';
import { movedTripsWarnings, outsideSpanWarnings } from './span-warnings.ts';
import { fieldOfPoints, placed, pointChanges, type Field } from './sweep-asked.ts';
import type { SweepInFile } from './sweep-file.ts';

/** Every run has one span, as in a comparison: that of the baseline, or beside the city as it is that of the question that the first point names. */
export function spanOf(sweep: SweepInFile, baselineQuestion: Question, settingsOf: (question: Question) => RunSettings): { settings?: RunSettings; problems: readonly Problem[] } {
  const first = changesNothing(baselineQuestion) ? pointChanges(sweep, sweep.points[0]!).question : undefined;
  try {
    return { settings: settingsOf(first ?? baselineQuestion), problems: [] };
  } catch (fault) {
    if (fault instanceof BadInput) return { problems: fault.problems };
    throw fault;
  }
}

/** Collects what the span of the runs does not show of changes, each thing once, with the points that it holds for. `asked` as in `PointFaults`. */
export interface SpanFaults {
  add(point: Point, changes: readonly (Change | undefined)[], changed: ReadingTwin | undefined, asked: Iterable<string>): void;
  /** What nobody would see, and trips that leave the span: of the baseline, then of so many points in all. Errors first. */
  all(points: number): Problem[];
}

/** Asked of every point: whether its changes can be read. */
export const WRITTEN = 'written';

/** `twin`: as it is; `before`: as the baseline leaves it. */
export function spanFaults(sweep: SweepInFile, settings: RunSettings, twin: ReadingTwin, baselineQuestion: Question, before: ReadingTwin): SpanFaults {
  const faults = makePointFaults(sweep.parameters), field = fieldOfPoints(sweep);
  const ofChanges = (changes: readonly (Change | undefined)[], at: Field): PointProblem[] => [...unfitForSpan(changes, settings), ...outsideSpanWarnings(changes, settings)].map((problem) => ({ problem: placed(sweep, problem, at), among: problem.where.split('.').slice(0, 2).join('.') }));
  const moved = (changed: ReadingTwin): PointProblem[] => movedTripsWarnings(before, changed, settings, twin.departures.count).map((problem) => ({ problem, among: WRITTEN, sameAs: problem.code }));
  return {
    add: (point, changes, changed, asked) => faults.add(point, [...ofChanges(changes, field), ...(changed ? moved(changed) : [])], asked),
    all: (points) => [...ofChanges(baselineQuestion.changes, 'baseline').map(({ problem }) => problem), ...faults.all(points)].sort((one, other) => Number(other.severity === 'error') - Number(one.severity === 'error')),
  };
}
