import { basename } from 'node:path';
import { parseClock } from '../../engine/foundation/clock.ts';
import type { Problem } from '../../engine/foundation/problem.ts';
import { wordsIn } from '../../scenarios/language/language.ts';
import { sweepWords } from '../../scenarios/language/sweep.ts';
import type { RunAll } from '../../scenarios/runs/planned-run.ts';
import { runAll } from '../../scenarios/runs/pool.ts';
import type { Store } from '../../scenarios/runs/store.ts';
import { judgeSweep } from '../../scenarios/sweep/judged-sweep.ts';
import { pointText } from '../../scenarios/sweep/point-faults.ts';
import { BadInput, RunsFailed } from '../bad-input.ts';
import { openCity, referenceCity, type City } from '../city.ts';
import { inTurns } from '../in-turns.ts';
import { fleetAt, queueAddress } from '../fleet.ts';
import { theStore } from '../home.ts';
import { makeOptionReader } from '../options.ts';
import { readWishes, settingsOf, type RunOptions, type Wishes } from '../plan.ts';
import { shellWord } from '../shell-word.ts';
import { spanWarnings } from '../span-warnings.ts';
import { openSweep, type SweepInFile } from '../sweep-file.ts';
import { checkSweepOutputs, sweepOutputs, writeSweep } from '../sweep-outputs.ts';
import { sweepRuns, type FailedRun, type SweepRunsPlan } from '../sweep-runs.ts';
import { keepSweep, savedSweepOf } from '../sweep-saved.ts';
import { sweepSides, type SweepSides } from '../sweep-sides.ts';
import { sweepJson, tellSweep } from '../sweep-told.ts';
import { tellWarnings } from '../tell-problems.ts';
import type { Terminal } from '../terminal.ts';

export interface SweepOptions extends RunOptions { seeds?: string; samples?: string; out?: string; report?: string; city?: string; queue?: string; store?: string }

/** `jumeau sweep FILE`: one question with many values of its parameters, every point and the baseline with the same seeds. */
export async function sweepCommand(terminal: Terminal, path: string, options: SweepOptions, signal: AbortSignal): Promise<void> {
  const outputs = sweepOutputs({ csv: options.out, html: options.report }, { csv: '--out', html: '--report' }), browser = await checkSweepOutputs(outputs);
  const { sweep, wishes } = await readAsked(path, options), city = options.city === undefined ? await referenceCity(terminal) : await openCity(options.city);
  const sides = await sweepSides(terminal, sweep, city.twin, (question) => settingsOf(wishes, city, question, 1), signal), plan = runsPlan(sweep, city, sides), store = await theStore(options.store);
  const done = await byThreadsOrFleet(terminal, options.queue, store, (carryOut) => sweepRuns(terminal, plan, carryOut, { store, workers: wishes.workers, signal, lotsAtOnce: queueAddress(options.queue) === undefined ? 1 : 2 }));
  const warnings = [...(plan.settings[0] ? spanWarnings(city.twin, plan.settings[0]) : []), ...sides.warnings];
  const saved = savedSweepOf(sweep, sides, plan, done, { command: commandOf(path, options), warnings });
  await judgeSweep(saved, (points) => inTurns(terminal, wordsIn(sweepWords, terminal.language).judging, points, signal));
  const folder = await keepSweep(store, saved);
  for (const output of outputs) await writeSweep(saved, output, terminal.language, browser, signal);
  tellWarnings(terminal, warnings);
  if (terminal.json) terminal.out(JSON.stringify({ ...sweepJson(saved), folder, computed: done.computed, stored: done.stored }));
  else tellSweep(terminal, saved, { done, written: outputs.map((output) => output.path) });
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

function runsPlan(sweep: SweepInFile, city: City, { baseline, points, indicators, needsRuns, settings }: SweepSides): SweepRunsPlan {
  return { city, scenario: basename(sweep.path), sides: [baseline, ...points], settings: Array.from({ length: needsRuns ? sweep.file.seeds : 0 }, (_, at) => ({ ...settings, seed: at + 1 })), indicators };
}

/** What to type for the same, but for names of files that it writes. */
function commandOf(path: string, { city, seeds, samples, from, hours, warmUp, step }: SweepOptions): string {
  const given = { city, seeds, samples, from, hours, 'warm-up': warmUp, step };
  return ['npx jumeau sweep', shellWord(path), ...Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [`--${name} ${shellWord(value)}`]))].join(' ');
}

/** Each reason once, with how many runs ended with it. */
function failures({ path, parameters, points }: SweepInFile, { sides, settings }: SweepRunsPlan, failed: readonly FailedRun[]): Problem[] {
  const reasons = [...new Set(failed.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const those = failed.filter((one) => one.reason === reason), { side, seed } = those[0]!;
    return { severity: 'error', code: 'sweep-runs-failed', where: path, parameters: { runs: those.length, of: sides.length * settings.length, cause: reason, first: side === 0 ? 'baseline' : pointText(parameters, points[side - 1]!), seed } };
  });
}
