import { hasErrors, type Checked, type Problem } from '../engine/foundation/problem.ts';
import type { RunSettings } from '../engine/run-settings.ts';
import type { ReadingTwin, Twin } from '../engine/twin/twin.ts';
import { applyChanges, unfitChanges } from '../scenarios/changes/apply-changes.ts';
import type { Change } from '../scenarios/changes/change.ts';
import { differInNightsOnly, yearLacks, yearTells } from '../scenarios/compare/year-tells.ts';
import { wordsIn } from '../scenarios/language/language.ts';
import { sweepWords } from '../scenarios/language/sweep.ts';
import { measureCity, type IndicatorName, type IndicatorValues } from '../scenarios/measure/indicators.ts';
import { askedIndicators, leadingIndicators } from '../scenarios/questions/leading-indicators.ts';
import { questionOfFile } from '../scenarios/questions/own-question.ts';
import type { Question } from '../scenarios/questions/question.ts';
import { makePointFaults, type PointProblem } from '../scenarios/sweep/point-faults.ts';
import { BadInput } from './bad-input.ts';
import { inTurns } from './in-turns.ts';
import { baselineOf, fieldOfPoints, placed, pointChanges, type Field, type ReadSide } from './sweep-asked.ts';
import type { SweepInFile } from './sweep-file.ts';
import { spanFaults, spanOf, WRITTEN } from './sweep-span.ts';
import type { Terminal } from './terminal.ts';

/** The baseline, or a point of a sweep: what it changes, and the figures that its city has without a run, where any is asked for. */
export interface SweepSide {
  /** Made when they are asked for: those of all points together may be more than memory holds. */
  changes(): readonly Change[];
  ofCity: IndicatorValues;
  lampsFollowTraffic: boolean;
}

/** A sweep that fits its city. */
export interface SweepSides {
  baseline: SweepSide;
  baselineQuestion: Question;
  /** Of the library, those that points name. */
  questions: readonly Question[];
  /** Of every run, but for its seed. */
  settings: RunSettings;
  points: SweepSide[];
  indicators: readonly IndicatorName[];
  /** Those that were asked for; the others are looked at beside. */
  asked: readonly IndicatorName[];
  /** Whether any of them does. */
  needsRuns: boolean;
  warnings: Problem[];
}

/**
 * The changes of every point, read by the schema of all changes and held against the city and the span before anything runs: all that is wrong with any is
 * said at once. `settingsOf`: of a run that asks this question.
 */
export async function sweepSides(terminal: Terminal, sweep: SweepInFile, twin: ReadingTwin, settingsOf: (question: Question) => RunSettings, signal: AbortSignal): Promise<SweepSides> {
  const baselineQuestion = baselineOf(sweep), ofBaseline = applied(sweep, twin, { changes: baselineQuestion.changes, problems: [] }, 'baseline', true), cityNames = Object.keys(ofBaseline.ofCity) as IndicatorName[];
  const asksCity = sweep.file.indicators?.some((name) => cityNames.includes(name)) ?? true, faults = makePointFaults(sweep.parameters), points: SweepSide[] = [], asked = new Map<string, Question>(), kinds = new Map<string, Change>();
  const span = spanOf(sweep, baselineQuestion, settingsOf), ofSpan = span.settings && spanFaults(sweep, span.settings, twin, baselineQuestion, ofBaseline.changed ?? twin);
  let yearSaysAll = ofBaseline.yearTells && differInNightsOnly([baselineQuestion.changes]);
  for await (const point of inTurns(terminal, wordsIn(sweepWords, terminal.language).checking, sweep.points, signal)) {
    const read = pointChanges(sweep, point);
    if (read.question) asked.set(read.question.name, read.question);
    for (const change of read.changes) if (change) kinds.set(change.change, change);
    const { ofCity, lampsFollowTraffic, yearTells: tells, problems, changed } = applied(sweep, twin, read, fieldOfPoints(sweep), asksCity);
    points.push({ ofCity, lampsFollowTraffic, changes: () => pointChanges(sweep, point).changes as Change[] });
    yearSaysAll &&= tells && differInNightsOnly([read.changes as Change[]]);
    const asks = [WRITTEN, ...read.changes.flatMap((change, row) => (change ? [`changes.${row}`] : []))];
    faults.add(point, problems, asks);
    ofSpan?.add(point, read.changes, changed, asks);
  }
  const figures = sweepFigures(sweep, baselineQuestion, asked.size > 0 ? [...asked.values()] : [questionOfFile(sweep.path, [...kinds.values()])], cityNames, yearSaysAll);
  // Where nothing is simulated, no span shows anything.
  const problems = [...ofBaseline.problems.map(({ problem }) => problem), ...span.problems, ...faults.all(sweep.points.length), ...(figures.needsRuns && ofSpan ? ofSpan.all(sweep.points.length) : [])];
  if (!span.settings || hasErrors(problems)) throw new BadInput(problems);
  return {
    baseline: { ofCity: ofBaseline.ofCity, lampsFollowTraffic: ofBaseline.lampsFollowTraffic, changes: () => baselineQuestion.changes }, baselineQuestion, questions: [...asked.values()],
    settings: span.settings, points, ...figures, warnings: problems,
  };
}

/** Which figures a sweep has: those that its file names, all asked for; else those of a comparison of each of its questions with the baseline. */
function sweepFigures({ file }: SweepInFile, baselineQuestion: Question, questions: readonly Question[], cityNames: readonly IndicatorName[], yearSaysAll: boolean): Pick<SweepSides, 'indicators' | 'asked' | 'needsRuns'> {
  const usual = [...new Set(questions.flatMap((question) => leadingIndicators(baselineQuestion, question)))];
  const indicators = file.indicators ?? (yearSaysAll ? usual.filter((name) => cityNames.includes(name)) : usual), asked = new Set(file.indicators ?? questions.flatMap((question) => askedIndicators(baselineQuestion, question)));
  return { indicators, asked: indicators.filter((name) => asked.has(name)), needsRuns: !indicators.every((name) => cityNames.includes(name)) };
}

/** What comes of changes in the city. `yearTells`: whether the figures of its year tell all that its lamps do. */
interface Applied extends Pick<SweepSide, 'ofCity' | 'lampsFollowTraffic'> { yearTells: boolean; problems: PointProblem[]; changed: Twin | undefined }

function applied(sweep: SweepInFile, twin: ReadingTwin, { changes, problems }: ReadSide, field: Field, withCity: boolean): Applied {
  const sound = changes.filter((change) => change !== undefined), fits: Checked<Twin> = sound.length < changes.length ? { problems: unfitChanges(twin, changes) } : applyChanges(twin, sound), { value } = fits;
  return {
    ofCity: withCity && value ? measureCity({ twin: value }) : {}, lampsFollowTraffic: value !== undefined && yearLacks(value) === 'traffic', yearTells: withCity && value !== undefined && yearTells(value),
    changed: value,
    problems: [
      ...problems.map((problem) => ({ problem: placed(sweep, problem, field), among: WRITTEN })),
      ...fits.problems.map((problem) => ({ problem: placed(sweep, problem, field), among: problem.where.split('.').slice(0, 2).join('.') })),
    ],
  };
}
