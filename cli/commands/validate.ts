import { publishedCounts } from '../../data/dijon/demand/counts.ts';
import { importSumo } from '../../data/build/from-sumo.ts';
import { nodeFiles } from '../../data/formats/sumo/node-files.ts';
import type { Checked } from '../../engine/foundation/problem.ts';
import { linkResultColumns, minuteColumns, tripResultColumns } from '../../engine/results/tables.ts';
import { category } from '../../engine/twin/streets.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { questionNamed } from '../../scenarios/questions/library.ts';
import { versions } from '../../scenarios/runs/engine-version.ts';
import type { PlannedRun } from '../../scenarios/runs/planned-run.ts';
import { runAll } from '../../scenarios/runs/pool.ts';
import { readResultTable } from '../../scenarios/runs/result-files.ts';
import type { StoredResult } from '../../scenarios/runs/store.ts';
import { cityDay, type CityDay } from '../../scenarios/validate/city-day.ts';
import { compareSideBySide } from '../../scenarios/validate/comparison.ts';
import type { ObservedRun } from '../../scenarios/validate/observed-run.ts';
import { ourRun } from '../../scenarios/validate/our-run.ts';
import { validationPage } from '../../scenarios/validate/validation-page.ts';
import type { ValidatedScenario } from '../../scenarios/validate/validation-input.ts';
import { BadInput, badInput } from '../bad-input.ts';
import { cityFromTwin, referenceCity, type City } from '../city.ts';
import { theStore } from '../home.ts';
import { checkOutputFile } from '../output-file.ts';
import { expectedRun, planRun, readWishes, type RunOptions, type Wishes } from '../plan.ts';
import { oneByOne, runsProgress, startProgress } from '../progress.ts';
import { spanWarnings } from '../span-warnings.ts';
import { sumoVersion } from '../sumo-process.ts';
import { recordedSumoRuns, runAllSumo } from '../sumo-runs.ts';
import { sumoScenario, type SumoScenario } from '../sumo-scenario.ts';
import { resultOf, tellWarnings } from '../tell-problems.ts';
import type { Terminal } from '../terminal.ts';
import { dayText, validationText } from '../validation-text.ts';
import { writeWhole } from '../write-whole.ts';

export interface ValidateOptions extends RunOptions { out: string; seeds?: string; sumoResults?: string[]; day?: boolean }

const DEFAULT_SEEDS = 3;

interface ScenarioAtHand { scenario: SumoScenario; city: City }

/** `jumeau validate [SCENARIO...]`: every scenario in ours and in SUMO, and how near both come; or the day of the reference city. */
export async function validateCommand(terminal: Terminal, asked: readonly string[], options: ValidateOptions, signal: AbortSignal): Promise<void> {
  // Both simulators begin on the same empty streets.
  const wishes = { ...readWishes(options), warmUpS: 0 }, { sumoResults } = options;
  await checkOutputFile('report', '--out', options.out);
  if (sumoResults && sumoResults.length !== asked.length) throw badInput('cli-results-do-not-match', '--sumo-results', { scenarios: asked.length, results: sumoResults.length });
  const version = sumoResults || asked.length === 0 ? undefined : sumoVersion();
  const atHand = await importAll(terminal, await Promise.all(asked.map(sumoScenario)));
  // Limits on an empty comparison would be kept by nobody.
  const idle = atHand.flatMap(({ city }) => spanWarnings(city.twin, planRun(city, undefined, wishes, 1).settings).filter(({ code }) => code === 'cli-none-departs'));
  if (idle.length > 0) throw new BadInput(idle.map((problem) => ({ ...problem, severity: 'error' })));
  // What is given is read before anything is simulated: a wrong folder is said at once.
  const recorded = sumoResults && await Promise.all(sumoResults.map(recordedSumoRuns));
  const seeds = Array.from({ length: wishes.seeds ?? DEFAULT_SEEDS }, (_, at) => at + 1);

  const ours = await ourRuns(terminal, atHand, seeds, wishes, signal);
  const references = recorded ?? await referenceRuns(terminal, atHand, seeds, wishes, signal);
  const scenarios: ValidatedScenario[] = atHand.map(({ scenario, city }, at) => ({
    name: scenario.name, fromS: planRun(city, undefined, wishes, seeds[0]).settings.fromS, comparison: compareSideBySide(references[at]!, ours[at]!, busesOf(city.twin)),
  }));
  const day = options.day === true || asked.length === 0 ? await referenceDay(terminal, wishes, signal) : undefined;
  const page = validationPage({ language: terminal.language, scenarios, day, sumoVersion: version, engine: versions().engine, node: process.versions.node });
  await writeWhole(options.out, [page]);
  if (terminal.json) return terminal.out(JSON.stringify({ file: options.out, sumo: version ?? null, scenarios: scenarios.map(({ name, comparison }) => ({ name, cells: comparison.cells.length, figures: comparison.figures })), day: day ?? null }));
  for (const line of [...validationText(terminal, scenarios), ...(day ? dayText(terminal, day) : [])]) terminal.out(line);
  terminal.out(terminal.words.written(options.out));
}

