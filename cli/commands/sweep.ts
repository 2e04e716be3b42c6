import { parseClock } from '../../engine/foundation/clock.ts';
import type { Problem } from '../../engine/foundation/problem.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import { wordsIn, type Language } from '../../scenarios/language/language.ts';
import { sweepWords } from '../../scenarios/language/sweep.ts';
import { sweepPage } from '../../scenarios/report/sweep/sweep-page.ts';
import { versions } from '../../scenarios/runs/engine-version.ts';
import { keyOf, type RunAll } from '../../scenarios/runs/planned-run.ts';
import { runAll } from '../../scenarios/runs/pool.ts';
import { pointText } from '../../scenarios/sweep/point-faults.ts';
import { pointFigures, ranked, type PointFigures } from '../../scenarios/sweep/sweep-figures.ts';
import type { Store } from '../../scenarios/runs/store.ts';
import { BadInput, RunsFailed } from '../bad-input.ts';
import { openCity, referenceCity, type City } from '../city.ts';
import { fleetAt, queueAddress } from '../fleet.ts';
import { theStore } from '../home.ts';
import { makeOptionReader } from '../options.ts';
import { checkOutputFile } from '../output-file.ts';
import { planRun, readWishes, type RunOptions, type Wishes } from '../plan.ts';
import { saveSweep, sweepId, SWEEP_FORMAT } from '../saved-sweep.ts';
import { spanWarnings } from '../span-warnings.ts';
import { openSweep, type SweepInFile } from '../sweep-file.ts';
import { sweepCsv, sweepParquet, valuesOf } from '../sweep-rows.ts';
import { runsOfSide, sweepRuns, type FailedRun, type SweepRuns, type SweepRunsPlan } from '../sweep-runs.ts';
import { sweepSides, type SweepSides } from '../sweep-sides.ts';
import { sweepText } from '../sweep-text.ts';
import { tellWarnings } from '../tell-problems.ts';
import type { Terminal } from '../terminal.ts';
import { warmUpLines } from '../warm-up-lines.ts';
import { writeWhole } from '../write-whole.ts';

export interface SweepOptions extends RunOptions { seeds?: string; samples?: string; out?: string; report?: string; city?: string; queue?: string; store?: string }

/** `jumeau sweep FILE`: one question with many values of its parameters, every point and the baseline with the same seeds. */
export async function sweepCommand(terminal: Terminal, path: string, options: SweepOptions, signal: AbortSignal): Promise<void> {
  if (options.out !== undefined) await checkOutputFile('sweepPoints', '--out', options.out);
  if (options.report !== undefined) await checkOutputFile('report', '--report', options.report);
  const { sweep, wishes } = await readAsked(path, options), city = options.city === undefined ? await referenceCity(terminal) : await openCity(options.city);
  const sides = await sweepSides(terminal, sweep, city.twin, signal), plan = runsPlan(sweep, wishes, city, sides), store = await theStore(options.store);
  const done = await byThreadsOrFleet(terminal, options.queue, store, (carryOut) => sweepRuns(terminal, plan, carryOut, { store, workers: wishes.workers, signal, lotsAtOnce: queueAddress(options.queue) === undefined ? 1 : 2 }));
  const figures = pointFigures(sides.indicators, done.runs[0]!, sweep.points.map((point, at) => ({ point, runs: done.runs[at + 1]!, lampsFollowTraffic: sides.baseline.lampsFollowTraffic || sides.points[at]!.lampsFollowTraffic })));
  const id = sweepId(identityOf(sweep, plan)), folder = await saveSweep(store, id, {
    'sweep.json': `${JSON.stringify(savedAs(id, sweep, plan, done))}\n`, 'points.parquet': sweepParquet(sweep.parameters, figures, sides.indicators),
  });
  if (options.out !== undefined) await writeWhole(options.out, sweepCsv(sweep.parameters, figures, sides.indicators));
  if (options.report !== undefined) await writeWhole(options.report, [pageOf(terminal, id, sweep, plan, figures)]);
  tellWarnings(terminal, [...(plan.settings[0] ? spanWarnings(city.twin, plan.settings[0]) : []), ...sides.warnings]);
  if (terminal.json) terminal.out(JSON.stringify(answerOf(id, folder, sweep, sides, figures, done, plan)));
  else tellSweep(terminal, { sweep, sides, figures, done, plan, folder, written: [options.out, options.report] });
  if (done.failed.length > 0) throw new (done.failed.some(({ isFault }) => isFault) ? RunsFailed : BadInput)(failures(sweep, plan, done.failed));
}

/** The runs by the threads of this machine, or by the workers of a fleet where there is one to send them to. */
async function byThreadsOrFleet<T>(terminal: Terminal, queue: string | undefined, store: Store, run: (carryOut: RunAll) => Promise<T>): Promise<T> {
  if (queueAddress(queue) === undefined) return run(runAll);
  const fleet = await fleetAt(terminal, queue, store);
  try {
    return await run(fleet.runAll);
  } finally {
    await fleet.close();
  }
}

/** The file with what the command line says in its place; all that is wrong with either at once. */
async function readAsked(path: string, options: SweepOptions): Promise<{ sweep: SweepInFile; wishes: Wishes }> {
  const reader = makeOptionReader(), samples = reader.whole('--samples', options.samples, 1, MOST_SAMPLES), problems: Problem[] = [...reader.problems];
  const collected = async <T>(read: () => T | Promise<T>): Promise<T | undefined> => {
    try {
      return await read();
    } catch (fault) {
      if (!(fault instanceof BadInput)) throw fault;
      problems.push(...fault.problems);
      return undefined;
    }
  };
  const wishes = await collected(() => readWishes(options)), sweep = await collected(() => openSweep(path, { seeds: wishes?.seeds, samples }));
  if (!wishes || !sweep || problems.length > 0) throw new BadInput(problems);
  const { from, hours, warmUp, seeds } = sweep.file;
  return { sweep, wishes: { ...wishes, seeds, fromS: wishes.fromS ?? (from === undefined ? undefined : parseClock(from)), hours: wishes.hours ?? hours, warmUpS: wishes.warmUpS ?? (warmUp === undefined ? undefined : Math.round(warmUp * 3600)) } };
}

