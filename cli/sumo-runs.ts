import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeProblemList } from '../data/formats/problem-list.ts';
import { nodeFiles } from '../data/formats/sumo/node-files.ts';
import { readEdgeOutput, readSummaryOutput, readTripOutput } from '../data/formats/sumo/run-outputs.ts';
import { workersFor } from '../scenarios/runs/pool.ts';
import type { ObservedRun } from '../scenarios/validate/observed-run.ts';
import { BadInput, badInput } from './bad-input.ts';
import { startProgress } from './progress.ts';
import { runSumo, sumoOutputs, type SumoRun } from './sumo-process.ts';
import type { Terminal } from './terminal.ts';

/** Moments of the net are kept every minute. */
const MOMENT_S = 60;

/** SUMO's own account of one run. */
async function readSumoRun(folder: string, seed: number): Promise<ObservedRun> {
  const problems = makeProblemList(), files = sumoOutputs(folder, seed);
  const trips = await readTripOutput(files.trips, nodeFiles, problems), links = await readEdgeOutput(files.links, nodeFiles, problems);
  const moments = await readSummaryOutput(files.summary, MOMENT_S, nodeFiles, problems);
  if (!trips || !links || !moments || problems.hasErrors()) throw new BadInput(problems.all());
  const last = moments.at(-1);
  if (!last) throw badInput('cli-no-sumo-results', files.summary);
  return { seed, trips, links, moments, counts: { inserted: last.inserted, arrived: last.arrived, running: last.running, waiting: last.waiting, rescued: last.teleports } };
}

/** Outputs of earlier runs of SUMO: every seed of which the folder holds a tripinfo_SEED.xml.gz. */
export async function recordedSumoRuns(folder: string): Promise<ObservedRun[]> {
  const names = await readdir(folder).catch(() => { throw badInput('cli-no-such-folder', folder); });
  const seeds = names.flatMap((name) => { const [, seed] = /^tripinfo_(\d+)\.xml\.gz$/.exec(name) ?? []; return seed === undefined ? [] : [Number(seed)]; });
  if (seeds.length === 0) throw badInput('cli-no-sumo-results', folder);
  const runs: ObservedRun[] = [];
  for (const seed of seeds.sort((one, other) => one - other)) runs.push(await readSumoRun(folder, seed));
  return runs;
}

/** Runs SUMO for all of these, several at a time; what it says of each, in the order asked for. Nothing stays on the disk. */
export async function runAllSumo(terminal: Terminal, planned: readonly Omit<SumoRun, 'folder'>[], workers: number | undefined, signal: AbortSignal): Promise<ObservedRun[]> {
  const progress = startProgress(terminal, terminal.words.runningSumo), shares = planned.map(() => 0);
  const folder = await mkdtemp(join(tmpdir(), 'jumeau-sumo-'));
  const found: ObservedRun[] = [];
  const stop = new AbortController(), either = AbortSignal.any([signal, stop.signal]);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let at = next++; at < planned.length; at = next++) {
      const own = await mkdtemp(join(folder, 'run-'));
      const show = (share: number): void => {
        shares[at] = share;
        progress.show(shares.reduce((sum, one) => sum + one, 0) / planned.length, planned[at]!.scenario.name);
      };
      await runSumo({ ...planned[at]!, folder: own }, either, show);
      found[at] = await readSumoRun(own, planned[at]!.seed);
      await rm(own, { recursive: true });
      show(1);
    }
  };
  const threads = Array.from({ length: workersFor(planned.length, workers) }, work);
  try {
    await Promise.all(threads);
    return found;
  } finally {
    stop.abort();
    await Promise.allSettled(threads); // Only now does nobody write into the folder.
    await rm(folder, { recursive: true, force: true });
    progress.end();
  }
}