/** Cities of all scenarios; what cannot be imported of any of them is said at once. */
async function importAll(terminal: Terminal, scenarios: readonly SumoScenario[]): Promise<ScenarioAtHand[]> {
  const read: Checked<Twin>[] = [];
  for (const [at, scenario] of scenarios.entries()) {
    const progress = startProgress(terminal, terminal.words.importing(scenario.name));
    read.push(await importSumo(scenario.input, nodeFiles, ({ file }) => progress.show(at / scenarios.length, file)).finally(progress.end));
  }
  const empty = scenarios.filter((_, at) => read[at]!.value?.departures.count === 0);
  // Nothing at all is alike in any two simulators: limits kept by nobody would mean nothing.
  if (empty.length > 0) throw new BadInput(empty.flatMap(({ net }) => badInput('cli-nothing-drives', net).problems));
  if (read.some(({ value }) => !value)) throw new BadInput(read.flatMap(({ problems }) => problems));
  tellWarnings(terminal, read.flatMap(({ problems }) => problems));
  return read.map(({ value: twin }, at) => ({ scenario: scenarios[at]!, city: cityFromTwin(twin!, scenarios[at]!.net) }));
}

/** Runs of ours, for each scenario in the order of the seeds. */
async function ourRuns(terminal: Terminal, atHand: readonly ScenarioAtHand[], seeds: readonly number[], wishes: Wishes, signal: AbortSignal): Promise<ObservedRun[][]> {
  const planned = atHand.flatMap(({ city }) => seeds.map((seed) => ({ city, run: planRun(city, undefined, wishes, seed) })));
  const { onProgress, onFinished, end } = runsProgress(terminal, planned.map(({ city, run }) => expectedRun(city, run)));
  const outcomes = await runAll(planned.map(({ run }) => run), { store: await theStore(), workers: wishes.workers, useStored: true, signal, onProgress, onFinished }).finally(end);
  const runs = await oneByOne(terminal, terminal.words.readingResults, outcomes.length, (at) => observedRun(planned[at]!.city.twin, planned[at]!.run, resultOf(outcomes[at]!)));
  return atHand.map((_, at) => runs.slice(at * seeds.length, (at + 1) * seeds.length));
}

async function observedRun(twin: ReadingTwin, { settings: { seed, fromS } }: PlannedRun, { folder, manifest: { figures } }: StoredResult): Promise<ObservedRun> {
  const tables = {
    trips: await readResultTable(folder, 'trips', tripResultColumns), links: await readResultTable(folder, 'links', linkResultColumns),
    minutes: await readResultTable(folder, 'minutes', minuteColumns),
  };
  return ourRun(twin, seed, fromS + figures.simulatedS, figures, tables);
}

/** Runs of SUMO over the same span with the same seeds. */
async function referenceRuns(terminal: Terminal, atHand: readonly ScenarioAtHand[], seeds: readonly number[], wishes: Wishes, signal: AbortSignal): Promise<ObservedRun[][]> {
  const planned = atHand.flatMap(({ scenario, city }) => seeds.map((seed) => {
    const { fromS, untilS, untilAllArrived } = planRun(city, undefined, wishes, seed).settings;
    return { scenario, seed, fromS, untilS, untilAllArrived };
  }));
  const runs = await runAllSumo(terminal, planned, wishes.workers, signal);
  return atHand.map((_, at) => runs.slice(at * seeds.length, (at + 1) * seeds.length));
}

/** The reference city as it is, from the store where it has run before. */
async function referenceDay(terminal: Terminal, wishes: Wishes, signal: AbortSignal): Promise<CityDay> {
  const city = await referenceCity(terminal), planned = planRun(city, questionNamed('baseline'), wishes);
  const { onProgress, onFinished, end } = runsProgress(terminal, [expectedRun(city, planned)]);
  const [outcome] = await runAll([planned], { store: await theStore(), workers: wishes.workers, useStored: true, signal, onProgress, onFinished }).finally(end);
  const { folder, manifest: { figures } } = resultOf(outcome!);
  return cityDay(city.twin, { links: await readResultTable(folder, 'links', linkResultColumns) }, figures, publishedCounts(city.twin));
}

function busesOf({ departures, vehicleTypes }: ReadingTwin): Set<string> {
  const buses = new Set<string>();
  for (let row = 0; row < departures.count; row++) {
    if (vehicleTypes.category[departures.vehicleType[row]!] === category.bus) buses.add(departures.name[row]!);
  }
  return buses;
}
