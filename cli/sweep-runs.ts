import type { RunSettings } from '../engine/run-settings.ts';
import type { MeasuredRun } from '../scenarios/compare/compare-runs.ts';
import type { IndicatorName } from '../scenarios/measure/indicators.ts';
import type { PlannedRun, RunAll } from '../scenarios/runs/planned-run.ts';
import type { Store, StoredResult } from '../scenarios/runs/store.ts';
import { baseline as asItIs } from '../scenarios/questions/baseline.ts';
import { inWords } from '../scenarios/language/problems.ts';
import type { City } from './city.ts';
import { expectedRun } from './plan.ts';
import { runsProgress } from './progress.ts';
import type { SweepSide } from './sweep-sides.ts';
import type { Terminal } from './terminal.ts';

/** What is to run: each side with each seed, all with one span; nothing, without a seed, where all figures come from the city alone. */
export interface SweepRunsPlan { city: City; scenario: string; sides: readonly SweepSide[]; settings: readonly RunSettings[]; indicators: readonly IndicatorName[] }

/** A run that came to no result. `side`: 0 for the baseline, then the points. */
export interface FailedRun { side: number; seed: number; reason: string; /** Whether the run crashed, and its changes are not what is wrong. */ isFault: boolean }

/** Side by side the figures of their runs, and nothing else of them. */
export interface SweepRuns { runs: MeasuredRun[][]; failed: FailedRun[]; computed: number; stored: number }

/** Results whose manifests lie in memory at a time: a sweep may have a hundred thousand. */
const RUNS_A_LOT = 1000;

/** Runs that were handed over together. `half`: when half of them are in. */
interface Lot { half: Promise<void>; all: Promise<void> }

export interface SweepMeans {
  store: Store;
  workers: number | undefined;
  signal: AbortSignal;
  /** Lots handed over at a time. Two, for a fleet: while the last runs of one are under way the next one keeps everybody busy. Threads of this machine take one after the other. */
  lotsAtOnce: 1 | 2;
}

/** All runs of one side, in the order of their seeds. */
export function runsOfSide({ city, scenario, sides, settings }: SweepRunsPlan, side: number): PlannedRun[] {
  const changes = sides[side]!.changes();
  // The city as it is is that of every comparison too, which finds this run again: it bears its own name, whoever ran it first.
  return settings.map((each) => ({ twin: city.shared, scenario: changes.length === 0 ? asItIs.name : scenario, changes, settings: each }));
}

/** Baseline first, then point by point, each with the same seeds; what the store holds is taken from there, so that a sweep that was stopped goes on. */
export async function sweepRuns(
  terminal: Terminal, plan: SweepRunsPlan, runAll: RunAll, { store, workers, signal, lotsAtOnce }: SweepMeans,
): Promise<SweepRuns> {
  const { sides, settings, indicators } = plan, seeds = settings.length, count = sides.length * seeds, done: SweepRuns = { runs: sides.map(({ ofCity }) => (seeds === 0 ? [{ seed: 0, values: ofCity }] : [])), failed: [], computed: 0, stored: 0 };
  if (seeds === 0) return done;
  const expected = expectedRun(plan.city, runsOfSide(plan, 0)[0]!), progress = runsProgress(terminal, Array.from({ length: count }, () => expected));
  const take = (run: number, { manifest }: StoredResult, wasStored: boolean): void => {
    const side = Math.floor(run / seeds), figures = { ...manifest.indicators, ...sides[side]!.ofCity };
    done.runs[side]!.push({ seed: settings[run % seeds]!.seed, values: Object.fromEntries(indicators.map((name) => [name, figures[name] ?? null])) });
    done[wasStored ? 'stored' : 'computed']++;
    progress.onFinished(run, undefined, wasStored);
  };
  const stop = new AbortController(), both = AbortSignal.any([signal, stop.signal]), underWay: Lot[] = [];
  let fault: unknown;
  const start = (firstSide: number, lastSide: number): Lot => {
    const first = firstSide * seeds, planned = Array.from({ length: lastSide - firstSide }, (_, at) => runsOfSide(plan, firstSide + at)).flat();
    let isHalf = (): void => undefined, left = planned.length / 2;
    const half = new Promise<void>((resolve) => { isHalf = resolve; }), oneMore = (): void => { if (--left <= 0) isHalf(); };
    const all = runAll(planned, {
      store, workers, useStored: true, signal: both, onProgress: (run, now) => progress.onProgress(first + run, now),
      onFinished(run, result, stored) { take(first + run, result, stored); oneMore(); },
      onFailed(run, fault) { progress.onFailed(first + run, fault); oneMore(); },
    }).then((outcomes) => outcomes.forEach(({ result, problems, ...rest }, at) => {
      const run = first + at;
      if (!result) done.failed.push({ side: Math.floor(run / seeds), seed: settings[run % seeds]!.seed, reason: ('fault' in rest ? rest.fault : undefined) ?? problems.map((problem) => inWords(problem, terminal.language)).join(' '), isFault: 'fault' in rest && rest.fault !== undefined });
    }));
    all.catch((error: unknown) => { fault ??= error; stop.abort(); });
    return { half: Promise.race([half, all.catch(() => undefined)]), all };
  };
  try {
    const sidesALot = Math.max(1, Math.floor(RUNS_A_LOT / seeds));
    for (let firstSide = 0; firstSide < sides.length; firstSide += sidesALot) {
      if (underWay.length === lotsAtOnce) await underWay.shift()!.all;
      const last = underWay.at(-1);
      if (last) await last.half;
      underWay.push(start(firstSide, Math.min(sides.length, firstSide + sidesALot)));
    }
    await Promise.all(underWay.map(({ all }) => all));
  } catch (error) {
    throw fault ?? error; // The first one: the others were only called off.
  } finally {
    stop.abort();
    await Promise.allSettled(underWay.map(({ all }) => all));
    progress.end();
  }
  // In the order of their seeds, whichever ended first.
  for (const runs of done.runs) runs.sort((one, other) => one.seed - other.seed);
  return done;
}
