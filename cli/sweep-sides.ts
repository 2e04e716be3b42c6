import { hasErrors, type Checked, type Problem } from '../engine/foundation/problem.ts';
import type { RunSettings } from '../engine/run-settings.ts';
import type { ReadingTwin, Twin } from '../engine/twin/twin.ts';
import { applyChanges, unfitChanges } from '../scenarios/changes/apply-changes.ts';
import type { Change } from '../scenarios/changes/change.ts';
import { readEachChange } from '../scenarios/changes/read-changes.ts';
import { differInNightsOnly, yearLacks, yearTells } from '../scenarios/compare/year-tells.ts';
import { wordsIn } from '../scenarios/language/language.ts';
import { sweepWords } from '../scenarios/language/sweep.ts';
import { measureCity, type IndicatorName, type IndicatorValues } from '../scenarios/measure/indicators.ts';
import { baseline as asItIs } from '../scenarios/questions/baseline.ts';
import { askedIndicators, changesNothing, leadingIndicators } from '../scenarios/questions/leading-indicators.ts';
import { questionOfFile } from '../scenarios/questions/own-question.ts';
import type { Question } from '../scenarios/questions/question.ts';
import { fillIn } from '../scenarios/sweep/fill-in.ts';
import { makePointFaults, type PointProblem } from '../scenarios/sweep/point-faults.ts';
import type { Point } from '../scenarios/sweep/points.ts';
import { BadInput } from './bad-input.ts';
import { libraryQuestion } from './plan.ts';
import { startProgress } from './progress.ts';
import { movedTripsWarnings, outsideSpanWarnings } from './span-warnings.ts';
import type { SweepInFile } from './sweep-file.ts';
import type { Terminal } from './terminal.ts';

/** The baseline, or a point of a sweep: what it changes, and the figures that its city has without a run, where any is asked for. */
export interface SweepSide { /** Made when they are asked for: those of all points together may be more than memory holds. */ changes(): readonly Change[]; ofCity: IndicatorValues; lampsFollowTraffic: boolean }

/** A sweep that fits its city. */
export interface SweepSides { baseline: SweepSide; baselineQuestion: Question; /** Of the library, those that points name. */ questions: readonly Question[]; /** Of every run, but for its seed. */ settings: RunSettings; points: SweepSide[]; indicators: readonly IndicatorName[]; /** Those that were asked for; the others are looked at beside. */ asked: readonly IndicatorName[]; /** Whether any of them does. */ needsRuns: boolean; warnings: Problem[] }

/** Where in the file the changes of a side stand. */
type Field = 'baseline' | 'changes' | 'question';

/** What changes say, as far as they can be read. */
interface ReadSide { changes: readonly (Change | undefined)[]; problems: readonly Problem[]; question?: Question | undefined }

/**
 * The changes of every point, read by the schema of all changes and held against the city before anything runs: all that is wrong with any is said at once.
 * `settingsOf`: of a run that asks this question.
 */
export async function sweepSides(terminal: Terminal, sweep: SweepInFile, twin: ReadingTwin, settingsOf: (question: Question) => RunSettings, signal: AbortSignal): Promise<SweepSides> {
  const progress = startProgress(terminal, wordsIn(sweepWords, terminal.language).checking), faults = makePointFaults(sweep.parameters), points: SweepSide[] = [], asked = new Map<string, Question>(), kinds = new Map<string, Change>(), ofSpan = makePointFaults(sweep.parameters);
  const baselineQuestion = baselineOf(sweep), ofBaseline = applied(sweep, twin, { changes: baselineQuestion.changes, problems: [] }, 'baseline', true);
  const cityNames = Object.keys(ofBaseline.ofCity) as IndicatorName[], asksCity = sweep.file.indicators?.some((name) => cityNames.includes(name)) ?? true;
  const span = spanOf(sweep, baselineQuestion, settingsOf);
  let yearSaysAll = ofBaseline.yearTells && differInNightsOnly([baselineQuestion.changes]);
  for (const [at, point] of sweep.points.entries()) {
    progress.show(at / sweep.points.length, '');
    // A signal to stop, and the bar, need a turn now and then.
    if (at % POINTS_A_TURN === 0) await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
    const read = pointChanges(sweep, point);
    if (read.question) asked.set(read.question.name, read.question);
    for (const change of read.changes) if (change) kinds.set(change.change, change);
    const { ofCity, lampsFollowTraffic, yearTells: tells, problems, changed } = applied(sweep, twin, read, sweep.file.question === undefined ? 'changes' : 'question', asksCity);
    points.push({ ofCity, lampsFollowTraffic, changes: () => pointChanges(sweep, point).changes as Change[] });
    yearSaysAll &&= tells && differInNightsOnly([read.changes as Change[]]);
    const asks = [WRITTEN, ...read.changes.flatMap((change, row) => (change ? [`changes.${row}`] : []))];
    faults.add(point, problems, asks);
    if (span.settings && changed) ofSpan.add(point, spanProblems(sweep, twin, changed, read.changes as Change[], span.settings), asks);
  }
  progress.end();
  const problems = [...ofBaseline.problems.map(({ problem }) => problem), ...span.problems, ...faults.all(sweep.points.length)];
  if (!span.settings || hasErrors(problems)) throw new BadInput(problems);
  const questions = asked.size > 0 ? [...asked.values()] : [questionOfFile(sweep.path, [...kinds.values()])], usual = [...new Set(questions.flatMap((question) => leadingIndicators(baselineQuestion, question)))];
  const indicators = sweep.file.indicators ?? (yearSaysAll ? usual.filter((name) => cityNames.includes(name)) : usual);
  const askedFor = sweep.file.indicators ?? indicators.filter((name) => questions.some((question) => askedIndicators(baselineQuestion, question).includes(name)));
  const needsRuns = !indicators.every((name) => cityNames.includes(name));
  return {
    baseline: { ofCity: ofBaseline.ofCity, lampsFollowTraffic: ofBaseline.lampsFollowTraffic, changes: () => baselineQuestion.changes }, baselineQuestion, questions: [...asked.values()], settings: span.settings,
    points, indicators, asked: askedFor, needsRuns, warnings: [...problems, ...(needsRuns ? ofSpan.all(sweep.points.length) : [])],
  };
}

