import { join } from 'node:path';
import { twinHash, twinToBytes } from '../../engine/twin/bytes.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { measuredLinkTimes } from '../../scenarios/equilibrium/link-times.ts';
import { approachesOf } from '../../scenarios/explain/junction-at.ts';
import { tuningWords } from '../../scenarios/language/tuning.ts';
import { MOST_SEEDS } from '../../scenarios/questions/question-schema.ts';
import { nativeSha256 } from '../../scenarios/runs/native-sha256.ts';
import type { RunThreads } from '../../scenarios/runs/carry-out.ts';
import { shareTwin, type PlannedRun } from '../../scenarios/runs/planned-run.ts';
import { runAll, startThreads, workersFor } from '../../scenarios/runs/pool.ts';
import { readResultTable } from '../../scenarios/runs/result-files.ts';
import type { Store, StoredResult } from '../../scenarios/runs/store.ts';
import { cutTraffic } from '../../scenarios/tune/cut-traffic.ts';
import { junctionLosses, losingPassageColumns } from '../../scenarios/tune/junction-losses.ts';
import { sameEverywhere } from '../../scenarios/tune/knob.ts';
import { busiestLine, lineCorridor } from '../../scenarios/tune/line-corridor.ts';
import { losingTripColumns, lostTime } from '../../scenarios/tune/lost-time.ts';
import { quietOutside } from '../../scenarios/tune/quiet-outside.ts';
import { priorityChanges } from '../../scenarios/tune/priority-setting.ts';
import type { Simulate, TrialOutcome } from '../../scenarios/tune/remembered-runs.ts';
import type { Tested } from '../../scenarios/tune/test-front.ts';
import { LEAST_RUNS_A_SEED, tunePriority, type Tuned } from '../../scenarios/tune/tune-priority.ts';
import { nearName } from '../../scenarios/changes/near-name.ts';
import { BadInput, badInput } from '../bad-input.ts';
import { openCity, referenceCity, type City } from '../city.ts';
import { theStore } from '../home.ts';
import { makeOptionReader } from '../options.ts';
import { planRun, readWishes, type RunOptions } from '../plan.ts';
import { runsProgress } from '../progress.ts';
import { runLinks } from '../run-links.ts';
import type { NamedJunction } from '../settings-table.ts';
import { resultOf } from '../tell-problems.ts';
import type { Terminal } from '../terminal.ts';
import { tuningFiles } from '../tuning-files.ts';
import { tuningText } from '../tuning-text.ts';
import { writeWhole } from '../write-whole.ts';

export interface TuneOptions extends RunOptions { out: string; city?: string; line?: string; runs?: string; seeds?: string; unseen?: string }

const RUNS = 500, MOST_RUNS = 20_000, SEEDS = 4, UNSEEN = 20;
/** Where the search's seeds end and those that it does not see begin. */
const FIRST_UNSEEN = 1001;
/** The hours of the reference city that are tuned for, unless the person says otherwise. */
const FROM = '07:00', HOURS = '2';

/** `jumeau tune priority --line L -o folder`: settings of priority for each of a line's junctions, as a front of what buses and others lose. */
export async function tuneCommand(terminal: Terminal, options: TuneOptions, signal: AbortSignal): Promise<void> {
  const read = makeOptionReader(), seeds = read.whole('--seeds', options.seeds, 1, 16) ?? SEEDS;
  const mostRuns = read.whole('--runs', options.runs, LEAST_RUNS_A_SEED * seeds, MOST_RUNS) ?? RUNS, unseen = read.whole('--unseen', options.unseen, 2, MOST_SEEDS) ?? UNSEEN;
  if (read.problems.length > 0) throw new BadInput(read.problems);
  const city = options.city === undefined ? await referenceCity(terminal) : await openCity(options.city), isDijon = city.reference;
  const wishes = readWishes({ ...(isDijon ? { from: FROM, hours: HOURS } : {}), ...options });
  const line = lineOf(city, options.line), { controllers, inside } = lineCorridor(city.twin, line);
  const { settings } = planRun(city, undefined, wishes), { rerouteShare: _, ...planned } = { ...settings, untilAllArrived: false };
  if (!terminal.json) terminal.note(tuningWords.whole[terminal.language]);
  const cut = await cutOut(terminal, city.twin, inside, planned, wishes.workers, signal);
  const names = controllers.map((controller) => city.twin.controllers.name[controller]!);
  if (!terminal.json) terminal.note(tuningWords.searched[terminal.language](city.twin.lines.name[line]!, terminal.number(names.length), terminal.number(cut.departures.count), terminal.number(city.twin.departures.count)));
  const threads = startThreads(workersFor(Infinity, wishes.workers));
  const tuned = await tunePriority({
    simulate: simulator(terminal, await theStore(), cut, controllers, planned, { workers: wishes.workers, threads, signal }), junctionCount: names.length, mostRuns,
    searchSeeds: Array.from({ length: seeds }, (_, at) => at + 1), unseenSeeds: Array.from({ length: unseen }, (_, at) => FIRST_UNSEEN + at),
    onRound: ({ name, settings: count, runs }) => {
      const { language } = terminal, words = tuningWords.roundLine[language];
      if (!terminal.json) terminal.note(terminal.spaced(words(tuningWords.round[language][name], terminal.number(count), terminal.number(runs))));
    },
  }).finally(() => threads.destroy());
  await finish(terminal, options.out, tuned, controllers.map((controller, at) => ({ name: names[at]!, streets: approachesOf(city.twin, controller, () => true) })));
}

