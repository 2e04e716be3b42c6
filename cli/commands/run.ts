import { performance } from 'node:perf_hooks';
import type { RunManifest } from '../../scenarios/runs/manifest.ts';
import { runAll } from '../../scenarios/runs/pool.ts';
import { looksLikeFile, openCity, referenceCity } from '../city.ts';
import { theStore } from '../home.ts';
import { writeLinksFile } from '../links-file.ts';
import { checkOutputFile } from '../output-file.ts';
import { askedQuestion, expectedRun, planRun, readWishes, type RunOptions } from '../plan.ts';
import { runsProgress } from '../progress.ts';
import { runText } from '../run-text.ts';
import { spanWarnings } from '../span-warnings.ts';
import { resultOf, tellWarnings } from '../tell-problems.ts';
import type { Terminal } from '../terminal.ts';

export interface RunCommandOptions extends RunOptions { seed?: string; links?: string; city?: string; replay?: boolean }

/** `jumeau run QUESTION|city.twin`: always computes, and keeps the result. */
export async function runCommand(terminal: Terminal, name: string, options: RunCommandOptions, signal: AbortSignal): Promise<void> {
  const wishes = readWishes(options);
  if (options.links !== undefined) await checkOutputFile('links', '--links', options.links);
  const asFile = looksLikeFile(name);
  const question = asFile ? undefined : askedQuestion(name);
  const path = asFile ? name : options.city;
  const city = path === undefined ? await referenceCity(terminal) : await openCity(path);
  const planned = planRun(city, question, wishes);
  const progress = runsProgress(terminal, [expectedRun(city, planned)]);
  const [outcome] = await runAll([planned], { store: await theStore(), workers: wishes.workers, useStored: false, signal, onProgress: progress.onProgress }).finally(progress.end);
  const { folder, manifest } = resultOf(outcome!);
  if (options.links !== undefined) await writeLinksFile(options.links, folder, city.twin);
  tellWarnings(terminal, [...spanWarnings(city.twin, planned.settings), ...outcome!.problems]);
  if (terminal.json) return terminal.out(JSON.stringify(runJson(manifest)));
  for (const line of runText(terminal, manifest, folder)) terminal.out(line);
  if (options.links !== undefined) terminal.out(terminal.words.written(options.links));
}

/** The machine-readable answer: time and processor of the whole command, from its first instruction on. */
function runJson({ figures, costs, engine }: RunManifest) {
  const { user, system } = process.cpuUsage();
  return {
    hash: figures.hash,
    engine,
    simulatedS: figures.simulatedS,
    wallS: performance.now() / 1000,
    cpuS: (user + system) / 1e6,
    loadS: costs.loadS,
    loopS: costs.loopS,
    vehicleUpdates: figures.vehicleUpdates,
    vehiclesLoaded: figures.vehiclesLoaded,
    vehiclesInserted: figures.vehiclesInserted,
    vehiclesArrived: figures.vehiclesArrived,
    vehiclesRunning: figures.vehiclesRunning,
    vehiclesWaitingToEnter: figures.vehiclesWaitingToEnter,
    rescued: figures.rescued,
    collisions: figures.collisions,
    meanTravelTimeS: figures.meanTravelTimeS,
    meanTimeLossS: figures.meanTimeLossS,
    meanDepartDelayS: figures.meanDepartDelayS,
    busMeanTravelTimeS: figures.busMeanTravelTimeS,
    busMeanTimeLossS: figures.busMeanTimeLossS,
    lightingEnergyKwh: figures.lightingEnergyKwh,
    peakRssMb: process.resourceUsage().maxRSS / 1024,
  };
}
