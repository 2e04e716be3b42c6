import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Problem } from '../engine/foundation/problem.ts';
import type { RunSettings } from '../engine/run-settings.ts';
import type { MeasuredRun } from '../scenarios/compare/compare-runs.ts';
import { wordsIn } from '../scenarios/language/language.ts';
import { sweepWords } from '../scenarios/language/sweep.ts';
import { findSweep, sweepFiles, sweepPath } from '../scenarios/report/sweep/sweep-folder.ts';
import { versions } from '../scenarios/runs/engine-version.ts';
import { keepFolder } from '../scenarios/runs/keep-folder.ts';
import { keyOf } from '../scenarios/runs/planned-run.ts';
import type { Store } from '../scenarios/runs/store.ts';
import { savedQuestion } from '../scenarios/saved/saved-comparison.ts';
import { MOST_WARNINGS, SWEEP_FORMAT, type SavedSweep } from '../scenarios/sweep/saved-sweep.ts';
import { whenWriting } from './bad-input.ts';
import type { SweepInFile } from './sweep-file.ts';
import { sweepParquet, valuesOf } from './sweep-rows.ts';
import { runsOfSide, type SweepRuns, type SweepRunsPlan } from './sweep-runs.ts';
import type { SweepSides } from './sweep-sides.ts';

/** All that is kept of a sweep whose runs have ended. `command`: what to type for the same; `warnings`: what is told beside its answer. */
export function savedSweepOf(sweep: SweepInFile, sides: SweepSides, plan: SweepRunsPlan, { runs, failed }: SweepRuns, { command, warnings }: { command: string; warnings: readonly Problem[] }): SavedSweep {
  const { city, settings, indicators } = plan, { facts } = city.twin, [first] = settings, asMeasured = (measured: readonly MeasuredRun[]): (number | null)[][] => measured.map(({ seed, values }) => [seed, ...indicators.map((name) => values[name] ?? null)]);
  return {
    format: SWEEP_FORMAT, id: sweepId(identityOf(sweep, plan)), file: sweep.path, command, title: sweep.file.title ?? { fr: wordsIn(sweepWords, 'fr').untitled(sweep.path), en: wordsIn(sweepWords, 'en').untitled(sweep.path) }, definition: sweep.file,
    city: { name: facts.name, synthetic: facts.synthetic, date: facts.date, twinHash: city.shared.hash }, engine: versions().engine, node: process.versions.node, ...(first && { settings: withoutSeed(first) }), seeds: settings.map(({ seed }) => seed), indicators: [...indicators], asked: [...sides.asked],
    parameters: sweep.parameters.map(({ name, levels, title, unit }) => ({ name, levels: [...levels], ...(title !== undefined && { title }), ...(unit !== undefined && { unit }) })),
    baseline: { question: savedQuestion(sides.baselineQuestion), keys: runsOfSide(plan, 0).map(keyOf), runs: asMeasured(runs[0]!), lampsFollowTraffic: sides.baseline.lampsFollowTraffic },
    questions: sides.questions.map(savedQuestion),
    points: sweep.points.map((point, at) => ({ values: valuesOf(sweep.parameters, point), keys: runsOfSide(plan, at + 1).map(keyOf), runs: asMeasured(runs[at + 1]!), lampsFollowTraffic: sides.points[at]!.lampsFollowTraffic })),
    warnings: warnings.slice(0, MOST_WARNINGS).map((one) => ({ ...one, severity: 'warning', parameters: { ...one.parameters } })), failed,
  };
}

const withoutSeed = ({ seed: _, ...settings }: RunSettings): Omit<RunSettings, 'seed'> => settings;

/** 32 hexadecimal digits that name a sweep: by all that decides what comes out of it, part by part. */
function sweepId(identity: Iterable<unknown>): string {
  const hash = createHash('sha256').update(String(SWEEP_FORMAT));
  for (const part of identity) hash.update(`\n${JSON.stringify(part)}`);
  return hash.digest('hex').slice(0, 32);
}

/** All that decides the figures of a sweep, one after the other. */
function* identityOf(sweep: SweepInFile, { city, sides, settings, indicators }: SweepRunsPlan): Generator<unknown> {
  yield [sweep.parameters.map(({ name }) => name), sweep.points, settings, indicators, city.shared.hash, versions().engine];
  for (const { changes } of sides) yield changes();
}

/** Keeps a sweep in `sweeps/<id>/` of the store's folder: written aside, then put in the place of an earlier try. One of which fewer runs have failed stays. */
export async function keepSweep(store: Store, saved: SavedSweep): Promise<string> {
  const earlier = saved.failed.length > 0 ? await findSweep(store.folder, saved.id) : undefined;
  if (earlier && earlier.failed.length < saved.failed.length) return dirname(sweepPath(store.folder, saved.id));
  return saveSweep(store, saved.id, { ...sweepFiles(saved), 'points.parquet': sweepParquet(saved) });
}

export async function saveSweep(store: Store, id: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = join(store.folder, 'sweeps', id);
  return whenWriting(folder, async () => {
    await keepFolder(store, folder, Object.entries(files));
    return folder;
  });
}