const MOST_SAMPLES = 100_000;

/** Every side over the span of the baseline, as a comparison does. */
function runsPlan(sweep: SweepInFile, wishes: Wishes, city: City, { baseline, baselineQuestion, points, indicators, needsRuns }: SweepSides): SweepRunsPlan {
  const settings = Array.from({ length: needsRuns ? sweep.file.seeds : 0 }, (_, at) => planRun(city, baselineQuestion, wishes, at + 1).settings);
  return { city, scenario: sweep.path, sides: [baseline, ...points], settings, indicators };
}

const withoutSeed = ({ seed: _, ...settings }: Partial<RunSettings> = {}): Partial<RunSettings> => settings;

/** All that decides the figures of a sweep, one after the other. */
function* identityOf(sweep: SweepInFile, { city, sides, settings, indicators }: SweepRunsPlan): Generator<unknown> {
  yield [sweep.parameters.map(({ name }) => name), sweep.points, settings, indicators, city.shared.hash, versions().engine];
  for (const { changes } of sides) yield changes();
}

const savedAs = (id: string, sweep: SweepInFile, plan: SweepRunsPlan, { failed }: SweepRuns): object => ({
  format: SWEEP_FORMAT, id, definition: sweep.file, city: { name: plan.city.twin.facts.name, twinHash: plan.city.shared.hash, synthetic: plan.city.twin.facts.synthetic }, engine: versions().engine, node: process.versions.node,
  settings: withoutSeed(plan.settings[0]), seeds: plan.settings.map(({ seed }) => seed), indicators: plan.indicators, baseline: { keys: runsOfSide(plan, 0).map(keyOf) },
  points: sweep.points.map((point, at) => ({ values: valuesOf(sweep.parameters, point), keys: runsOfSide(plan, at + 1).map(keyOf) })), failed,
});

const answerOf = (id: string, folder: string, sweep: SweepInFile, { indicators }: SweepSides, figures: readonly PointFigures[], { computed, stored, failed }: SweepRuns, { city, settings }: SweepRunsPlan): object => ({
  sweep: id, folder, twinHash: city.shared.hash, seeds: settings.map(({ seed }) => seed), computed, stored, failed, best: ranked(figures, indicators[0]!).map(({ at }) => at + 1),
  points: figures.map(({ at, point, missingRuns, comparisons }) => ({ point: at + 1, values: valuesOf(sweep.parameters, point), missingRuns, indicators: comparisons.map(({ indicator: { name, unit, better }, ...rest }) => ({ indicator: name, unit: unit.en, better, ...rest })) })),
});

const pageOf = ({ language }: Terminal, id: string, sweep: SweepInFile, { city, settings, indicators }: SweepRunsPlan, figures: readonly PointFigures[]): string => sweepPage({
  language, title: titleOf(sweep, language), facts: city.twin.facts, twinHash: city.shared.hash, engine: versions().engine, node: process.versions.node,
  parameters: sweep.parameters, figures, indicators, isList: sweep.file.design.by === 'list', settings: settings[0], seeds: settings.length, sweepId: id,
});

const titleOf = ({ file, path }: SweepInFile, language: Language): string => file.title ?? wordsIn(sweepWords, language).untitled(path);

interface Told { sweep: SweepInFile; sides: SweepSides; figures: readonly PointFigures[]; done: SweepRuns; plan: SweepRunsPlan; folder: string; written: readonly (string | undefined)[] }

function tellSweep(terminal: Terminal, { sweep, sides, figures, done, plan, folder, written }: Told): void {
  const words = wordsIn(sweepWords, terminal.language), { number } = terminal, { facts } = plan.city.twin;
  terminal.out(`${terminal.bold(titleOf(sweep, terminal.language))}  ${terminal.faint(`${facts.name}, ${plan.settings.length > 0 ? words.size(number(sweep.points.length), number(plan.settings.length)) : words.sizeWithoutRuns(number(sweep.points.length))}`)}`);
  terminal.out('');
  for (const line of sweepText(terminal, { parameters: sweep.parameters, figures, first: sides.indicators[0]!, isList: sweep.file.design.by === 'list' })) terminal.out(line);
  for (const line of plan.settings[0] ? warmUpLines(terminal, plan.settings[0]) : [terminal.faint(words.exact)]) terminal.out(line);
  if (facts.synthetic) terminal.out(terminal.faint(terminal.words.synthetic));
  terminal.out('');
  if (plan.settings.length > 0) terminal.out(terminal.faint(words.runsDone(number(done.computed), number(done.stored))));
  terminal.out(terminal.faint(words.savedAs(folder)));
  for (const file of written) if (file !== undefined) terminal.out(terminal.words.written(file));
}

/** Each reason once, with how many runs ended with it. */
function failures({ path, parameters, points }: SweepInFile, { sides, settings }: SweepRunsPlan, failed: readonly FailedRun[]): Problem[] {
  const reasons = [...new Set(failed.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const those = failed.filter((one) => one.reason === reason), { side, seed } = those[0]!;
    return { severity: 'error', code: 'sweep-runs-failed', where: path, parameters: { runs: those.length, of: sides.length * settings.length, cause: reason, first: side === 0 ? 'baseline' : pointText(parameters, points[side - 1]!), seed } };
  });
}
