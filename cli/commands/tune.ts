import { join } from 'node:path';
import { twinHash, twinToBytes } from '../../engine/twin/bytes.ts';
import { junctionPassageColumns, tripResultColumns } from '../../engine/results/tables.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { measuredLinkTimes } from '../../scenarios/equilibrium/link-times.ts';
import { tuningWords } from '../../scenarios/language/tuning.ts';
import { nativeSha256 } from '../../scenarios/runs/native-sha256.ts';
import { runAll, shareTwin, type PlannedRun } from '../../scenarios/runs/pool.ts';
import { readResultTable } from '../../scenarios/runs/result-files.ts';
import { cutTraffic } from '../../scenarios/tune/cut-traffic.ts';
import { junctionLosses } from '../../scenarios/tune/junction-losses.ts';
import { sameEverywhere } from '../../scenarios/tune/knob.ts';
import { busiestLine, lineCorridor } from '../../scenarios/tune/line-corridor.ts';
import { lostTime } from '../../scenarios/tune/lost-time.ts';
import { quietOutside } from '../../scenarios/tune/quiet-outside.ts';
import { priorityChanges } from '../../scenarios/tune/priority-setting.ts';
import type { Simulate } from '../../scenarios/tune/remembered-runs.ts';
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
import { resultOf } from '../tell-problems.ts';
import type { Terminal } from '../terminal.ts';
import { tuningFiles } from '../tuning-files.ts';
import { tuningText } from '../tuning-text.ts';
import { writeWhole } from '../write-whole.ts';

export interface TuneOptions extends RunOptions { out: string; city?: string; line?: string; runs?: string; seeds?: string; unseen?: string }

const RUNS = 500, MOST_RUNS = 20_000, SEEDS = 4, UNSEEN = 20, MOST_SEEDS = 200;
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
  const wishes = { ...readWishes({ ...(isDijon ? { from: FROM, hours: HOURS } : {}), ...options }), warmUpS: 0 };
  const line = lineOf(city, options.line), { controllers, inside } = lineCorridor(city.twin, line);
  const { settings } = planRun(city, undefined, wishes), { rerouteShare: _, ...planned } = { ...settings, untilAllArrived: false };
  if (!terminal.json) terminal.note(tuningWords.whole[terminal.language]);
  const { links } = await runLinks(terminal, city.twin, planned, wishes.workers, signal);
  const cut = quietOutside(cutTraffic(city.twin, inside, measuredLinkTimes(city.twin, links, planned.fromS, planned.untilS), planned.fromS, planned.untilS), inside);
  const names = controllers.map((controller) => city.twin.controllers.name[controller]!);
  if (!terminal.json) terminal.note(tuningWords.searched[terminal.language](city.twin.lines.name[line]!, terminal.number(names.length), terminal.number(cut.departures.count), terminal.number(city.twin.departures.count)));
  const tuned = await tunePriority({
    simulate: await simulator(terminal, cut, controllers, planned, wishes.workers, signal), junctionCount: names.length, mostRuns,
    searchSeeds: Array.from({ length: seeds }, (_, at) => at + 1), unseenSeeds: Array.from({ length: unseen }, (_, at) => FIRST_UNSEEN + at),
    onRound: ({ name, settings: count, runs }) => {
      const { language } = terminal, words = tuningWords.roundLine[language];
      if (!terminal.json) terminal.note(terminal.spaced(words(tuningWords.round[language][name], terminal.number(count), terminal.number(runs))));
    },
  });
  await finish(terminal, options.out, tuned, names);
}

/** The line of this name, or where none is named the one with the most signals that grant priority. */
function lineOf({ twin }: City, name: string | undefined): number {
  const names = Array.from({ length: twin.lines.count }, (_, line) => twin.lines.name[line]!), line = name === undefined ? busiestLine(twin) : names.indexOf(name);
  if (line === -1) throw badInput('change-unknown-line', '--line', { line: name!, near: nearName(name!, new Set(names)) ?? '', count: names.length });
  if (line === undefined || lineCorridor(twin, line).controllers.length === 0) throw badInput('cli-no-priority-on-line', '--line', { line: name ?? '' });
  return line;
}

/** Runs of the corridor, several at a time; what the store holds is taken from there, so that a search that was stopped goes on where it was. */
async function simulator(terminal: Terminal, cut: Twin, controllers: readonly number[], settings: Omit<PlannedRun['settings'], 'seed'>, workers: number | undefined, signal: AbortSignal): Promise<Simulate> {
  const shared = shareTwin(twinToBytes(cut), { hash: twinHash(cut, nativeSha256), city: cut.facts.name, synthetic: cut.facts.synthetic });
  const store = await theStore(), expected = { fromS: settings.fromS, untilS: settings.untilS, vehicles: undefined }, names = controllers.map((controller) => cut.controllers.name[controller]!);
  return async (trials) => {
    const progress = runsProgress(terminal, trials.map(() => expected));
    const outcomes = await runAll(trials.map(({ settings: byJunction, seed }): PlannedRun => ({
      twin: shared, scenario: cut.facts.name, changes: priorityChanges(byJunction, names, tuningWords.why), settings: { ...settings, seed, recordJunctions: true },
    })), { store, workers, useStored: true, signal, onProgress: progress.onProgress, onFinished: progress.onFinished }).finally(progress.end);
    // One after the other: the tables of hundreds of runs need not lie in memory at a time.
    const said: Awaited<ReturnType<Simulate>>[number][] = [];
    for (const outcome of outcomes) {
      const { folder } = resultOf(outcome), trips = await readResultTable(folder, 'trips', tripResultColumns), junctionPassages = await readResultTable(folder, 'junctionPassages', junctionPassageColumns);
      said.push({ lost: lostTime(cut, trips, settings.untilS), byJunction: junctionLosses(cut, controllers, { junctionPassages, trips }, settings.untilS) });
    }
    return said;
  };
}

async function finish(terminal: Terminal, folder: string, tuned: Tuned, names: readonly string[]): Promise<void> {
  const files = tuningFiles(tuned, names, terminal.language);
  for (const [name, text] of Object.entries(files)) await writeWhole(join(folder, name), [text]);
  if (terminal.json) {
    const { front, peers, chosen, gains, runs } = tuned, told = ({ settings, mean }: Tested) => ({ settings: sameEverywhere(settings) ?? settings, mean });
    return terminal.out(JSON.stringify({ runs, junctions: names, chosen: told(chosen), gains, front: front.map(told), peers: Object.fromEntries(Object.entries(peers).map(([name, one]) => [name, told(one)])) }));
  }
  for (const row of tuningText(terminal, tuned)) terminal.out(terminal.spaced(row));
  for (const name of Object.keys(files)) terminal.out(terminal.words.written(join(folder, name)));
}
