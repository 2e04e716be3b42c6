import { performance } from 'node:perf_hooks';
import { measureStartS } from '../../engine/run-settings.ts';
import type { RunFigures } from '../../engine/results/tables.ts';
import type { RunManifest } from '../../scenarios/runs/manifest.ts';
import type { PlannedRun } from '../../scenarios/runs/planned-run.ts';
import { runAll } from '../../scenarios/runs/pool.ts';
import { askedTogether } from '../asked.ts';
import { BadInput } from '../bad-input.ts';
import { changedTwin } from '../changed-twin.ts';
import { looksLikeFile, openCity, referenceCity } from '../city.ts';
import { clockText } from '../clock-text.ts';
import { theStore } from '../home.ts';
import { writeLinksFile } from '../links-file.ts';
import { checkOutputFile } from '../output-file.ts';
import { expectedRun, planRun, readWishes, type RunOptions } from '../plan.ts';
import { runsProgress } from '../progress.ts';
import { isQuestionFile } from '../question-file.ts';
import { runText } from '../run-text.ts';
import { transitOfRun } from '../run-transit.ts';
import { runWarnings } from '../run-warnings.ts';
import { planStops, stopOutside } from '../stops.ts';
import { resultOf, tellWarnings } from '../tell-problems.ts';
import type { Terminal } from '../terminal.ts';
import { writeWhole } from '../write-whole.ts';

export interface RunCommandOptions extends RunOptions { seed?: string; links?: string; city?: string; replay?: boolean; checkpoint?: string; checkpointAt?: string; resume?: string; reroute?: string }

/** `jumeau run QUESTION|changes.json|city.twin`: always computes, and keeps the result. */
export async function runCommand(terminal: Terminal, name: string, options: RunCommandOptions, signal: AbortSignal): Promise<void> {
  const wishes = readWishes(options);
  if (options.links !== undefined) await checkOutputFile('links', '--links', options.links);
  const asFile = !isQuestionFile(name) && looksLikeFile(name);
  const { city, question } = asFile ? { city: await openCity(name), question: undefined } : await askedTogether(name, () => (options.city === undefined ? referenceCity(terminal) : openCity(options.city)));
  const planned = await planStops(planRun(city, question, wishes), options);
  const progress = runsProgress(terminal, [expectedRun(city, planned)]);
  const [outcome] = await runAll([planned], { store: await theStore(), workers: wishes.workers, useStored: false, signal, onProgress: progress.onProgress }).finally(progress.end);
  const halted = outcome!.result ? undefined : outcome!.halted, checkpoint = outcome!.result ? outcome!.checkpoint : halted?.checkpoint;
  if (halted && !checkpoint) throw new BadInput(stopOutside(planned.resume?.about.atS ?? measureStartS(planned.settings), planned.settings.fromS + halted.figures.simulatedS, planned.halt!.atS!));
  if (options.checkpoint !== undefined && checkpoint) await writeWhole(options.checkpoint, [checkpoint]);
  if (halted) return tellHalted(terminal, name, options, planned, halted.figures);
  const { folder, manifest } = resultOf(outcome!);
  if (options.links !== undefined) await writeLinksFile(options.links, folder, city.twin, terminal.language);
  tellWarnings(terminal, runWarnings(city, [planned], [outcome!]));
  const transit = await transitOfRun(folder, changedTwin(city, planned.changes), manifest.figures);
  if (terminal.json) return terminal.out(JSON.stringify({ ...runJson(manifest), ...(transit ? { transit } : {}) }));
  for (const line of runText(terminal, manifest, folder, transit)) terminal.out(line);
  for (const path of [options.links, options.checkpoint]) if (path !== undefined) terminal.out(terminal.words.written(path));
}

/** A run that was stopped on its way: where, and how to go on. */
function tellHalted(terminal: Terminal, name: string, { checkpoint, city }: RunCommandOptions, { settings }: PlannedRun, figures: RunFigures): void {
  const { words, number } = terminal, atS = settings.fromS + figures.simulatedS;
  if (terminal.json) return terminal.out(JSON.stringify({ checkpoint, atS, vehiclesRunning: figures.vehiclesRunning, vehiclesArrived: figures.vehiclesArrived, vehicleUpdates: figures.vehicleUpdates }));
  terminal.out(words.halted(clockText(atS), number(figures.vehiclesRunning)));
  terminal.out(words.written(checkpoint!));
  terminal.out(words.goOnWith(`npx jumeau run ${name}${city === undefined ? '' : ` --city ${city}`} --resume ${checkpoint}`));
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