/** The line of this name, or where none is named the one with the most signals that grant priority. */
function lineOf({ twin }: City, name: string | undefined): number {
  const names = Array.from({ length: twin.lines.count }, (_, line) => twin.lines.name[line]!), line = name === undefined ? busiestLine(twin) : names.indexOf(name);
  if (line === -1) throw badInput('change-unknown-line', '--line', { line: name!, near: nearName(name!, new Set(names)) ?? '', count: names.length });
  if (line === undefined || lineCorridor(twin, line).controllers.length === 0) throw badInput('cli-no-priority-on-line', '--line', { line: name ?? '' });
  return line;
}

/**
 * The city with the traffic of the corridor alone, which comes there when it does in a run of the whole city. Of that run all is measured, from empty streets on: who enters while
 * the corridor fills has to know what links take then.
 */
async function cutOut(terminal: Terminal, twin: Twin, inside: Uint8Array, { measuredFromS: _, ...settings }: RunSettings, workers: number | undefined, signal: AbortSignal): Promise<Twin> {
  const { links } = await runLinks(terminal, twin, settings, workersFor(Infinity, workers), signal), { fromS, untilS } = settings;
  return quietOutside(cutTraffic(twin, inside, measuredLinkTimes(twin, links, fromS, untilS), fromS, untilS), inside);
}

interface Means { workers: number | undefined; threads: RunThreads; signal: AbortSignal }

/** Runs of the corridor, several at a time; what the store holds is taken from there, so that a search that was stopped goes on where it was. */
function simulator(terminal: Terminal, store: Store, cut: Twin, controllers: readonly number[], settings: Omit<RunSettings, 'seed'>, { workers, threads, signal }: Means): Simulate {
  const shared = shareTwin(twinToBytes(cut), { hash: twinHash(cut, nativeSha256), city: cut.facts.name, synthetic: cut.facts.synthetic });
  const expected = { fromS: settings.fromS, untilS: settings.untilS, vehicles: undefined }, names = controllers.map((controller) => cut.controllers.name[controller]!);
  const outcomeOf = async ({ folder }: StoredResult): Promise<TrialOutcome> => {
    const trips = await readResultTable(folder, 'trips', losingTripColumns), junctionPassages = await readResultTable(folder, 'junctionPassages', losingPassageColumns);
    return { lost: lostTime(cut, trips, settings.untilS), byJunction: junctionLosses(cut, controllers, { junctionPassages, trips }, settings.untilS) };
  };
  return async (trials) => {
    const progress = runsProgress(terminal, trials.map(() => expected)), read: Promise<TrialOutcome>[] = [];
    // While others run; but one after the other: the tables of hundreds of runs need not lie in memory at a time.
    let before: Promise<unknown> = Promise.resolve();
    const onFinished = (at: number, result: StoredResult, stored: boolean): void => {
      before = (read[at] = before.then(() => outcomeOf(result))).catch(() => undefined);
      progress.onFinished(at, result, stored);
    };
    const outcomes = await runAll(trials.map(({ settings: byJunction, seed }): PlannedRun => ({
      twin: shared, scenario: cut.facts.name, changes: priorityChanges(byJunction, names, tuningWords.why), settings: { ...settings, seed, recordJunctions: true },
    })), { store, workers, threads, useStored: true, signal, onProgress: progress.onProgress, onFinished }).finally(progress.end);
    for (const outcome of outcomes) resultOf(outcome);
    return Promise.all(read);
  };
}

async function finish(terminal: Terminal, folder: string, tuned: Tuned, junctions: readonly NamedJunction[]): Promise<void> {
  const files = tuningFiles(tuned, junctions, terminal.language);
  for (const [name, text] of Object.entries(files)) await writeWhole(join(folder, name), [text]);
  if (terminal.json) {
    const { front, peers, chosen, gains, runs } = tuned, told = ({ settings, mean }: Tested) => ({ settings: sameEverywhere(settings) ?? settings, mean });
    return terminal.out(JSON.stringify({ runs, junctions: junctions.map(({ name }) => name), chosen: told(chosen), gains, front: front.map(told), peers: Object.fromEntries(Object.entries(peers).map(([name, one]) => [name, told(one)])) }));
  }
  for (const row of tuningText(terminal, tuned)) terminal.out(terminal.spaced(row));
  for (const name of Object.keys(files)) terminal.out(terminal.words.written(join(folder, name)));
}