/** Every run has one span, as in a comparison: that of the baseline, or beside the city as it is that of the question that the first point names. */
function spanOf(sweep: SweepInFile, baselineQuestion: Question, settingsOf: (question: Question) => RunSettings): { settings?: RunSettings; problems: readonly Problem[] } {
  const first = changesNothing(baselineQuestion) ? pointChanges(sweep, sweep.points[0]!).question : undefined;
  try {
    return { settings: settingsOf(first ?? baselineQuestion), problems: [] };
  } catch (fault) {
    if (fault instanceof BadInput) return { problems: fault.problems };
    throw fault;
  }
}

/** What the changes of a point do not do in the span. */
const spanProblems = (sweep: SweepInFile, twin: ReadingTwin, changed: Twin, changes: readonly Change[], settings: RunSettings): PointProblem[] => [
  ...outsideSpanWarnings(changes, settings).map((problem) => ({ problem: placed(sweep, problem, sweep.file.question === undefined ? 'changes' : 'question'), among: problem.where })),
  ...movedTripsWarnings(twin, changed, settings).map((problem) => ({ problem, among: WRITTEN, sameAs: problem.code })),
];

/** Asked of every point: whether its changes can be read. */
const WRITTEN = 'written';
const POINTS_A_TURN = 50;

function baselineOf(sweep: SweepInFile): Question {
  const { baseline } = sweep.file;
  if (baseline === undefined) return asItIs;
  if (typeof baseline === 'string') return inFile(sweep, ['baseline'], () => libraryQuestion(baseline));
  const { changes, problems } = readEachChange(baseline);
  if (problems.length > 0) throw new BadInput(problems.map((problem) => placed(sweep, problem, 'baseline')));
  return questionOfFile(sweep.path, changes as Change[]);
}

function pointChanges(sweep: SweepInFile, point: Point): ReadSide {
  const levels = new Map(sweep.parameters.map(({ name }, at) => [name, point[at]!])), { question, changes } = sweep.file;
  if (question === undefined) return readEachChange(fillIn(changes, levels));
  try {
    const named = libraryQuestion(String(fillIn(question, levels)));
    return { question: named, changes: named.changes, problems: [] };
  } catch (fault) {
    if (fault instanceof BadInput) return { changes: [], problems: fault.problems };
    throw fault;
  }
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

/** With the line of the file instead of a place in a list that nobody wrote. */
function placed({ whereIs }: SweepInFile, problem: Problem, field: Field): Problem {
  const [, ...steps] = problem.where.split('.'), path = steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return { ...problem, where: field === 'question' || path.length === 0 ? whereIs([field]) : `${whereIs([field, ...path])}: ${problem.where}` };
}

/** The same, or its problems with the line of the file. */
function inFile<T>({ whereIs }: SweepInFile, field: readonly string[], read: () => T): T {
  try {
    return read();
  } catch (fault) {
    throw fault instanceof BadInput ? new BadInput(fault.problems.map((problem) => ({ ...problem, where: whereIs(field) }))) : fault;
  }
}
